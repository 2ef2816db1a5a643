"""Sums of money that somebody gives, pledges, needs or receives."""

from __future__ import annotations

from collections.abc import Iterable

from tawatur.language.lexicon import Hit
from tawatur.read.events.arguments import subject
from tawatur.read.events.clauses import FINITE, Clause
from tawatur.read.events.context import Context
from tawatur.read.events.funding.cues import Cues
from tawatur.read.events.funding.drafting import of_sum
from tawatur.read.events.funding.parties import BODIES
from tawatur.read.events.funding.sides import BARE, by_meeting
from tawatur.read.events.phrases import proclitic
from tawatur.read.events.slots import is_money
from tawatur.read.events.told import UNLIKELY, unlikely
from tawatur.record.types import Event, Quantity

_FAR = 16  # tokens from a sum back to the word that says what becomes of it
_AFTER = 8  # tokens from a sum on to the noun that says what it is
_BESIDE = 3  # tokens before the word of giving in which a price stops it
_NEAR = 2  # tokens between a sum and its value in another currency
_NONE = 0.1  # below it the learned model thinks nothing of a word
_PARTIES = ("donor", "recipient")


def of(context: Context) -> list[Quantity]:
    """Sums of money, and bare millions, in order; without those that say the sum before them in another currency."""
    found: list[Quantity] = []
    for q in context.quantities:
        bare = q.number.unit is None and q.number.value >= BARE
        if not q.ordinal and (is_money(q.number.unit) or bare) and not (found and _converts(context, found[-1], q)):
            found.append(q)
    return found


def _converts(context: Context, before: Quantity, money: Quantity) -> bool:
    """Whether a sum repeats the one right before it in another currency: 170 مليون درهم (46 مليون دولار)."""
    tokens = context.document.tokens
    first, last = context.document.token_at(before.end), context.document.token_at(money.start)
    opened = any(tokens[i].form == "(" for i in range(first, last))
    return opened and last - first <= _NEAR and before.number.unit != money.number.unit


def told(context: Context, cues: Cues, hits: list[Hit], money: Quantity) -> Event | None:
    """The funding that a sum is given in, None where it is no gift."""
    index = context.document.token_at(money.start)
    clause = context.clause_at(index)
    if clause is None:
        return None
    first, last = _reach(clause, index)
    near = _telling(context, cues, clause, [h for h in hits if first <= h.first < last and _usable(context, h)], index)
    strong, weak = _before(near, index), [h for h in near if h.last < index and h.data.get("weak")]
    strong = strong or _behind(context, near, index)
    if money.number.unit is None:
        strong = [h for h in strong if h.data["frame"] == "give"]
    if not (strong or weak) or _priced(context, cues, strong + weak, first, index, last):
        return None
    if clause.negated and not _all_the_same(context, clause, index, money):
        return None
    event = of_sum(context, cues, strong + weak, money, clause, last)
    if _doubted(context, event, strong + weak):
        return None
    told_so = (
        _is_given(context, event, [*strong, *_behind(context, near, index)])
        if strong
        else _may_be_given(context, cues, event, weak, index, last)
    )
    told_so = told_so or any(by_meeting(context, h, subject(context, clause)) for h in weak)
    return event if told_so or _of_his_country(context, clause) else None


def _all_the_same(context: Context, clause: Clause, index: int, money: Quantity) -> bool:
    """Whether a negated clause gives a sum all the same: it was no more than that (لم تقدم سوى ...، لم تتجاوز ...)."""
    only = any(clause.first <= h.first < index for h in context.document.hits("event.funding-only"))
    bounds = money.number.bound in ("at_most", "at_least") and clause.verb is not None
    return only or (bounds and clause.verb is not None and money.start <= clause.verb.start < money.end)


def _doubted(context: Context, event: Event, words: list[Hit]) -> bool:
    """Whether words that are often said of other money are no funding to the learned model, and not both who gives and
    who takes are told (تصرف الدول المليارات لشراء الطاقة)."""
    if not all(h.data.get("weak") or h.data.get("doubtful") or h.data["frame"] == "need" for h in words):
        return False
    least = UNLIKELY if any(h.data["frame"] == "need" for h in words) else _NONE
    both = all(slot in event.slots for slot in _PARTIES)
    return not both and all(unlikely(context.document, h, "funding", least) for h in words)


def _telling(context: Context, cues: Cues, clause: Clause, near: list[Hit], index: int) -> list[Hit]:
    """The words that can tell what a sum is: a noun before the verb hides it (تعتزم جمع مليون دولار), some verbs are
    said of money behind the letter of "with" alone (تقدمت بمليون دولار)."""
    nominal = {
        h.first for h in near if "form" not in h.features and (clause.verb is None or clause.verb.first < h.first)
    }
    near = [h for h in near if "form" not in h.features or h.first not in nominal]
    return near if cues.by(context, index) else [h for h in near if h.data.get("by") != "only"]


def _before(near: Iterable[Hit], index: int) -> list[Hit]:
    return [h for h in near if h.last < index and not h.data.get("weak")]


def _behind(context: Context, near: Iterable[Hit], index: int) -> list[Hit]:
    """The noun or participle after a sum that says what it is: 20 مليون دولار مساعدات، 20 مليون دولار مخصصة ل ..."""
    return [
        h
        for h in near
        if h.first > index
        and (h.data["frame"] == "money" or h.data.get("of_sum"))
        and h.first - index <= _AFTER
        and not any(i in context.verbs for i in range(index, h.first))
    ]


def _priced(context: Context, cues: Cues, words: list[Hit], first: int, index: int, last: int) -> bool:
    """Whether a sum is a price, a profit, a wage or a fine: such a word stands beside what tells of it, or rules the
    whole clause (sport)."""
    begin = max(first, min(index, *(h.first for h in words)) - _BESIDE)
    pledged = any(h.data.get("pledge") for h in words)
    beside = [
        h
        for i in range(begin, index)
        if (h := cues.at["not"].get(i)) is not None
        and not _joined(context, cues, h)
        and not (pledged and h.data.get("invests"))
    ]
    whole = [h for i in range(first, last) if (h := cues.at["not"].get(i)) is not None and h.data.get("wide")]
    return bool(beside or whole)


def _joined(context: Context, cues: Cues, hit: Hit) -> bool:
    """Whether a word that is no gift by itself is joined to one for money (قروض واستثمارات)."""
    return bool(proclitic(context, hit.first)[0]) and hit.first - 1 in cues.words


def _is_given(context: Context, event: Event, strong: list[Hit]) -> bool:
    """Whether words that speak of giving tell a funding: who gives or takes is named, or what for, or the noun is one
    of gifts and pledges."""
    told_of = event.slots.keys() & {"donor", "recipient", "purpose"}
    return bool(told_of) or any(h.data.get("gift") for h in strong)


def _may_be_given(context: Context, cues: Cues, event: Event, weak: list[Hit], index: int, last: int) -> bool:
    """Whether words that speak of other things too tell a funding here: with a purpose, or by a state or body to whom
    it is named, or behind the letter of "with"."""
    owned = any("form" not in h.features and h.last + 1 in context.mention_tokens for h in weak)
    meant = any(h.data["frame"] == "giving" for h in weak) and ("purpose" in event.slots or _to_people(context, event))
    named = _has_body(context, event, "donor")
    by = any(h.data.get("by") or h.data.get("pledge") for h in weak) and cues.by(context, index)
    raised = any(h.data.get("raises") for h in weak) and any(_has_body(context, event, s) for s in _PARTIES)
    likely = owned or meant or by or raised or (named and "recipient" in event.slots)
    return (likely or _has_purpose(cues, index, last)) and bool(event.slots.keys() & {"donor", "recipient"})


def _has_body(context: Context, event: Event, slot: str) -> bool:
    """Whether a state or a body that is named fills a slot."""
    given = event.slots.get(slot)
    return isinstance(given, list) and any(context.types.get(str(v)) in BODIES for v in given)


def _to_people(context: Context, event: Event) -> bool:
    """Whether it goes to people who are not named (دفع مبالغ لمسؤولين محليين)."""
    takes = event.slots.get("recipient")
    return isinstance(takes, list) and not any(str(v) in context.types for v in takes)


def _of_his_country(context: Context, clause: Clause) -> bool:
    """Whether somebody tells what his country gives, though the report does not say which it is."""
    who = subject(context, clause)
    return who is not None and who.first in context.firsts("commitment.own")


def _reach(clause: Clause, index: int) -> tuple[int, int]:
    """The tokens that can tell what a sum is: its clause, and the one before it where that only announces."""
    return max(clause.sentence.first, min(clause.first, index), index - _FAR), min(clause.last, clause.sentence.last)


def _usable(context: Context, hit: Hit) -> bool:
    if hit.features.get("form") in FINITE:
        return hit.first in context.verbs
    return hit.first not in context.mention_tokens


def _has_purpose(cues: Cues, first: int, last: int) -> bool:
    return cues.within("for", first, last) is not None or cues.within("to", first, last) is not None
