"""Which of the pairs that share word 12-grams the program's copies hold, and how much of what they share."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from grams import LENGTH, grams, places

from tawatur.record.types import Copy, Reading

SEED = 4
Pairs = Mapping[tuple[str, str], int]


@dataclass(frozen=True, slots=True)
class Recall:
    """`missed` are the pairs that no copy holds, the largest first."""

    pairs: int
    missed: list[tuple[str, str]]

    @property
    def share(self) -> float:
        return 1 - len(self.missed) / self.pairs if self.pairs else 1.0


def recall(pairs: Pairs, copies: Sequence[Copy]) -> Recall:
    """The share of the pairs whose two reports have a place each in one copy."""
    holds = _holds(copies)
    missed = [pair for pair in pairs if not holds.get(pair[0], set()) & holds.get(pair[1], set())]
    return Recall(len(pairs), sorted(missed, key=lambda p: (-pairs[p], p)))


def _holds(copies: Sequence[Copy]) -> dict[str, set[int]]:
    holds: dict[str, set[int]] = defaultdict(set)
    for i, copy in enumerate(copies):
        for place in copy.places:
            holds[place.report].add(i)
    return holds


def covered(pairs: Pairs, copies: Sequence[Copy], readings: Mapping[str, Reading], count: int = 1000) -> float:
    """Of the words that two reports have in common 12-grams, the share that lies in copies of the two: over `count`
    pairs drawn with a fixed seed. A pair that is found by a scrap of what it shares counts little here."""
    drawn = random.Random(SEED).sample(sorted(pairs), min(count, len(pairs)))
    holds = _holds(copies)
    common = inside = 0
    for a, b in drawn:
        both = holds.get(a, set()) & holds.get(b, set())
        mine, others = grams(readings[a]), grams(readings[b])
        stands = places(readings[a])
        words = {i + k for i in np.flatnonzero(np.isin(mine, others)).tolist() for k in range(LENGTH)}
        spans = [(p.start, p.end) for c in both for p in copies[c].places if p.report == a]
        common += len(words)
        inside += sum(any(s < stands[i][1] and stands[i][0] < e for s, e in spans) for i in words)
    return inside / common if common else 1.0
