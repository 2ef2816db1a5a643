"""Times: every expression that places something in time, resolved against the day of publication."""

from __future__ import annotations

from collections.abc import Callable

from tawatur.read.document import Document
from tawatur.read.times.dates import Dates
from tawatur.read.times.feasts import Feasts
from tawatur.read.times.parts import Parts
from tawatur.read.times.ranges import Ranges
from tawatur.read.times.relative import Found, of_partial
from tawatur.read.times.resolve import Anchor, Partial
from tawatur.read.times.tense import Tenses
from tawatur.read.times.words import Words
from tawatur.record.types import Time

Parser = Callable[[int], Found | None]
_POINTS = frozenset({"day", "weekday", "day-part", "time-unit", "month", "hijri-month", "number"})


class _Reader:
    def __init__(self, document: Document) -> None:
        self._document = document
        self._words = Words(document)
        self._anchor = Anchor(document.report.published, Tenses(document).at)
        self._dates = Dates(self._words, document.report.published)
        relative = Parts(self._words, self._dates, self._anchor)
        feasts = Feasts(self._words, self._dates, self._anchor)
        ranges = Ranges(self._words, self._dates, relative, self._anchor)
        units = (relative.span_of_units, relative.first_units)
        self._parsers: dict[str, tuple[Parser, ...]] = {
            "from": (ranges.from_to,),
            "between": (ranges.between,),
            "vague-time": (relative.vague,),
            "demonstrative": (relative.placed_unit, relative.season),
            "time-unit": (relative.placed_unit, relative.century, *units, ranges.dual),
            "number": (*units, ranges.dashed),
            "last-few": (relative.last_few,),
            "ago": (relative.distance,),
            "ahead": (relative.distance,),
            "time-part": (relative.part,),
            "time-fraction": (relative.fraction,),
            "season": (relative.season,),
            "decade": (relative.decade,),
            "weekend": (relative.weekend,),
            **dict.fromkeys(("feast", "anniversary", "eve", "nth-day"), (feasts.any,)),
        }

    def read(self) -> list[Time]:
        times: list[Time] = []
        after = 0
        names = self._words.names
        for index in sorted(names):
            if index < after or index in self._words.blocked:
                continue
            found = self._longest(index, names[index])
            if found is None or not self._words.same_sentence(found.first, found.last):
                continue
            times.append(self._time(found))
            self._anchor.remember(found.interval)
            after = found.last + 1
        return times

    def _longest(self, index: int, names: list[str]) -> Found | None:
        """The longest expression at a token; a date where a date and something else are as long."""
        best: Found | None = None
        partial = self._dates.point(index) if not _POINTS.isdisjoint(names) else None
        if partial is not None and self._is_name(partial):
            self._words.blocked.update(range(partial.first, partial.last + 1))
            return None
        if partial is not None:
            best = of_partial(partial, self._anchor)
        for parse in dict.fromkeys(parse for name in names for parse in self._parsers.get(name, ())):
            found = parse(index)
            if found is not None and (best is None or found.last > best.last):
                best, partial = found, None
        if partial is not None and best is not None:
            self._know(partial, best)
        return best

    def _know(self, partial: Partial, found: Found) -> None:
        """Remember the year a month was placed in: it holds for the same month further down."""
        first = found.interval.first
        placed = partial.shift is not None or partial.year is not None
        if partial.month is not None and first is not None and placed and not partial.hijri:
            self._anchor.known[partial.day, partial.month, False] = first.year

    def _is_name(self, partial: Partial) -> bool:
        """حركة 20 فبراير: a day and month without a year after a noun that takes such names."""
        named = self._words.get(partial.first - 1, "dated-name")
        return named is not None and partial.year is None and partial.shift is None and partial.month is not None

    def _time(self, found: Found) -> Time:
        start = self._start(found.first)
        span = self._document.span(start, self._words.tokens[found.last].end)
        return Time(span.start, span.end, span.text, found.interval, found.precision)

    def _start(self, index: int) -> int:
        """Where the expression's first word starts, without its conjunction and preposition."""
        number = self._words.number(index)
        starts = [h.start for h in self._words.at(index)]
        return max(starts, default=number.start if number else self._words.tokens[index].start)


def read_times(document: Document) -> None:
    """Fill `document.reading.times`: spans, days covered (both sides None where vague) and precision."""
    document.reading.times = _Reader(document).read()


__all__ = ["read_times"]
