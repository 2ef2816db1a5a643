"""The members of a body over time: every count that reports give, where it stands on a plot, and its sentences."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import floor, log10

from tawatur.record.types import Fact, Interval, Number, Value
from tawatur.tell.page import Line
from tawatur.tell.passage import Passage, evidence
from tawatur.tell.view import View

UP, DOWN = "up", "down"
_TOWARDS = {
    "more_than": UP,
    "at_least": UP,
    "less_than": DOWN,
    "at_most": DOWN,
    "nearly": DOWN,
}  # where the true number lies from the one that is given
_COUNTS = ("membership.count", "group.count")
_APART = 0.06  # of the width: numbers nearer to each other than this are not all written
_ABOVE = 0.15  # of the height
_MARGIN = 0.08
_TICKS = 4
_YEARS = 8  # on the axis
_EVIDENCE = 8  # places of a count; the page of its fact has all


@dataclass(frozen=True, slots=True)
class Count:
    """A count as reports give it. `when`: from the first to the last report that says so; `towards`: where the true
    number lies when a bound is given (up, down), None where it is the number itself."""

    fact: Fact
    number: Number
    when: Interval | None
    line: Line
    reports: list[str]
    origins: int
    towards: str | None
    passages: list[Passage]


@dataclass(frozen=True, slots=True)
class Dot:
    """A count on the plot: `x` and `x_last` (its days) and `y` and `y_high` (a range) from 0 to 1, time running from 0,
    numbers from the bottom; `written`: its number has room beside it."""

    count: Count
    x: float
    x_last: float
    y: float
    y_high: float
    written: bool


@dataclass(frozen=True, slots=True)
class Plot:
    """The counts with a day on their axes; `years` and `numbers` are ticks with their places from 0 to 1."""

    dots: list[Dot]
    years: list[tuple[float, int]]
    numbers: list[tuple[float, int]]


def counts(view: View, ident: str) -> list[Count]:
    """All counts of a body's members, the first told first; those without a day last."""
    found = [
        _count(view, fact, value, value.value)
        for fact in view.facts_of.get(ident, [])
        if fact.property in _COUNTS
        for value in fact.values
        if isinstance(value.value, Number)
    ]
    return sorted(found, key=lambda c: ((c.when.first if c.when else None) or date.max, c.number.value))


def _count(view: View, fact: Fact, value: Value, number: Number) -> Count:
    line = view.fact_value(fact, value)
    towards = _TOWARDS.get(number.bound)
    passages = evidence(view, value.evidence[:_EVIDENCE])
    return Count(fact, number, value.as_of, line, value.reports, len(value.origins), towards, passages)


def plot(found: Sequence[Count]) -> Plot | None:
    """The plot of the counts with a day; None where there are not two: a single number needs no picture."""
    dated = [(c, c.when.first, c.when.last or c.when.first) for c in found if c.when and c.when.first]
    if len(dated) < 2:
        return None
    first, last = _span(min(a for _, a, _ in dated), max(b for _, _, b in dated))
    low, high = _range([c.number for c, _, _ in dated])

    def x(day: date) -> float:
        return _MARGIN + (1 - 2 * _MARGIN) * ((day - first).days / (last - first).days)

    def y(number: float) -> float:
        return (number - low) / (high - low)

    dots: list[Dot] = []
    for count, a, b in dated:
        height = y(count.number.value)
        near = any(d.written and x(a) - d.x_last < _APART and abs(d.y - height) < _ABOVE for d in dots)
        top = count.number.high if count.number.high is not None else count.number.value
        dots.append(Dot(count, x(a), x(b), height, y(top), not near))
    every = 1 + (last.year - first.year) // _YEARS
    starts = [date(year, 1, 1) for year in range(first.year, last.year + 1, every)]
    years = [(x(day), day.year) for day in starts if first <= day <= last]
    step = _step(high - low)
    numbers = [n for i in range(_TICKS * 3) if (n := (floor(low / step) + i) * step) >= low and n <= high]
    return Plot(dots, years, [(y(n), int(n)) for n in numbers])


def _span(first: date, last: date) -> tuple[date, date]:
    """The days of the axis: whole years where the counts lie a year or more apart."""
    if (last - first).days >= 365:
        return date(first.year, 1, 1), date(last.year + 1, 1, 1)
    room = timedelta(days=max(1, (last - first).days // 6))
    return first - room, last + room


def _range(numbers: Sequence[Number]) -> tuple[float, float]:
    """The numbers of the axis, with room for an arrow above and below."""
    low, high = min(n.value for n in numbers), max(n.high or n.value for n in numbers)
    room = max(1.0, (high - low) * 0.35, high * 0.04)
    return max(0.0, low - room), high + room


def _step(width: float) -> float:
    """A round distance of ticks: 1, 2, 5, 10, 20 ..., for about four of them."""
    rough = max(1.0, width / _TICKS)
    power = 10.0 ** floor(log10(rough))
    return next(m * power for m in (1, 2, 5, 10) if m * power >= rough)
