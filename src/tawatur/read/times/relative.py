"""Reads times by their distance or place: العام الماضي، قبل ثلاثة أعوام، أواخر مارس، الأيام العشرة الماضية."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tawatur.language.lexicon import Hit
from tawatur.read.times import calendar as cal
from tawatur.read.times.dates import Dates
from tawatur.read.times.resolve import FUTURE, Anchor, Partial, resolve
from tawatur.read.times.words import Words
from tawatur.record.types import Interval

_SMALL = ("minute", "hour")


@dataclass(slots=True)
class Found:
    """A time expression: tokens [first, last] inclusive, what it covers, its precision."""

    first: int
    last: int
    interval: Interval
    precision: str


class Relative:
    """Parsers of expressions measured from the day of publication or the time under discussion."""

    def __init__(self, words: Words, dates: Dates, anchor: Anchor) -> None:
        self.words = words
        self.dates = dates
        self.anchor = anchor

    @property
    def now(self) -> date | None:
        """The day of publication."""
        return self.anchor.published

    def vague(self, index: int) -> Found | None:
        """مؤخرا، في السابق، الآن: they place, and do not say when."""
        hit = self.words.get(index, "vague-time")
        if hit is None or (hit.data.get("anchor") and self._is_anchored(hit.last + 1)):
            return None
        if hit.data.get("near") and self._before_day(hit.last + 1):
            return None
        return Found(index, hit.last, cal.NOWHEN, "vague")

    def _before_day(self, index: int) -> bool:
        """Whether a day or هذا الشهر follows, perhaps after a comma or من."""
        at = index + 1 if self.words.sign(index, "،,") else index
        of = self.words.bare(at, "of")
        at = of.last + 1 if of else at
        return self.dates.day(at) is not None or self.placed_unit(at) is not None

    def _is_anchored(self, index: int) -> bool:
        """Whether what follows ties a length to a happening (قبل أشهر من الانتخابات)."""
        for at in (index, index + 1):  # an adjective may stand between: قبل وقت قليل من
            if self.words.get(at, "relative-to") is not None:
                return self.words.get(at + 1, "vague-time") is None and self.words.same_sentence(index - 1, at)
        return False

    # -- a unit with its place ------------------------------------------------------------------

    def placed_unit(self, index: int) -> Found | None:
        """العام الماضي، هذا الشهر، الأسبوع المقبل، اليوم نفسه, ذلك العام."""
        words = self.words
        here = words.get(index, "demonstrative")
        here = here if here is not None and "here" in here.data else None  # هؤلاء اليوم: they are no day
        unit = words.unit(here.last + 1) if here else words.unit(index, inner=False)
        if unit is None or unit.data["number"] != "s" or unit.data["unit"] in (*_SMALL, "fuzzy"):
            return None
        if not unit.analysis.article:
            return None
        relation, anaphor = words.relation(unit.last + 1), words.bare(unit.last + 1, "anaphor")
        if relation is not None:
            return self._around(index, relation.last, unit.data["unit"], int(relation.data["shift"]))
        if here is not None and here.data["here"]:
            return self._around(index, unit.last, unit.data["unit"], 0)
        if here is not None or anaphor is not None:
            last = anaphor.last if anaphor else unit.last
            return self._discussed(index, last, unit.data["unit"], int(anaphor.data["shift"]) if anaphor else 0)
        return None

    def _around(self, first: int, last: int, unit: str, shift: int) -> Found:
        if self.now is None:
            return Found(first, last, cal.NOWHEN, unit)
        return Found(first, last, cal.unit_around(cal.shifted(self.now, unit, shift), unit), unit)

    def _discussed(self, first: int, last: int, unit: str, shift: int) -> Found | None:
        """That same day or year: the last one told, moved."""
        anchor = self.anchor
        base = {cal.DAY: anchor.day, cal.WEEK: anchor.day, cal.MONTH: anchor.month}.get(unit, anchor.year)
        if base is None or base.first is None:
            return None
        return Found(first, last, cal.unit_around(cal.shifted(base.first, unit, shift), unit), unit)

    def weekend(self, index: int) -> Found | None:
        """نهاية الأسبوع (الماضي): Saturday and Sunday."""
        hit = self.words.get(index, "weekend")
        if hit is None:
            return None
        relation = self.words.relation(hit.last + 1)
        last = relation.last if relation else hit.last
        if self.now is None:
            return Found(index, last, cal.NOWHEN, "interval")
        shift = int(relation.data["shift"]) if relation else 0
        whole = cal.week(cal.shifted(self.now, cal.WEEK, shift))
        start = cal.shifted(whole.last, cal.DAY, -1) if whole.last else None
        return Found(index, last, Interval(start, whole.last), "interval")

    # -- several units --------------------------------------------------------------------------

    def span_of_units(self, index: int) -> Found | None:
        """الأيام العشرة الماضية، السنوات الثلاث المقبلة، الأسبوعين الماضيين، الـ24 ساعة الماضية، السنوات الماضية."""
        words = self.words
        number = words.number(index)
        at = number.last + 1 if number else index
        unit = words.unit(at) if number else words.unit(index, inner=False)
        if unit is None or not (unit.analysis.article or (number and number.article)):
            return None
        if number and number.article and unit.analysis.article and unit.data["number"] == "s":
            return None  # في المئة | العام الماضي
        at = unit.last + 1
        few = words.bare(at, "few")
        if few is not None:
            at = few.last + 1
        after = words.number(at)
        if number is None and after is not None and after.article and not after.ordinal:
            number, at = after, after.last + 1
        relation = words.relation(at)
        if unit.data["number"] == "s" and number is None:
            return None
        if relation is None:
            earlier = words.bare(at, "anaphor")  # السنوات السابقة
            plain = earlier is not None and earlier.data["shift"] == -1 and number is None
            return Found(index, earlier.last, cal.NOWHEN, "vague") if plain and earlier else None
        count = 2.0 if unit.data["number"] == "d" else number.value if number else 0.0
        return self._stretch(index, relation, unit.data["unit"], int(count))

    def _stretch(self, first: int, relation: Hit, unit: str, count: int) -> Found | None:
        shift = int(relation.data["shift"])
        if count <= 0 or unit == "fuzzy" or shift == 0:
            return Found(first, relation.last, cal.NOWHEN, "vague")
        return Found(first, relation.last, self._from_now(unit, count if shift > 0 else -count), "interval")

    def _from_now(self, unit: str, count: int) -> Interval:
        """From the day of publication to so many units before or after it."""
        if self.now is None:
            return cal.NOWHEN
        if unit in _SMALL:
            unit, count = cal.DAY, -(-abs(count) // (24 if unit == "hour" else 1440)) * (1 if count > 0 else -1)
        other = cal.shifted(self.now, unit, count)
        return Interval(min(other, self.now), max(other, self.now))

    def last_few(self, index: int) -> Found | None:
        """آخر ثلاث سنوات."""
        hit = self.words.get(index, "last-few")
        number = self.words.number(hit.last + 1) if hit else None
        unit = self.words.unit(number.last + 1) if number else None
        if number is None or unit is None or unit.data["unit"] in ("fuzzy", *_SMALL):
            return None
        return Found(index, unit.last, self._from_now(unit.data["unit"], -int(number.value)), "interval")

    # -- distances ------------------------------------------------------------------------------

    def distance(self, index: int) -> Found | None:
        """قبل ثلاثة أعوام، منذ 6 أسابيع، قبل أشهر، بعد يومين (of what is to come)."""
        words = self.words
        ago, ahead = words.get(index, "ago"), words.get(index, "ahead")
        lead = ago or ahead
        if lead is None or lead.last + 1 >= len(words.tokens):
            return None
        at = lead.last + 1
        about = words.bare(at, "about")
        at = about.last + 1 if about else at
        some = words.bare(at, "some")
        at = some.last + 1 if some else at
        number = None if some else words.number(at)
        unit = words.unit(number.last + 1 if number else at)
        if unit is None or (number and (number.ordinal or number.article)):
            return None
        if unit.analysis.article and not (number and number.loose):  # منذ آلاف السنين
            return None
        if not words.same_sentence(index, unit.last) or self._is_anchored(unit.last + 1):
            return None
        if number is None and words.number(unit.last + 1) is not None:  # منذ عام 2014
            return None
        if ago is None and not self._is_ahead(index, lead, number is not None):
            return None
        count = 2 if unit.data["number"] == "d" else int(number.value) if number else 1
        loose = number is not None and number.loose
        return self._distant(index, unit, count if ago is None else -count, loose, number is not None)

    def _is_ahead(self, index: int, lead: Hit, counted: bool) -> bool:
        tense = self.anchor.tense(index)
        return tense == FUTURE and not (counted and self.words.get(index, "within"))

    def _distant(self, first: int, unit: Hit, count: int, loose: bool, counted: bool) -> Found | None:
        name, number = unit.data["unit"], unit.data["number"]
        if loose or (number == "p" and not counted) or name == "fuzzy":
            return Found(first, unit.last, cal.NOWHEN, "vague")
        last = unit.last
        half = self.words.get(last + 1, "half")
        last = half.last if half else last
        if name in _SMALL:
            hours = abs(count) if name == "hour" else abs(count) // 60
            if hours < 24:
                return Found(first, last, cal.NOWHEN, "vague")
            name, count = cal.DAY, hours // 24 * (1 if count > 0 else -1)
        if self.now is None:
            return Found(first, last, cal.NOWHEN, name)
        when = cal.shifted(self.now, name, count)
        precise = cal.YEAR if name in (cal.DECADE, cal.CENTURY) else name
        return Found(first, last, cal.unit_around(when, precise), precise)


def of_partial(partial: Partial, anchor: Anchor) -> Found:
    """A partial date as a time expression."""
    return Found(partial.first, partial.last, resolve(partial, anchor), partial.precision)
