"""The events of a report: every finder's, one object for each real event, with ids, voices and no duplicates."""

from __future__ import annotations

from collections.abc import Callable

from tawatur.read.document import Document
from tawatur.read.events import bodies, commitments, designations, funding, incidents, meetings, statistics, visits
from tawatur.read.events.context import Context
from tawatur.read.events.journeys import place_meetings
from tawatur.read.events.slots import OUTLET
from tawatur.record.types import Event

Finder = Callable[[Document, Context], list[Event]]

KINDS: tuple[Finder, ...] = (
    meetings.find,
    bodies.find,
    visits.find,
    commitments.find,
    designations.find,
    funding.find,
    incidents.find,
    statistics.find,
)


_SAME = 25  # characters by which the ends of two clauses that the same words tell may differ
_VAGUE = ("other", "seizure")
_STEPS = frozenset({"designation", "funding", "membership", "founding"})


def read_events(document: Document) -> None:
    """Fill `reading.events`: ids e1, e2 ... in order of the text, `statement` the innermost one that tells each."""
    context = Context(document)
    events: list[Event] = []
    for find in KINDS:
        events.extend(find(document, context))
    place_meetings(context, events)
    events = commitments.without_meetings(context, events)
    kept = _distinct(sorted(events, key=lambda e: (e.start, -e.end, e.kind)))
    for number, event in enumerate(kept, 1):
        event.id = f"e{number}"
        if event.statement == OUTLET:
            event.statement = None
        elif event.statement is None:
            event.statement = context.statement_at(event.start, event.end)
    document.reading.events = kept


def _distinct(events: list[Event]) -> list[Event]:
    """Events without those that say nothing more than one of the same kind and place does, and without those that the
    same words tell better as another kind."""
    kept: list[Event] = []
    for event in events:
        if not any(_repeats(event, other) for other in kept):
            kept.append(event)
    return [e for e in kept if not any(_is_rather(e, other) for other in kept)]


def _is_rather(event: Event, other: Event) -> bool:
    """Whether the words of an event tell another one: a gathering of protesters is no meeting, and what is a step of
    another kind (aid that is frozen, a city that is recognised) is no incident beside it."""
    if event.start != other.start or abs(event.end - other.end) > _SAME:
        return False
    if event.kind == "incident":
        return event.slots.get("type") in _VAGUE and other.kind in _STEPS
    return event.kind == "meeting" and other.slots.get("type") == "protest"


def _repeats(event: Event, other: Event) -> bool:
    if event.kind != other.kind or event.status != other.status:
        return False
    same_words = other.start <= event.start and event.end <= other.end
    return same_words and all(other.slots.get(slot) == value for slot, value in event.slots.items())
