"""Copied passages between reports: pairs brought together by common fingerprints, aligned, and gathered.

The parts for callers that do not hold all reports at once:
per report `prints(words_of(reading))`, an array of numbers of 64 bits; two reports that share `COMMON_ROWS` are a pair;
per pair `align(words, words)`, the passages of two reports;
per component `gather(sides, readings)`, the objects of the record, where a side is (report, report, passage).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

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
_REMEMBERED = 2000  # reports whose rows are kept at hand

__all__ = [
    "COMMON_ROWS",
    "LONG",
    "NEAREST",
    "Habits",
    "Passage",
    "Shares",
    "Side",
    "Words",
    "align",
    "alike",
    "candidate_pairs",
    "find_copies",
    "gather",
    "learn",
    "prints",
    "shares",
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
    marks = {name: prints(words[name]) for name in twins.standing}
    habits = learn({name: readings[name] for name in twins.standing}, marks)
    told = {name: habits.without(words[name], readings[name].report.outlet) for name in words}
    marks = {name: own if told[name] is words[name] else prints(told[name]) for name, own in marks.items()}
    sides = align_all(told, candidate_pairs(marks, twins.standing) + twins.pairs(), workers)
    return described(twins.spread(stretches(sides)), readings)


def align_all(words: Mapping[str, Words], pairs: Sequence[tuple[str, str]], workers: int = 1) -> list[Side]:
    """The passages of many pairs, in order of the pairs."""
    known: Mapping[str, Words] = words

    @lru_cache(_REMEMBERED)
    def rows(name: str) -> Rows:
        return rows_of(known[name])

    def passages(some: Sequence[tuple[str, str]]) -> list[Side]:
        return [(a, b, p) for a, b in some for p in align(known[a], known[b], rows(a), rows(b))]

    chunks = [pairs[i : i + _CHUNK] for i in range(0, len(pairs), _CHUNK)]
    found = spread(passages, chunks, workers if len(pairs) > _SMALL else 1)
    return [side for some in found for side in some]


def shares(copies: Sequence[Copy], sizes: Mapping[str, int]) -> Shares:
    """The share of the shorter of two reports that passages in common make; `sizes`: characters of each report."""
    return Shares(copies, sizes)
