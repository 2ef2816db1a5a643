"""Reads dates: days, months and years as they are named, with weekdays, in words, digits and both calendars."""

from __future__ import annotations

from datetime import date, timedelta

from tawatur.language.lexicon import Hit
from tawatur.read.times import calendar as cal
from tawatur.read.times.resolve import Partial
from tawatur.read.times.words import DASHES, Words
from tawatur.text.words import NUMBER, WORD

_SEPARATORS = frozenset("/-–.")
_COMMAS = frozenset("،,")


class Dates:
    """Parsers of partial dates. Each takes the index of a token and gives what stands from there on, or None."""

    def __init__(self, words: Words, published: date | None) -> None:
        self.words = words
        self.published = published

    def point(self, index: int) -> Partial | None:
        """A day, a month or a year."""
        return self.day(index) or self.month(index) or self.year(index)

    def day(self, index: int) -> Partial | None:
        """أمس الاثنين، صباح الثلاثاء، يوم الأربعاء 11 ماي 2022، الخامس من مايو الماضي، 16/5/2018."""
        return (
            self.day_in_parts(index) or self.numeric(index) or self.day_of_month(index) or self.day_of_that_month(index)
        )

    def day_in_parts(self, index: int) -> Partial | None:
        """A deictic or a weekday, with the part of the day before it and the date after it."""
        at = self._parts_of_day(index)
        deictic = self._inner(at, index, "day")
        if deictic is not None:
            return self._deictic(index, deictic)
        weekday = self._inner(at, index, "weekday")
        if weekday is not None:
            found = self._dated_weekday(index, weekday)
            return self._night(found, at > index)
        dated = (self.numeric(at) or self.day_of_month(at)) if at > index else None
        return self._from(index, dated) if dated is not None else None

    def _night(self, partial: Partial, part_named: bool) -> Partial:
        """ليل السبت الأحد، ليلة السبت - الأحد: the night between two days."""
        at = partial.last + 1
        at += self.words.sign(at, DASHES | {"/"})
        following = self.words.bare(at, "weekday")
        if part_named and following is not None and partial.day is None and partial.weekday is not None:
            if following.data["weekday"] == (partial.weekday + 1) % 7:
                partial.last, partial.nightly = following.last, True
        return partial

    def _inner(self, at: int, start: int, kind: str) -> Hit | None:
        return self.words.get(at, kind) if at == start else self.words.bare(at, kind)

    def _from(self, index: int, partial: Partial) -> Partial:
        partial.first = index
        return partial

    def _parts_of_day(self, index: int) -> int:
        """Skips صباح, مساء يوم, فجر: where the day itself starts."""
        at = index
        for _ in range(3):
            part = self._inner(at, index, "day-part")
            unit = self._inner(at, index, "time-unit")
            if part is not None and not part.analysis.article:
                at = part.last + 1
            elif unit is not None and unit.data["unit"] == cal.DAY and unit.data["number"] == "s":
                if unit.analysis.article:
                    break
                at = unit.last + 1
            else:
                break
        return at

    def _deictic(self, index: int, hit: Hit) -> Partial | None:
        weak = hit.data.get("weak")
        if weak and self._weak_day(hit):
            return None
        now, offset = self.published, int(hit.data["offset"])
        fixed = cal.one(now + timedelta(days=offset)) if now else cal.NOWHEN
        found = Partial(index, hit.last, fixed=fixed)
        at = self._skip_comma(found.last + 1)
        weekday = self.words.bare(at, "weekday")
        more = self._dated_weekday(at, weekday) if weekday else self.numeric(at) or self.day_of_month(at)
        if more is not None and (weekday is not None or at == found.last + 1):
            found.last = more.last
            if more.year is not None:  # a full date overrules what "today" would be
                return self._from(index, more)
        return found

    def _weak_day(self, hit: Hit) -> bool:
        """Whether اليوم is "the day" (اليوم الأول، في اليوم الذي، اليوم نفسه) and not "today"."""
        after = hit.last + 1
        words = self.words
        if words.bare(after, "anaphor") or words.relation(after):
            return True
        number = words.number(after)
        if number is not None and (number.ordinal or number.article) and not words.bare(after, "weekday"):
            return True
        return after in words.clauses and words.get(hit.first - 1, "in") is not None

    def _dated_weekday(self, index: int, hit: Hit) -> Partial:
        """A weekday with what follows: المقبل, 11 ماي 2022, الموافق 11/5."""
        found = Partial(index, hit.last, weekday=int(hit.data["weekday"]))
        relation = self.words.relation(hit.last + 1)
        if relation is not None:
            found.shift, found.last = int(relation.data["shift"]), relation.last
        at = self._skip_comma(found.last + 1)
        matching = self.words.bare(at, "matching")
        if matching is not None:
            at = matching.last + 1
        bracket = self.words.sign(at, "(")
        dated = self.numeric(at + bracket) or self.day_of_month(at + bracket)
        if dated is None or not self.words.same_sentence(index, dated.last):
            return found
        closes = bracket and self.words.sign(dated.last + 1, ")")
        if bracket and not closes:
            return found
        dated.first, dated.last = index, dated.last + closes
        dated.weekday = found.weekday
        return dated

    def _skip_comma(self, index: int) -> int:
        return index + 1 if self.words.sign(index, _COMMAS) else index

    def numeric(self, index: int) -> Partial | None:
        """16/5/2018, 2018-05-16, 16.05.2018, 12/2/1439هـ: day first where both orders could be."""
        tokens = self.words.tokens
        if index >= len(tokens) or tokens[index].kind != NUMBER:
            return None
        if tokens[index].form.count(".") == 2:
            parts, last = [int(p) if p.isdigit() else -1 for p in tokens[index].form.split(".")], index
        else:
            parts, last = self._separated(index)
        if len(parts) != 3:
            return None
        a, b, c = parts
        if len(str(c)) == 4:
            day, month, year = (a, b, c) if b <= 12 else (b, a, c)
        elif len(str(a)) == 4:
            day, month, year = c, b, a
        else:
            return None
        if not (1 <= month <= 12 and 1 <= day <= 31 and 1300 <= year <= 2150):
            return None
        found = Partial(index, last, year=year, month=month, day=day, hijri=year < 1600)
        found.last = self._calendar_mark(found.last + 1, found)
        return found

    def _separated(self, index: int) -> tuple[list[int], int]:
        parts, at = [], index
        while (value := self.words.digits(at)) is not None and len(parts) < 3:
            parts.append(value)
            at += 1
            if len(parts) == 3 or not self.words.sign(at, _SEPARATORS):
                break
            at += 1
        return parts, at - 1

    def day_of_that_month(self, index: int) -> Partial | None:
        """25 منه: a day of the month that was named before."""
        number = self.words.number(index)
        of = self.words.bare(number.last + 1, "of-it") if number else None
        if number is None or of is None or not 1 <= number.value <= 31 or number.value != int(number.value):
            return None
        return Partial(index, of.last, day=int(number.value), of_that_month=True)

    def day_of_month(self, index: int) -> Partial | None:
        """11 ماي 2022، الخامس من مايو، 14 و15 أيار، 20 من الشهر الجاري، 15 رمضان 1439."""
        number = self.words.number(index)
        if number is None or number.value != int(number.value) or not 1 <= number.value <= 31 or number.loose:
            return None
        day, last_day, at = int(number.value), None, number.last + 1
        second = self._second_day(at)
        if second is not None:
            last_day, at = second
        of = self.words.bare(at, "of")
        month = self._month_name(of.last + 1 if of else at, True)
        if month is None:
            return None
        month.first, month.day, month.last_day = index, day, last_day if last_day and last_day > day else None
        return month

    def _second_day(self, index: int) -> tuple[int, int] | None:
        """The second of two days of one month: و15, - 15."""
        tokens = self.words.tokens
        if index + 1 >= len(tokens):
            return None
        joined = tokens[index].kind == WORD and tokens[index].form == self._and and tokens[index + 1].kind == NUMBER
        at = index + 1 if joined or self.words.sign(index, DASHES) else index
        number = self.words.number(at)
        if number is None or (at == index and not number.joined) or not 1 <= number.value <= 31:
            return None
        return int(number.value), number.last + 1

    @property
    def _and(self) -> str:
        return str(self.words.document.language.data("clitics")["and"])

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
            if before is None or before.last != index - 1 or hit.analysis.conjunction:
                return None
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
        if named or marked or (bare and not self._counts(found.last + 1)) or self._asked_for(index, found):
            found.hijri = found.hijri or (not marked and named and 1343 <= value <= 1500)
            return found
        return None

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
