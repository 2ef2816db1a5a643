"""Reads days that come back: feasts of both calendars, anniversaries, nth days of a feast."""

from __future__ import annotations

from datetime import date, timedelta

from tawatur.language.lexicon import Hit
from tawatur.read.times import calendar as cal
from tawatur.read.times.dates import Dates
from tawatur.read.times.relative import Found
from tawatur.read.times.resolve import Anchor, Partial, resolve
from tawatur.read.times.words import Words
from tawatur.record.types import Interval

_NEAR = 45  # days


class Feasts:
    """Parsers of feasts and anniversaries; resolved in the year the tense asks for, or the one that is named."""

    def __init__(self, words: Words, dates: Dates, anchor: Anchor) -> None:
        self.words = words
        self.dates = dates
        self.anchor = anchor

    def any(self, index: int) -> Found | None:
        """A feast, an anniversary, or the eve or a numbered day of one."""
        eve = self.words.get(index, "eve")
        if eve is not None and eve.last + 1 < len(self.words.tokens):
            found = self._plain(eve.last + 1)
            return self._moved(index, found, -1) if found else None
        nth = self.words.get(index, "nth-day")
        if nth is not None:
            found = self._plain(nth.last + 1)
            return self._moved(index, found, int(nth.data["n"]) - 1) if found else None
        hit = self.words.get(index, "feast")
        return self._plain(index) if hit is None or not hit.data.get("bare") else None

    def _plain(self, index: int) -> Found | None:
        return self.anniversary(index) or self.feast(index)

    def _moved(self, first: int, found: Found, days: int) -> Found:
        start = found.interval.first
        moved = cal.one(start + timedelta(days=days)) if start else cal.NOWHEN
        return Found(first, found.last, moved, cal.DAY)

    def feast(self, index: int) -> Found | None:
        """عيد الفطر، يوم عرفة، عيد الأضحى الماضي، عطلة العيد."""
        hit = self.words.get(index, "feast")
        if hit is None or not self.words.same_sentence(index, hit.last):
            return None
        year = self.dates.year(hit.last + 1, bare=True) or self.dates.unit_year(hit.last + 1)
        relation = self.words.relation(hit.last + 1)
        last = year.last if year else relation.last if relation else hit.last
        shift = int(relation.data["shift"]) if relation else None
        return Found(index, last, self._days(hit, index, year, shift), "interval" if _length(hit) > 1 else cal.DAY)

    def _days(self, hit: Hit, index: int, year: Partial | None, shift: int | None) -> Interval:
        if hit.data.get("hijri") == "current":
            return self._nearest_feast(index)
        hijri = "hijri_month" in hit.data
        month = hit.data["hijri_month"] if hijri else hit.data["month"]
        partial = Partial(index, index, month=month, day=hit.data["day"], hijri=hijri, shift=shift)
        if year is not None and year.hijri == hijri:
            partial.year = year.year
        elif year is not None and year.year is not None and hijri:
            partial.year = cal.hijri_year_of(date(min(max(year.year, 1), 9999), 7, 1))
        start = self._near(partial).first
        return Interval(start, start + timedelta(days=_length(hit) - 1)) if start else cal.NOWHEN

    def _near(self, partial: Partial) -> Interval:
        """A feast within six weeks is the one that is meant; else the tense decides."""
        now, nearest = self.anchor.published, self._nearest(partial)
        if now is None or partial.shift is not None or partial.year is not None or nearest.first is None:
            return resolve(partial, self.anchor)
        return nearest if abs((nearest.first - now).days) <= _NEAR else resolve(partial, self.anchor)

    def _nearest_feast(self, index: int) -> Interval:
        """العيد: whichever of the two Hijri feasts is nearer."""
        now = self.anchor.published
        options: list[Interval] = []
        for entry in self.words.document.language.entries["feast"]:
            data = entry.data
            if data.get("feast_of_days"):
                partial = Partial(index, index, month=data["hijri_month"], day=data["day"], hijri=True)
                start = resolve(partial, self.anchor).first
                if start is not None:
                    options.append(Interval(start, start + timedelta(days=data["days"] - 1)))
        if now is None or not options:
            return cal.NOWHEN
        return min(options, key=lambda o: abs((o.first - now).days) if o.first else 0)

    def anniversary(self, index: int) -> Found | None:
        """ذكرى النكبة، الذكرى السبعين لقيام دولة إسرائيل: the day of the year it comes back on."""
        hit = self.words.get(index, "anniversary")
        if hit is None:
            return None
        at, limit = hit.last + 1, hit.last + 6
        while at < min(limit, len(self.words.tokens)) and self.words.same_sentence(index, at):
            of = self.words.get(at, "anniversary-of")
            if of is not None:
                partial = Partial(index, of.last, month=of.data["month"], day=of.data["day"])
                return Found(index, of.last, self._nearest(partial), cal.DAY)
            number = self.words.number(at)
            at = number.last + 1 if number else at + 1
        return None

    def _nearest(self, partial: Partial) -> Interval:
        """Anniversaries are told of around their day: the nearest one, whatever the tense."""
        return resolve(partial, Anchor(self.anchor.published, lambda _: None))


def _length(hit: Hit) -> int:
    return int(hit.data.get("days", 1))
