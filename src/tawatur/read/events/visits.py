"""Visits: a person or a delegation that comes to a place."""

from __future__ import annotations

from tawatur.language.lexicon import Hit
from tawatur.read.document import Document
from tawatur.read.events.arguments import antecedent, carried_subject, noun_phrase, subject
from tawatur.read.events.clauses import Clause
from tawatur.read.events.context import Context
from tawatur.read.events.phrases import Phrase, proclitic
from tawatur.read.events.slots import Draft, date_of, values
from tawatur.read.events.status import status_of
from tawatur.record.types import Event, Mention


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
        event = _visit(context, hit, clause)
        if event is not None and not _told(found, event):
            found.append(event)
    return found


def _visit(context: Context, hit: Hit, clause: Clause) -> Event | None:
    who = _visitor(context, hit, clause)
    if who is None:
        return None
    place = _place(context, hit, clause, who)
    visitor = [v for v in values(context, who) if _comes(context, v, who)]
    if place is None or not visitor or place.entity in visitor:
        return None
    if hit.data.get("only_after") and not _headed(context, hit, clause, place):
        return None
    date = date_of(context, clause, hit.end)
    start = min(hit.start, who.start if clause.start <= who.start else hit.start)
    end = max(place.end, who.end if who.start < clause.end else 0, date.end if date is not None else 0)
    draft = Draft(context, "visit", start, max(end, hit.end))
    draft.entities("visitor", visitor, (who.start, who.end))
    for further in _further(context, clause, place):
        draft.entities("place", [further.entity], (further.start, further.end))
    if date is not None:
        draft.value("date", date.interval, (date.start, date.end))
    draft.told_at(hit.start, hit.end)
    going = hit.data["frame"] == "of" and clause.tense == "present" and date is None
    coming = hit.features.get("form") == "present" or (hit.data["frame"] != "object" and clause.tense == "present")
    draft.event.status = status_of(
        context,
        clause,
        date.interval if date is not None else None,
        "ongoing" if going else "planned" if coming else "done",
        hit.first,
    )
    return draft.event


def _visitor(context: Context, hit: Hit, clause: Clause) -> Phrase | None:
    """Who comes: the verb's subject, the noun's owner, or the subject of the verb that makes the visit."""
    if hit.features.get("form"):
        return subject(context, clause) or antecedent(context, clause) or carried_subject(context, clause)
    if hit.data["frame"] == "of" and not hit.analysis.article:
        owner = noun_phrase(context, hit.last + 1, clause.last)
        if owner is not None and _person_first(context, owner):
            return owner
        if hit.data.get("owner"):
            return None
    makers = [h for h in context.document.hits("visit.maker", within=clause.sentence) if h.first < hit.first]
    if hit.data["frame"] == "back":
        return _beside(context, hit, clause)
    if clause.verb is None and makers:
        return noun_phrase(context, makers[-1].last + 1, clause.last)
    made = clause.verb is not None and any(h.first == clause.verb.first for h in makers)
    mark = context.particles.get(hit.first - 1)
    inside = mark is not None and bool(mark.data.get("place") or mark.data.get("during"))
    if made or (inside and clause.verb is not None and clause.verb.first < hit.first):
        return subject(context, clause) or antecedent(context, clause) or carried_subject(context, clause)
    return None


def _beside(context: Context, hit: Hit, clause: Clause) -> Phrase | None:
    """Whose visit a pronoun says: the subject of its clause or of one around it (خلال زيارته إلى بغداد قال الوزير)."""
    found = subject(context, clause) or antecedent(context, clause) or carried_subject(context, clause)
    if found is not None and any(_comes(context, v, found) for v in values(context, found)):
        return found
    for index in (clause.index + 1, clause.index - 1):
        if 0 <= index < len(context.clauses) and context.clauses[index].sentence is clause.sentence:
            other = subject(context, context.clauses[index])
            if other is not None and any(_comes(context, v, other) for v in values(context, other)):
                return other
    return found


def _person_first(context: Context, owner: Phrase) -> bool:
    named = context.mention_tokens.get(owner.first)
    return (named is not None and named.type == "person") or owner.first in context.visitors


def _comes(context: Context, value: str, who: Phrase) -> bool:
    kind = context.types.get(value)
    return kind == "person" or (kind is None and who.first in context.visitors)


def _place(context: Context, hit: Hit, clause: Clause, who: Phrase) -> Mention | None:
    """Where to: the first place after the visitor and the word, direct or behind its preposition."""
    last = context.document.tokens[clause.last - 1].end
    after = max(hit.end, who.end if who.start > hit.start else 0)
    for mention in context.within(context.mentions, hit.end, last):
        inside = who.start <= mention.start < who.end
        if mention.type == "place" and not inside and mention.start - after < 60:
            return mention if hit.features.get("form") or _led_to(context, hit, mention) else None
    return None


def _further(context: Context, clause: Clause, place: Mention) -> list[Mention]:
    """The place and those joined to it (السعودية وإسرائيل والأردن)."""
    found = [place]
    for mention in context.within(context.mentions, place.end, clause.end):
        first = context.document.token_at(mention.start)
        joined = context.document.token_at(found[-1].end) == first and proclitic(context, first)[0]
        if mention.type != "place" or not joined:
            break
        found.append(mention)
    return found


def _headed(context: Context, hit: Hit, clause: Clause, place: Mention) -> bool:
    """Whether the word that leads to the place stands between it and the verb (غادر إلى)."""
    first, last = hit.last + 1, context.document.token_at(place.start)
    return any(context.document.tokens[i].text in hit.data["after"] for i in range(first, last))


def _led_to(context: Context, hit: Hit, place: Mention) -> bool:
    """Whether the noun of visiting, or a preposition of direction, stands before a place and its class words."""
    index = context.document.token_at(place.start)
    while index - 1 > hit.last and not proclitic(context, index)[1] and index - 1 in context.class_words:
        index -= 1
    if proclitic(context, index)[1]:
        allowed = (context.for_letter, context.at_letter) if hit.data.get("owner") else (context.for_letter,)
        return proclitic(context, index)[1] in allowed
    mark = context.particles.get(index - 1)
    return index - 1 <= hit.last or (mark is not None and not mark.data.get("place")) or bool(hit.data.get("tour"))


def _told(found: list[Event], event: Event) -> bool:
    """Whether a visit by one of these people to the place, on days that do not differ, was told already."""
    for other in found:
        people = set(other.slots["visitor"]) & set(event.slots["visitor"])  # type: ignore[arg-type]
        dates = other.slots.get("date"), event.slots.get("date")
        if people and (None in dates or dates[0] == dates[1]):
            if "date" not in other.slots and dates[1] is not None:
                other.slots["date"] = dates[1]
            return True
    return False
