"""What a visit says of the meetings that are told with it: where the visitor meets somebody."""

from __future__ import annotations

from tawatur.read.events.clauses import Clause
from tawatur.read.events.context import Context
from tawatur.record.types import Event

_OVER = frozenset({"cancelled", "denied"})


def place_meetings(context: Context, events: list[Event]) -> None:
    """Give a meeting that a visitor holds right after his visit is told, and that is told no place, the visit's places
    (وصل الوزير إلى الرياض والتقى نظيره)."""
    visits = sorted((e for e in events if e.kind == "visit" and _made(e)), key=lambda e: e.start)
    for meeting in (e for e in events if e.kind == "meeting" and visits):
        if "place" in meeting.slots or meeting.status in _OVER or meeting.slots.get("level") == "summit":
            continue
        visit = next((v for v in reversed(visits) if _holds(context, v, meeting)), None)
        if visit is not None:
            meeting.slots["place"] = _places(visit)
            meeting.evidence["place"] = [context.document.span(visit.start, visit.end)]


def _made(visit: Event) -> bool:
    """Whether a visit is not called off, and is told with where it goes."""
    return visit.status not in _OVER and "place" in visit.slots


def _places(visit: Event) -> list[str]:
    found = visit.slots["place"]
    return [str(place) for place in found] if isinstance(found, list) else []


def _holds(context: Context, visit: Event, meeting: Event) -> bool:
    """Whether a meeting is one of a visit: told after it in its sentence or the next, held by the visitor, as far ahead
    or behind as the visit, and not said to come before or after it (بعد لقائه الملك)."""
    here, there = (context.clause_at(context.document.token_at(e.start)) for e in (visit, meeting))
    if here is None or there is None or len(_places(visit)) != 1:
        return False
    near = 0 <= there.sentence.index - here.sentence.index <= 1 and here.sentence.paragraph == there.sentence.paragraph
    visitors, met = visit.slots["visitor"], meeting.slots.get("attended", [])
    by_him = isinstance(visitors, list) and isinstance(met, list) and any(v in met for v in visitors)
    alike = (visit.status == "planned") == (meeting.status == "planned") or visit.status == "ongoing"
    return near and meeting.start >= visit.start and by_him and alike and not _apart(context, there, meeting)


def _apart(context: Context, clause: Clause, meeting: Event) -> bool:
    """Whether a preposition of time stands between the meeting's words and the visit."""
    first = context.document.token_at(meeting.start)
    marks = (context.particles.get(i) for i in range(max(clause.sentence.first, first - 2), first + 1))
    return any(m is not None and bool(m.data.get("ends_list")) for m in marks)
