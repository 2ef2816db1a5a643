"""Numbers against each other: whether one fits the other, and whether both count one thing over one time."""

from __future__ import annotations

import math
from decimal import Decimal

from tawatur.compare.days import Days, between, days_of
from tawatur.compare.events.scopes import Scope
from tawatur.compare.facts.claims import Claim
from tawatur.compare.families import TENS, persons, vague
from tawatur.record.schema import SCHEMA
from tawatur.record.types import Number

OVERTAKEN = 2  # times an "at least" from which a later toll is another
HUNDRED, LARGE = 100, 1000
ABOUT = 0.1  # how far a round number may be off
FAR_OFF = 5  # times a number from which another is hardly of the same thing
NEAR = 1.5  # times a figure that is told as "more than", above which another is of something else
WEEK, MONTH = 7, 31  # days in which a figure without a time is given again, and in which that of a time past is told
ROUNDED = 0.02  # how far sums of money, and numbers from thousands on, differ by rounding alone


def numbers_agree(a: Number, b: Number) -> bool:
    """Whether one number fits both: "more than 80" fits 84, and 80 itself, since who rounds is not so exact; "about 50"
    fits 52."""
    (low_a, high_a), (low_b, high_b) = _range(a), _range(b)
    return low_a <= high_b and low_b <= high_a


def rounded(a: Number, b: Number) -> bool:
    """Whether two large numbers, or two sums of one currency, differ by rounding alone: 71.4 and 71 million,
    297 and 300, three thousand and 3,188; but 4.548 and 4.619 are two prices, each given to the last digit."""
    round_one = any(n.value % HUNDRED == 0 for n in (a, b)) and min(a.value, b.value) >= HUNDRED / 2
    large = a.unit == b.unit and (money(a, b) or min(a.value, b.value) >= LARGE or round_one)
    off = abs(a.value - b.value)
    digit = max(_last_digit(a.value), _last_digit(b.value))
    coarse = digit >= LARGE and off <= ABOUT * max(a.value, b.value) and 2 * off < digit
    return large and (coarse or (off <= ROUNDED * max(a.value, b.value) and off <= digit))


def _last_digit(value: float) -> float:
    """What the last digit counts that a number is given with: 0.1 of 71.4, 100 of 300."""
    exponent = Decimal(repr(value)).normalize().as_tuple().exponent
    return 10.0**exponent if isinstance(exponent, int) else 0.0


def overtaken(early: object, late: object) -> bool:
    """A first toll of "at least four" does not stand beside a later one of twenty-five; tens are any number below a
    hundred, hundreds any below a thousand."""
    if not isinstance(early, Number) or not isinstance(late, Number) or early.value <= 0:
        return False
    return early.bound in ("at_least", "more_than") and late.value > (TENS if vague(early) else OVERTAKEN) * early.value


def far_beyond(few: Number, many: Number) -> bool:
    """Whether a toll is so many times what another says at least that no time brings it there: the dead of a war are
    not those of the attack of which "at least forty" is told."""
    if few.bound not in ("at_least", "more_than") or few.value <= 0:
        return False
    return many.value > FAR_OFF * (2 if not vague(few) else TENS * 2) * few.value


def _range(n: Number) -> tuple[float, float]:
    top = n.high if n.high is not None else n.value
    slack = abs(n.value) * ABOUT
    ranges = {
        "about": (n.value - slack, top + slack),
        "nearly": (n.value - slack, top),
        "more_than": (n.value, math.inf),
        "at_least": (n.value, math.inf),
        "less_than": (-math.inf, top),
        "at_most": (-math.inf, top),
    }
    return ranges.get(n.bound, (n.value, top))


def comparable(v: Claim, w: Claim) -> bool:
    """Whether two numbers count one thing: people to whom one thing was done, none of them a part of the others, over
    one time; money of one currency; a level and a level. What no word tells is taken to be the same, but for what is
    counted beside the dead: there the words must say it."""
    a, b = v.value, w.value
    if not isinstance(a, Number) or not isinstance(b, Number) or counts_of_other_things(v, w):
        return False
    low, high = sorted((a, b), key=lambda n: n.value)
    reach = FAR_OFF * (2 if low.bound in ("at_least", "more_than") else 1)
    if not (v.state or _one_unit(a, b)) or high.value > reach * max(low.value, 1):
        return False
    if SCHEMA.differ(v.of) == "measure" and a.unit is None:
        return False
    s, t = v.scope, w.scope
    if s is None or t is None:
        return not v.of.endswith(".killed") or s is t
    if s.part or t.part or s.compared or t.compared or a.value in t.parts or b.value in s.parts:
        return False
    if over_other_times(v, w) or s.fighters or t.fighters or _some_of(*((s, t) if a.value < b.value else (t, s))):
        return False  # of fighters, every battle has its own
    if v.of == "incident.killed":
        return {s.kind, t.kind} <= {None, "killed"}
    if SCHEMA.differ(v.of) == "toll":
        return s.kind == t.kind and (s.kind is not None or bool(s.heads & t.heads))
    return True


def of_one_measuring(v: Claim, w: Claim) -> bool:
    """Whether two figures of one measure may be of one measuring, by their times: a price fell by thirty cents this
    week and another. Who gives no time tells the last that is known."""
    given = [_days(c) for c in (v, w)]
    if None in given:
        told = [days or _told(c) for days, c in zip(given, (v, w), strict=True)]
        apart = WEEK if given == [None, None] else MONTH
        return told[0] is None or told[1] is None or between(told[0], told[1]) <= apart
    return between(*[days for days in given if days]) == 0


def fits_measure(a: Number, b: Number) -> bool:
    """Whether a figure fits another of one measure: "more than 7 percent" fits 7.4, not 70, and no price."""
    low, high = sorted((a.value, b.value))
    return a.unit == b.unit and high <= NEAR * low and numbers_agree(a, b)


def _days(claim: Claim) -> Days | None:
    return days_of(claim.when) if claim.when else None


def _told(claim: Claim) -> Days | None:
    return (claim.day.toordinal(), claim.day.toordinal()) if claim.day else None


def _some_of(few: Scope, many: Scope) -> bool:
    """Whether the lower of two tolls counts some whom the higher one may count among others: the children, the
    civilians, those of one land."""
    return bool(few.heads and many.heads) and few.some and not few.heads & many.heads


def over_other_times(v: Claim, w: Claim) -> bool:
    """Whether one number sums up many days and the other does not, or tells by how much, and the other how much."""
    s, t = v.scope, w.scope
    if _shares(v, w):
        return False  # so much of the whole is held, since when ever
    return s is not None and t is not None and (s.since, s.change) != (t.since, t.change)


def _shares(v: Claim, w: Claim) -> bool:
    """Whether both say how much of a whole something is."""
    both = v.of == w.of == "incident.count"
    return both and all(isinstance(c.value, Number) and c.value.unit == "percent" for c in (v, w))


def money(a: Number, b: Number) -> bool:
    """Whether one of two numbers is a sum of money."""
    return any((n.unit or "").isupper() for n in (a, b))


def _one_unit(a: Number, b: Number) -> bool:
    return persons(a, b) or (None in (a.unit, b.unit) and not money(a, b))


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
