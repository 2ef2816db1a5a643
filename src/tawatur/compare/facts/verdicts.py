"""Verdicts on a fact: told once, repeated, agreed, changed or disputed.

Two values stand to each other in one of three ways (`relation`): they agree; they differ, so that both cannot hold of
one thing; or they stand beside each other, because nothing shows that both speak of one thing: tolls of other people or
of other days, sums in two currencies, a place or a day that was read beside the event. Values that stand beside each
other are facts of their own. What differs has changed or is disputed, by what schema.yml says of its slot.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from itertools import combinations
from typing import Literal

from tawatur.compare.days import between, days_of, length, meet
from tawatur.compare.events.sight import Ref
from tawatur.compare.facts.claims import ATTENDANCE, TITLE, Claim
from tawatur.compare.facts.numbers import (
    comparable,
    counts_of_other_things,
    money,
    numbers_agree,
    over_other_times,
    overtaken,
    rounded,
)
from tawatur.compare.families import one_family
from tawatur.compare.places import relation as places_relation
from tawatur.compare.places import towns
from tawatur.record.naming import NOON
from tawatur.record.schema import SCHEMA
from tawatur.record.types import Interval, Number

Relation = Literal["agree", "differ", "beside"]
Tellings = Sequence[Claim]  # of one value, first published first
At = Callable[[Claim], datetime]

FRESH = 1  # days after which a toll is no longer expected to rise
SLACK = 1  # days by which papers of the morning and of the evening, here and overseas, date one thing apart
MONTH = 31
FAR = 62  # days between two dates of one thing from which one of them was read wrongly or is another thing's
_LOOSE = {"other", "bilateral"}  # a summit of two is bilateral too


def verdict(values: Sequence[Tellings], denials: Sequence[Claim], origins: int, at: At) -> str:
    """The verdict on a fact's values; `origins` counts the independent origins of all its tellings together."""
    reports = {c.report for tellings in values for c in tellings}
    if any(d.report not in reports or len(reports) > 1 for d in denials):
        return "disputed"
    if len(reports) == 1:
        return "single"
    unlike = [(v, w) for v, w in combinations(values, 2) if relation(v, w, at) == "differ"]
    if unlike:
        explained = sum(1 if in_time(v, w, at) else -1 for v, w in unlike)
        return "changed" if explained > 0 else "disputed"
    return "agreed" if origins > 1 else "repeated"


def relation(v: Tellings, w: Tellings, at: At) -> Relation:
    """How two values of one fact stand to each other; `at` says when a claim's report came out."""
    a, b, of = v[0].value, w[0].value, v[0].of
    if isinstance(a, Number) and isinstance(b, Number):
        return _numbers(v, w, a, b, at)
    if isinstance(a, Interval) and isinstance(b, Interval):
        return _dates(v, w, a, b)
    if of == TITLE:
        return "agree" if not _former(v, w) else "differ"
    if isinstance(a, Ref) and isinstance(b, Ref):
        return _fillers(v, w, a, b)
    if of == ATTENDANCE:
        return "agree" if {a, b} == {"planned", "attended"} else "differ"
    return "agree" if {a, b} & _LOOSE or one_family(a, b) else _unlike(of)


def _unlike(of: str) -> Relation:
    return "beside" if SCHEMA.differ(of) == "beside" else "differ"


def _numbers(v: Tellings, w: Tellings, a: Number, b: Number, at: At) -> Relation:
    early, late = sorted((v, w), key=lambda t: at(t[0]))
    toll = SCHEMA.differ(v[0].of) == "toll"
    pairs = [(x, y) for x in v for y in w if comparable(x, y) and not (x.several or y.several)]
    if rounded(a, b) or (numbers_agree(a, b) and not (toll and overtaken(early[0].value, late[0].value))):
        other = counts_of_other_things(v[0], w[0]) and (toll or money(a, b) or a.value != b.value)
        other = other or (toll and a.value != b.value and all(over_other_times(x, y) for x in v for y in w))
        return "beside" if other else "agree"
    if not pairs or _in_one_breath(v, w):
        return "beside"
    if SCHEMA.differ(v[0].of) == "measure" and not any(_of_periods(x, y) for x, y in pairs):
        return "beside"
    if toll and not in_time(v, w, at) and not {x.struck for x in v} & {y.struck for y in w}:
        return "beside"  # one town is struck again and again
    return _unlike(v[0].of)


def _of_periods(x: Claim, y: Claim) -> bool:
    """Whether both say of which time they measure, and that is a longer one, or their reports are of one day: prices of
    a month move from day to day."""
    if not (x.when and y.when):
        return False
    return x.day == y.day or min(length(days_of(c.when)) for c in (x, y) if c.when) > MONTH


def _in_one_breath(v: Tellings, w: Tellings) -> bool:
    """One voice in one report gives both: the parts of a sum, a toll of each place, the figures of two times."""
    return bool({(c.report, c.voice) for c in v} & {(c.report, c.voice) for c in w})


def _dates(v: Tellings, w: Tellings, a: Interval, b: Interval) -> Relation:
    """Days that the tellings' own clauses give, some days apart; of a week or a month, half of it may be missing."""
    x, y = days_of(a), days_of(b)
    if between(x, y) <= max(SLACK, length(x) / 2, length(y) / 2):
        return "agree"
    own = any(_inside(c) for c in v) and any(_inside(c) for c in w)
    if not own or between(x, y) > FAR or _in_one_breath(v, w):
        return "beside"
    return _unlike(v[0].of)


def _inside(claim: Claim) -> bool:
    """Whether what fills the slot stands in the very clause that tells the event."""
    return all(claim.where.start <= e.start and e.end <= claim.where.end for e in claim.evidence)


def _fillers(v: Tellings, w: Tellings, a: Ref, b: Ref) -> Relation:
    """Places, authorities and lists that one report names together, or that stand with a third in both."""
    left = frozenset(x for c in v for x in c.group)
    right = frozenset(x for c in w for x in c.group)
    if left & right:
        return "agree"
    if not v[0].of.endswith(".place"):
        return _unlike(v[0].of)
    if places_relation([a], [b]) in ("same", "within"):
        return "agree"
    alone = all(len(c.group) == 1 and _inside(c) for c in (*v, *w))
    return _unlike(v[0].of) if alone and towns([a]) and towns([b]) else "beside"


def _former(v: Tellings, w: Tellings) -> bool:
    """Whether one of two titles is that of a former holder, and the other was last told before it was first; by two
    reports each, since of one long gone both are said in turn."""
    several = all(len({c.report for c in x}) > 1 for x in (v, w))
    return several and any(x[0].former and not y[0].former and _before(y, x) for x, y in ((v, w), (w, v)))


def _before(v: Tellings, w: Tellings) -> bool:
    first, second = _days(v), _days(w)
    return bool(first and second) and max(first) < min(second)


def _days(tellings: Tellings) -> list[int]:
    return [c.day.toordinal() for c in tellings if c.day]


def in_time(v: Tellings, w: Tellings, at: At) -> bool:
    """Whether time explains that two values differ: a state moves on, a toll rises, a plan is changed."""
    first, second = (v, w) if at(v[0]) <= at(w[0]) else (w, v)
    of, differ = v[0].of, SCHEMA.differ(v[0].of)
    if of == ATTENDANCE:
        return "planned" in (v[0].value, w[0].value)
    if of == TITLE:
        return True
    if differ == "toll":
        return _rises(first, second, at)
    if differ == "state":
        return _before(first, second) or _before(second, first)
    if differ == "measure":
        return not any(x.when and y.when and meet(days_of(x.when), days_of(y.when)) for x in v for y in w)
    planned = all(c.status == "planned" for c in first) and at(first[0]).date() < at(second[0]).date()
    return differ in ("plan", "pledge") and planned


def _fresh(claim: Claim) -> bool:
    """Whether a report is of the day of what it tells, or of the day after: the count still goes on."""
    end = claim.when.last if claim.when else None
    return claim.day is not None and end is not None and (claim.day - end).days <= FRESH


def _rises(first: Tellings, second: Tellings, at: At) -> bool:
    """Two tolls of one time are one report's, or an earlier count carried on: the lower one is the older. Where nothing
    but one day is known of two reports, it is so as long as the dead are counted, and else nothing shows which is."""
    a, b = first[0].value, second[0].value
    if not isinstance(a, Number) or not isinstance(b, Number):
        return False
    if all(at(x) == at(y) and x.report != y.report for x in first for y in second):
        counting = at(first[0]).time() == NOON and any(map(_fresh, (*first, *second)))
        return "at_least" in (a.bound, b.bound) or counting
    hours = abs((at(second[-1]) - at(first[0])).total_seconds()) / 3600
    return a.value <= b.value or hours < 1
