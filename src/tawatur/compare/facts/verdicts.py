"""Verdicts on a fact: told once, repeated, agreed, changed or disputed.

Two values stand to each other in one of three ways (`relation`): they agree; they differ, so that both cannot hold of
one thing; or they stand beside each other, because nothing shows that both speak of one thing: tolls of other people or
of other days, sums in two currencies, a place or a day that was read beside the event. Values that stand beside each
other are facts of their own. What differs has changed or is disputed, by what schema.yml says of its slot; but values
differ only where two tellings of them are surely of one thing whatever they say of it (`grounds`): more surely where
nothing but a contradiction is left than where time explains it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import Literal

from tawatur.compare.days import between, days_of, length, meet
from tawatur.compare.events.sight import Ref
from tawatur.compare.facts.claims import ATTENDANCE, TITLE, TYPE, Claim
from tawatur.compare.facts.grounds import DENIED, EXPLAINED, contradict, sureness
from tawatur.compare.facts.numbers import (
    comparable,
    counts_of_other_things,
    money,
    numbers_agree,
    over_other_times,
    overtaken,
    rounded,
    vague,
)
from tawatur.compare.facts.origins import Lineage
from tawatur.compare.families import one_family
from tawatur.compare.places import relation as places_relation
from tawatur.compare.places import towns
from tawatur.record.naming import NOON
from tawatur.record.schema import SCHEMA
from tawatur.record.types import Interval, Number

Relation = Literal["agree", "differ", "beside"]
Tellings = Sequence[Claim]  # of one value, first published first
Pairs = Iterable[tuple[Claim, Claim]]

FAR_APART = 1.5  # times a later toll from which an earlier one contradicts it
SOON, COUNTED = 3, 31  # days in which a toll rises by much, and by anything
FRESH = 1  # days after which a toll is no longer expected to rise
SLACK = 1  # days by which papers of the morning and of the evening, here and overseas, date one thing apart
MONTH = 28
BESIDE = 150  # characters by which a number may stand outside the clause that tells the event
FAR = 62  # days between two dates of one thing from which one of them was read wrongly or is another thing's
_LOOSE = {"other", "bilateral"}  # a summit of two is bilateral too


def verdict(values: Sequence[Tellings], denials: Sequence[Claim], origins: int, lineage: Lineage) -> str:
    """The verdict on a fact's values; `origins` counts the independent origins of all its tellings together."""
    reports = {c.report for tellings in values for c in tellings}
    if any(d.report not in reports or len(reports) > 1 for d in denials):
        return "disputed"
    if len(reports) == 1:
        return "single"
    unlike = [(v, w) for v, w in combinations(values, 2) if relation(v, w, lineage) == "differ"]
    if unlike:
        if any(_contradict(v, w, lineage) for v, w in unlike):
            return "disputed"
        explained = sum(1 if in_time(v, w, lineage) else -1 for v, w in unlike)
        return "changed" if explained > 0 else "disputed"
    return "agreed" if origins > 1 else "repeated"


def _contradict(v: Tellings, w: Tellings, lineage: Lineage) -> bool:
    """Whether one toll is half as high again as another that came later: that is no correction, whatever else rose."""
    a, b = v[0].value, w[0].value
    if SCHEMA.differ(v[0].of) != "toll" or not isinstance(a, Number) or not isinstance(b, Number):
        return False
    return not in_time(v, w, lineage) and max(a.value, b.value) >= FAR_APART * min(a.value, b.value)


def denies(denial: Claim, told: Iterable[Claim], lineage: Lineage) -> bool:
    """Whether a denial is one of what these tell: somebody is said to deny it, and surely the same event. Who denies
    that an incident was has to say just that: states deny their deeds."""
    if not denial.denies:
        return False
    if denial.of == TYPE and not denial.undone:
        return False
    return any(sureness(c, denial, lineage) >= DENIED for c in told)


def relation(v: Tellings, w: Tellings, lineage: Lineage) -> Relation:
    """How two values of one fact stand to each other."""
    a, b, of = v[0].value, w[0].value, v[0].of
    if isinstance(a, Number) and isinstance(b, Number):
        return _numbers(v, w, a, b, lineage)
    if isinstance(a, Interval) and isinstance(b, Interval):
        return _dates(v, w, a, b, lineage)
    if of == TITLE:
        return "agree" if not _former(v, w) else "differ"
    if isinstance(a, Ref) and isinstance(b, Ref):
        return _fillers(v, w, a, b, lineage)
    every = ((x, y) for x in v for y in w)
    if of == ATTENDANCE:
        return "agree" if {a, b} == {"planned", "attended"} else _unlike(v, w, every, lineage)
    return "agree" if {a, b} & _LOOSE or one_family(a, b) else _unlike(v, w, every, lineage)


def _unlike(v: Tellings, w: Tellings, pairs: Pairs, lineage: Lineage) -> Relation:
    """Of values that cannot both hold: whether some pair of their tellings is surely of one thing."""
    of = v[0].of
    if SCHEMA.differ(of) == "beside" and of != ATTENDANCE:
        return "beside"
    subject = SCHEMA.kinds[of.partition(".")[0]].subject
    if subject != "event":
        return "differ" if subject == "place" or v[0].subject.isascii() else "beside"  # words may be of many bodies
    timely = in_time(v, w, lineage)
    if timely:
        found = any(x.report != y.report and sureness(x, y, lineage) >= EXPLAINED for x, y in pairs)
    else:
        found = any(contradict(x, y, lineage) for x, y in pairs)
    return "differ" if found else "beside"


def _numbers(v: Tellings, w: Tellings, a: Number, b: Number, lineage: Lineage) -> Relation:
    early, late = sorted((v, w), key=lambda t: lineage.at(t[0].report))
    toll = SCHEMA.differ(v[0].of) == "toll"
    pairs = [(x, y) for x in v for y in w if comparable(x, y) and not (x.several or y.several)]
    if rounded(a, b) or (numbers_agree(a, b) and not (toll and overtaken(early[0].value, late[0].value))):
        other = counts_of_other_things(v[0], w[0]) and (toll or money(a, b) or a.value != b.value)
        other = other or (toll and a.value != b.value and all(over_other_times(x, y) for x in v for y in w))
        return "beside" if other else "agree"
    if vague(a) or vague(b) or _in_one_breath(v, w):
        return "beside"
    if SCHEMA.differ(v[0].of) == "measure":
        pairs = [(x, y) for x, y in pairs if _of_periods(x, y)]
    elif not v[0].state:
        pairs = [(x, y) for x, y in pairs if _told(x) and _told(y)]
    return _unlike(v, w, pairs, lineage) if pairs else "beside"


def _of_periods(x: Claim, y: Claim) -> bool:
    """Whether both measure one thing by all their words, in one unit, each over a month and more that is past,
    or on one day: prices move from day to day, and contracts are of months to come."""
    if not (x.when and y.when and isinstance(x.value, Number) and isinstance(y.value, Number)):
        return False
    left, right = (c.qualifier.stems if isinstance(c.qualifier, Ref) else frozenset() for c in (x, y))
    over = all(c.day and c.when and c.when.last and c.when.last < c.day for c in (x, y))
    of_months = (over or x.day == y.day) and min(length(days_of(c.when)) for c in (x, y) if c.when) >= MONTH
    return of_months and bool(left) and left == right and x.value.unit == y.value.unit


def _told(claim: Claim) -> bool:
    """Whether a number stands in the clause that tells the event, or hard by it; of what a report opens
    with, anywhere."""
    if not claim.placed and SCHEMA.differ(claim.of) == "toll":
        return claim.marks.lead
    return all(claim.where.start - BESIDE <= e.start and e.end <= claim.where.end + BESIDE for e in claim.evidence)


def _in_one_breath(v: Tellings, w: Tellings) -> bool:
    """One voice in one report gives both: the parts of a sum, a toll of each place, the figures of two times."""
    return bool({(c.report, c.voice) for c in v} & {(c.report, c.voice) for c in w})


def _dates(v: Tellings, w: Tellings, a: Interval, b: Interval, lineage: Lineage) -> Relation:
    """Days that the tellings' own clauses give, some days apart; of a week or a month, half of it may be missing."""
    x, y = days_of(a), days_of(b)
    if between(x, y) <= max(SLACK, length(x) / 2, length(y) / 2):
        return "agree"
    if between(x, y) > FAR or _in_one_breath(v, w):
        return "beside"
    return _unlike(v, w, ((c, d) for c in v for d in w if _inside(c) and _inside(d)), lineage)


def _inside(claim: Claim) -> bool:
    """Whether what fills the slot stands in the very clause that tells the event."""
    return all(claim.where.start <= e.start and e.end <= claim.where.end for e in claim.evidence)


def _fillers(v: Tellings, w: Tellings, a: Ref, b: Ref, lineage: Lineage) -> Relation:
    """Places, authorities and lists that one report names together, or that stand with a third in both."""
    left = frozenset(x for c in v for x in c.group)
    right = frozenset(x for c in w for x in c.group)
    if left & right:
        return "agree"
    every = ((x, y) for x in v for y in w)
    if not v[0].of.endswith(".place"):
        return _unlike(v, w, every, lineage)
    if places_relation([a], [b]) in ("same", "within"):
        return "agree"
    alone = all(len(c.group) == 1 and _inside(c) for c in (*v, *w))
    return _unlike(v, w, every, lineage) if alone and towns([a]) and towns([b]) else "beside"


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


def in_time(v: Tellings, w: Tellings, lineage: Lineage) -> bool:
    """Whether time explains that two values differ: a state moves on, a toll rises, a plan is changed."""
    first, second = (v, w) if lineage.at(v[0].report) <= lineage.at(w[0].report) else (w, v)
    of, differ = v[0].of, SCHEMA.differ(v[0].of)
    if of == ATTENDANCE:
        return "planned" in (v[0].value, w[0].value)
    if of == TITLE:
        return True
    if differ == "toll":
        return _rises(first, second, lineage)
    if differ == "state":
        return _before(first, second) or _before(second, first)
    if differ == "measure":
        return not any(x.when and y.when and meet(days_of(x.when), days_of(y.when)) for x in v for y in w)
    planned = all(c.status == "planned" for c in first)
    planned = planned and lineage.at(first[0].report).date() < lineage.at(second[0].report).date()
    paid = any(c.status == "done" for c in second)
    return planned and (differ == "plan" or (differ == "pledge" and paid))


def _fresh(claim: Claim) -> bool:
    """Whether a report is of the day of what it tells, or of the day after: the count still goes on."""
    end = claim.when.last if claim.when else None
    return claim.day is not None and end is not None and (claim.day - end).days <= FRESH


def _settled(claim: Claim, days: int) -> bool:
    """Whether a report tells of the dead of one day that is so long past: a toll hardly rises then."""
    end = claim.when.last if claim.when else None
    since = claim.scope is not None and claim.scope.since
    return not since and claim.day is not None and end is not None and (claim.day - end).days > days


def _rises(first: Tellings, second: Tellings, lineage: Lineage) -> bool:
    """Two tolls of one time are one report's, or an earlier count carried on: the lower one is the older. Where nothing
    but one day is known of two reports, it is so as long as the dead are counted, and else nothing shows which is."""
    a, b = first[0].value, second[0].value
    if not isinstance(a, Number) or not isinstance(b, Number):
        return False
    if all(lineage.at(x.report) == lineage.at(y.report) and x.report != y.report for x in first for y in second):
        counting = lineage.at(first[0].report).time() == NOON and any(map(_fresh, (*first, *second)))
        return "at_least" in (a.bound, b.bound) or counting
    known = SOON if max(a.value, b.value) >= FAR_APART * min(a.value, b.value) else COUNTED
    if any(_settled(c, known) for c in (*first, *second)):
        return False
    hours = abs((lineage.at(second[-1].report) - lineage.at(first[0].report)).total_seconds()) / 3600
    return a.value <= b.value or hours < 1
