"""Seats that are moved: an embassy that goes to another town is a new one there (نقل السفارة الأميركية إلى القدس)."""

from __future__ import annotations

from collections.abc import Mapping

from tawatur.language.lexicon import Hit
from tawatur.read.document import Document
from tawatur.read.entities import known
from tawatur.read.events.arguments import subject
from tawatur.read.events.clauses import FINITE, Clause
from tawatur.read.events.context import Context
from tawatur.read.events.people import country_of, demonym_at
from tawatur.read.events.slots import Draft, body_values, date_of
from tawatur.read.events.status import status_of
from tawatur.record.types import Event, Mention

_OBJECT = 4  # tokens from the word of moving to the seat (ستنقل الولايات المتحدة سفارتها)
_FAR = 10  # tokens from the seat to the town it goes to (من تل أبيب إلى مدينة القدس)


def find(document: Document, context: Context) -> list[Event]:
    """The seats of a report that are moved, as foundings, one for each, without ids."""
    seats = document.by_first("founding.institution")
    found: dict[str, Event] = {}
    for hit in document.hits("founding.move") if seats else ():
        told = _moved(context, hit, seats)
        if told is not None:
            found.setdefault(*told)
    return [event for body, event in found.items() if not any(_same_unnamed(body, other) for other in found)]


def _same_unnamed(body: str, other: str) -> bool:
    """Whether a seat that is not said whose it is goes where another goes that is (نقل السفارة إلى القدس)."""
    ours, theirs = body.split(), other.split()
    return len(ours) < len(theirs) and (ours[0], ours[-1]) == (theirs[0], theirs[-1])


def _moved(context: Context, hit: Hit, seats: Mapping[int, Hit]) -> tuple[str, Event] | None:
    """What a word of moving tells: the new seat as it is called, and its founding."""
    clause = context.clause_at(hit.first)
    finite = hit.features.get("form") in FINITE
    if clause is None or finite != (hit.first in context.verbs):
        return None
    reach = range(hit.last + 1, hit.last + (_OBJECT if finite else 1) + 1)
    seat = next((seats[i] for i in reach if i in seats and i < clause.last), None)
    town = _town(context, seat, clause) if seat is not None else None
    if seat is None or town is None:
        return None
    owner = _owner(context, seat, clause)[:1]
    if not owner and not seat.analysis.article:
        return None  # نقل أي سفارة
    date = date_of(context, clause, hit.end) if finite else None
    draft = Draft(context, "founding", hit.start, max(town.end, date.end if date is not None else 0))
    body = _named(context, seat, owner, town)
    draft.entities("body", [body], (seat.start, town.end))
    if date is not None:
        draft.value("date", date.interval, (date.start, date.end))
    draft.event.status = status_of(context, clause, date.interval if date is not None else None, before=hit.first)
    return body, draft.event


def _town(context: Context, seat: Hit, clause: Clause) -> Mention | None:
    """The place that a seat goes to: the first behind "to", or behind the letter for it (نقل السفارة للقدس)."""
    toward = context.document.firsts("founding.toward")
    ahead = False
    for index in range(seat.last + 1, min(seat.last + 1 + _FAR, clause.last)):
        ahead = ahead or index in toward
        mention = context.mention_tokens.get(index)
        if mention is None or mention.type != "place":
            continue
        letter = context.document.text[context.document.tokens[index].start : mention.start]
        if ahead or letter == context.letters.for_:
            return mention
    return None


def _named(context: Context, seat: Hit, owner: list[str], town: Mention) -> str:
    """What the new seat is called: the noun, whose it is, where."""
    for entity in owner:
        known(context.document, entity)
    names = {e.id: e.name.get("ar") or "" for e in context.reading.entities}
    words = (
        str(seat.data["noun"]["singular"]),
        *(names.get(o, "") for o in owner),
        context.letters.inside,
        names[town.entity],
    )
    return " ".join(word for word in words if word)


def _owner(context: Context, seat: Hit, clause: Clause) -> list[str]:
    """Whose a seat is: the country of its adjective, who is named behind it, or whom its pronoun stands for."""
    after = seat.last + 1
    if (people := demonym_at(context, after)) is not None:
        return [str(people.data["of"])]
    if after in context.firsts("commitment.own"):
        return country_of(context, context.speaker_at(clause))
    if after in context.mention_tokens:
        return [context.mention_tokens[after].entity]
    who = subject(context, clause) if "suffix" in seat.features else None
    return body_values(context, who) if who is not None else []
