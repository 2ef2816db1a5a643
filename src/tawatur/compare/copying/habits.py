"""What an outlet says whatever it reports: its sharing lines, its disclaimers, its way to quote a tweet.

It stands in many of an outlet's reports, and so does the background that an outlet repeats in its follow-ups. The two
differ in the reports around them: those with a paragraph of background are of one matter, and say so in their titles;
those with a sharing line have nothing else in common.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations

from tawatur.compare.copying.evidence import is_common_key
from tawatur.compare.copying.marks import Marks
from tawatur.compare.fingerprints import HABIT, ROW, Words, keys_of
from tawatur.compare.publishers import publisher_of
from tawatur.record.types import Reading

REPORTS = 6  # of an outlet's, that have a row of four words which may be its habit
RELATED = 0.2  # share of their pairs that may be of one matter
_LOOKED_AT = 12  # of the reports with a row
_OPENING = 80  # characters that stand for a title where a report has none


@dataclass(slots=True, frozen=True)
class Habits:
    """The rows of four words that are an outlet's habit, by publisher; learned once, and handed in."""

    rows: Mapping[str, frozenset[int]] = field(default_factory=dict)

    def without(self, words: Words, outlet: str | None) -> Words:
        """The words of a report of that outlet, those of its habits marked."""
        own = self.rows.get(publisher_of(outlet) or "")
        if not own or own.isdisjoint(words.rows):
            return words
        names = bytearray(words.names)
        for i, row in enumerate(words.rows):
            if row in own:
                names[i : i + ROW] = bytes([HABIT]) * ROW
        return replace(words, names=names)


def learn(readings: Mapping[str, Reading], marks: Marks) -> Habits:
    """The habits of every publisher; `readings` in order of time, with the fingerprints of each."""
    houses: dict[str, list[str]] = defaultdict(list)
    for name, reading in readings.items():
        if house := publisher_of(reading.report.outlet):
            houses[house].append(name)
    found = {house: _rows(names, readings, marks) for house, names in houses.items() if len(names) >= REPORTS}
    return Habits({house: rows for house, rows in found.items() if rows})


def _rows(names: Sequence[str], readings: Mapping[str, Reading], marks: Marks) -> frozenset[int]:
    """The rows of four words that stand in several of these reports, whatever they are about."""
    reports: dict[int, list[int]] = defaultdict(list)
    for number, name in enumerate(names):
        for row in marks.often(name, REPORTS):
            reports[row].append(number)
    matters: dict[int, frozenset[str]] = {}
    for number in {n for some in reports.values() for n in spread(some)}:
        matters[number] = matter(readings[names[number]])
    return frozenset(
        row for row, some in reports.items() if len(some) >= REPORTS and differ([matters[n] for n in spread(some)])
    )


def spread(numbers: Sequence[int]) -> list[int]:
    """Some of many numbers, from the first to the last."""
    if len(numbers) <= _LOOKED_AT:
        return list(numbers)
    return [numbers[i * (len(numbers) - 1) // (_LOOKED_AT - 1)] for i in range(_LOOKED_AT)]


def matter(reading: Reading) -> frozenset[str]:
    """What a report is about, by the words of its title."""
    report = reading.report
    return frozenset(key for key in keys_of(report.title or report.text[:_OPENING]) if not is_common_key(key))


def differ(matters: Sequence[frozenset[str]]) -> bool:
    """Whether reports with these matters have nothing else in common."""
    pairs = list(combinations(matters, 2))
    return sum(not a.isdisjoint(b) for a, b in pairs) <= RELATED * len(pairs)
