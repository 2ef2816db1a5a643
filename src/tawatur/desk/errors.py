"""What went wrong: on pages a heading by the error's stable code and its sentence, in the API an object."""

from __future__ import annotations

from urllib.parse import urlencode

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from tawatur.desk.rendering import desk_of, page, reader_of
from tawatur.desk.security.guard import SAFE, SIGN_IN
from tawatur.desk.sentences import said
from tawatur.errors import ConflictError, TawaturError

API = "/api/"
STATUS = {"asked": 404, "option": 422, "source": 422, "list": 422, "record": 503, "conflict": 409, "too_many": 429}
_CODES = {
    401: "sign_in",
    403: "forbidden",
    404: "asked",
    405: "method",
    413: "too_large",
    415: "media_type",
    422: "option",
    429: "too_many",
    500: "failed",
    503: "record",
}
CODES = sorted({*STATUS, *_CODES.values()})
_NOT_THERE = "There is nothing at this address; docs/api.md lists what there is."


def install(app: FastAPI) -> None:
    """Tell errors as pages."""
    for kind in (TawaturError, HTTPException, RequestValidationError):
        app.add_exception_handler(kind, told)


def told(request: Request, error: Exception) -> Response:
    """The answer to a request that raised an error."""
    if isinstance(error, TawaturError):
        where = f"/api/v1/decisions/{error.decision}" if isinstance(error, ConflictError) else None
        path = desk_of(request).path
        sentence = str(error).replace(str(path), path.name)  # where it lies on this machine is nobody's business
        known = error.code in STATUS
        return _answer(request, STATUS.get(error.code, 500), error.code if known else "failed", sentence, where)
    if isinstance(error, RequestValidationError):
        return _answer(request, 422, "option", *_invalid(error))
    assert isinstance(error, HTTPException)  # only these three are given here
    status = 422 if error.status_code == 400 else error.status_code  # a body that is none is a value that cannot be
    answer = answered(request, status, str(error.detail))
    answer.headers.update(error.headers or {})
    return answer


def answered(request: Request, status: int, sentence: str) -> Response:
    """The answer with a status and a sentence; to a page's reader who must sign in first, the page to do so."""
    if status == 404 and sentence == "Not Found":
        sentence = _NOT_THERE
    if status == 401 and not request.url.path.startswith(API) and request.method in SAFE:
        then = request.url.path + (f"?{request.url.query}" if request.url.query else "")
        return RedirectResponse(f"{SIGN_IN}?{urlencode({'then': then})}", 303)
    answer = _answer(request, status, _CODES.get(status, "failed"), sentence)
    if status == 401:
        answer.headers["www-authenticate"] = "Bearer"
    return answer


def _answer(request: Request, status: int, code: str, sentence: str, where: str | None = None) -> Response:
    if request.url.path.startswith(API):
        error = {"code": code, "message": sentence, "where": where or request.url.path}
        return JSONResponse({"error": error}, status)
    shown = "" if sentence == _NOT_THERE else sentence
    return page(request, "error.html", status, code=code, sentence=said(shown, reader_of(request).lang))


def _invalid(error: RequestValidationError) -> tuple[str, str]:
    """What is wrong with a request's values, and where the first of it is."""
    wrong = [(".".join(str(part) for part in e["loc"]), e["msg"]) for e in error.errors()]
    return "; ".join(f"{where}: {why}" for where, why in wrong[:5]) + ".", wrong[0][0]
