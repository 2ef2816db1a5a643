"""Days as watchlists write them: 1964-07-17, 17 Jul 1964, Jul 1964, circa 1964, 1964 to 1966."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from tawatur.record.types import Interval
from tawatur.record.watchlists import Birth

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ISO = re.compile(r"(\d{4})-(\d{1,2})(?:-(\d{1,2}))?")
_WORDED = re.compile(r"(?:(\d{1,2})\s+)?([A-Za-z]{3,9})\.?\s+(\d{4})")
_YEAR = re.compile(r"\b(1[89]\d\d|20\d\d)\b")
_ABOUT = re.compile(r"circa|approx|about|\bc\.", re.IGNORECASE)
_LONGEST = 60  # characters of a date; what is longer is a remark


def day(text: str | None) -> date | None:
    """The day a text gives first, as ISO 8601 or in English words; None where it gives none."""
    found = interval(text)
    return found.first if found and found.first == found.last else None


def interval(text: str | None) -> Interval | None:
    """The days a date covers: one day, a month, a year, or from year to year."""
    text = (text or "").strip()[:_LONGEST]
    if match := _ISO.match(text):
        year, month, of_month = match.groups()
        return _days(int(year), int(month), int(of_month) if of_month else None)
    if match := _WORDED.search(text):
        of_month, word, year = match.groups()
        if word[:3].lower() in _MONTHS:
            return _days(int(year), _MONTHS.index(word[:3].lower()) + 1, int(of_month) if of_month else None)
    years = [int(y) for y in _YEAR.findall(text)]
    return Interval(date(min(years), 1, 1), date(max(years), 12, 31)) if years else None


def _days(year: int, month: int, of_month: int | None) -> Interval | None:
    try:
        first = date(year, month, of_month or 1)
        return Interval(first, first if of_month else date(year, month, monthrange(year, month)[1]))
    except ValueError:  # a 31st of April: the year is still something
        return Interval(date(year, 1, 1), date(year, 12, 31)) if 1 <= year <= 9999 else None


def birth(text: str | None) -> Birth | None:
    """A date of birth; None where the text gives no year."""
    days = interval(text)
    return Birth(days, bool(_ABOUT.search(text or ""))) if days else None
