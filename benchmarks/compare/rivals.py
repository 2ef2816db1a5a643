"""What a plain way to the same pairs costs, in the same run: a dictionary of 8-word shingles, for candidates alone."""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Iterable

from grams import folded, places

from tawatur.record.types import Reading

SHINGLE = 8
LONG = 50  # reports that a shingle may stand in


def words_of(readings: Iterable[Reading]) -> list[list[str]]:
    """The folded words of every report."""
    return [[folded(r.report.text[a:b]) for a, b in places(r)] for r in readings]


def shingle_pairs(words: Iterable[list[str]]) -> tuple[int, float]:
    """How many pairs of reports share an 8-word shingle (in at most fifty reports), and the CPU seconds it takes."""
    start = time.process_time()
    postings: dict[int, list[int]] = defaultdict(list)
    for number, said in enumerate(words):
        shingles = {hash(tuple(said[i : i + SHINGLE])) for i in range(len(said) - SHINGLE + 1)}
        for shingle in shingles:
            postings[shingle].append(number)
    pairs = {(a, b) for of in postings.values() if len(of) <= LONG for i, a in enumerate(of) for b in of[i + 1 :]}
    return len(pairs), time.process_time() - start
