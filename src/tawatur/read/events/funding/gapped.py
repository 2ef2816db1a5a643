"""Money told without a verb of its own: what each of several gives, and what one gives as another did."""

from __future__ import annotations

from tawatur.read.events.clauses import SOFT
from tawatur.read.events.context import Context
from tawatur.read.events.funding.cues import Cues
from tawatur.read.events.funding.parties import take_over
from tawatur.read.events.funding.takers import recipients
from tawatur.read.events.phrases import proclitic
from tawatur.read.events.slots import Draft
from tawatur.record.types import Event, Mention, Quantity

_SENTENCES = 1  # how far back the money before it may be told
_BETWEEN = frozenset({"(", ":", "–", "-"})
_SHARED = ("recipient", "purpose", "period")


def told_on(context: Context, cues: Cues, money: Quantity, found: list[Event]) -> Event | None:
    """The funding of a giver whose sum stands right behind his name, with the verb of the one before (قدمت السعودية
    مليار دولار، والإمارات 500 مليون): the rest is as it was told of him."""
    if not found:
        return None
    document, before = context.document, found[-1]
    index = document.token_at(money.start)
    donor = _named_before(context, cues, index)
    if donor is None or before.start > donor.start:
        return None
    told = document.sentence_at(before.start)
    here = document.sentence_at(money.start)
    if told is None or here is None or here.index - told.index > _SENTENCES:
        return None
    draft = Draft(context, "funding", donor.start, money.end)
    draft.entities("donor", [donor.entity])
    draft.value("amount", money.number)
    after = document.token_at(money.end)
    own = recipients(context, cues, after, min(after + 2, here.last))
    if own is not None:
        draft.entities("recipient", own[0], own[1])
    for slot in _SHARED:
        if slot in before.slots and slot not in draft.event.slots and not (own and slot == "purpose"):
            take_over(draft.event, slot, before)
    draft.event.status = before.status
    return draft.event


def _named_before(context: Context, cues: Cues, index: int) -> Mention | None:
    """The state or body whose name, behind a conjunction or a comma, ends right before a sum or the letter and word
    that bring it (والاتحاد الأوروبي بمبلغ ...)."""
    tokens = context.document.tokens
    at = index - 1
    while at > 0 and (tokens[at].form in _BETWEEN or tokens[at].form == context.letters.at or at in cues.at["sum"]):
        at -= 1
    named = [
        m
        for m in context.within(context.mentions, tokens[max(0, at - 6)].start, tokens[at].end)
        if m.end == tokens[at].end and m.type in ("place", "organisation")
    ]
    if not named:
        return None
    first = context.document.token_at(named[-1].start)
    while first - 1 in context.words.class_words:
        first -= 1
    joined = bool(proclitic(context, first)[0]) and not proclitic(context, first)[1]
    return named[-1] if joined or tokens[first - 1].form in SOFT else None
