"""Visits: a person or a delegation that comes to a place."""

from __future__ import annotations

from tawatur.language.lexicon import Hit
from tawatur.read.document import Document
from tawatur.read.events.arguments import doer, noun_phrase, subject
from tawatur.read.events.clauses import Clause
from tawatur.read.events.complements import complements
from tawatur.read.events.context import Context
from tawatur.read.events.phrases import Phrase, words
from tawatur.read.events.slots import Draft, date_of, values
from tawatur.read.events.status import status_of
from tawatur.read.events.visit_places import ADJECTIVES, further_places, headed, one_place, place_of
from tawatur.record.types import Event


def find(document: Document, context: Context) -> list[Event]:
    """All visits of a report, one for each visitor and place, without ids."""
    found: list[Event] = []
    for hit in document.hits("event.visit"):
        clause = context.clause_at(hit.first)
        if (
            clause is None
            or hit.data["frame"] == "none"
            or (hit.features.get("form") and hit.first not in context.verbs)
        ):
            continue
        event = _visit(context, hit, clause, found)
        if event is not None and not _told(context, found, event):
            found.append(event)
    return found


def _visit(context: Context, hit: Hit, clause: Clause, told: list[Event]) -> Event | None:
    clause = _making(context, hit, clause)
    who = _visitor(context, hit, clause)
    who = _whole(context, who) if who is not None else None
    visitor = [v for v in _named(context, who) if _comes(context, v, who)] if who is not None else []
    if not visitor:
        visitor = _visitor_before(context, hit, clause, told)
    who = who or Phrase(hit.first, hit.first, hit.start, hit.start)
    place = place_of(context, hit, clause, who)
    if place is None or not visitor or place.entity in visitor:
        return None
    if hit.data.get("only_after") and not headed(context, hit, clause, place):
        return None
    date = date_of(context, clause, hit.end)
    start = min(hit.start, who.start if clause.start <= who.start else hit.start)
    end = max(place.end, who.end if who.start < clause.end else 0, date.end if date is not None else 0)
    draft = Draft(context, "visit", start, max(end, hit.end))
    draft.entities("visitor", visitor, (who.start, who.end))
    for further in further_places(context, clause, place):
        draft.entities("place", [further.entity], (further.start, further.end))
    if date is not None:
        draft.value("date", date.interval, (date.start, date.end))
    draft.told_at(hit.start, hit.end)
    going = hit.data["frame"] == "of" and clause.tense == "present" and date is None
    going = going or hit.data.get("status") == "ongoing"
    coming = hit.features.get("form") == "present" or (hit.data["frame"] != "object" and clause.tense == "present")
    draft.event.status = status_of(
        context,
        clause,
        date.interval if date is not None else None,
        "ongoing" if going else "planned" if coming else "done",
        hit.first,
    )
    return draft.event


def _whole(context: Context, who: Phrase) -> Phrase:
    """Visitors without a name together with whom they come for (ممثلون عن مجموعة الشركات)."""
    behalf = [h for h in context.document.hits("visit.behalf") if h.first == who.last]
    if not behalf or who.last - who.first != 1 or who.first not in context.visitors:
        return who
    clause = context.clause_at(who.first)
    after = noun_phrase(context, who.last + 1, clause.last) if clause is not None else None
    return who._replace(last=after.last, end=after.end) if after is not None else who


def _named(context: Context, who: Phrase) -> list[str]:
    """`values`; those who only come for a body are themselves the visitors."""
    behalf = {h.first for h in context.document.hits("visit.behalf")}
    return [words(context, who)] if any(i in behalf for i in range(who.first, who.last)) else values(context, who)


def _making(context: Context, hit: Hit, clause: Clause) -> Clause:
    """The relative clause that says who makes a visit (الزيارة التي قام بها الوزير إلى ...), else the visit's own."""
    after = context.clauses[clause.index + 1] if clause.index + 1 < len(context.clauses) else None
    if after is None or after.opener != "relative" or after.sentence is not clause.sentence or after.verb is None:
        return clause
    makers = {h.first for h in context.document.hits("visit.maker", within=clause.sentence)}
    near = clause.last - hit.last <= ADJECTIVES + 1
    return after if near and hit.data["frame"] == "of" and after.verb.first in makers else clause


def _visitor_before(context: Context, hit: Hit, clause: Clause, told: list[Event]) -> list[str]:
    """The visitor of the visit told just before in the sentence (جاءت زيارة الوزير لأربيل بعد زيارة لبغداد)."""
    last = told[-1] if told else None
    if last is None or hit.data["frame"] != "of" or hit.analysis.article or last.start < clause.sentence.start:
        return []
    mark = context.particles.get(hit.first - 1)
    behind = mark is not None and (mark.data.get("ends_list") or mark.data["class"] == "partitive")
    visitor = last.slots.get("visitor")
    return [str(v) for v in visitor] if behind and isinstance(visitor, list) else []


def _visitor(context: Context, hit: Hit, clause: Clause) -> Phrase | None:
    """Who comes: the verb's subject, the noun's owner, or the subject of the verb that makes the visit."""
    if not clause.first <= hit.first < clause.last and clause.verb is not None:
        return noun_phrase(context, clause.verb.last + 1, clause.last)
    if hit.features.get("form"):
        return doer(context, clause)
    if hit.data["frame"] == "of" and not hit.analysis.article:
        owner = noun_phrase(context, hit.last + 1, clause.last)
        if owner is not None and _person_first(context, owner):
            return owner
        if hit.data.get("owner"):
            return None
    led = _delegates(context, hit, clause) if hit.data["frame"] == "of" else None
    if led is not None:
        return led
    makers = [h for h in context.document.hits("visit.maker", within=clause.sentence) if h.first < hit.first]
    if hit.data["frame"] == "back":
        return _beside(context, hit, clause)
    ruled = clause.verb is not None and clause.verb.first < hit.first
    if makers and makers[-1].first >= clause.first and not ruled:
        return noun_phrase(context, makers[-1].last + 1, clause.last)
    made = clause.verb is not None and any(h.first == clause.verb.first for h in makers)
    mark = context.particles.get(hit.first - 1)
    inside = mark is not None and bool(mark.data.get("place") or mark.data.get("during"))
    if made or (inside and (clause.verb.first < hit.first if clause.verb is not None else clause.opener == "that")):
        return doer(context, clause)
    return None


def _delegates(context: Context, hit: Hit, clause: Clause) -> Phrase | None:
    """The visitors behind ل and the noun's adjectives (الزيارة الخاطفة لوفد الحركة إلى ...)."""
    for found in complements(context, hit.last + 1, min(clause.last, hit.last + ADJECTIVES + 2)):
        if found.letter == context.for_letter:
            visits = _person_first(context, found.phrase)
            return noun_phrase(context, found.phrase.first, clause.last, governed=True) if visits else None
        if not found.bare:
            return None
    return None


def _beside(context: Context, hit: Hit, clause: Clause) -> Phrase | None:
    """Whose visit a pronoun says: the subject of its clause or of one around it (خلال زيارته إلى بغداد قال الوزير)."""
    found = doer(context, clause)
    if found is not None and any(_comes(context, v, found) for v in values(context, found)):
        return found
    for index in (clause.index + 1, clause.index - 1):
        if 0 <= index < len(context.clauses) and context.clauses[index].sentence is clause.sentence:
            other = subject(context, context.clauses[index])
            if other is not None and any(_comes(context, v, other) for v in values(context, other)):
                return other
    delegates = [h for h in context.document.hits("visit.visitor", within=clause.sentence) if h.last < hit.first]
    if found is None and delegates:  # الزيارة الثانية لرئيس الوزراء بعد زيارته لجيبوتي
        return noun_phrase(context, delegates[0].first, hit.first, governed=True)
    return found


def _person_first(context: Context, owner: Phrase) -> bool:
    named = context.mention_tokens.get(owner.first)
    return (named is not None and named.type == "person") or owner.first in context.visitors


def _comes(context: Context, value: str, who: Phrase) -> bool:
    kind = context.types.get(value)
    return kind == "person" or (kind is None and who.first in context.visitors and len(value.split()) > 1)


def _told(context: Context, found: list[Event], event: Event) -> bool:
    """Whether a visit by one of these people to the place, on days that do not differ, was told already: a country and
    a city are one visit's places, two countries or two cities are not."""
    for other in found:
        people = set(other.slots["visitor"]) & set(event.slots["visitor"])  # type: ignore[arg-type]
        dates = other.slots.get("date"), event.slots.get("date")
        if people and (None in dates or dates[0] == dates[1]) and one_place(context, other, event):
            if "date" not in other.slots and dates[1] is not None:
                other.slots["date"] = dates[1]
            return True
    return False
