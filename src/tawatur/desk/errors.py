"""What went wrong, as a page: a heading by the error's stable code, and its sentence."""

from __future__ import annotations

from fastapi import FastAPI
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from tawatur.desk.rendering import page
from tawatur.errors import TawaturError

STATUS = {"asked": 404, "option": 422, "source": 422, "list": 422, "record": 503, "conflict": 409}
_CODES = {404: "asked", 405: "method", 413: "too_large", 422: "option", 429: "too_many", 403: "forbidden"}


def install(app: FastAPI) -> None:
    """Tell errors as pages."""
    app.add_exception_handler(TawaturError, told)
    app.add_exception_handler(HTTPException, told)


def told(request: Request, error: Exception) -> Response:
    """The page of an error."""
    if isinstance(error, TawaturError):
        return page(request, "error.html", STATUS.get(error.code, 500), code=error.code, sentence=str(error))
    assert isinstance(error, HTTPException)  # only these two are given here
    code = _CODES.get(error.status_code, "error")
    return page(request, "error.html", error.status_code, code=code, sentence=error.detail if code != "asked" else "")
