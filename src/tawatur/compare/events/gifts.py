"""Sums on which reports differ: of one story, each tells one funding of a giver, or one total of what all pledged, and
gives another amount for it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

from tawatur.compare.corpus import stems
from tawatur.compare.days import one_occasion
from tawatur.compare.events.pair import Pair, one_story, shared
from tawatur.compare.events.sight import Sight, number
from tawatur.language.lexicon import Entry, Lexicon
from tawatur.language.loader import load
from tawatur.record.types import Interval, Number, Span
from tawatur.text.words import tokenize

OF_A_GIVER = 0.3  # for two amounts of one giver, instead of what another amount takes away
OF_ALL = 0.9  # the same of all givers together, or of a sum that is denied and the one given instead
_FAR_OFF = 2  # times a sum from which another is hardly told of the same funding
_DAYS = 3  # between reports
_KINDS = ("event.funding", "gift.apart", "gift.sort")


@dataclass(slots=True, frozen=True)
class _Words:
    """What the clause of a funding says of its sum: `apart`, that it is one of several; `needed` and not given;
    `pledged` or gathered; and what `sorts` of money it is (a loan, a grant)."""

    apart: bool
    needed: bool
    pledged: bool
    sorts: frozenset[str]


def rival_sums(pair: Pair) -> float:
    """What speaks for one funding in two tellings of other amounts: above 0 for what one speaker denies and gives
    instead, and for what two reports of one story, of days close to each other, tell of one giver or of all together.
    """
    if not _rivals(pair):
        return 0.0
    a, b = pair.a, pair.b
    return OF_A_GIVER if a.ids("donor") & b.ids("donor") else OF_ALL


def _rivals(pair: Pair) -> bool:
    a, b = pair.a, pair.b
    x, y = number(a.event, "amount"), number(b.event, "amount")
    if pair.kind != "funding" or x is None or y is None or not _near(x, y):
        return False
    if pair.one_report:
        return _corrects(a, b)
    if not (a.sole and b.sole and one_story(a, b) and one_occasion(a.day, b.day, _DAYS)):
        return False
    return _one_status(pair) and _one_gift(pair) and not _told_apart(a, b)


def with_sole(found: list[Sight]) -> None:
    """Tell of every funding whether it is the only one of its giver, of that currency, that its report tells."""
    given = [s for s in found if s.kind == "funding" and s.event.status != "denied" and number(s.event, "amount")]
    for off in (s for s in found if s.kind == "funding" and s.event.status == "denied"):
        for instead in (s for s in given if _corrects(off, s)):
            off.disputed = instead.disputed = True
            off.sole = True
    for a in given:
        a.sole = not any(b is not a and _of_one_giver(a, b) and _other_sum(a, b) for b in given)


def _corrects(a: Sight, b: Sight) -> bool:
    """Whether a speaker denies one of two sums and gives the other in its place."""
    x, y = number(a.event, "amount"), number(b.event, "amount")
    one_denied = (a.event.status == "denied") != (b.event.status == "denied")
    return one_denied and a.voice == b.voice and x is not None and y is not None and _near(x, y)


def _other_sum(a: Sight, b: Sight) -> bool:
    x, y = number(a.event, "amount"), number(b.event, "amount")
    return x is not None and y is not None and x.unit == y.unit and x.value != y.value


def _of_one_giver(a: Sight, b: Sight) -> bool:
    here, there = a.ids("donor"), b.ids("donor")
    return bool(here & there) if here and there else not here and not there


def _near(x: Number, y: Number) -> bool:
    low, high = sorted((x.value, y.value))
    return x.unit == y.unit is not None and 0 < high <= _FAR_OFF * low


def _one_status(pair: Pair) -> bool:
    """Whether both are pledged or both given; of one named giver to one taker one report says that he pledged what the
    other says that he gave."""
    told = {pair.a.event.status, pair.b.event.status} - {"denied"}
    named = bool(pair.a.ids("donor")) and shared(pair, "recipient") is True
    return len(told) <= 1 or told == {"planned", "ongoing"} or (named and "cancelled" not in told)


def _one_gift(pair: Pair) -> bool:
    """Whether both are of one named giver, or of what all pledged, to one taker."""
    a, b = pair.a, pair.b
    if shared(pair, "recipient") is False or shared(pair, "place") is False:
        return False
    here, there = a.ids("donor"), b.ids("donor")
    if here and there:
        return here == there
    if a.disputed or b.disputed:
        return here == there or shared(pair, "recipient") is True
    total = not here and not there and shared(pair, "recipient") is True
    return total and _words(a.event.text).pledged and _words(b.event.text).pledged


def _told_apart(a: Sight, b: Sight) -> bool:
    """Whether something says that two sums are two: another purpose, another time, a part of several, another sort."""
    x, y = _words(a.event.text), _words(b.event.text)
    if x.apart or y.apart or x.needed or y.needed or x.sorts != y.sorts:
        return True
    left, right = a.event.slots.get("period"), b.event.slots.get("period")
    if isinstance(left, Interval) and isinstance(right, Interval) and left != right:
        return True
    what, other = _purposes(a), _purposes(b)
    return bool(what and other) and what.isdisjoint(other)


def _purposes(sight: Sight) -> frozenset[str]:
    told = sight.event.slots.get("purpose")
    spans = [s for s in told if isinstance(s, Span)] if isinstance(told, list) else []
    return frozenset().union(*(stems(s.text) for s in spans))


@lru_cache(1 << 12)
def _words(clause: str) -> _Words:
    hits = list(_telling().match(tokenize(clause)))
    money = [h.data for h in hits if h.entry.kind == "event.funding"]
    return _Words(
        any(h.entry.kind == "gift.apart" for h in hits),
        any(data["frame"] == "need" for data in money),
        any(data.get("pledge") or data.get("raises") for data in money),
        frozenset(str(h.data["sort"]) for h in hits if h.entry.kind == "gift.sort"),
    )


@cache
def _telling() -> Lexicon:
    return load("arabic").lexicon.part(_of_gifts)


def _of_gifts(entry: Entry) -> bool:
    return entry.kind in _KINDS
