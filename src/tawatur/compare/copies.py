"""Copied passages between reports: pairs brought together by common fingerprints, aligned, and gathered.

The parts for callers that do not hold all reports at once:
per report `prints(words_of(reading))`, an array of numbers of 64 bits; two reports that share `COMMON_ROWS` are a pair;
per pair `align(words, words)`, the passages of two reports;
per component `described(stretches(sides), readings)`, the objects of the record, where a side is (report, report,
passage).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import chain
from operator import itemgetter

from tawatur.compare.copying.align import Passage, align
from tawatur.compare.copying.candidates import COMMON_ROWS, LONG, NEAREST, candidate_pairs
from tawatur.compare.copying.gather import Side, alike, described, stretches
from tawatur.compare.copying.habits import Habits, learn
from tawatur.compare.copying.marks import Filter, Marks
from tawatur.compare.copying.runs import Rows, rows_of
from tawatur.compare.copying.shares import Shares
from tawatur.compare.copying.twins import Twins
from tawatur.compare.copying.workers import spread
from tawatur.compare.fingerprints import Words, prints, words_of
from tawatur.record.types import Copy, Reading

_CHUNK = 500  # pairs that a process aligns at a time
_SMALL = 4000  # pairs for which no processes are made
_REMEMBERED = 10_000  # reports whose rows are kept at hand, some 4 kB of each

__all__ = [
    "COMMON_ROWS",
    "LONG",
    "NEAREST",
    "Filter",
    "Habits",
    "Marks",
    "Passage",
    "Shares",
    "Side",
    "Twins",
    "Words",
    "align",
    "alike",
    "candidate_pairs",
    "copies_of",
    "described",
    "find_sides",
    "habits_of",
    "learn",
    "prints",
    "stretches",
    "without_habits",
    "words_of",
]


def habits_of(marks: Marks, readings: Mapping[str, Reading]) -> Habits:
    """The habits of all publishers; of reports equal word for word, one tells."""
    return learn({name: readings[name] for name in marks.prints}, marks)


def without_habits(words: Mapping[str, Words], readings: Mapping[str, Reading], habits: Habits) -> dict[str, Words]:
    """The words of reports, those of their outlets' habits marked."""
    return {name: habits.without(own, readings[name].report.outlet) for name, own in words.items()}


def find_sides(
    twins: Twins, words: Mapping[str, Words], pairs: Sequence[tuple[str, str]], seen: Filter, workers: int = 1
) -> list[Side]:
    """The passages that pairs of reports share, those of `candidate_pairs`; of reports equal word for word, the first
    and its pair with the second stand for all. `seen`: how often the fingerprints of these words are there."""
    return align_all(words, pairs, workers, seen) + align_all(words, twins.pairs(), workers)


def copies_of(sides: Sequence[Side], twins: Twins, readings: Mapping[str, Reading]) -> list[Copy]:
    """The passages of all sides, in all reports that are equal word for word to those of the sides, too."""
    return described(twins.spread(stretches(sides)), readings)


def align_all(
    words: Mapping[str, Words], pairs: Sequence[tuple[str, str]], workers: int = 1, seen: Filter | None = None
) -> list[Side]:
    """The passages of many pairs, in order of the pairs; `seen`: how often the fingerprints of their reports are there.

    They are aligned in order of `words`, that of time, so that a report's neighbours come one after the other and few
    reports' rows are at hand at once.
    """
    rank = {name: i for i, name in enumerate(words)}
    order = sorted(range(len(pairs)), key=lambda i: sorted((rank[n] for n in pairs[i]), reverse=True))

    @lru_cache(_REMEMBERED)
    def rows(name: str) -> Rows:
        return rows_of(words[name], seen.places(words[name].rows) if seen else None)

    def passages(some: Sequence[int]) -> list[tuple[int, Passage]]:
        named = ((i, *pairs[i]) for i in some)
        return [(i, p) for i, a, b in named for p in align(words[a], words[b], rows(a), rows(b))]

    chunks = [order[i : i + _CHUNK] for i in range(0, len(order), _CHUNK)]
    found = chain.from_iterable(spread(passages, chunks, workers if len(pairs) > _SMALL else 1))
    return [(*pairs[i], passage) for i, passage in sorted(found, key=itemgetter(0))]
