"""How two values of one fact stand to each other: they agree; they differ, so that both cannot hold of one thing; or
they stand beside each other, because nothing shows that both speak of one thing: tolls of other people or of other
days, sums in two currencies, a place or a day that was read beside the event.

Values that stand beside each other are facts of their own. They differ only where two tellings of them are surely of
one thing whatever they say of it (`grounds`): more surely where nothing but a contradiction is left than where time
explains it (`in_time`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import product, starmap
from typing import Literal

from tawatur.compare.days import between, days_of, length, meet, one_occasion
from tawatur.compare.events.sight import Ref
from tawatur.compare.facts.claims import ACTOR, TITLE, Claim
from tawatur.compare.facts.grounds import EXPLAINED, contradict, surely
from tawatur.compare.facts.numbers import (
    comparable,
    counts_of_other_things,
    far_beyond,
    fits_measure,
    money,
    numbers_agree,
    of_one_measuring,
    over_other_times,
    overtaken,
    rounded,
)
from tawatur.compare.facts.origins import Lineage
from tawatur.compare.facts.timing import FAR_APART, SOON, Tellings, before, in_time
from tawatur.compare.facts.weighed import Alike, weighed
from tawatur.compare.families import one_family, vague
from tawatur.compare.places import relation as places_relation
from tawatur.compare.places import towns
from tawatur.record.schema import ATTENDANCE, SCHEMA
from tawatur.record.types import Interval, Number

Relation = Literal["agree", "differ", "beside"]
Pairs = Iterable[tuple[Alike, Alike]]

SLACK = 1  # days by which papers of the morning and of the evening, here and overseas, date one thing apart
MONTH = 28
ONE_LENGTH = 1.5  # times a period from which a longer one measures something else
HARD_BY = 150  # characters by which a number may stand outside the clause that tells the event
FAR = 62  # days between two dates of one thing from which one of them was read wrongly or is another thing's
_LOOSE = {"other", "bilateral"}  # a summit of two is bilateral too


def relation(v: Tellings, w: Tellings, lineage: Lineage) -> Relation:
    """How two values of one fact stand to each other."""
    a, b, of = v[0].value, w[0].value, v[0].of
    if isinstance(a, Number) and isinstance(b, Number):
        return _numbers(v, w, a, b, lineage)
    if isinstance(a, Interval) and isinstance(b, Interval):
        return _dates(v, w, a, b, lineage)
    if of == TITLE:
        return "agree" if not _former(v, w, lineage) else "differ"
    if isinstance(a, Ref) and isinstance(b, Ref):
        return _fillers(v, w, a, b, lineage)
    if of == ATTENDANCE:
        return "agree" if {a, b} == {"planned", "attended"} else _unlike(v, w, _every(v, w, lineage), lineage)
    return "agree" if {a, b} & _LOOSE or one_family(a, b) else _unlike(v, w, _every(v, w, lineage), lineage)


def _every(v: Tellings, w: Tellings, lineage: Lineage) -> Iterator[tuple[Alike, Alike]]:
    """The tellings of two values in pairs, those that weigh the same as one."""
    yield from product(weighed(v, lineage), weighed(w, lineage))


def _unlike(v: Tellings, w: Tellings, pairs: Pairs, lineage: Lineage) -> Relation:
    """Of values that cannot both hold: whether some pair of their tellings is surely of one thing."""
    of = v[0].of
    if SCHEMA.differ(of) == "beside" and of != ATTENDANCE:
        return "beside"
    subject = SCHEMA.kinds[of.partition(".")[0]].subject
    if subject != "event":
        return "differ" if subject == "place" or v[0].subject.isascii() else "beside"  # words may be of many bodies
    if in_time(v, w, lineage):
        found = any(surely(x, y, lineage, EXPLAINED) for x, y in pairs)
    else:
        toll = SCHEMA.differ(of) == "toll"
        found = not (toll and _told_together(v, w)) and any(contradict(x, y, lineage) for x, y in pairs)
    return "differ" if found else "beside"


def _numbers(v: Tellings, w: Tellings, a: Number, b: Number, lineage: Lineage) -> Relation:
    early, late = sorted((v, w), key=lambda t: lineage.at(t[0].report))
    toll = SCHEMA.differ(v[0].of) == "toll"
    if toll and (far_beyond(a, b) or far_beyond(b, a) or _late_and_larger(v, w, lineage)):
        return "beside"
    measure = SCHEMA.differ(v[0].of) == "measure"
    if measure and (rounded(a, b) or numbers_agree(a, b)):
        fit = rounded(a, b) or fits_measure(a, b)
        return "agree" if fit and any(starmap(of_one_measuring, product(v, w))) else "beside"
    if rounded(a, b) or (numbers_agree(a, b) and not (toll and overtaken(early[0].value, late[0].value))):
        other = counts_of_other_things(v[0], w[0]) and (toll or money(a, b) or a.value != b.value)
        other = other or (toll and _of_others(v, w))
        return "beside" if other else "agree"
    if vague(a) or vague(b) or _in_one_breath(v, w):
        return "beside"
    here, there = ([c for c in told if not c.several and (measure or c.state or _told(c))] for told in (v, w))
    pairs = [(x, y) for x, y in _every(here, there, lineage) if comparable(x.claim, y.claim)]
    if measure:
        pairs = [(x, y) for x, y in pairs if _of_periods(x.claim, y.claim)]
    return _unlike(v, w, pairs, lineage) if pairs else "beside"


def _late_and_larger(v: Tellings, w: Tellings, lineage: Lineage) -> bool:
    """Whether one toll is half as much again as what another says at least, and was first told days after that was
    last, or a day before that was first: that is another count, of more days or of more places."""
    few, many = sorted((v, w), key=lambda t: t[0].value.value if isinstance(t[0].value, Number) else 0.0)
    a, b = few[0].value, many[0].value
    if not isinstance(a, Number) or not isinstance(b, Number) or a.bound not in ("at_least", "more_than") or vague(a):
        return False
    later = lineage.at(many[0].report) - lineage.at(few[-1].report)
    before = lineage.at(few[0].report) - lineage.at(many[0].report)
    return b.value >= FAR_APART * a.value and (later.days > SOON or before.days >= 1)


def _of_others(v: Tellings, w: Tellings) -> bool:
    """Whether each of two tolls is summed up over other times than the other, or counts some where the other counts
    all, whoever tells them."""
    here, there = ({c.scope: c for c in tellings}.values() for tellings in (v, w))
    return all(over_other_times(x, y) or _partial(x) != _partial(y) for x, y in product(here, there))


def _partial(claim: Claim) -> bool:
    return claim.scope is not None and claim.scope.part


def _of_periods(x: Claim, y: Claim) -> bool:
    """Whether both measure one thing by all their words, in one unit, each over a month and more that is past, or of
    which both say on one day what it will be: prices move from day to day, and contracts are of months to come. What
    grew so much in a month and so much in a year are two measures."""
    if not (x.when and y.when and isinstance(x.value, Number) and isinstance(y.value, Number)):
        return False
    left, right = (c.qualifier.stems if isinstance(c.qualifier, Ref) else frozenset() for c in (x, y))
    over = all(c.day and c.when and c.when.last and c.when.last < c.day for c in (x, y))
    ahead = x.day == y.day and x.status == y.status == "planned"
    short, long = sorted(length(days_of(c.when)) for c in (x, y) if c.when)
    of_months = (over or ahead) and short >= MONTH and long <= ONE_LENGTH * short
    return of_months and bool(left) and left == right and x.value.unit == y.value.unit


def _told(claim: Claim) -> bool:
    """Whether a number stands in the clause that tells the event, or hard by it; of what a report opens
    with, anywhere."""
    if not claim.placed and SCHEMA.differ(claim.of) == "toll":
        return claim.marks.lead
    return all(claim.where.start - HARD_BY <= e.start and e.end <= claim.where.end + HARD_BY for e in claim.evidence)


def _in_one_breath(v: Tellings, w: Tellings) -> bool:
    """One voice in one report gives both: the parts of a sum, a toll of each place, the figures of two times."""
    return bool({(c.report, c.voice) for c in v} & {(c.report, c.voice) for c in w})


def _told_together(v: Tellings, w: Tellings) -> bool:
    """Whether an outlet gives one of two values itself beside another who gives the other: it would say that they
    contradict each other."""
    own = ({c.report for c in tellings if c.voice is None} for tellings in (w, v))
    return any(c.report in reports for told, reports in zip((v, w), own, strict=True) for c in told)


def _dates(v: Tellings, w: Tellings, a: Interval, b: Interval, lineage: Lineage) -> Relation:
    """Days that the tellings' own clauses give, some days apart; of a week or a month, half of it may be missing."""
    x, y = days_of(a), days_of(b)
    slack = 0 if v[0].of.endswith(".period") else max(SLACK, length(x) / 2, length(y) / 2)
    if between(x, y) <= slack:
        return "agree"  # what is measured is measured anew on the next day
    if any(c.moved for c in (*v, *w)):
        return "differ"
    if between(x, y) > FAR or _in_one_breath(v, w) or _one_text(v, w, lineage):
        return "beside"
    here, there = ([c for c in told if _inside(c)] for told in (v, w))
    return _unlike(v, w, _every(here, there, lineage), lineage)


def _one_text(v: Tellings, w: Tellings, lineage: Lineage) -> bool:
    """Whether two days are read out of one text: papers of two days print «this evening», and mean one evening."""
    printed: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for claim in v:
        for passage, stretch in lineage.passages.stretches(claim.report, claim.where).items():
            printed[passage].append(stretch)
    found = (lineage.passages.stretches(c.report, c.where).items() for c in w)
    return any(meet(stretch, other) for items in found for p, stretch in items for other in printed.get(p, ()))


def _inside(claim: Claim) -> bool:
    """Whether what fills the slot stands in the very clause that tells the event."""
    return all(claim.where.start <= e.start and e.end <= claim.where.end for e in claim.evidence)


def _fillers(v: Tellings, w: Tellings, a: Ref, b: Ref, lineage: Lineage) -> Relation:
    """Places, authorities and lists that one report names together, or that stand with a third in both."""
    left = frozenset(x for c in v for x in c.group)
    right = frozenset(x for c in w for x in c.group)
    if left & right or v[0].of == ACTOR:
        return "agree"  # an actor and who is described in his place (`sorting`)
    if not v[0].of.endswith(".place"):
        return _unlike(v, w, _every(v, w, lineage), lineage)
    if places_relation([a], [b]) in ("same", "within"):
        return "agree"
    alone = all(len(c.group) == 1 and _inside(c) for c in (*v, *w))
    return _unlike(v, w, _every(v, w, lineage), lineage) if alone and towns([a]) and towns([b]) else "beside"


def _former(v: Tellings, w: Tellings, lineage: Lineage) -> bool:
    """Whether one of two titles is that of a former holder, and the other was last told before it was first; by two
    reports each, and on two occasions the one that he lost, since of one long gone both are said in turn. Two outlets
    say that he lost it, or one of those that called him by it: another may mean another man."""
    if any(len({c.report for c in x}) < 2 for x in (v, w)):
        return False
    for lost, held in ((v, w), (w, v)):
        if lost[0].former and not held[0].former and before(held, lost) and _again(held):
            outlets, known = ({lineage.source(c.report).outlet for c in x} for x in (lost, held))
            return len(outlets) > 1 or bool(outlets & known)
    return False


def _again(tellings: Tellings) -> bool:
    """Whether a value is told on days of which the first and the last are of two occasions."""
    days = [c.day for c in tellings if c.day]
    return bool(days) and not one_occasion(min(days), max(days))
