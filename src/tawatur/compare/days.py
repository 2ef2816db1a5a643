"""Intervals of days: what they have in common, how long they are, how far apart."""

from __future__ import annotations

from tawatur.record.types import Interval


def days_common(a: Interval, b: Interval) -> bool:
    """Whether two intervals have a day in common; an open side has no end."""
    return not (
        (a.last is not None and b.first is not None and a.last < b.first)
        or (b.last is not None and a.first is not None and b.last < a.first)
    )


def length(interval: Interval) -> int | None:
    """Days of an interval; None where a side is open."""
    return (interval.last - interval.first).days + 1 if interval.first and interval.last else None


def gap(a: Interval, b: Interval) -> int:
    """Days from the end of the earlier interval to the beginning of the later one; 0 where they meet."""
    edges = [(x.first - y.last).days for x, y in ((a, b), (b, a)) if x.first and y.last]
    return max([0, *edges])
