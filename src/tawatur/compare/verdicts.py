"""Verdicts on a fact: told once, repeated, agreed, changed or disputed."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from datetime import datetime
from itertools import combinations

from tawatur.compare.claims import ATTENDANCE, TITLE, Claim
from tawatur.compare.days import days_common
from tawatur.compare.families import one_family, persons
from tawatur.compare.places import relation
from tawatur.compare.sight import Ref
from tawatur.record.types import Interval, Number

OVERTAKEN = 2  # times an "at least" from which a later toll is another
ABOUT = 0.1  # how far a round number may be off
_TOLLS = ("incident.killed", "incident.count")
_LOOSE = {"other", "bilateral"}  # a summit of two is bilateral too

Tellings = Sequence[Claim]  # of one value, first published first


def verdict(values: Sequence[Tellings], denials: Sequence[Claim], origins: int, at: Callable[[Claim], datetime]) -> str:
    """The verdict on a fact's values; `origins` counts the independent origins of all its tellings together."""
    reports = {c.report for tellings in values for c in tellings}
    if any(d.report not in reports or len(reports) > 1 for d in denials):
        return "disputed"
    if len(reports) == 1:
        return "single"
    unlike = [(v, w) for v, w in combinations(values, 2) if not compatible(v, w)]
    if unlike:
        explained = sum(1 if in_time(v, w, at) else -1 for v, w in unlike)
        return "changed" if explained > 0 else "disputed"
    return "agreed" if origins > 1 else "repeated"


def compatible(v: Tellings, w: Tellings) -> bool:
    """Whether two values can both hold at one time."""
    a, b, of = v[0].value, w[0].value, v[0].of
    if isinstance(a, Number) and isinstance(b, Number):
        if counts_of_other_things(v[0], w[0]):
            return True
        return numbers_agree(a, b) and not (of in _TOLLS and _overtaken(a, b))
    if isinstance(a, Interval) and isinstance(b, Interval):
        return days_common(a, b)
    if isinstance(a, Ref) and isinstance(b, Ref):
        return _fillers_agree(v, w)
    if of == ATTENDANCE:
        return {a, b} == {"planned", "attended"}
    return bool({a, b} & _LOOSE) or one_family(a, b)


def counts_of_other_things(v: Claim, w: Claim) -> bool:
    """Three churches and thirteen persons, nine journalists among them; not the members of a body, be they called
    countries or members, nor a toll of persons by any name that is higher than the whole."""
    a, b = v.value, w.value
    if (
        not isinstance(a, Number)
        or not isinstance(b, Number)
        or v.state
        or None in (a.unit, b.unit)
        or a.unit == b.unit
    ):
        return False
    if not persons(a, b):
        return True
    whole, part = (a, b) if a.unit == "person" else (b, a)
    return whole.unit != "person" or part.value < whole.value


def _overtaken(a: Number, b: Number) -> bool:
    """A first toll of "at least four" does not stand beside a later one of twenty-five."""
    low, high = sorted((a, b), key=lambda n: n.value)
    return low.bound in ("at_least", "more_than") and high.value > OVERTAKEN * low.value


def numbers_agree(a: Number, b: Number) -> bool:
    """Whether one number fits both: "more than 80" fits 84, "about 50" fits 52."""
    (low_a, high_a), (low_b, high_b) = _range(a), _range(b)
    return low_a <= high_b and low_b <= high_a


def _range(n: Number) -> tuple[float, float]:
    top = n.high if n.high is not None else n.value
    slack = abs(n.value) * ABOUT
    ranges = {
        "about": (n.value - slack, top + slack),
        "nearly": (n.value - slack, top),
        "more_than": (math.nextafter(n.value, math.inf), math.inf),
        "at_least": (n.value, math.inf),
        "less_than": (-math.inf, math.nextafter(top, -math.inf)),
        "at_most": (-math.inf, top),
    }
    return ranges.get(n.bound, (n.value, top))


def _fillers_agree(v: Tellings, w: Tellings) -> bool:
    """Places, authorities and lists that one report names together, or that stand with a third in both."""
    if v[0].of == TITLE:
        return not _one_after_other(v, w)
    left = frozenset(x for c in v for x in c.group)
    right = frozenset(x for c in w for x in c.group)
    if left & right:
        return True
    a, b = v[0].value, w[0].value
    return v[0].of.endswith(".place") and isinstance(a, Ref) and isinstance(b, Ref) and relation([a], [b]) != "apart"


def _one_after_other(v: Tellings, w: Tellings) -> bool:
    first, second = _days(v), _days(w)
    return bool(first and second) and (max(first) < min(second) or max(second) < min(first))


def _days(tellings: Tellings) -> list[int]:
    return [c.day.toordinal() for c in tellings if c.day]


def in_time(v: Tellings, w: Tellings, at: Callable[[Claim], datetime]) -> bool:
    """Whether time explains that two values differ: a state moves on, a toll rises, a plan is changed."""
    first, second = (v, w) if at(v[0]) <= at(w[0]) else (w, v)
    of = v[0].of
    if of in _TOLLS:
        return _rises(first, second, at)
    if of == ATTENDANCE:
        return "planned" in (v[0].value, w[0].value)
    if v[0].state or of == TITLE:
        return _one_after_other(v, w)
    return all(c.status == "planned" for c in first) and at(first[0]).date() < at(second[0]).date()


def _rises(first: Tellings, second: Tellings, at: Callable[[Claim], datetime]) -> bool:
    """Two tolls of one time are one report's, or an earlier count carried on: the lower one is the older."""
    a, b = first[0].value, second[0].value
    if not isinstance(a, Number) or not isinstance(b, Number):
        return False
    hours = abs((at(second[-1]) - at(first[0])).total_seconds()) / 3600
    return a.value <= b.value or hours < 1
