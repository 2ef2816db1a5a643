"""Reads intervals: ما بين 2018 و2021، من 5 إلى 7 مايو، من الأحد إلى الثلاثاء، يومي 14 و15 مايو، 2011-2015."""

from __future__ import annotations

from tawatur.read.times import calendar as cal
from tawatur.read.times.dates import Dates
from tawatur.read.times.parts import Parts
from tawatur.read.times.relative import Found
from tawatur.read.times.resolve import Anchor, Partial, resolve
from tawatur.read.times.words import DASHES, Words
from tawatur.text.words import WORD


class Ranges:
    """Parsers of intervals with two ends. What the first end lacks, the second gives."""

    def __init__(self, words: Words, dates: Dates, relative: Parts, anchor: Anchor) -> None:
        self.words = words
        self.dates = dates
        self.relative = relative
        self.anchor = anchor

    def between(self, index: int) -> Found | None:
        """ما بين 2018 و2021، بين عامي 2011 و2014."""
        hit = self.words.get(index, "between")
        if hit is None or hit.last + 1 not in self.words.names:
            return None
        at = hit.last + 1
        unit = self.words.unit(at)
        if unit is not None and unit.data["number"] == "d":  # بين عامي
            at = unit.last + 1
        first = self._end(at)
        second = self._second(first.last + 1) if first else None
        return self._interval(index, first, second)

    def from_to(self, index: int) -> Found | None:
        """من 5 إلى 7 مايو، منذ 2011 وحتى 2014، منذ 2011 وحتى الآن."""
        start = self.words.get(index, "from")
        if start is None or start.last + 1 not in self.words.names:
            return None
        first = self._end(start.last + 1)
        if first is None:
            return None
        to = first.last + 1
        if self.words.sign(to, "،,"):
            to += 1
        hit = self.words.get(to, "to")
        if hit is None:
            return None
        return self._interval(index, first, self._now(hit.last + 1) or self._end(hit.last + 1))

    def _now(self, index: int) -> Partial | None:
        """The day of publication as the end of an interval: حتى الآن."""
        hit, today = self.words.get(index, "vague-time"), self.anchor.published
        if hit is None or not hit.data.get("now") or today is None:
            return None
        return Partial(index, hit.last, fixed=cal.one(today))

    def dual(self, index: int) -> Found | None:
        """يومي 14 و15 مايو، يومي الأربعاء والخميس، عامي 2016 و2017، شهري مارس وأبريل."""
        unit = self.words.unit(index, inner=False)
        if unit is None or unit.data["number"] != "d" or unit.analysis.article:
            return None
        whole = self.dates.day_of_month(unit.last + 1)
        if whole is not None and whole.last_day is not None:
            return Found(index, whole.last, resolve(whole, self.anchor), "interval")
        first = self._end(unit.last + 1)
        return self._interval(index, first, self._second(first.last + 1) if first else None)

    def dashed(self, index: int) -> Found | None:
        """2011-2015, الأحد - الاثنين, (1954/1962) and seasons of sport 2017/2018."""
        first = self._year_alone(index)
        if first is None:
            return None
        at = first.last + 1
        to = self.words.bare(at, "to")
        if to is None and not self.words.sign(at, DASHES | {"/"}):
            return None
        at = to.last if to else at
        second = self._year_alone(at + 1)
        short = self.words.digits(at + 1)
        if second is None and short is not None and short == ((first.year or 0) + 1) % 100:
            second = Partial(at + 1, at + 1, year=(first.year or 0) + 1)
        if second is None or self.words.sign(second.last + 1, DASHES | {"/"}):
            return None
        return self._interval(index, first, second)

    def _year_alone(self, index: int) -> Partial | None:
        year = self.words.digits(index)
        if year is None or not 1800 <= year <= 2150:
            return None
        return Partial(index, index, year=year)

    def _second(self, index: int) -> Partial | None:
        """What stands after و."""
        tokens = self.words.tokens
        if index >= len(tokens):
            return None
        conjunction = str(self.words.document.language.data("clitics")["and"])
        if tokens[index].kind == WORD and tokens[index].form == conjunction:
            return self._end(index + 1)
        if not tokens[index].form.startswith(conjunction):
            return None
        return self._end(index, joined=True)

    def _end(self, index: int, joined: bool = False) -> Partial | None:
        """One end: a date, a year, a day of the month alone, or the whole of a relative expression."""
        words = self.words
        if index >= len(words.tokens):
            return None
        found = self.dates.point(index)
        if found is None:
            found = self.dates.year(index, bare=True)
        relative = self.relative.part(index) or self.relative.placed_unit(index)
        if relative is not None and (found is None or relative.last > found.last):
            return Partial(index, relative.last, fixed=relative.interval)
        if found is not None:
            return found
        number = words.number(index)
        if number is not None and 1 <= number.value <= 31 and number.value == int(number.value):
            return Partial(index, number.last, day=int(number.value))
        return None

    def _interval(self, index: int, first: Partial | None, second: Partial | None) -> Found | None:
        if first is None or second is None or not self.words.same_sentence(index, second.last):
            return None
        _complete(first, second)
        if not (_told(first) and _told(second)):
            return None
        first.first = second.first = index
        start, end = resolve(first, self.anchor), resolve(second, self.anchor)
        if first.weekday is not None and start.first and end.first and start.first > end.first:
            start = cal.one(cal.shifted(start.first, cal.DAY, -7))
        return Found(index, second.last, cal.cover(start, end), "interval")


def _told(partial: Partial) -> bool:
    return any(v is not None for v in (partial.year, partial.month, partial.weekday, partial.fixed))


def _complete(first: Partial, second: Partial) -> None:
    """Give the first end the month and year of the second: من 5 إلى 7 مايو 2018."""
    if first.fixed is not None or second.fixed is not None or (first.weekday is not None and first.month is None):
        return
    if first.day is not None and first.month is None:
        first.month, first.hijri = second.month, second.hijri
    if first.month is not None and first.year is None and second.month is not None:
        first.year = second.year
        if first.year is not None and first.month > second.month:
            first.year -= 1
        first.shift = second.shift if first.shift is None else first.shift
