"""Calendar arithmetic: the days that units and parts of them cover, in the civil and the Umm al-Qura calendar."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from hijridate import Gregorian, Hijri

from tawatur.record.types import Interval

NOWHEN = Interval(None, None)
DAY, WEEK, MONTH, YEAR, DECADE, CENTURY = "day", "week", "month", "year", "decade", "century"
_MONTHS_IN = {YEAR: 12, DECADE: 120, CENTURY: 1200}


def day(year: int, month: int, number: int) -> Interval:
    """One day; NOWHEN where there is no such day."""
    try:
        found = date(year, month, number)
    except (ValueError, OverflowError):
        return NOWHEN
    return Interval(found, found)


def one(when: date) -> Interval:
    """The interval of a single day."""
    return Interval(when, when)


def month(year: int, number: int) -> Interval:
    """A civil month."""
    if not (1 <= year <= 9999 and 1 <= number <= 12):
        return NOWHEN
    return Interval(date(year, number, 1), date(year, number, monthrange(year, number)[1]))


def year(number: int) -> Interval:
    """A civil year."""
    return years(number, number)


def years(first: int, last: int) -> Interval:
    """The civil years from `first` to `last`."""
    if not 1 <= first <= last <= 9999:
        return NOWHEN
    return Interval(date(first, 1, 1), date(last, 12, 31))


def week(when: date) -> Interval:
    """The week of a day, from Monday to Sunday."""
    first = when - timedelta(days=when.weekday())
    return Interval(first, first + timedelta(days=6))


def season(number: int, first_month: int) -> Interval:
    """Three months from `first_month` of a year; winter ends in the next year."""
    start = month(number, first_month).first
    end = month(number + (first_month + 2 > 12), (first_month + 1) % 12 + 1).last
    return Interval(start, end) if start and end else NOWHEN


def add_months(when: date, count: int) -> date:
    """The same day `count` months away, or the month's last day where it is shorter."""
    index = when.year * 12 + when.month - 1 + count
    number = min(max(index // 12, 1), 9999)
    return date(number, index % 12 + 1, min(when.day, monthrange(number, index % 12 + 1)[1]))


def shifted(when: date, unit: str, count: int) -> date:
    """The day `count` units away from a day; clamped to the years a date can have."""
    try:
        if unit in (DAY, WEEK):
            return when + timedelta(days=count * (7 if unit == WEEK else 1))
        return add_months(when, count * _MONTHS_IN.get(unit, 1))
    except (OverflowError, ValueError):
        return date.min if count < 0 else date.max


def unit_around(when: date, unit: str) -> Interval:
    """The day, week, month, year, decade or century that a day lies in."""
    if unit == WEEK:
        return week(when)
    if unit == MONTH:
        return month(when.year, when.month)
    if unit == YEAR:
        return year(when.year)
    if unit == DECADE:
        return years(when.year // 10 * 10, when.year // 10 * 10 + 9)
    if unit == CENTURY:
        return years((when.year - 1) // 100 * 100 + 1, (when.year - 1) // 100 * 100 + 100)
    return one(when)


def hijri_day(number: int, of_month: int, of_day: int) -> Interval:
    """The civil day of a Hijri date by Umm al-Qura; NOWHEN outside 1343 to 1500 or where there is no such day."""
    try:
        found = Hijri(number, of_month, of_day).to_gregorian()
    except (ValueError, OverflowError):
        return NOWHEN
    return one(date(found.year, found.month, found.day))


def hijri_month(number: int, of_month: int) -> Interval:
    """The civil days of a Hijri month."""
    try:
        length = Hijri(number, of_month, 1).month_length()
    except (ValueError, OverflowError):
        return NOWHEN
    return Interval(hijri_day(number, of_month, 1).first, hijri_day(number, of_month, length).first)


def hijri_year(number: int) -> Interval:
    """The civil days of a Hijri year."""
    return Interval(hijri_month(number, 1).first, hijri_month(number, 12).last)


def hijri_year_of(when: date) -> int | None:
    """The Hijri year a day lies in; None outside the calendar's tables."""
    try:
        return int(Gregorian(when.year, when.month, when.day).to_hijri().year)
    except (ValueError, OverflowError):
        return None


def third(whole: Interval, number: int) -> Interval:
    """The first, second or last third: of a month by days 1-10, 11-20, 21-end, of a longer time by its months."""
    if whole.first is None or whole.last is None:
        return NOWHEN
    length = (whole.last - whole.first).days + 1
    if length <= 7:
        cut = length // 3
        first = whole.first + timedelta(days=(number - 1) * cut)
        return Interval(first, whole.last if number == 3 else first + timedelta(days=cut - 1))
    if length <= 31:
        first = whole.first + timedelta(days=(number - 1) * 10)
        return Interval(first, whole.last if number == 3 else first + timedelta(days=9))
    return fraction(whole, number, 3)


def fraction(whole: Interval, number: int, parts: int) -> Interval:
    """Part `number` of `parts` equal parts of a time, in whole months where it has them; else in days."""
    if whole.first is None or whole.last is None or not 1 <= number <= parts:
        return NOWHEN
    months = (whole.last.year - whole.first.year) * 12 + whole.last.month - whole.first.month + 1
    if months % parts == 0 and whole.first.day == 1:
        step = months // parts
        first = add_months(whole.first, (number - 1) * step)
        return Interval(first, add_months(first, step) - timedelta(days=1))
    step = ((whole.last - whole.first).days + 1) // parts
    first = whole.first + timedelta(days=(number - 1) * step)
    return Interval(first, whole.last if number == parts else first + timedelta(days=step - 1))


def cover(a: Interval, b: Interval) -> Interval:
    """From the start of one interval to the end of another; NOWHEN where they run backwards."""
    if a.first is not None and b.last is not None and a.first > b.last:
        return NOWHEN
    return Interval(a.first, b.last)
