"""What days say for and against two events being one."""

from __future__ import annotations

from tawatur.compare.days import Days, between, length, meet
from tawatur.compare.events.pair import Pair, once, one_story
from tawatur.compare.events.sight import Sight

YEAR = 366  # days within which a state is one
WEEK = 7
NEIGHBOURS = -0.4  # neighbouring days: a night has two
MOSTLY = 0.6  # of all days of two long times, from which they are one
MONTH = 31  # days: a day may stand for a part of a month, not for a season


@once
def date(pair: Pair) -> float:
    """The days that two events are said to be of; of those that give none, the days of the reports."""
    a, b = pair.a.days, pair.b.days
    if a is None or b is None:
        return _news(pair)
    if a == b:
        return 1.0 if not MONTH < length(a) < float("inf") else 0.8
    if put_off(pair.a, pair.b):
        return 0.5
    if not meet(a, b):
        return -0.8 if not (pair.a.firm and pair.b.firm) else NEIGHBOURS if beside(pair.kind, a, b) else -0.5
    if max(length(a), length(b)) <= MONTH:
        return 0.7
    return 0.4 if pair.kind == "founding" or _one_time(pair, a, b) else -1.2


def _one_time(pair: Pair, a: Days, b: Days) -> bool:
    """Whether two long times are mostly one: since the 18th of February, and these six weeks. What still goes on
    is known up to the day of its report."""
    (first, last), (start, end) = (_known(days, s) for days, s in ((a, pair.a), (b, pair.b)))
    both = min(last, end) - max(first, start) + 1
    return 0 < MOSTLY * (max(last, end) - min(first, start) + 1) <= both < float("inf")


def _known(days: Days, sight: Sight) -> Days:
    return days if days[1] < float("inf") or not sight.published else (days[0], max(days[0], sight.published[1]))


def _news(pair: Pair) -> float:
    """What a report gives no day for is mostly of its own days."""
    a, b = (s.days or s.news_days for s in (pair.a, pair.b))
    if pair.one_report or a is None or b is None or between(a, b) > 1:
        return 0.0
    return 0.5 if max(length(a), length(b)) <= WEEK else 0.0


@once
def told_apart(pair: Pair) -> float:
    """Where a day is missing, the reports' own days speak: daily clashes and daily meetings are many."""
    a, b = pair.a, pair.b
    if (a.days and b.days) or long_past(pair) or _one_plan(pair):
        return 0.0
    left, right = a.days or a.published, b.days or b.published
    apart = between(left, right) if left and right else 0
    loss = 0.0 if apart < 2 else -0.4 if apart < 4 else -0.8
    return loss if all(s.days or s.news for s in (a, b)) else loss / 2  # what stands behind the news may be older


def _one_plan(pair: Pair) -> bool:
    """Whether two reports of one story expect it, days before it comes."""
    a, b = pair.a, pair.b
    return a.event.status == b.event.status == "planned" and one_story(a, b)


def long_past(pair: Pair) -> bool:
    """Whether one of the reports speaks of what was long before it."""
    return pair.a.past > MONTH or pair.b.past > MONTH


def put_off(a: Sight, b: Sight) -> bool:
    """Whether a report tells that one of the two was called off, and put off to the day of the other."""
    return a.report == b.report and (a.moved or b.moved) and "cancelled" in (a.event.status, b.event.status)


def exclude(kind: str, a: Days, b: Days) -> bool:
    """Whether two days cannot be of one event, or of one state: it is one within twelve months."""
    if kind in ("membership", "group"):
        return between(a, b) > YEAR
    return not meet(a, b) and not beside(kind, a, b)


def beside(kind: str, a: Days, b: Days) -> bool:
    """Whether two days are neighbours, and may be of one night, or of one visit."""
    return kind in ("meeting", "incident", "visit") and between(a, b) <= 1
