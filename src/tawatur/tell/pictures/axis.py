"""An axis of days, its ticks at days, weeks, months or years, and what stands under them in the reader's language."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from babel.dates import format_date

from tawatur.text.measure import text_width

SIZE = 12.0  # px, of the type under the axis
_AIR = 10.0  # px between two labels
_YEARS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)
_LAST = date.max - timedelta(days=400)


@dataclass(frozen=True, slots=True)
class Axis:
    """Days from `first` to `last`, both whole, over `length` px in the reading direction."""

    first: date
    last: date
    length: float

    @property
    def day(self) -> float:
        """The px of one day."""
        return self.length / ((self.last - self.first).days + 1)

    def start(self, day: date) -> float:
        """Where a day begins, within the axis."""
        return min(max((day - self.first).days * self.day, 0.0), self.length)

    def end(self, day: date) -> float:
        """Where a day ends, within the axis."""
        return min(max(((day - self.first).days + 1) * self.day, 0.0), self.length)

    def middle(self, day: date) -> float:
        """The middle of a day."""
        return (self.start(day) + self.end(day)) / 2


@dataclass(frozen=True, slots=True)
class Tick:
    """A tick `at` px with its label, empty where there is no room; `under` is what stands in the second row: the month
    of days, the year of months, where they begin. A label stands in the middle of `room` px after the tick."""

    at: float
    label: str
    under: str = ""
    room: float = 0.0


def ticks(axis: Axis, lang: str) -> list[Tick]:
    """The closest ticks whose labels do not touch."""
    for unit, step, wide in _steps(lang):
        days = list(_days(axis, unit, step))
        gaps = [axis.start(b) - axis.start(a) for a, b in pairwise(days)]
        if not gaps or min(gaps) >= wide + _AIR:
            return _labelled(axis, days, unit, lang)
    return []


def _steps(lang: str) -> Iterator[tuple[str, int, float]]:
    month = max(text_width(_name(date(2000, m, 1), "MMMM", lang), SIZE) for m in range(1, 13))
    two, year = text_width("30", SIZE), text_width("2000", SIZE)
    yield from (("day", 1, two), ("week", 1, 2 * two), ("month", 1, month), ("month", 3, month))
    yield from (("year", step, year) for step in _YEARS)


def _days(axis: Axis, unit: str, step: int) -> Iterator[date]:
    """Where ticks of a unit stand; weeks begin on Monday, quarters in January."""
    one = timedelta(days=1)
    begins: dict[str, Callable[[date], bool]] = {
        "day": lambda d: (d - axis.first).days % step == 0,
        "week": lambda d: d.weekday() == 0,
        "month": lambda d: d.day == 1 and (d.month - 1) % step == 0,
    }
    if unit == "year":
        years = range(axis.first.year, axis.last.year + 1)
        yield from (d for y in years if y % step == 0 and (d := date(y, 1, 1)) >= axis.first)
        return
    day = axis.first
    while day <= min(axis.last, _LAST):
        if begins[unit](day):
            yield day
        if unit == "month":
            day = day.replace(day=1) + timedelta(days=32)
            day = day.replace(day=1)
        else:
            day += one


def _labelled(axis: Axis, days: list[date], unit: str, lang: str) -> list[Tick]:
    pattern = {"day": "d", "week": "d", "month": "MMMM", "year": "y"}[unit]
    above = {"day": "MMMM y", "week": "MMMM y", "month": "y"}.get(unit)
    out: list[Tick] = []
    free = 0.0  # where the next label of the second row may begin
    shown = ""
    for day in days:
        at, under = axis.start(day), ""
        name = _name(day, above, lang) if above else ""
        if above and name != shown and at >= free:
            under, shown = name, name
            free = at + text_width(name, SIZE) + _AIR
            if free - _AIR > axis.length:
                under = ""
        room = axis.day if unit == "day" else 0.0
        fits = room or at + text_width(_name(day, pattern, lang), SIZE) <= axis.length
        out.append(Tick(at, _name(day, pattern, lang) if fits else "", under, room))
    return out


def _name(day: date, pattern: str, lang: str) -> str:
    return str(format_date(day, pattern, locale=lang))
