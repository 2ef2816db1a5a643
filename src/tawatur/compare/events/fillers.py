"""What the fillers of slots say for and against two events being one: names, places, parties, numbers, types."""

from __future__ import annotations

from collections.abc import Sequence

from tawatur.compare.corpus import alike
from tawatur.compare.countries import is_country
from tawatur.compare.events.gifts import rival_sums
from tawatur.compare.events.pair import Pair, common, once, shared
from tawatur.compare.events.sight import SAME_WORDS, Ref, Sight, number
from tawatur.compare.events.storied import pact
from tawatur.compare.events.weights import NUMBERS, SLOTS, WORDS
from tawatur.compare.events.worded import gathering
from tawatur.compare.families import one_family, one_type, persons, vague
from tawatur.compare.places import relation, scales_differ, spread, unplaced
from tawatur.record.types import Number

FAR_OFF = 4  # times one toll of which another is hardly of the same event
NAMED_VICTIM = 0.6
ALL_THERE = 0.3  # for those who met, where one side names two and more, and the other all of them
ALL_AIMS = 1.4
SMALL_PARTY = 2  # of whom each counts
OTHER_GUESTS = -0.8
SLIP, ABOUT = 0.03, 0.1  # shares by which two tellings of one sum differ
_LARGE = frozenset({"summit", "ministerial", "political-directors", "working-group"})
_OF_TWO = "bilateral"
_OF_TWO_LEVELS = {"summit", "bilateral"}  # heads of two states who meet: the one calls it a summit, the other talks
_MEASURED = frozenset({"value", "amount"})
_DONE_TO = frozenset({"other", "arrest", "seizure", "kidnapping"})
_OTHER_COUNT = -0.5
ACTS = frozenset({"designation", "funding", "incident"})  # that countries do to each other again and again


def entities(pair: Pair) -> float:
    """What names and descriptions in the slots of both agree on, and do not."""
    left, right = pair.a.refs, pair.b.refs
    total = 0.0
    for slot, (gain, loss) in SLOTS[pair.kind].items():
        if left.get(slot) and right.get(slot):
            total += _slot(pair, slot, gain, loss)
    return total


def _slot(pair: Pair, slot: str, gain: float, loss: float) -> float:
    left, right = pair.a.refs[slot], pair.b.refs[slot]
    if slot == "place":
        return _places(left, right, gain, loss)
    if slot == "attended":
        return OTHER_GUESTS if other_guests(pair) else _company(left, right, gain)
    if pair.kind == "incident":
        if slot == "actor" and "denied" in (pair.a.event.status, pair.b.event.status):
            loss = 0.0  # a denial names who did not do it
        if slot == "actor" and _one_named(left, right) and _one_kind(pair):
            loss = 0.0  # the forces of the regime may well be the army
        if not _named(left, right):
            left, right = telling(left), telling(right)
            if not left or not right:
                return 0.0
            gain, loss = gain / 2, loss / 2
    if not common(left, right):
        if slot == "recipient" and _of_two_sorts(left, right):
            return 0.0
        return loss / 3 if slot == "body" and any(gathering(r.text) for r in (*left, *right) if not r.id) else loss
    if pair.kind in ACTS and spread(left, right) < 1:
        return 0.0 if slot == "target" and _is_place(pair, left, right) else gain / 2
    return gain


def _of_two_sorts(left: Sequence[Ref], right: Sequence[Ref]) -> bool:
    """A country and something that is none: its government, those in need there, a plan for it."""
    lands = [any(is_country(r.id) for r in refs) for refs in (left, right)]
    return lands[0] != lands[1]


def _is_place(pair: Pair, left: Sequence[Ref], right: Sequence[Ref]) -> bool:
    """Whether what was struck is the country or region where it was, and says nothing more."""
    places = {r.id for s in (pair.a, pair.b) for r in s.refs.get("place", ())}
    return all(r.id in places for refs in (left, right) for r in refs)


def telling(refs: Sequence[Ref]) -> list[Ref]:
    """Names and descriptions: a single word (persons, civilians, a bomber) is neither, but for a country's (a
    Russian)."""
    return [r for r in refs if r.id or len(r.stems) > 1 or any(map(is_country, r.stems))]


def _places(a: Sequence[Ref], b: Sequence[Ref], gain: float, loss: float) -> float:
    """A city in common says more than a country; of words and names nobody knows where they lie."""
    found = relation(a, b)
    if found == "same":
        return gain * spread(a, b)
    if found == "within":
        return gain / 2
    if found == "apart":
        return loss
    if not _named(a, b) or (scales_differ(a, b) and unplaced(a, b)):
        return loss / 4
    return loss / 2 if scales_differ(a, b) else loss


def _company(a: Sequence[Ref], b: Sequence[Ref], gain: float) -> float:
    """Who met: all of the one side's, some, or for two small parties others altogether."""
    left, right = ({r.id for r in refs if r.id} for refs in (a, b))
    met = len(left & right)
    if not met and common(_described(a), _described(b)):
        return gain
    if met and met == min(len(left), len(right)):
        return gain + ALL_THERE * (met > 1)
    if met:
        return gain if max(len(left), len(right)) > SMALL_PARTY else 0.0
    return -0.4 if left and right and max(len(left), len(right)) <= SMALL_PARTY else 0.0


def _described(refs: Sequence[Ref]) -> list[Ref]:
    """Who met by what they are called together: the Arab foreign ministers."""
    return [r for r in refs if not r.id and len(r.stems) > 1]


def other_guests(pair: Pair) -> bool:
    """One man receives two in turn: the parties have one in common, and each names another whom the other does not.
    Of a body's meeting, a summit, each report may name whom it cares for."""
    a, b = pair.a.party, pair.b.party
    if not (a & b and a - b and b - a) or min(len(a), len(b)) > SMALL_PARTY or shared(pair, "body"):
        return False
    levels = [s.event.slots.get("level") for s in (pair.a, pair.b)]
    if any(level in _LARGE for level in levels) or (max(len(a), len(b)) > SMALL_PARTY and set(levels) != {_OF_TWO}):
        return False
    left, right = (_words_of(s, guests) for s, guests in ((pair.a, a - b), (pair.b, b - a)))
    return not left & right


def _words_of(sight: Sight, ids: frozenset[str]) -> set[str]:
    return {stem for refs in sight.refs.values() for r in refs if r.id in ids for stem in r.stems}


def one_company(pair: Pair) -> bool:
    """Two and more who met on a day in the one telling met then in the other."""
    if pair.a.when is None or pair.b.when is None:
        return False
    return len(pair.a.ids("attended") & pair.b.ids("attended")) > 1


def victims(pair: Pair) -> float:
    """A man is attacked or arrested once in a while; one person's death by name is not that of many, nor of another."""
    left, right = pair.a.victims, pair.b.victims
    if left & right:
        return NAMED_VICTIM if one_type(pair.a.type, pair.b.type) else 0.0
    if not (left or right):
        return 0.0
    killed = number((pair.b if left else pair.a).event, "killed")
    return -1.2 if (left and right) or (killed and killed.value > 1) else 0.0


def _one_kind(pair: Pair) -> bool:
    """Whether two incidents are of one type, and it says what was done."""
    return pair.a.type == pair.b.type != "other"


def _one_named(a: Sequence[Ref], b: Sequence[Ref]) -> bool:
    """Whether one side is a name, and the other only a description."""
    return any(r.id for r in a) != any(r.id for r in b)


def _named(a: Sequence[Ref], b: Sequence[Ref]) -> bool:
    """Whether both sides are names: two wordings may well be of one thing."""
    return all(any(r.id for r in refs) for refs in (a, b))


def numbers(pair: Pair) -> float:
    """Numbers that both give."""
    left, right = pair.a.event.slots, pair.b.event.slots
    total = 0.0
    for slot, (gain, loss) in NUMBERS[pair.kind].items():
        a, b = left.get(slot), right.get(slot)
        if isinstance(a, Number) and isinstance(b, Number):
            same = a.value == b.value and (slot not in _MEASURED or a.unit == b.unit)
            near = _nearly(a, b) if slot == "amount" or a.unit == b.unit == "percent" else 0.0
            other = _tolls(a, b) if slot == "killed" else (rival_sums(pair) if slot == "amount" else 0.0) or loss
            total += gain if same else gain * near if near else other
    return total + (_OTHER_COUNT if _counts_differ(pair) else 0.0)


def _nearly(a: Number, b: Number) -> float:
    """How much of what one sum says another says that differs by rounding, or by its bound, or by a slip."""
    if a.unit != b.unit or not min(a.value, b.value):
        return 0.0
    if abs(a.value - b.value) <= SLIP * max(a.value, b.value):
        return 0.7
    loose = any(n.bound in ("about", "nearly") for n in (a, b))
    return 0.4 if loose and abs(a.value - b.value) <= ABOUT * max(a.value, b.value) else 0.0


def _counts_differ(pair: Pair) -> bool:
    """Of what is done to a number of men or things (an expulsion, a seizure), another number is another deed."""
    if pair.kind != "incident" or pair.a.type not in _DONE_TO:
        return False
    a, b = number(pair.a.event, "count"), number(pair.b.event, "count")
    return bool(a and b and a.unit == b.unit and max(a.value, b.value) > 1.5 * min(a.value, b.value))


def same_toll(pair: Pair) -> bool:
    """Whether both count as many dead, or as many of something else."""
    counts = [(number(pair.a.event, slot), number(pair.b.event, slot)) for slot in ("killed", "count")]
    return any(a and b and (a.value == b.value or (a.unit == b.unit == "percent" and _nearly(a, b))) for a, b in counts)


def _tolls(a: Number, b: Number) -> float:
    """Tolls of one event rise by some, not to many times what they were, unless the first is a mere beginning."""
    low, high = sorted((a, b), key=lambda n: n.value)
    if "at_least" in (low.bound, high.bound) or vague(low) or not persons(a, b) or not low.value:
        return 0.0
    return 0.2 if high.value <= 1.5 * low.value else 0.0 if high.value <= FAR_OFF * low.value else -0.3


@once
def types(pair: Pair) -> float:
    """The level of a meeting, the type of an incident."""
    left, right = pair.a.event.slots, pair.b.event.slots
    total = 0.0
    for slot, (gain, loss) in WORDS[pair.kind].items():
        a, b = left.get(slot), right.get(slot)
        if a and b:
            total += (gain if a != "other" else gain / 2) if a == b else loss * _distance(a, b)
        elif a == "press-conference" or b == "press-conference":
            total += loss
    return total


def _distance(a: object, b: object) -> float:
    """How far two types lie apart: one outlet's attack is the other's bombing or killing."""
    if one_family(a, b) or {a, b} == _OF_TWO_LEVELS:
        return 0.2
    return 0.5 if a == "other" or b == "other" else 1.0


def aims(pair: Pair) -> float:
    """How many of the shorter list's aims (measures, topics) the other has too."""
    if not pair.a.aims or not pair.b.aims:
        return 0.0
    small, large = sorted((pair.a.aims, pair.b.aims), key=len)
    share = sum(any(alike(x, y) >= SAME_WORDS for y in large) for x in small) / len(small)
    if pair.kind == "meeting":
        return 0.5 * share
    agreed = pact(pair)
    return (ALL_AIMS + 0.4) * share - (0.4 if share else 0.9) if agreed is None else max(ALL_AIMS * share, agreed)
