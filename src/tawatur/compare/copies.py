"""Copied passages between reports: pairs brought together by common fingerprints, aligned, and gathered.

The parts for callers that do not hold all reports at once:
per report `prints(words_of(reading))`, an array of numbers of 64 bits; two reports that share `COMMON_ROWS` are a pair;
per pair `align(words, words)`, the passages of two reports;
per component `gather(sides, readings)`, the objects of the record, where a side is (report, report, passage).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import chain
from operator import itemgetter

from tawatur.compare.copying.align import Passage, align
from tawatur.compare.copying.candidates import COMMON_ROWS, LONG, NEAREST, candidate_pairs
from tawatur.compare.copying.gather import Side, alike, described, gather, stretches
from tawatur.compare.copying.habits import Habits, learn
from tawatur.compare.copying.runs import Rows, rows_of
from tawatur.compare.copying.shares import Shares
from tawatur.compare.copying.twins import Twins
from tawatur.compare.copying.workers import spread
from tawatur.compare.fingerprints import Words, prints, words_of
from tawatur.record.types import Copy, Reading

_CHUNK = 500  # pairs that a process aligns at a time
_SMALL = 4000  # pairs for which no processes are made
_REMEMBERED = 300  # reports whose rows are kept at hand

__all__ = [
    "COMMON_ROWS",
    "LONG",
    "NEAREST",
    "Habits",
    "Passage",
    "Shares",
    "Side",
    "Twins",
    "Words",
    "align",
    "alike",
    "candidate_pairs",
    "copies_of",
    "find_copies",
    "find_sides",
    "gather",
    "habits_of",
    "learn",
    "prints",
    "without_habits",
    "words_of",
]


def find_copies(
    readings: Mapping[str, Reading], words: Mapping[str, Words] | None = None, workers: int = 1
) -> list[Copy]:
    """Every passage that stands in two or more reports.

    `readings` by report name, in order of time; `words` those of each where the caller has them; `workers`: processes
    that align (0: one a core), which change nothing of the result.
    """
    words = words or {name: words_of(reading) for name, reading in readings.items()}
    twins = Twins(words, list(readings))
    told = without_habits(words, readings, habits_of(twins, readings, words))
    return copies_of(find_sides(twins, told, workers), twins, readings)


def habits_of(twins: Twins, readings: Mapping[str, Reading], words: Mapping[str, Words]) -> Habits:
    """The habits of all publishers; of reports equal word for word, one tells."""
    return learn({name: readings[name] for name in twins.standing}, {n: prints(words[n]) for n in twins.standing})


def without_habits(words: Mapping[str, Words], readings: Mapping[str, Reading], habits: Habits) -> dict[str, Words]:
    """The words of reports, those of their outlets' habits marked."""
    return {name: habits.without(own, readings[name].report.outlet) for name, own in words.items()}


def find_sides(twins: Twins, words: Mapping[str, Words], workers: int = 1) -> list[Side]:
    """The passages that pairs of reports share; of reports equal word for word, the first and its pair with the second
    stand for all."""
    marks = {name: prints(words[name]) for name in twins.standing}
    return align_all(words, candidate_pairs(marks, twins.standing) + twins.pairs(), workers)


def copies_of(sides: Sequence[Side], twins: Twins, readings: Mapping[str, Reading]) -> list[Copy]:
    """The passages of all sides, in all reports that are equal word for word to those of the sides, too."""
    return described(twins.spread(stretches(sides)), readings)


def align_all(words: Mapping[str, Words], pairs: Sequence[tuple[str, str]], workers: int = 1) -> list[Side]:
    """The passages of many pairs, in order of the pairs.

    They are aligned in order of `words`, that of time, so that a report's neighbours come one after the other and few
    reports' rows are at hand at once.
    """
    known: Mapping[str, Words] = words
    rank = {name: i for i, name in enumerate(words)}
    order = sorted(range(len(pairs)), key=lambda i: sorted((rank[n] for n in pairs[i]), reverse=True))

    @lru_cache(_REMEMBERED)
    def rows(name: str) -> Rows:
        return rows_of(known[name])

    def passages(some: Sequence[int]) -> list[tuple[int, Passage]]:
        named = ((i, *pairs[i]) for i in some)
        return [(i, p) for i, a, b in named for p in align(known[a], known[b], rows(a), rows(b))]

    chunks = [order[i : i + _CHUNK] for i in range(0, len(order), _CHUNK)]
    found = chain.from_iterable(spread(passages, chunks, workers if len(pairs) > _SMALL else 1))
    return [(*pairs[i], passage) for i, passage in sorted(found, key=itemgetter(0))]
