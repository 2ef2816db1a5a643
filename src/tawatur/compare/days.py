"""Intervals of days: what they have in common, how long they are, how far apart."""

from __future__ import annotations

import math
from datetime import date

from tawatur.record.types import Interval

OCCASION = 2  # days within which one who speaks twice, or an agency, tells of one occasion
Days = tuple[float, float]  # ordinals of the first and the last day, infinite on an open side


def gap(a: Interval, b: Interval) -> int:
    """Days from the end of the earlier interval to the beginning of the later one; 0 where they meet."""
    return int(between(days_of(a), days_of(b)))


def days_of(interval: Interval) -> Days:
    """An interval as numbers, which compare faster than dates."""
    first, last = interval.first, interval.last
    return first.toordinal() if first else -math.inf, last.toordinal() if last else math.inf


def meet(a: Days, b: Days) -> bool:
    """Whether two intervals have a day in common."""
    return a[0] <= b[1] and b[0] <= a[1]


def between(a: Days, b: Days) -> float:
    """Days from the end of the earlier interval to the beginning of the later one; 0 where they meet."""
    return max(0, b[0] - a[1], a[0] - b[1])


def one_occasion(a: date | None, b: date | None, within: int = OCCASION) -> bool:
    """Whether two days may be of one occasion: both are known, and no more than so many days apart."""
    return a is not None and b is not None and abs((a - b).days) <= within


def length(days: Days) -> float:
    """Days of an interval; infinite where a side is open."""
    return days[1] - days[0] + 1
