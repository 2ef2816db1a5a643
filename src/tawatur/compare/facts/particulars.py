"""What two tellings of an incident have in common that tells it from the next of its kind: named grounds, each with its
weight.

A land has many raids a day, and a town is struck again and again: kind, land and day make nobody sure. A person who was
struck does, an exact number, the town with the day, words that few others have.
"""

from __future__ import annotations

from tawatur.compare.events.marks import Marks
from tawatur.compare.events.sight import FAR
from tawatur.compare.facts.claims import Claim

ENOUGH = 4.0  # from which two tellings are surely of one incident
_MANY, _FEW = 10, 2  # numbers that seldom are those of another, and that may be
_WORDS = ((8, 3.0), (5, 2.0), (4, 1.0))  # in common at least, and what they weigh
_DAILY = frozenset(
    {"airstrike", "attack", "raid", "conflict", "military-campaign", "takeover", "siege", "killing"}
)  # of which a war has several a day


def particulars(a: Claim, b: Claim) -> dict[str, float]:
    """What speaks for and against two incidents being one beyond kind and land, by the names of the grounds."""
    here, there = a.marks, b.marks
    day, town = _day(a, b), bool(here.towns & there.towns)
    return {
        "names": 3.0 if here.persons & there.persons else 1.0 if here.names & there.names else 0.0,
        "number": _number(here, there, town or day > 0),
        "place": 2.0 if town else 0.5 if here.areas & there.areas else 0.0,
        "day": day,
        "words": _words(len(set(here.gist) & set(there.gist))),
        "kind": _kind(here.type, there.type),
        "type": -1.0 if here.type != there.type else 0.0,
        "struck": -1.0 if _apart(here.names, there.names) or _apart(here.said, there.said) else 0.0,
        "rivals": -1.0 if len(here.rivals) + len(there.rivals) > 1 else 0.0,
    }


def _day(a: Claim, b: Claim) -> float:
    """What it weighs that both give the same days: little where one of them was repeated later, more as the news of one
    day, most where these were long before both, for of such days few others are told of again."""
    if a.when is None or a.when != b.when:
        return 0.0
    if long_past(a) and long_past(b):
        return 4.0
    return 2.0 if a.day is not None and a.day == b.day else 1.0


def long_past(claim: Claim) -> bool:
    """Whether the days that a telling gives were long before its report."""
    if claim.day is None or claim.when is None:
        return False
    end = claim.when.last or claim.when.first
    return end is not None and (claim.day - end).days > FAR


def _number(a: Marks, b: Marks, placed: bool) -> float:
    """What the largest number weighs that both give for one thing: a small one less where neither town nor day is one,
    for two accidents soon have as many dead. `placed`: whether one of these is."""
    same = max((n for slot, n in a.numbers.items() if b.numbers.get(slot) == n), default=0.0)
    return 3.0 if same >= _MANY else 0.0 if same < _FEW else 2.0 if placed else 1.0


def _kind(here: str | None, there: str | None) -> float:
    """What it weighs that both are of one kind: much where a day has few of it, little where it may be anything."""
    if here != there or here in _DAILY:
        return 0.0
    return 1.0 if here in (None, "other") else 2.0


def _words(common: int) -> float:
    return next((weight for least, weight in _WORDS if common >= least), 0.0)


def _apart(a: frozenset[str], b: frozenset[str]) -> bool:
    return bool(a and b) and a.isdisjoint(b)
