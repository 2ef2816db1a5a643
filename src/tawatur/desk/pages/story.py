"""A story: what is known, event by event, each fact opening to its sentences; in time, by its chains, by outlets."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain
from typing import Any

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from tawatur.desk import links
from tawatur.desk.articles import Article
from tawatur.desk.packing import Packed
from tawatur.desk.rendering import desk_of, page, part, reader_of
from tawatur.errors import AskedError
from tawatur.record.types import Fact, MergedEvent, SlotValue, Story
from tawatur.tell.chains import chain_lines, copy_lines
from tawatur.tell.graph import of_reports
from tawatur.tell.happenings import status
from tawatur.tell.lines import event_title, fact_line, origin_count, single_label, single_line, told_by
from tawatur.tell.opened import Opened, Said, opened, said, shut
from tawatur.tell.page import Line
from tawatur.tell.pictures.folding import folded
from tawatur.tell.pictures.layout import Layout, layout
from tawatur.tell.pictures.matrix import matrix
from tawatur.tell.pictures.timeline import timeline
from tawatur.tell.said import rejected_in, ruled
from tawatur.tell.sections import Part, Told, sections, worded
from tawatur.tell.story import best_origins, days_of, events_of, facts_of, headline, outlets_of, subject_title, titled
from tawatur.tell.view import View
from tawatur.work import viewing

router = APIRouter()
FACTS = 48  # that open on the page
OF_ONE = 14  # of one event, body, person
PARTS = 24  # events, bodies, persons
LOUD = 12  # disputed, and changed
SINGLES = 14  # of what one report tells
CHAINS = 20  # lines of who has it from whom
NAMES = 12  # of persons, of bodies, of places


@dataclass(slots=True)
class Shown:
    """An event, a body, a person as the page shows it: `status` empty where it is no event; `left`: facts that its
    brief has and the page does not open."""

    part: Part
    status: str
    facts: list[Opened]
    loud: list[Fact]
    worded: list[tuple[str, Line]]
    evidence: Said | None
    left: int


@dataclass(slots=True)
class Single:
    """What one report alone tells, in a line, with who tells it, and its words; `event` as all reports have it."""

    event: str
    label: str
    line: Line
    refs: Line
    by: Line
    said: Said


@router.get("/story/{ident:path}")
def show(request: Request, ident: str) -> Response:
    """The page of a story. Raises AskedError where there is none."""
    desk, reader = desk_of(request), reader_of(request)
    with desk.reading() as record:

        def look() -> tuple[object, Callable[[], Article[Story]]]:
            view = viewing.of_story(record, ident, reader.lang)
            return view.made_of, partial(_article, request, view, ident)

        asked = ("story", ident, reader.lang, reader.digits)
        article = desk.articles.get(asked, record.touched, look)
    return page(request, "story/story.html", article=article)


def _article(request: Request, view: View, ident: str) -> Article[Story]:
    context = _context(view, view.story_of(ident))
    html = part(request, "story/article.html", view=view, **context)
    return Article(context["title"], Packed.of(html), context["story"])


@router.get("/opened/{fact}")
def behind(request: Request, fact: str, story: str) -> Response:
    """All that stands behind a fact of a story, for its page. Raises AskedError where one of them is not there."""
    with desk_of(request).reading() as record:
        view = viewing.of_story(record, story, reader_of(request).lang)
        told = view.story_of(story)
        found = next((f for f in facts_of(view, told, events_of(view, told)) if f.id == fact), None)
        if found is None:
            raise AskedError(f"{fact}: there is no such fact in this story; its page lists them.")
        return page(request, "story/behind.html", view=view, f=opened(view, found), back=links.story(story))


def _context(view: View, story: Story) -> dict[str, Any]:
    events = events_of(view, story)
    title, whose = titled(view, story, events)
    facts = facts_of(view, story, events)
    found = sections(view, story, events, facts)
    reports = set(story.reports)
    known = _known(view, found.known, reports)
    merged = {told: event.id for event in events for told in event.same}
    singles, background = (
        [_single(view, told, merged) for told in some[:SINGLES]] for some in (found.singles, found.background)
    )
    loud = {verdict: [shut(view, f) for f in some[:LOUD]] for verdict, some in found.loud.items() if some}
    place = {event.id: i for i, event in enumerate(events)}
    cited = {r for f in facts for v in f.values for r in v.reports if r in view.number}
    return {
        "story": story,
        "title": title,
        "whose": whose,
        "of": event_title(view, events[0]) if events else "",
        "stands": status(view, [t for t in view.tellings(events[0]) if t[0] in reports]) if events else "",
        "headline": headline(view, story, events),
        "days": days_of(view, story),
        "outlets": outlets_of(view, story),
        "best": best_origins(story, facts),
        "loud": loud,
        "opens_here": {f.fact.id for f in chain(*loud.values(), *(s.facts for s in known))},
        "anchors": _anchors(view, events, {s.part.subject for s in known} | {s.event for s in (*singles, *background)}),
        "more_loud": {verdict: len(some) - LOUD for verdict, some in found.loud.items() if len(some) > LOUD},
        "known": known,
        "unshown": sum(len(p.facts) + len(p.alone) for p in found.known[len(known) :]),
        "singles": singles,
        "background": background,
        "left": max(0, len(found.singles) - SINGLES) + max(0, len(found.background) - SINGLES),
        "rejected": rejected_in(view, reports),
        "ruled": partial(ruled, view),
        "timeline": timeline(view, story, events),
        "graph": _drawn(view, story),
        "chains": [*chain_lines(view, story.reports), *copy_lines(view, story.reports)][:CHAINS],
        "matrix": matrix(view, story, sorted(facts, key=lambda f: place.get(f.subject, len(place)))),
        "names": _names(view, story),
        "references": sorted(cited | reports, key=lambda r: view.number[r]),
        "subject_title": partial(subject_title, view),
        "fact_line": partial(fact_line, view),
        "origin_count": origin_count,
    }


def _anchors(view: View, events: Sequence[MergedEvent], ids: set[str]) -> dict[str, str]:
    """Where on the page events stand: by themselves, or with the body that they are of."""
    found = {}
    for event in events:
        bodies = (view.local(r, b) for r, e in view.tellings(event) for b in _words(e.slots.get("body")))
        anchor = next((ident for ident in (event.id, *bodies) if ident in ids), None)
        if anchor is not None:
            found[event.id] = anchor
    return found


def _words(value: SlotValue | None) -> list[str]:
    return [v for v in value if isinstance(v, str)] if isinstance(value, list) else []


def _known(view: View, parts: Sequence[Part], reports: set[str]) -> list[Shown]:
    """What several reports tell, as much of it as a page can hold."""
    shown, room = [], FACTS
    for part_of in parts[:PARTS]:
        most = min(OF_ONE, room)
        if most <= 0:
            break
        shown.append(_shown(view, part_of, reports, most))
        room -= len(shown[-1].facts)
    return shown


def _shown(view: View, part_of: Part, reports: set[str], most: int) -> Shown:
    tellings = [t for t in view.tellings(part_of.event) if t[0] in reports] if part_of.event else []
    facts = [*part_of.facts, *part_of.alone]
    return Shown(
        part_of,
        status(view, tellings) if tellings else "",
        [shut(view, fact) for fact in facts[:most]],
        part_of.loud,
        worded(view, part_of.event, reports) if part_of.event else [],
        said(view, *part_of.first) if part_of.first and not facts else None,
        max(0, len(facts) - most),
    )


def _single(view: View, told: Told, events: Mapping[tuple[str, str], str]) -> Single:
    report, telling = told
    return Single(
        events[report, telling.id],
        single_label(view, telling),
        single_line(view, report, telling),
        view.refs([report]),
        told_by(view, report, telling),
        said(view, report, telling),
    )


def _drawn(view: View, story: Story) -> Layout | None:
    """Who has it from whom as a picture; one report that says all itself needs none."""
    made = layout(folded(view, of_reports(view, story.reports)), rtl=view.lang == "ar")
    return made if len(made.boxes) > 1 else None


def _names(view: View, story: Story) -> dict[str, list[tuple[str, int]]]:
    """Who and what the reports of a story name, by type, those in most reports first, with the number of reports."""
    counts: Counter[str] = Counter()
    for report in story.reports:
        counts.update({view.local(report, m.entity) for m in view.readings[report].mentions})
    ranked = sorted((n for n in counts if n in view.entities), key=lambda n: (-counts[n], n))
    return {
        kind: [(n, counts[n]) for n in ranked if view.entities[n].type == kind][:NAMES]
        for kind in ("person", "organisation", "place")
    }
