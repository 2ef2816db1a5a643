"""What the record holds: reports, readings, stories, events, facts, entities, and sentences by their words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Annotated, Any

from fastapi import APIRouter, Path, Query
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from tawatur.desk.api.annotations import annotation
from tawatur.desk.api.answering import answer, listed
from tawatur.desk.api.faults import faults
from tawatur.desk.api.models import Annotation, Entity, Event, Fact, Listed, Reading, Report, Story, WholeReport
from tawatur.desk.rendering import desk_of
from tawatur.errors import AskedError
from tawatur.record.codec.reading import dump_reading, dump_report
from tawatur.record.schema import SCHEMA
from tawatur.record.types import Report as Kept
from tawatur.store.between import EVENT, FACT, STORY
from tawatur.store.listing import Page
from tawatur.store.record import Record
from tawatur.store.shelf.rows import Filters

router = APIRouter()
Json = dict[str, Any]
_ROWS = 2**62  # no row has a higher number
MOST = 200
After = Annotated[int, Query(ge=0, le=_ROWS, description="Where the page before ended; see `next`.")]
Limit = Annotated[int, Query(ge=1, le=MOST, description="Items of a page.")]
Words = Annotated[str | None, Query(min_length=1, max_length=1_000)]
Named = Annotated[str, Path(min_length=1, max_length=1_000)]


def _one_of(words: Iterable[str]) -> Any:
    """A filter that has no other values than these."""
    return Query(pattern=f"^({'|'.join(re.escape(word) for word in words)})$")


KindOf = Annotated[str | None, _one_of(SCHEMA.kinds)]
VerdictOf = Annotated[str | None, _one_of(SCHEMA.words["verdicts"])]
TypeOf = Annotated[str | None, _one_of(("person", "organisation", "place", "work", "other"))]
PropertyOf = Annotated[str | None, _one_of(SCHEMA.properties())]
DayFrom = Annotated[str | None, Query(pattern=r"^\d{4}-\d{2}-\d{2}$", description="A day, ISO 8601.")]


def _documented(model: type[Any], *statuses: int) -> dict[int | str, Json]:
    unchanged: Json = {"description": "What you have is what there is."}
    return {200: {"model": model}, 304: unchanged, **faults(*statuses)}


def _page(request: Request, page: Page, shape: Callable[[str, Json], Json]) -> Json:
    return listed(request, [shape(name, body) for name, body in page.items], page.next, page.total)


def _as_it_is(_: str, body: Json) -> Json:
    return body


@router.get("/reports", responses=_documented(Listed[Report]), summary="Reports, in the order they came")
def reports(
    request: Request, after: After = 0, limit: Limit = 50, outlet: Words = None, since: DayFrom = None
) -> Response:
    """The newest text of each report: its head. `outlet`: of that one; `since`: taken in from that day (UTC) on."""
    return answer(
        request, lambda r: _page(request, r.listing.reports(after, limit, outlet, since), lambda n, b: {"name": n, **b})
    )


@router.get(
    "/reports/{name:path}/text",
    responses={200: {"content": {"text/plain": {"schema": {"type": "string"}}}}, **faults(404)},
    response_class=Response,
    summary="The text of one report",
)
def text(request: Request, name: Named) -> Response:
    """The text that offsets count in."""
    with desk_of(request).reading() as record:
        return PlainTextResponse(_kept(record, name).text)


@router.get("/reports/{name:path}", responses=_documented(WholeReport, 404), summary="One report with its text")
def report(request: Request, name: Named) -> Response:
    """A report's head and text, also an older text of one."""

    def make(record: Record) -> Json:
        found = _kept(record, name)
        return {"name": name, **dump_report(found), "text": found.text}

    return answer(request, make)


def _kept(record: Record, name: str) -> Kept:
    found = record.heads([name]).get(name)
    if found is None:
        raise AskedError(f"{name[:80]}: there is no report of this name in the record.")
    return found


@router.get("/readings", responses=_documented(Listed[Reading]), summary="What was read in each report")
def readings(request: Request, after: After = 0, limit: Limit = 20) -> Response:
    """Readings as people corrected them, in the order their reports came."""
    return answer(request, lambda r: _page(request, r.listing.readings(after, limit), lambda n, b: {"name": n, **b}))


@router.get("/readings/{name:path}", responses=_documented(Reading, 404), summary="What was read in one report")
def reading(request: Request, name: Named) -> Response:
    """One reading, as people corrected it."""

    def make(record: Record) -> Json:
        found = record.readings_of([name]).get(name)
        if found is None:
            raise AskedError(f"{name[:80]}: there is no report of this name in the record.")
        return {"name": name, **dump_reading(found)}

    return answer(request, make)


@router.get("/stories", responses=_documented(Listed[Story]), summary="Stories")
def stories(request: Request, after: After = 0, limit: Limit = 50, report: Words = None) -> Response:
    """Reports of one happening; with `report`, the story that it is of."""
    return answer(request, lambda r: _page(request, r.listing.found(STORY, after, limit, report), _as_it_is))


@router.get("/stories/{ident:path}", responses=_documented(Story, 404), summary="One story")
def story(request: Request, ident: Named) -> Response:
    """A story by its id."""
    return _one(request, STORY, "story", ident)


@router.get("/events", responses=_documented(Listed[Event]), summary="Events over all reports")
def events(
    request: Request, after: After = 0, limit: Limit = 50, report: Words = None, kind: KindOf = None
) -> Response:
    """Events; those that a report tells, those of a kind."""
    return answer(request, lambda r: _page(request, r.listing.found(EVENT, after, limit, report, of=kind), _as_it_is))


@router.get("/events/{ident:path}", responses=_documented(Event, 404), summary="One event")
def event(request: Request, ident: Named) -> Response:
    """An event by its id."""
    return _one(request, EVENT, "event", ident)


@router.get("/facts", responses=_documented(Listed[Fact]), summary="Facts with every value")
def facts(
    request: Request,
    after: After = 0,
    limit: Limit = 50,
    report: Words = None,
    subject: Words = None,
    property: PropertyOf = None,  # noqa: A002 - what the format calls it
    verdict: VerdictOf = None,
) -> Response:
    """Facts; those that a report tells, those on an entity or event (`subject`), of a property, of a verdict."""

    def make(record: Record) -> Json:
        return _page(request, record.listing.found(FACT, after, limit, report, subject, property, verdict), _as_it_is)

    return answer(request, make)


@router.get(
    "/facts/{ident:path}/evidence", responses=_documented(Listed[Annotation], 404), summary="Where a fact stands"
)
def evidence(request: Request, ident: Named) -> Response:
    """Every place that tells a value of a fact, or denies it, as W3C Web Annotations; `value` is its number, `denies`
    marks denials."""

    def make(record: Record) -> Json:
        body = _body(record, FACT, "fact", ident)
        told = [(place, {"value": i}) for i, value in enumerate(body["values"]) for place in value["evidence"]]
        told += [(place, {"denies": True}) for place in body.get("denials") or ()]
        texts = record.texts(place["report"] for place, _ in told)
        items = [
            annotation(request, p["report"], texts[p["report"]], p["start"], p["end"], "describing", **more)
            for p, more in told
            if p["report"] in texts
        ]
        return listed(request, items, None, len(items))

    return answer(request, make)


@router.get("/facts/{ident:path}", responses=_documented(Fact, 404), summary="One fact")
def fact(request: Request, ident: Named) -> Response:
    """A fact by its id."""
    return _one(request, FACT, "fact", ident)


@router.get("/entities", responses=_documented(Listed[Entity]), summary="Entities over all reports")
def entities(
    request: Request,
    after: After = 0,
    limit: Limit = 50,
    type: TypeOf = None,  # noqa: A002 - what the format calls it
) -> Response:
    """Entities, those of a type."""

    def make(record: Record) -> Json:
        page = record.listing.entities(after, limit, type)
        members = record.between.members_of(ident for ident, _ in page.items)
        return _page(request, page, lambda ident, body: {"id": ident, **body, "same": _members(members.get(ident, []))})

    return answer(request, make)


@router.get("/entities/{ident:path}", responses=_documented(Entity, 404), summary="One entity")
def entity(request: Request, ident: Named) -> Response:
    """An entity by its id, with why each of its members belongs to it."""

    def make(record: Record) -> Json:
        body = record.between.things_named([ident]).get(ident)
        if body is None:
            raise AskedError(f"{ident[:80]}: there is no such entity in the record.")
        members = record.between.members_of([ident]).get(ident, [])
        why = record.between.belongings_in(ident, {name for name, _ in members})
        return {"id": ident, **body, "same": _members(members), "why": why}

    return answer(request, make)


def _members(members: list[tuple[str, str]]) -> list[Json]:
    return [{"report": name, "entity": local} for name, local in sorted(members)]


@router.get("/search", responses=_documented(Listed[Annotation]), summary="Sentences by their words")
def search(
    request: Request,
    q: Annotated[str, Query(max_length=1_000, description='Words in any spelling; "..." holds a phrase.')] = "",
    after: Annotated[int, Query(ge=0, le=100_000)] = 0,
    limit: Limit = 20,
    outlet: Words = None,
    since: DayFrom = None,
    until: DayFrom = None,
    kind: KindOf = None,
    entity: Words = None,
    verdict: VerdictOf = None,
) -> Response:
    """Sentences as W3C Web Annotations, the best first; narrowed by outlet, days of publication, a kind of event, who
    is named (an entity's id), the verdict of a fact that stands in them."""

    def make(record: Record) -> Json:
        filters = Filters(
            words=q, outlet=outlet, since=since, until=until, kind=kind, entity=entity, verdict=verdict
        )  # fmt: skip
        hits = record.finding.sentences(filters, after, limit)
        texts = record.texts(hit.report for hit in hits.rows)
        items = [
            annotation(
                request, hit.report, texts[hit.report], hit.start, hit.end, "highlighting",
                outlet=hit.outlet, published=hit.day, title=hit.title, story=hit.story,
                marks=[{"start": hit.start + a, "end": hit.start + b} for a, b in hit.marks],
            )
            for hit in hits.rows
        ]  # fmt: skip
        return listed(request, items, hits.after, hits.total)

    return answer(request, make)


def _one(request: Request, layer: str, word: str, ident: str) -> Response:
    return answer(request, lambda record: _body(record, layer, word, ident))


def _body(record: Record, layer: str, word: str, ident: str) -> Json:
    rows = record.between.named(layer, [ident])
    if not rows:
        raise AskedError(f"{ident[:80]}: there is no such {word} in the record.")
    return rows[0].body
