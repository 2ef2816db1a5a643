"""Reads dates: days, months and years as they are named, with weekdays, in words, digits and both calendars."""

from __future__ import annotations

from datetime import date, timedelta

from tawatur.language.lexicon import Hit
from tawatur.read.times import calendar as cal
from tawatur.read.times.months import Months
from tawatur.read.times.resolve import Partial
from tawatur.read.times.words import DASHES
from tawatur.text.words import NUMBER, WORD

_SEPARATORS = frozenset("/-–.")
_COMMAS = frozenset("،,")
_EARLIER = 4  # days that a page may be taken in late; the other two of a week are a paper's that bears a later day


class Dates(Months):
    """Parsers of partial dates. Each takes the index of a token and gives what stands from there on, or None."""

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
        if not part_named or following is None or partial.day is not None or partial.weekday is None:
            return partial
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
        at = self._skip_comma(hit.last + 1)
        weekday = self.words.bare(at, "weekday")
        bracket = self.words.sign(hit.last + 1, "(")
        said = self.words.bare(hit.last + 2, "weekday") if bracket else weekday
        fixed = cal.one(_on_weekday(now + timedelta(days=offset), said)) if now else cal.NOWHEN
        found = Partial(index, hit.last, fixed=fixed)
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
        parts: list[int] = []
        at = index
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


def _on_weekday(day: date, said: Hit | None) -> date:
    """The day that "today" or "yesterday" is, by the weekday that stands beside it: a page that was taken in some days
    after it was written bears the later day, and a paper sometimes the next one."""
    if said is None:
        return day
    return day + timedelta(days=(int(said.data["weekday"]) - day.weekday() + _EARLIER) % 7 - _EARLIER)
