"""A person, a place, a body, anything that is named: all that the record tells of it, every line with its sentences."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Annotated

from fastapi import APIRouter, Query
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import Response

from tawatur.desk import links
from tawatur.desk.articles import Article
from tawatur.desk.packing import Packed
from tawatur.desk.rendering import desk_of, page, part, reader_of
from tawatur.record.schema import SCHEMA
from tawatur.tell.lines import fact_line
from tawatur.tell.portraits.portrait import ENDS, portrait
from tawatur.work import viewing
from tawatur.work.deciding.values import TYPES
from tawatur.work.viewing import AboutEntity

router = APIRouter()
LAST = (1 << 63) - 1  # row of a report that there can be


@router.get("/entities")
def every(request: Request, type: str = "", find: str = "", at: str | None = None) -> Response:  # noqa: A002 - in the address
    """The list of names, those of most reports first. `type`: of entities; `find`: what a word of the name begins with;
    `at`: where another page of the list begins."""
    kind = type if type in TYPES else None
    with desk_of(request).reading() as record:
        found = record.shelf.entities(kind, find, at)
        types = {count.value: count.many for count in record.shelf.entity_types()}
    return page(request, "entities.html", found=found, types=types, type=kind or "", find=find)


@dataclass(frozen=True, slots=True)
class Choosers:
    """What forms on an entity need of it: its id, and the fields that choose two of what reports call it (empty where
    only one does)."""

    id: str
    members: Markup


@router.get("/entity/{ident:path}")
def show(request: Request, ident: str, before: Annotated[int | None, Query(ge=0, le=LAST)] = None) -> Response:
    """The page of an entity; of a body, its dossier. `before`: the row of a report, to show what older ones tell.
    Raises AskedError where there is none."""
    desk, reader = desk_of(request), reader_of(request)
    with desk.reading() as record:

        def look() -> tuple[None, Callable[[], Article[Choosers]]]:
            return None, partial(
                _article, request, viewing.of_entity(record, ident, reader.lang, before), ident, before
            )

        asked = ("entity", ident, before, reader.lang, reader.digits)
        article = desk.articles.get(asked, record.touched, look)
    return page(request, "entity.html", article=article)


def _article(request: Request, found: AboutEntity, ident: str, before: int | None) -> Article[Choosers]:
    view = found.view
    told = portrait(view, ident, found.spelt)
    naming = sorted({report for report, _ in told.entity.same}, key=lambda name: view.number[name])
    members = [(f"{local}@{report}", view.local_name(report, local), report) for report, local in told.entity.same]
    html = part(
        request,
        "_entity.html",
        view=view,
        told=told,
        entity=told.entity,
        naming=naming,
        reports=found.many,
        newest=links.entity(ident) if before is not None else None,
        older=links.entity(ident, found.older) if found.older is not None else None,
        ends=ENDS,
        fact_line=partial(fact_line, view),
        slot_label=lambda kind, slot: SCHEMA.slot(kind, slot).labels[view.lang],
    )
    choosers = part(request, "_members.html", view=view, members=members) if len(members) > 1 else Markup()
    return Article(view.title(ident), Packed.of(html), Choosers(ident, choosers), found.made_of)
