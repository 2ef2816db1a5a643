"""What speaks for and against two events being one: small named features, each with its weight.

A feature gives a number to add to the score: above 0 for one event, below 0 for two, 0 where nothing can be said.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tawatur.compare.corpus import alike
from tawatur.compare.days import days_common, gap, length
from tawatur.compare.families import one_family, persons
from tawatur.compare.places import relation, scales_differ, spread
from tawatur.compare.sight import SAME_WORDS, Ref, Sight, number
from tawatur.compare.weights import NUMBERS, SLOTS, WORDS
from tawatur.record.schema import SCHEMA
from tawatur.record.types import Interval, Number

YEAR = 366  # days within which a state is one
WEEK = 7
MONTH = 31  # days: a day may stand for a part of a month, not for a season
FAR_OFF = 4  # times one toll of which another is hardly of the same event
SMALL_PARTY = 2  # of whom each counts
MANY_WORDS = 5  # in common, from which another wording of the target does not count
AGAIN = 0.5  # share of the shorter telling's words that the other repeats

DATED = {"meeting", "designation", "incident", "visit", "funding", "founding"}
STATES = {k.name for k in SCHEMA.kinds.values() if k.state}


@dataclass(slots=True, frozen=True)
class Pair:
    """Two events of one kind; `copied`: whether they are one stretch of a copied passage (None: in none together)."""

    a: Sight
    b: Sight
    copied: bool | None

    @property
    def kind(self) -> str:
        return self.a.event.kind

    @property
    def one_report(self) -> bool:
        return self.a.report == self.b.report


def shared(pair: Pair, slot: str) -> bool | None:
    """Whether an entity slot has a filler in common; None where one side says nothing."""
    left, right = pair.a.refs.get(slot), pair.b.refs.get(slot)
    if not left or not right:
        return None
    return any(x.same(y) for x in left for y in right)


def _entities(pair: Pair) -> float:
    return sum(_slot(pair, slot, gain, loss) for slot, (gain, loss) in SLOTS[pair.kind].items())


def _slot(pair: Pair, slot: str, gain: float, loss: float) -> float:
    left, right = pair.a.refs.get(slot), pair.b.refs.get(slot)
    if not left or not right:
        return 0.0
    if slot == "place":
        return _places(left, right, gain, loss)
    if slot == "attended":
        return _company(left, right, gain)
    words = pair.kind == "incident" and not _named(left, right)
    if words:
        left, right = _telling(left), _telling(right)
        if not left or not right:
            return 0.0
    if any(x.same(y) for x in left for y in right):
        return gain / 2 if words else gain
    return loss / 2 if words else loss


def _telling(refs: Sequence[Ref]) -> list[Ref]:
    """Names and descriptions: a single word (persons, civilians, a bomber) is neither."""
    return [r for r in refs if r.id or len(r.stems) > 1]


def _places(a: Sequence[Ref], b: Sequence[Ref], gain: float, loss: float) -> float:
    """A city in common says more than a country; of words and names nobody knows where they lie."""
    found = relation(a, b)
    if found == "same":
        return gain * spread(a, b)
    if found == "within":
        return gain / 2
    if found == "apart":
        return loss
    return loss / 4 if not _named(a, b) else loss / 2 if scales_differ(a, b) else loss


def _company(a: Sequence[Ref], b: Sequence[Ref], gain: float) -> float:
    """Who met: all of the one side's, some, or for two small parties others altogether."""
    left, right = ({r.id for r in refs if r.id} for refs in (a, b))
    common = len(left & right)
    if common and common == min(len(left), len(right)):
        return gain + 0.3 * (common > 1)
    if common:
        return gain if max(len(left), len(right)) > SMALL_PARTY else 0.0
    return -0.4 if left and right and max(len(left), len(right)) <= SMALL_PARTY else 0.0


def _one_company(pair: Pair) -> bool:
    """Two and more who met on a day in the one telling met then in the other."""
    if pair.a.when is None or pair.b.when is None:
        return False
    left, right = ({r.id for r in s.refs.get("attended", ()) if r.id} for s in (pair.a, pair.b))
    return len(left & right) > 1


def _victims(pair: Pair) -> float:
    """One person's death by name is not that of many, nor of another."""
    left, right = pair.a.victims, pair.b.victims
    if left & right or not (left or right):
        return 0.0
    other = pair.b if left else pair.a
    killed = number(other.event, "killed")
    return -1.2 if (left and right) or (killed and killed.value > 1) else 0.0


def _named(a: Sequence[Ref], b: Sequence[Ref]) -> bool:
    """Whether both sides are names: two wordings may well be of one thing."""
    return all(any(r.id for r in refs) for refs in (a, b))


def _numbers(pair: Pair) -> float:
    total = 0.0
    for slot, (gain, loss) in NUMBERS.get(pair.kind, {}).items():
        left, right = number(pair.a.event, slot), number(pair.b.event, slot)
        if left and right:
            total += gain if left.value == right.value else _tolls(left, right) if slot == "killed" else loss
    return total


def _tolls(a: Number, b: Number) -> float:
    """Tolls of one event rise by some, not to many times what they were, unless the first is a mere beginning."""
    low, high = sorted((a, b), key=lambda n: n.value)
    if "at_least" in (low.bound, high.bound) or not persons(a, b) or not low.value:
        return 0.0
    return 0.2 if high.value <= 1.5 * low.value else 0.0 if high.value <= FAR_OFF * low.value else -0.3


def _words(pair: Pair) -> float:
    total = 0.0
    for slot, (gain, loss) in WORDS.get(pair.kind, {}).items():
        left, right = pair.a.event.slots.get(slot), pair.b.event.slots.get(slot)
        if left and right:
            total += (gain if left != "other" else gain / 2) if left == right else loss * _distance(left, right)
        elif "press-conference" in (left, right):
            total += loss
    return total


def _distance(a: object, b: object) -> float:
    """How far two types lie apart: one outlet's attack is the other's bombing or killing."""
    if one_family(a, b):
        return 0.2
    return 0.5 if "other" in (a, b) else 1.0


def _date(pair: Pair) -> float:
    a, b = pair.a.when, pair.b.when
    if pair.kind not in DATED:
        return 0.0
    if a is None or b is None:
        return _news(pair)
    if a == b:
        return 1.0 if (length(a) or 0) <= MONTH else 0.8
    if not days_common(a, b):
        return -0.5 if pair.a.firm and pair.b.firm else -0.8
    longest = max(length(a) or 10**6, length(b) or 10**6)
    return 0.7 if longest <= MONTH else 0.4 if pair.kind == "founding" else -1.2


def _news(pair: Pair) -> float:
    """What a report gives no day for is mostly of its own days."""
    a, b = (s.when or s.news_days for s in (pair.a, pair.b))
    if pair.one_report or a is None or b is None or gap(a, b) > 1:
        return 0.0
    return 0.5 if max(length(a) or MONTH, length(b) or MONTH) <= WEEK else 0.0


def _wording(pair: Pair) -> float:
    return 0.8 * alike(pair.a.words, pair.b.words)


def _aims(pair: Pair) -> float:
    """How many of the shorter list's aims (measures, topics) the other has too."""
    if pair.kind not in ("commitment", "statistic", "meeting") or not pair.a.aims or not pair.b.aims:
        return 0.0
    small, large = sorted((pair.a.aims, pair.b.aims), key=len)
    share = sum(any(alike(x, y) >= SAME_WORDS for y in large) for x in small) / len(small)
    return 0.5 * share if pair.kind == "meeting" else 1.8 * share - (0.4 if share else 0.9)


def _names_near(pair: Pair) -> float:
    """Names of the two sentences in common that are no places."""
    common = pair.a.near & pair.b.near
    return 0.4 * len(common) / min(len(pair.a.near), len(pair.b.near)) if common else 0.0


def _copied(pair: Pair) -> float:
    return 0.0 if pair.copied is None else 1.5 if pair.copied else -1.5


def _story(pair: Pair) -> float:
    """What happens is told in its story; reports of other stories speak of states, and of what is long past."""
    if pair.a.story and pair.a.story == pair.b.story:
        return 0.3
    return -0.5 if pair.kind in DATED and not _long_past(pair) else -0.3


def _long_past(pair: Pair) -> bool:
    return any(s.when and s.day and gap(s.when, Interval(s.day, None)) > MONTH for s in (pair.a, pair.b))


def _told_apart(pair: Pair) -> float:
    """Where a day is missing, the reports' own days speak: daily clashes and daily meetings are many."""
    if pair.kind not in DATED or pair.kind == "founding" or (pair.a.when and pair.b.when):
        return 0.0
    if _long_past(pair):
        return 0.0
    spans = [s.when or (Interval(s.day, s.day) if s.day else None) for s in (pair.a, pair.b)]
    apart = gap(spans[0], spans[1]) if spans[0] and spans[1] else 0
    return 0.0 if apart < 2 else -0.4 if apart < 4 else -0.8


def _one_report(pair: Pair) -> float:
    """The reader kept two objects apart: for two counts of one event, or two voices, or because they are two."""
    if not pair.one_report:
        return 0.0
    if _two_counts(pair):
        return 1.5
    if not _two_tellings(pair):
        return -0.4 if _told_again(pair) or _one_act(pair) else -1.5 if shared(pair, "target") is False else -1.2
    return -0.9 if _other_victims(pair) else -0.3


def _told_again(pair: Pair) -> bool:
    """The first paragraph tells again what the summary above it told, in mostly the same words."""
    a, b = pair.a.words, pair.b.words
    if shared(pair, "target") is False and len(a & b) < MANY_WORDS:
        return False
    return pair.a.news and pair.b.news and len(a & b) >= max(3, AGAIN * min(len(a), len(b)))


def _one_act(pair: Pair) -> bool:
    """By one authority, or on one target in one place, and on the same days."""
    acts = shared(pair, "authority") or (shared(pair, "place") and shared(pair, "target"))
    return bool(acts) and pair.a.when is not None and pair.a.when == pair.b.when


def _other_victims(pair: Pair) -> bool:
    left, right = number(pair.a.event, "killed"), number(pair.b.event, "killed")
    return shared(pair, "target") is False and (left is None or right is None or left.value != right.value)


def _two_counts(pair: Pair) -> bool:
    """Ten persons and four entities, listed by one authority in one breath."""
    if pair.kind not in ("designation", "funding", "incident"):
        return False
    left, right = number(pair.a.event, "count"), number(pair.b.event, "count")
    first, second = sorted((pair.a.event, pair.b.event), key=lambda e: e.start)
    near = second.start - first.end < 120
    heads = (
        ("authority", "list") if pair.kind == "designation" else ("donor",) if pair.kind == "funding" else ("actor",)
    )
    return bool(
        near
        and left
        and right
        and left.unit != right.unit
        and shared(pair, heads[0]) is not False
        and not (pair.a.when and pair.b.when and pair.a.when != pair.b.when)
    )


def _two_tellings(pair: Pair) -> bool:
    """Two voices tell it, or two numbers are given."""
    if pair.a.voice != pair.b.voice or pair.kind in STATES:
        return True
    killed = [number(s.event, "killed") for s in (pair.a, pair.b)]
    if all(n and n.bound == "exact" for n in killed) and killed[0] != killed[1]:
        return False  # one voice that counts the dead twice speaks of two events
    numbers = [(number(pair.a.event, s), number(pair.b.event, s)) for s in ("killed", "count", "amount", "value")]
    return any(a and b and a != b for a, b in numbers)


def _nothing_holds(pair: Pair) -> float:
    """Meetings and incidents of a day are many: a date and a participant alone do not make two one."""
    holds = {"meeting": ("body", "place", "host"), "incident": ("place", "target"), "visit": ("visitor",)}.get(
        pair.kind
    )
    if holds is None or pair.copied or any(shared(pair, s) for s in holds) or _one_company(pair):
        return 0.0
    return -0.6 if pair.kind == "meeting" else -0.2


FEATURES: dict[str, Callable[[Pair], float]] = {
    "entities": _entities,
    "victims": _victims,
    "numbers": _numbers,
    "words": _words,
    "date": _date,
    "wording": _wording,
    "aims": _aims,
    "names near": _names_near,
    "copied": _copied,
    "story": _story,
    "told apart": _told_apart,
    "one report": _one_report,
    "nothing holds": _nothing_holds,
}


def apart(pair: Pair) -> bool:
    """What no score can outweigh: other days, other years of a state, other bodies."""
    if pair.kind in ("membership", "group", "founding", "commitment") and shared(pair, "body") is False:
        return not pair.copied  # two readings of one sentence may take other bodies from it
    if not (pair.a.firm and pair.b.firm):
        return False  # its penalty speaks
    a, b = said_of(pair.a), said_of(pair.b)
    return a is not None and b is not None and exclude(pair.kind, a, b)


def said_of(sight: Sight) -> Interval | None:
    """The days an event is said to be of: its own, and of a membership or a group those for which it is told."""
    if sight.event.kind in ("membership", "group"):
        as_of = sight.event.slots.get("as_of")
        if isinstance(as_of, Interval) and as_of.first:
            return as_of
        return Interval(sight.day, sight.day) if sight.day else None
    return sight.when if sight.event.kind in DATED else None


def exclude(kind: str, a: Interval, b: Interval) -> bool:
    """Whether two days cannot be of one event, or of one state: it is one within twelve months."""
    if kind in ("membership", "group"):
        return gap(a, b) > YEAR
    return not days_common(a, b) and not (kind in ("meeting", "incident", "visit") and gap(a, b) <= 1)
