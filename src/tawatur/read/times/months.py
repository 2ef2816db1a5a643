"""Reads months and years as they are named: ماي المقبل، كانون الثاني/يناير 2022، شهر رمضان، عام 2014، سنة 1439هـ."""

from __future__ import annotations

from datetime import date

from tawatur.language.lexicon import Hit
from tawatur.read.times import calendar as cal
from tawatur.read.times.resolve import Partial
from tawatur.read.times.words import DASHES, Words
from tawatur.text.words import SIGN

_SEPARATORS = frozenset("/-–.")
_COMMAS = frozenset("،,")


class Months:
    """Parsers of months and years. Each takes the index of a token and gives what stands from there on, or None."""

    def __init__(self, words: Words, published: date | None) -> None:
        self.words = words
        self.published = published

    def month(self, index: int) -> Partial | None:
        """A month by its name with its year or its place in time: ماي المقبل، شهر رمضان، كانون الثاني/يناير 2022."""
        return self._month_name(index, False)

    def _month_name(self, index: int, dated: bool) -> Partial | None:
        words = self.words
        unit = words.bare(index, "time-unit") if dated else words.get(index, "time-unit")
        named = unit is not None and unit.data["unit"] == cal.MONTH and not unit.analysis.article
        at = unit.last + 1 if unit is not None and named else index
        get = words.bare if dated or named else words.get
        hit, hijri = get(at, "month"), False
        if hit is None or ((other := get(at, "hijri-month")) is not None and other.last > hit.last):
            hit, hijri = get(at, "hijri-month"), True
        if hit is None:
            return self._this_month(index) if dated else None
        found = Partial(index, self._doubled(hit) if not hijri else hit.last, month=int(hit.data["month"]), hijri=hijri)
        placed = self._placed(found)
        if hit.data.get("also") and not (dated or named or placed or found.last > hit.last):
            before = words.get(index - 1, "in") or words.bare(index - 1, "time-part")
            if before is None or before.last != index - 1 or hit.analysis.conjunction or hit.analysis.preposition:
                return None  # في باب المندب: no noun has two prepositions
        return found

    def _this_month(self, index: int) -> Partial | None:
        """الشهر الجاري, هذا الشهر after a day: that month as a partial date."""
        words = self.words
        here = words.bare(index, "demonstrative")
        unit = words.bare(here.last + 1 if here else index, "time-unit")
        now = self.published
        relation = words.relation(unit.last + 1 if unit else index)
        if now is None:
            return None
        if unit is not None and unit.data["unit"] == cal.MONTH and unit.analysis.article:
            shift = 0 if here else relation.data["shift"] if relation else None
            last = unit.last if here or relation is None else relation.last
        elif unit is None and here is None and relation is not None and relation.data["shift"] == 0:
            shift, last = 0, relation.last  # في 15 الجاري
        else:
            return None
        if shift is None:
            return None
        when = cal.add_months(now, int(shift))
        return Partial(index, last, year=when.year, month=when.month)

    def _doubled(self, hit: Hit) -> int:
        """The last token of a month that is named twice: أيار/ مايو، مايو (أيار)، أيار - مايو."""
        words, at = self.words, hit.last + 1
        if words.sign(at, frozenset("/\\") | DASHES):
            other = words.bare(at + 1, "month")
            return other.last if other and other.data["month"] == hit.data["month"] else hit.last
        beside = words.bare(at, "month")  # مايو أيار
        if beside is not None and beside.data["month"] == hit.data["month"]:
            return beside.last
        if words.sign(at, "("):
            other = words.bare(at + 1, "month")
            if other and other.data["month"] == hit.data["month"] and words.sign(other.last + 1, ")"):
                return other.last + 1
        return hit.last

    def _placed(self, partial: Partial) -> bool:
        """Reads the year or the adjective after a month into the partial date; whether there was one."""
        words, at = self.words, partial.last + 1
        relation = words.relation(at)
        if relation is not None:
            partial.shift, partial.last = int(relation.data["shift"]), relation.last
            at = relation.last + 1
        year = self._year_after(at) or (self._hijri_year(at) if partial.hijri else None)
        if year is None:
            return relation is not None
        partial.year, partial.last = year.year, year.last
        if year.hijri != partial.hijri:
            partial.year = year.year if year.hijri == partial.hijri else None
        return True

    def _year_after(self, index: int) -> Partial | None:
        """A year behind a month: 2022، من العام 2003، ،2022، من العام الماضي."""
        at = self._skip_comma(index)
        of = self.words.bare(at, "of")
        at = of.last + 1 if of else at
        named = self.year(at, bare=True)
        if named is not None:
            return named
        return self.unit_year(at)

    def _hijri_year(self, index: int) -> Partial | None:
        """The bare year after a Hijri month: 14 رمضان 1439."""
        value = self.words.digits(index)
        return Partial(index, index, year=value, hijri=True) if value is not None and 1300 <= value <= 1500 else None

    def unit_year(self, index: int) -> Partial | None:
        """العام الماضي، هذه السنة، العام نفسه as a year."""
        words, now = self.words, self.published
        here = words.bare(index, "demonstrative")
        unit = words.bare(here.last + 1 if here else index, "time-unit")
        if unit is None or unit.data["unit"] != cal.YEAR or unit.data["number"] != "s" or now is None:
            return None
        if here is not None:
            return Partial(index, unit.last, year=now.year) if here.data["here"] else None
        relation = words.relation(unit.last + 1)
        if relation is None or not unit.analysis.article:
            return None
        return Partial(index, relation.last, year=now.year + int(relation.data["shift"]))

    def year(self, index: int, bare: bool = False) -> Partial | None:
        """عام 2014، سنة 1439هـ; a bare number of four digits only where `bare` or where a word before asks for it."""
        words = self.words
        unit = words.bare(index, "time-unit") if bare else words.get(index, "time-unit")
        named = unit is not None and unit.data["unit"] == cal.YEAR and unit.data["number"] == "s"
        at = unit.last + 1 if unit is not None and named else index
        number = words.number(at)
        if number is None or number.ordinal or number.value != int(number.value) or number.article:
            return None
        value = int(number.value)
        digits = words.digits(at)
        if named and digits is not None and len(words.tokens[at].form) == 2 and value >= 30:
            value += 1900
        if not (1300 <= value <= 2150 or (named and number.digits and value >= 600)):
            return None
        found = Partial(index, number.last, year=value)
        found.last = self._calendar_mark(number.last + 1, found)
        marked = found.last > number.last
        if not named and (digits is None or not (marked or 1800 <= value <= 2150)):
            return None
        if named or marked or (bare and self._after_month(index, found)) or self._asked_for(index, found):
            found.hijri = found.hijri or (not marked and named and 1343 <= value <= 1500)
            return found
        return None

    def _after_month(self, index: int, found: Partial) -> bool:
        """Whether a bare number behind a month is its year: also before a noun that it could count, where it is no
        round number and follows at once (في أكتوبر 2016 هجوما, but في أكتوبر، 2016 شخصا)."""
        return not self._counts(found.last + 1) or (
            (found.year or 0) % 100 != 0 and self.words.tokens[index - 1].kind != SIGN
        )

    def _calendar_mark(self, index: int, partial: Partial) -> int:
        """Reads هـ, م, هجرية after a year; gives the expression's last token."""
        words = self.words
        word = words.bare(index, "calendar")
        mark = words.bare(index, "hijri-mark") or words.bare(index, "gregorian-mark")
        if word is not None:
            partial.hijri = bool(word.data.get("hijri"))
            return word.last
        if mark is not None and (words.glued(index) or mark.data["role"] == "hijri-mark"):
            partial.hijri = mark.data["role"] == "hijri-mark"
            return mark.last
        return index - 1

    def _asked_for(self, index: int, found: Partial) -> bool:
        """Whether a bare number is a year by the word before it: في 2014، منذ 2011، حرب 2006."""
        words, before = self.words, index - 1
        if before < 0 or not words.same_sentence(before, index):
            return False
        if self._counts(found.last + 1) and (found.year or 0) % 100 == 0:  # في 2000 منزل, but في 2002 سجنا
            return False
        names = ("in", "in-year", "dated-noun", "time-part", "season", "from", "between", "to")
        return any(words.get(before, name) is not None for name in names) or self._ends_before(before)

    def _ends_before(self, index: int) -> bool:
        """A word of several tokens that asks for a year and ends at a token (ما بين)."""
        return any(
            hit is not None and hit.last == index
            for name in ("between", "from")
            for hit in (self.words.get(index - 1, name),)
        )

    def _counts(self, index: int) -> bool:
        """Whether the word at a token is counted by the number before it (2000 جندي)."""
        return index in self.words.counted

    def _skip_comma(self, index: int) -> int:
        return index + 1 if self.words.sign(index, _COMMAS) else index
