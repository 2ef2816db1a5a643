"""What a day, month or year that is named in part comes to, given the day of publication and the tense."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta

from tawatur.read.times import calendar as cal
from tawatur.read.times.tense import FUTURE, PAST, PRESENT
from tawatur.record.types import Interval

_CLOSE, _FAR = 45, 270  # days

TenseAt = Callable[[int], str | None]


@dataclass(slots=True)
class Partial:
    """A date as far as it is written: tokens [first, last], what is named, and how it is placed.

    `shift` is what an adjective says (الماضي -1, الجاري 0, المقبل 1); `fixed` an interval that is known already.
    """

    first: int
    last: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    last_day: int | None = None
    hijri: bool = False
    weekday: int | None = None
    shift: int | None = None
    fixed: Interval | None = None
    nightly: bool = False
    of_that_month: bool = False

    @property
    def precision(self) -> str:
        """The finest thing that is named."""
        if self.last_day is not None:
            return "interval"
        one_day = self.fixed is not None and self.fixed.first == self.fixed.last  # أمس
        if self.day is not None or self.weekday is not None or one_day:
            return cal.DAY
        return cal.MONTH if self.month is not None else cal.YEAR


@dataclass(slots=True)
class Anchor:
    """What times are measured from: the day of publication, the time under discussion, the tense at a token."""

    published: date | None
    tense: TenseAt
    day: Interval | None = None
    month: Interval | None = None
    year: Interval | None = None
    known: dict[tuple[int | None, int, bool], int] = field(default_factory=dict)
    days: set[date] = field(default_factory=set)

    def remember(self, interval: Interval) -> None:
        """Make a time the one under discussion."""
        if interval.first is None or interval.last is None:
            return
        length = (interval.last - interval.first).days
        if length == 0:
            self.day = interval
            self.days.add(interval.first)
        if length <= 31:
            self.month = cal.month(interval.first.year, interval.first.month)
        if length <= 366 and interval.first.year == interval.last.year:
            self.year = cal.year(interval.first.year)


def resolve(partial: Partial, anchor: Anchor) -> Interval:
    """The days a partial date covers; both sides None where it cannot be told."""
    if partial.fixed is not None:
        return partial.fixed
    if partial.month is None and partial.year is not None and partial.day is None:
        return cal.hijri_year(partial.year) if partial.hijri else cal.year(partial.year)
    if partial.month is not None:
        year = partial.year if partial.year is not None else _year(partial, anchor)
        return cal.NOWHEN if year is None else in_year(partial, year)
    if partial.weekday is not None:
        found = _weekday(partial, anchor)
        return cal.cover(found, _next_day(found)) if partial.nightly else found
    if (
        partial.of_that_month
        and partial.day is not None
        and anchor.month is not None
        and anchor.month.first is not None
    ):
        return cal.day(anchor.month.first.year, anchor.month.first.month, partial.day)
    return cal.NOWHEN


def _next_day(interval: Interval) -> Interval:
    return cal.one(cal.shifted(interval.last, cal.DAY, 1)) if interval.last else interval


def in_year(partial: Partial, year: int) -> Interval:
    """The day, days or month of a partial date in a year of its calendar."""
    month = partial.month or 1
    if partial.day is None:
        return cal.hijri_month(year, month) if partial.hijri else cal.month(year, month)
    make = cal.hijri_day if partial.hijri else cal.day
    found = make(year, month, partial.day)
    return found if partial.last_day is None else cal.cover(found, make(year, month, partial.last_day))


def _year(partial: Partial, anchor: Anchor) -> int | None:
    """The year that a month (with or without a day) of unnamed year lies in."""
    now = anchor.published
    if now is None:
        return None
    this = cal.hijri_year_of(now) if partial.hijri else now.year
    if this is None:
        return None
    options = [y for y in (this - 1, this, this + 1) if in_year(partial, y).first is not None]
    if partial.shift is None:
        known = anchor.known.get((partial.day, partial.month or 0, partial.hijri))
        if known is None and partial.day is None:
            known = anchor.known.get((None, partial.month or 0, partial.hijri))
        return known if known is not None else _by_tense(partial, options, now, anchor.tense(partial.first))
    if partial.shift == 0:
        return this
    if partial.shift < 0:
        fitting = [y for y in options if _last(partial, y) < now]
        return fitting[-1] if fitting else None
    fitting = [y for y in options if _first(partial, y) > now]
    return fitting[0] if fitting else None


def _by_tense(partial: Partial, options: list[int], now: date, tense: str | None) -> int | None:
    if tense == PAST:
        fitting = [y for y in options if _first(partial, y) <= now]
        # A month of eleven months ago would be given its year: what is close ahead is meant.
        close = [y for y in options if 0 < (_first(partial, y) - now).days <= _CLOSE]
        if fitting and close and (now - _last(partial, fitting[-1])).days > _FAR:
            return close[0]
        return fitting[-1] if fitting else None
    if tense == FUTURE:
        fitting = [y for y in options if _last(partial, y) >= now and (_first(partial, y) - now).days < 300]
        if fitting:
            return fitting[0]
    return min(options, key=lambda y: (_distance(partial, y, now), y), default=None)


def _first(partial: Partial, year: int) -> date:
    return in_year(partial, year).first or date.max


def _last(partial: Partial, year: int) -> date:
    found = in_year(partial, year)
    return found.last or found.first or date.min


def _distance(partial: Partial, year: int, now: date) -> int:
    first, last = _first(partial, year), _last(partial, year)
    if first <= now <= last:
        return 0
    # The past is told more often: what is to come must be clearly nearer.
    return (now - last).days if last < now else (first - now).days + 30


def _weekday(partial: Partial, anchor: Anchor) -> Interval:
    now = anchor.published
    if now is None or partial.weekday is None:
        return cal.NOWHEN
    back = (now.weekday() - partial.weekday) % 7
    if partial.shift is not None:
        ahead = (partial.weekday - now.weekday()) % 7 or 7
        step = {-2: -(back or 7) - 7, -1: -(back or 7), 0: -back, 1: ahead, 2: ahead + 7}[partial.shift]
    elif back == 0:
        step = 0
    else:
        step = _bare_weekday(now, back, anchor, anchor.tense(partial.first))
    return cal.one(now + timedelta(days=step))


def _bare_weekday(now: date, back: int, anchor: Anchor, tense: str | None) -> int:
    """Days from the day of publication to a weekday without an adjective, `back` days ago or 7 - `back` ahead."""
    ahead = 7 - back
    if tense in (FUTURE, PRESENT):
        return ahead
    if tense is None:
        told = now + timedelta(days=ahead) in anchor.days
        untold = now - timedelta(days=back) not in anchor.days
        return ahead if (told and untold) or ahead <= 2 else -back
    return -back


__all__ = ["FUTURE", "PAST", "Anchor", "Partial", "in_year", "resolve"]
