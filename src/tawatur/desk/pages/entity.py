"""A person, a place, a body, anything that is named: all that the record tells of it, every line with its sentences."""

from __future__ import annotations

from functools import partial

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from tawatur.desk.rendering import desk_of, page, reader_of
from tawatur.record.schema import SCHEMA
from tawatur.tell.lines import fact_line
from tawatur.tell.portraits.portrait import ENDS, portrait
from tawatur.work import viewing

router = APIRouter()
TYPES = ("person", "organisation", "place", "work", "other")


@router.get("/entities")
def every(request: Request, type: str = "", find: str = "", at: str | None = None) -> Response:  # noqa: A002 - in the address
    """The list of names, those of most reports first. `type`: of entities; `find`: what a word of the name begins with;
    `at`: where another page of the list begins."""
    kind = type if type in TYPES else None
    with desk_of(request).reading() as record:
        found = record.shelf.entities(kind, find, at)
        types = {count.value: count.many for count in record.shelf.entity_types()}
    return page(request, "entities.html", found=found, types=types, type=kind or "", find=find)


@router.get("/entity/{ident:path}")
def show(request: Request, ident: str) -> Response:
    """The page of an entity; of a body, its dossier. Raises AskedError where there is none."""
    lang = reader_of(request).lang
    with desk_of(request).reading() as record:
        view = viewing.of_entity(record, ident, lang)
        told = portrait(view, ident)
        row = record.shelf.entity(ident)
        naming = sorted({report for report, _ in told.entity.same}, key=lambda name: view.number[name])
        return page(
            request,
            "entity.html",
            view=view,
            told=told,
            entity=told.entity,
            naming=naming,
            reports=row.reports if row else len(naming),
            ends=ENDS,
            members=[
                (f"{local}@{report}", view.local_name(report, local), report) for report, local in told.entity.same
            ],
            fact_line=partial(fact_line, view),
            slot_label=lambda kind, slot: SCHEMA.slot(kind, slot).labels[lang],
        )
