"""The funding that a sum of money is given in, with its parties, its purpose and its time."""

from __future__ import annotations

from tawatur.language.lexicon import Hit
from tawatur.read.events.arguments import antecedent
from tawatur.read.events.clauses import Clause
from tawatur.read.events.context import Context
from tawatur.read.events.funding.cues import Cues
from tawatur.read.events.funding.parties import fill, fill_places
from tawatur.read.events.funding.sides import SumTold
from tawatur.read.events.funding.status import status
from tawatur.read.events.phrases import Phrase
from tawatur.read.events.slots import Draft, date_of, is_money
from tawatur.record.types import Event, Quantity, Time

Party = tuple[list[str], Phrase | None]  # who gives or takes, and where that stands


def of_sum(context: Context, cues: Cues, words: list[Hit], money: Quantity, clause: Clause, last: int) -> Event:
    """The funding of a sum in a clause, told by `words`; `last` is the token where what belongs to the clause ends."""
    spoken_of = antecedent(context, clause)
    lent = spoken_of is not None and spoken_of.first in cues.words  # القروض التي قدمتها المصارف
    start = spoken_of.start if spoken_of is not None and lent else clause.start
    draft = Draft(context, "funding", start, max(clause.end, money.end))
    told = SumTold(context, cues, words, money, clause, last)
    told.fill_donor(draft)
    draft.value("amount", money.number, (money.start, money.end))
    taking = told.fill_recipient(draft)
    draft.spans("purpose", told.purposes(taking))
    time = _time_of(context, clause, money)
    if time is not None and time.precision not in ("day", "week", "part-month"):
        draft.value("period", time.interval, (time.start, time.end))
    _not_to_himself(draft)
    fill_places(draft, told.after, told.last)
    draft.event.status = "planned" if told.needed else status(context, cues, clause, words, told.giving)
    return draft.event


def _time_of(context: Context, clause: Clause, money: Quantity) -> Time | None:
    """The time of a sum in its clause: one behind it before one that stands behind the sum ahead of it (450 مليونا لعام
    2018 و300 مليون للعام المقبل)."""
    sums = (q for q in context.within(context.quantities, clause.start, money.start) if is_money(q.number.unit))
    ahead = max((q.end for q in sums), default=money.start)
    behind = (t for t in context.within(context.times, money.end, clause.end) if t.interval.first or t.interval.last)
    own = next(behind, None) if any(context.within(context.times, ahead, money.start)) else None
    return own or date_of(context, clause, money.start)


def of_thing(
    context: Context, hit: Hit, clause: Clause, donor: Party, recipient: Party, thing: Phrase, status: str
) -> Event:
    """A funding of something, told by a word in its clause: the parties that are named, with where they stand."""
    inside = [p for p in (donor[1], recipient[1], thing) if p is not None and clause.start <= p.start < clause.end]
    draft = Draft(context, "funding", min(hit.start, *(p.start for p in inside)), max(p.end for p in inside))
    for slot, (found, where) in (("donor", donor), ("recipient", recipient)):
        if found and where is not None:
            fill(draft, slot, (found, (where.start, where.end)))
    draft.told_at(hit.start, hit.end)
    draft.event.status = status
    return draft.event


def _not_to_himself(draft: Draft) -> None:
    """Nobody takes what he gives: a pronoun spoke of another (إيران هي الممول الرئيسي للحركة. تموله بمليون)."""
    slots = draft.event.slots
    if "recipient" in slots and slots["recipient"] == slots.get("donor"):
        del slots["recipient"]
        draft.event.evidence.pop("recipient", None)
