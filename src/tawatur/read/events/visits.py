"""Visits: a person or a delegation that comes to a place."""

from __future__ import annotations

from tawatur.language.lexicon import Hit
from tawatur.read.document import Document
from tawatur.read.events import visitors
from tawatur.read.events.clauses import Clause
from tawatur.read.events.context import Context
from tawatur.read.events.people import offices_of
from tawatur.read.events.phrases import Phrase
from tawatur.read.events.scheduled import called_off, scheduled
from tawatur.read.events.slots import Draft, date_of, seat
from tawatur.read.events.status import cue_in
from tawatur.read.events.told import sure
from tawatur.read.events.visit_places import ADJECTIVES, further_places, headed, one_place, place_of
from tawatur.read.events.visit_standing import standing
from tawatur.read.events.visited import Visited, visited_by
from tawatur.record.types import Event, Mention, Span, Time


def find(document: Document, context: Context) -> list[Event]:
    """All visits of a report, one for each visitor and place, without ids."""
    found: list[Event] = []
    for hit in document.hits("event.visit"):
        clause = context.clause_at(hit.first)
        if (
            clause is None
            or hit.data["frame"] == "none"
            or clause.sentence.index in context.words.sport_sentences
            or bool(hit.features.get("form")) != (hit.first in context.verbs)
        ):
            continue
        event = _visit(context, hit, clause, found)
        if event is None or ("place" not in event.slots and hit.analysis.article):
            taken = _of_sort(context, found, hit, clause) or _taken_up(context, found, hit)
            if event is not None and not taken:
                found.append(event)
        elif not _told(context, found, event):
            found.append(event)
    return found


def _visit(context: Context, hit: Hit, clause: Clause, told: list[Event]) -> Event | None:
    clause = _making(context, hit, clause)
    people = visited_by(context, hit, clause)
    who, visitor = _who(context, hit, clause, people, told)
    place = (people.place if people is not None else None) or place_of(context, hit, clause, who)
    if not visitor or (place is None and not (people is not None and people.hurt) and not _sure(context, hit)):
        return None
    if place is not None and not _goes_there(context, hit, clause, place, visitor):
        return None
    off = called_off(context, hit, clause)
    date = _date(context, hit, clause, off)
    start = min(hit.start, who.start if clause.start <= who.start else hit.start)
    end = max(
        place.end if place is not None else 0,
        who.end if who.start < clause.end else 0,
        date.end if date is not None and date.start < clause.end else 0,
    )
    draft = Draft(context, "visit", start, max(end, hit.end))
    draft.entities("visitor", visitor, (who.start, who.end))
    for further in further_places(context, clause, place) if place is not None else ():
        draft.entities("place", [seat(context, further)], (further.start, further.end))
    if date is not None:
        draft.value("date", date.interval, (date.start, date.end))
    draft.told_at(hit.start, hit.end)
    draft.event.status = standing(context, hit, clause, date, off)
    return draft.event


def _who(
    context: Context, hit: Hit, clause: Clause, people: Visited | None, told: list[Event]
) -> tuple[Phrase, list[str]]:
    """Who visits: where the text says so (an empty phrase where nothing does), and the values of that."""
    who = visitors.visitor_of(context, hit, clause)
    if who is None and people is not None:
        who = visitors.by_title(context, clause)
    who = visitors.whole(context, _before(context, hit, who, people)) if who is not None else None
    visitor = visitors.names_of(context, who, people is not None) if who is not None else []
    visitor = visitor or visitors.before(context, hit, clause, told)
    return who or Phrase(hit.first, hit.first, hit.start, hit.start), visitor


def _date(context: Context, hit: Hit, clause: Clause, off: bool) -> Time | None:
    """The day of a visit; not that on which it was called off, nor that of what is told to be after or before it (في
    خطاب أمس عشية زيارة الوزير)."""
    date = scheduled(context, hit) or date_of(context, clause, hit.end)
    if date is None or date.start >= hit.start:
        return date
    mark = context.particles.get(hit.first - 1)
    apart = mark is not None and bool(mark.data.get("ends_list")) and not hit.features.get("form")
    return None if apart or off or cue_in(context, clause, hit.first) == "cancelled" else date


def _before(context: Context, hit: Hit, who: Phrase, people: Visited | None) -> Phrase:
    """The visitors without the visit itself or those whom they visit behind them (استهل الوفد الزيارة، زار الوزير
    الجرحى)."""
    for first in (hit.first, people.people.first if people is not None else hit.first):
        if who.first < first < who.last:
            who = who._replace(last=first, end=context.document.tokens[first - 1].end)
    return who


def _goes_there(context: Context, hit: Hit, clause: Clause, place: Mention, visitor: list[str]) -> bool:
    """Whether visitors may go to a place: nobody visits himself or his own country, and a verb that needs it has its
    preposition before the place."""
    if place.entity in visitor:
        return False
    if not hit.features.get("form") and any(place.entity in offices_of(context, v) for v in visitor):
        return False
    return not hit.data.get("only_after") or headed(context, hit, clause, place)


def _sure(context: Context, hit: Hit) -> bool:
    """Whether the learned model is sure of a visit of which a noun tells whose it is, and nothing where it goes (بعد
    زيارة الملك)."""
    return not hit.features.get("form") and sure(context.document, hit, "visit")


def _making(context: Context, hit: Hit, clause: Clause) -> Clause:
    """The relative clause that says who makes a visit (الزيارة التي قام بها الوزير إلى ...), else the visit's own."""
    after = context.relative_after(clause)
    if after is None or after.verb is None:
        return clause
    makers = {h.first for h in context.document.hits("visit.maker", within=clause.sentence)}
    near = clause.last - hit.last <= ADJECTIVES + 1
    return after if near and hit.data["frame"] == "of" and after.verb.first in makers else clause


def _of_sort(context: Context, found: list[Event], hit: Hit, clause: Clause) -> bool:
    """Note as evidence a noun that says of what sort the visit told before it in its sentence is, or ends it (وصل
    الوزير إلى الرباط في زيارة عمل); whether it does."""
    last = found[-1] if found else None
    mark = context.particles.get(hit.first - 1)
    inside = mark is not None and bool(mark.data.get("place") or mark.data.get("during"))
    if last is None or not inside or hit.features.get("form") or last.start < clause.sentence.start:
        return False
    _prove(context, last, hit.start, hit.end)
    return True


def _taken_up(context: Context, found: list[Event], hit: Hit) -> bool:
    """Note as evidence a definite noun that takes up the visit told last (واستغرقت الزيارة يومين); whether it does."""
    if not found or not hit.analysis.article or hit.features.get("form"):
        return False
    _prove(context, found[-1], hit.start, hit.end)
    return True


def _prove(context: Context, event: Event, start: int, end: int) -> None:
    if not event.start <= start < event.end:
        spans = event.evidence.setdefault("visitor", [])
        spans.append(Span(start, end, context.document.text[start:end]))


def _told(context: Context, found: list[Event], event: Event) -> bool:
    """Whether a visit by one of these people to the place, on days that do not differ, was told already: a country and
    a city are one visit's places, two countries or two cities are not, and what is told without a place takes up a
    visit by the same."""
    for other in found:
        people = set(other.slots["visitor"]) & set(event.slots["visitor"])  # type: ignore[arg-type]
        dates = other.slots.get("date"), event.slots.get("date")
        apart = "place" in other.slots and "place" in event.slots and not one_place(context, other, event)
        if people and not apart and (None in dates or dates[0] == dates[1]):
            for slot in ("place", "date"):
                if slot not in other.slots and slot in event.slots:
                    other.slots[slot] = event.slots[slot]
            _prove(context, other, event.start, event.end)
            return True
    return False
