"""Putting together what belongs together: a story's reports, and the events that they tell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import timedelta

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from tawatur.desk.beside.accounts import Role
from tawatur.desk.rendering import desk_of, page, reader_of
from tawatur.desk.security.guard import need
from tawatur.record.types import Event, MergedEvent, Story
from tawatur.store.record import Record
from tawatur.store.shelf.rows import Filters
from tawatur.tell.lines import event_title
from tawatur.tell.story import events_of
from tawatur.tell.view import View
from tawatur.work import viewing

router = APIRouter()
NEAR = 40  # other stories to choose from
WEEKS = timedelta(weeks=4)  # before and after a story
EVENTS = 60  # of a story


@router.get("/regroup/{ident:path}")
def show(request: Request, ident: str) -> Response:
    """The forms that make one of two stories or events, and two of one. Raises AskedError where there is no story."""
    need(request, Role.editor)
    lang = reader_of(request).lang
    with desk_of(request).reading() as record:
        view = viewing.of_story(record, ident, lang)
        story = view.story_of(ident)
        events = [(e, event_title(view, e), _tellings(view, e)) for e in events_of(view, story)[:EVENTS]]
        return page(
            request,
            "regroup.html",
            view=view,
            story=story,
            events=events,
            alike=_alike([(event, title) for event, title, _ in events]),
            others=_others(record, view, story),
        )


def _tellings(view: View, event: MergedEvent) -> list[tuple[str, Event]]:
    """The tellings of an event that can be told apart: two and more."""
    found = view.tellings(event)
    return found if len(found) > 1 else []


def _alike(events: Sequence[tuple[MergedEvent, str]]) -> list[tuple[MergedEvent, str]]:
    """The events that can be one with another, those of one kind beside each other."""
    kinds = Counter(event.kind for event, _ in events)
    return sorted(((e, title) for e, title in events if kinds[e.kind] > 1), key=lambda found: found[0].kind)


def _others(record: Record, view: View, story: Story) -> list[tuple[str, str]]:
    """Other stories of the same weeks, the newest first, as (id, heading); the newest of all where there are none."""
    days = sorted(d for r in story.reports if (d := view.heads[r].published))
    near = Filters(since=(days[0] - WEEKS).isoformat(), until=(days[-1] + WEEKS).isoformat()) if days else Filters()
    for filters in (near, Filters()):
        rows = record.shelf.stories(filters, most=NEAR + 1).rows
        found = [(row.id, row.heading(view.lang)) for row in rows if row.id != story.id][:NEAR]
        if found:
            return found
    return []
