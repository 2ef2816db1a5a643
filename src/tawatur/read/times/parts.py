"""Reads parts of times and longer times: أواخر مارس، الربع الأول من 2018، صيف 2014، ثمانينيات القرن الماضي."""

from __future__ import annotations

from tawatur.language.lexicon import Hit
from tawatur.read.times import calendar as cal
from tawatur.read.times.relative import Found, Relative
from tawatur.read.times.resolve import resolve
from tawatur.record.types import Interval


class Parts(Relative):
    """Parsers of thirds, fractions, seasons, decades and centuries."""

    def part(self, index: int) -> Found | None:
        """أواخر مارس الماضي، مطلع العام، منتصف 2018، نهاية الشهر الجاري."""
        hit = self.words.get(index, "time-part")
        if hit is None or hit.analysis.article:
            return None
        whole = self._whole(hit.last + 1)
        if whole is None:
            return None
        return Found(index, whole.last, cal.third(whole.interval, int(hit.data["third"])), "part-month")

    def fraction(self, index: int) -> Found | None:
        """الربع الأول من 2018، النصف الثاني من العام الجاري."""
        words = self.words
        hit = words.get(index, "time-fraction")
        number = words.number(hit.last + 1) if hit and hit.analysis.article else None
        if hit is None or number is None or not (number.ordinal or number.article):
            last = self._last_fraction(hit)
            if hit is None or last is None:
                return None
            order, at = int(hit.data["parts"]), last + 1
        else:
            order, at = int(number.value), number.last + 1
        of = words.bare(at, "of")
        whole = self._whole(of.last + 1 if of else at)
        if whole is None:
            return None
        return Found(index, whole.last, cal.fraction(whole.interval, order, int(hit.data["parts"])), "interval")

    def first_units(self, index: int) -> Found | None:
        """الأشهر التسعة الأولى من 2018، الأيام العشرة الأولى من الشهر الجاري."""
        words = self.words
        number = words.number(index)
        unit = words.unit(number.last + 1) if number else words.unit(index, inner=False)
        if unit is None or unit.data["unit"] not in (cal.DAY, cal.WEEK, cal.MONTH):
            return None
        if not (number or unit.analysis.article):
            return None
        at = unit.last + 1
        if number is None:
            number = words.number(at)
            at = number.last + 1 if number else at
        opening = words.number(at)
        of = words.bare(opening.last + 1, "of") if opening and opening.ordinal and opening.value == 1 else None
        whole = self._whole(of.last + 1) if of else None
        if number is None or number.ordinal or whole is None or whole.interval.first is None:
            return None
        start = whole.interval.first
        after = cal.shifted(start, unit.data["unit"], int(number.value))
        return Found(index, whole.last, Interval(start, cal.shifted(after, cal.DAY, -1)), "interval")

    def _last_fraction(self, hit: Hit | None) -> int | None:
        relation = self.words.relation(hit.last + 1) if hit and hit.analysis.article else None
        return relation.last if relation and relation.data.get("latest") else None

    def _whole(self, index: int) -> Found | None:
        """The month, year, season, week or decade that a part is taken of."""
        found = self.placed_unit(index) or self.season(index) or self.decade(index) or self.century(index)
        if found is not None:
            return found if found.precision != cal.DAY else None
        partial = self.dates.month(index) or self.dates.year(index, bare=True)
        if partial is not None:
            return Found(index, partial.last, resolve(partial, self.anchor), partial.precision)
        unit = self.words.unit(index)
        known = unit is not None and unit.data["unit"] in (cal.WEEK, cal.MONTH, cal.YEAR) and unit.data["number"] == "s"
        if unit is None or not known or not unit.analysis.article:
            return None
        return self._around(index, unit.last, unit.data["unit"], 0)

    def season(self, index: int) -> Found | None:
        """صيف 2018، الشتاء الماضي."""
        words = self.words
        here = words.get(index, "demonstrative")
        hit = words.bare(here.last + 1, "season") if here else words.get(index, "season")
        if hit is None:
            return None
        month = int(hit.data["month"])
        if here is not None:
            return Found(index, hit.last, self._season(month, 0), "season") if here.data["here"] else None
        relation = words.relation(hit.last + 1)
        year = self.dates.year(hit.last + 1, bare=True) or self.dates.unit_year(hit.last + 1)
        if year is not None and year.year is not None and not year.hijri:
            return Found(index, year.last, cal.season(year.year, month), "season")
        if relation is None or self.now is None or not (hit.analysis.article or hit.last > hit.first):
            return None
        return Found(index, relation.last, self._season(month, int(relation.data["shift"])), "season")

    def _season(self, month: int, shift: int) -> Interval:
        now = self.now
        if now is None:
            return cal.NOWHEN
        options = [cal.season(now.year + d, month) for d in (-2, -1, 0, 1, 2)]
        if shift < 0:
            return [o for o in options if o.last and o.last < now][-1]
        ahead = [o for o in options if o.first and o.first > now]
        return ahead[0] if shift > 0 else next((o for o in options if o.last and o.last >= now), cal.NOWHEN)

    def decade(self, index: int) -> Found | None:
        """التسعينيات، ثمانينيات القرن الماضي."""
        hit = self.words.get(index, "decade")
        if hit is None:
            return None
        century = self.century(hit.last + 1)
        if century is None and not hit.analysis.article:
            return None
        start = century.interval.first.year // 100 * 100 if century and century.interval.first else 1900
        start += int(hit.data["decade"])
        return Found(index, century.last if century else hit.last, cal.years(start, start + 9), "interval")

    def century(self, index: int) -> Found | None:
        """القرن التاسع عشر، القرن 19، القرن الماضي."""
        words = self.words
        unit = words.unit(index, inner=False)
        if unit is None or unit.data["unit"] != cal.CENTURY or not unit.analysis.article:
            return None
        relation = words.relation(unit.last + 1)
        if relation is not None:
            return self._around(index, relation.last, cal.CENTURY, int(relation.data["shift"]))
        number = words.number(unit.last + 1)
        if number is None or not 1 <= number.value <= 22 or not (number.ordinal or number.article or number.digits):
            return None
        start = (int(number.value) - 1) * 100 + 1
        return Found(index, number.last, cal.years(start, start + 99), "interval")
