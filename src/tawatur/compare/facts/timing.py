"""Whether time explains that two values differ: a state moves on, a toll rises, a plan is changed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from itertools import product

from tawatur.compare.days import days_of, length, meet
from tawatur.compare.facts.claims import TITLE, Claim
from tawatur.compare.facts.origins import Lineage
from tawatur.record.naming import NOON
from tawatur.record.schema import ATTENDANCE, SCHEMA
from tawatur.record.types import Number

Tellings = Sequence[Claim]  # of one value, first published first

FAR_APART = 1.5  # times a later toll from which an earlier one contradicts it
SOON, COUNTED = 3, 31  # days in which a toll rises by much, and by anything
MONTH = 31  # days of the longest interval that tells when the dead died
HALF_A_DAY = timedelta(hours=12)
FRESH = 1  # days after which a toll is no longer expected to rise


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
        return before(first, second) or before(second, first)
    if differ == "measure":
        here, there = ({days_of(c.when) for c in tellings if c.when} for tellings in (v, w))
        return not any(meet(x, y) for x, y in product(here, there))
    if any(c.moved for c in (*v, *w)):
        return True
    planned = all(c.status == "planned" for c in first)
    planned = planned and lineage.at(first[0].report).date() < lineage.at(second[0].report).date()
    paid = any(c.status == "done" for c in second)
    return planned and (differ == "plan" or (differ == "pledge" and paid))


def before(v: Tellings, w: Tellings) -> bool:
    """Whether one value was last told before the other was first."""
    first, second = _days(v), _days(w)
    return bool(first and second) and max(first) < min(second)


def _days(tellings: Tellings) -> list[int]:
    return [c.day.toordinal() for c in tellings if c.day]


def _fresh(claim: Claim) -> bool:
    """Whether a report is of the day of what it tells, or of the day after: the count still goes on."""
    end = claim.when.last if claim.when else None
    return claim.day is not None and end is not None and (claim.day - end).days <= FRESH


def _settled(first: Claim, second: Claim, days: int) -> bool:
    """Whether one of two reports tells of the dead of a day, its own or the other's, that is so long past: a toll
    hardly rises then. A year is no day: it is mostly that of a clause beside."""
    if any(c.scope is not None and c.scope.since for c in (first, second)):
        return False
    days_told = [c.when.last for c in (first, second) if c.when and c.when.last and length(days_of(c.when)) <= MONTH]
    out = [c.day for c in (first, second) if c.day]
    return bool(days_told and out) and (max(out) - max(days_told)).days > days


def contested(first: Tellings, second: Tellings) -> bool:
    """Whether a report gives two tolls by two speakers who do not speak for one body, and neither is said to have risen
    to what it is."""
    told: dict[str, set[tuple[str, str | None]]] = {}
    for claim in first:
        if claim.voice is not None:
            told.setdefault(claim.report, set()).add((claim.voice, claim.behalf))

    def other(claim: Claim) -> bool:
        sides = {claim.voice, claim.behalf} - {None}
        return claim.voice is not None and any(sides.isdisjoint(one) for one in told.get(claim.report, ()))

    both = any(map(other, second))
    return both and not any(c.scope is not None and c.scope.risen for c in (*first, *second))


def no_correction(v: Tellings, w: Tellings, lineage: Lineage) -> bool:
    """Whether one toll is half as high again as another that came half a day later and more; within hours, one outlet
    has the new count and another still prints the old one."""
    a, b = v[0].value, w[0].value
    if not isinstance(a, Number) or not isinstance(b, Number) or in_time(v, w, lineage):
        return False
    far = max(a.value, b.value) >= FAR_APART * min(a.value, b.value)
    return far and abs(lineage.at(v[0].report) - lineage.at(w[0].report)) >= HALF_A_DAY


def _rises(first: Tellings, second: Tellings, lineage: Lineage) -> bool:
    """Two tolls of one time are one report's, or an earlier count carried on: the lower one is the older. Where nothing
    but one day is known of two reports, it is so as long as the dead are counted, and else nothing shows which is. Who
    repeats a toll long after repeats what was counted before."""
    a, b = first[0].value, second[0].value
    if not isinstance(a, Number) or not isinstance(b, Number):
        return False
    reports, others = ({c.report for c in tellings} for tellings in (first, second))
    if contested(first, second):
        return False
    if len({lineage.at(r) for r in reports | others}) == 1 and not reports & others:
        counting = lineage.at(first[0].report).time() == NOON and any(map(_fresh, (*first, *second)))
        return "at_least" in (a.bound, b.bound) or counting
    known = SOON if max(a.value, b.value) >= FAR_APART * min(a.value, b.value) else COUNTED
    if _settled(first[0], second[0], known):
        return False
    hours = abs((lineage.at(second[-1].report) - lineage.at(first[0].report)).total_seconds()) / 3600
    return a.value <= b.value or hours < 1
