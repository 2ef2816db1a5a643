"""One fact opened: every value, sentence, chain and origin."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from tawatur.desk.rendering import desk_of, page, reader_of
from tawatur.tell import pages as told
from tawatur.tell.fact import find
from tawatur.work import viewing

router = APIRouter()


@router.get("/fact/{ident:path}")
def show(request: Request, ident: str) -> Response:
    """The page of a fact. Raises AskedError where there is none."""
    with desk_of(request).reading() as record:
        view = viewing.of_fact(record, ident, reader_of(request).lang)
        return page(request, "fact.html", view=view, fact=find(view, ident), told=told.fact(view, ident))
