"""Sums that somebody denies, and those that he gives in their place."""

from __future__ import annotations

from tawatur.read.events.context import Context
from tawatur.read.events.funding.cues import Cues
from tawatur.read.events.funding.parties import take_over
from tawatur.read.events.slots import Draft, is_money
from tawatur.record.types import Event, Number, Quantity, Statement
from tawatur.text.words import SIGN, definite

_WORDS = 4  # from what a sum is called to the sum: what sort of sum it is, and that it is (الرقم النهائي هو ...)
_SENTENCES = 2  # how far back the sum that another corrects may be told
_FAR_OFF = 5  # times a sum from which another is hardly of the same money
_SLOTS = ("donor", "recipient", "purpose")


def settle(context: Context, event: Event) -> None:
    """What stands in the words that somebody denies is denied, in his voice, whoever said it in them."""
    denial = _denied_in(context, event)
    if denial is not None:
        event.status, event.statement = "denied", denial


def _denied_in(context: Context, event: Event) -> int | None:
    """The denial that holds a funding, or of which it begins or ends the words; what the denier says beside it, though
    within it, he does not deny."""
    told = context.reading.statements
    index = context.statement_at(event.start, event.end)
    inner = told[index] if index is not None else None
    if inner is not None and inner.denies:
        return index if not _of_knowing(context, inner) else None
    for at, outer in enumerate(told):
        if not outer.denies or not (outer.start < event.end and event.start < outer.end) or _of_knowing(context, outer):
            continue
        if event.status == "denied" and (inner is None or not _apart(inner, outer)):
            return at
        if inner is not None and _holds(outer, inner) and outer.speaker in inner.via:
            return at
    return None


def _of_knowing(context: Context, denial: Statement) -> bool:
    """Whether it is what he knew or had to do with it that somebody denies (نفى علمه بدفع المبلغ), not the thing."""
    first = context.document.token_at(denial.start)
    return any(h.first == first and h.data["sort"] == "cause" for h in context.document.hits("event.background"))


def _apart(inner: Statement, outer: Statement) -> bool:
    return not (outer.start <= inner.start < outer.end)


def _holds(outer: Statement, inner: Statement) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def figures(context: Context, cues: Cues, found: list[Event]) -> list[Event]:
    """The sums that are put in the place of one that is denied shortly before (نفى ...، وقال: الرقم النهائي هو ...):
    the rest is as it was told of that one."""
    corrected: list[Event] = []
    for money in context.quantities:
        if not is_money(money.number.unit) or any(e.start < money.end and money.start < e.end for e in found):
            continue
        name = _called(context, cues, money)
        before = _before(context, money, found) if name is not None else None
        if name is None or before is None:
            continue
        draft = Draft(context, "funding", context.document.tokens[name].start, money.end)
        draft.value("amount", money.number)
        for slot in _SLOTS:
            if slot in before.slots:
                take_over(draft.event, slot, before)
        draft.event.status = "planned" if before.slots.get("donor") is None else "done"
        corrected.append(draft.event)
    return corrected


def _called(context: Context, cues: Cues, money: Quantity) -> int | None:
    """The token of a word for a sum that says that it is this one (المبلغ الصحيح هو ...، الإجمالي بلغ ...)."""
    tokens = context.document.tokens
    index = context.document.token_at(money.start)
    for first in range(index - 1, max(0, index - 1 - _WORDS), -1):
        token = tokens[first]
        mark = context.particles.get(first)
        if token.kind == SIGN or (mark is not None and mark.data["class"] == "negation"):
            return None
        if first in cues.at["figure"]:
            return first if definite(token.form) or first + 1 in cues.words else None
    return None


def _before(context: Context, money: Quantity, found: list[Event]) -> Event | None:
    """The denied funding told last before a sum, of its currency and of its order."""
    document = context.document
    here = document.sentence_at(money.start)
    for event in sorted(found, key=lambda e: -e.start):
        there = document.sentence_at(event.start)
        if event.status != "denied" or event.start > money.start or here is None or there is None:
            continue
        amount = event.slots.get("amount")
        if here.index - there.index > _SENTENCES or not isinstance(amount, Number):
            continue
        low, high = sorted((amount.value, money.number.value))
        if amount.unit == money.number.unit and high <= _FAR_OFF * low:
            return event
    return None
