"""The meetings that an entity has a part in: when, where, who hosts, who came and who stayed away, by their facts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from tawatur.record.types import Fact, Interval, MergedEvent, Span, Value
from tawatur.tell import labels
from tawatur.tell.happenings import status
from tawatur.tell.lines import event_title, idle
from tawatur.tell.page import PARTED, Line, Piece
from tawatur.tell.passage import Passage, passage, telling
from tawatur.tell.view import View

ATTENDED, ABSENT, PLANNED = "attended", "absent", "planned"
_HEAD = ("date", "place", "host", "level", "session")  # what stands beside the meeting, not among its facts


@dataclass(frozen=True, slots=True)
class Seat:
    """One who came, stayed away or was to come: by the latest that reports say of him. `was`: what they said before,
    None where nothing else; `reports` say the latest."""

    name: Line
    state: str
    was: str | None
    reports: list[str]
    fact: Fact


@dataclass(slots=True)
class Meeting:
    """A meeting. `heads`: label and line of its day, place, host, level; `facts`: all others but attendance."""

    event: MergedEvent
    title: str
    status: str
    when: Interval | None
    heads: list[tuple[str, Line]] = field(default_factory=list)
    came: list[Seat] = field(default_factory=list)
    away: list[Seat] = field(default_factory=list)
    expected: list[Seat] = field(default_factory=list)
    facts: list[Fact] = field(default_factory=list)
    topics: list[Passage] = field(default_factory=list)
    told: list[Passage] = field(default_factory=list)


def meetings(view: View, events: Iterable[MergedEvent]) -> list[Meeting]:
    """Those of the events that are meetings, in the order given."""
    return [_meeting(view, event) for event in events if event.kind == "meeting"]


def _meeting(view: View, event: MergedEvent) -> Meeting:
    tellings = view.tellings(event)
    found = Meeting(event, event_title(view, event, dated=False), status(view, tellings), None)
    seats = {ATTENDED: found.came, ABSENT: found.away, PLANNED: found.expected}
    for fact in view.facts_of.get(event.id, []):
        slot = fact.property.partition(".")[2]
        if slot == "attendance":
            seat = _seat(view, fact)
            seats.get(seat.state, found.expected).append(seat)
        elif slot in _HEAD:
            if slot == "date" and isinstance(fact.values[0].value, Interval):
                found.when = fact.values[0].value
            found.heads.append((labels.property_label(fact.property, view.lang), values_line(view, fact)))
        elif not idle(view, fact):
            found.facts.append(fact)
    for report, event_told in tellings:
        found.told.append(telling(view, report, event_told))
        topic = event_told.slots.get("topic")
        if isinstance(topic, list):
            found.topics += [passage(view, report, s) for s in topic if isinstance(s, Span)]
    return found


def _seat(view: View, fact: Fact) -> Seat:
    latest = max(fact.values, key=lambda v: (_last(v), v.value != PLANNED))
    others = [str(v.value) for v in fact.values if v is not latest]
    name = view.name(fact.qualifier) if fact.qualifier else []
    return Seat(name, str(latest.value), others[0] if others else None, latest.reports, fact)


def _last(value: Value) -> str:
    day = value.as_of.last if value.as_of else None
    return day.isoformat() if day else ""


def values_line(view: View, fact: Fact, judged: bool = True) -> Line:
    """The values of a fact in one line, those with most origins first, with their references; where there are several,
    and it is to be `judged`, the verdict."""
    line: Line = []
    for value in sorted(fact.values, key=lambda v: -len(v.origins)):
        line += [Piece(PARTED, "muted")] if line else []
        line += [*view.fact_value(fact, value), Piece(" "), *view.refs(value.reports)]
    if judged and len(fact.values) > 1:
        line += [Piece(" "), Piece(labels.word("verdicts", fact.verdict, view.lang), "verdict", fact.verdict)]
    return line
