"""How much of two reports is copied between them, asked for pair by pair."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from tawatur.compare.copying.candidates import LONG, NEAREST, sorted_pair
from tawatur.record.types import Copy

Pair = tuple[str, str]


class Shares(Mapping[Pair, float]):
    """For two reports (their names sorted) the share of the shorter one, in characters, that their passages make.

    `sizes`: the characters of each report, in order of time. Any pair can be asked for. Walking over it gives the
    pairs of each passage that has up to LONG places, and of a longer one each report with the NEAREST before it:
    enough to link all of them, and not their square.
    """

    def __init__(self, copies: Sequence[Copy], sizes: Mapping[str, int]) -> None:
        self._sizes = sizes
        self._reports: list[list[str]] = []
        order = {name: i for i, name in enumerate(sizes)}
        self._within: dict[str, dict[int, list[tuple[int, int]]]] = defaultdict(dict)
        for i, copy in enumerate(copies):
            for place in copy.places:
                self._within[place.report].setdefault(i, []).append((place.start, place.end))
            self._reports.append(sorted({p.report for p in copy.places}, key=order.__getitem__))

    def __getitem__(self, pair: Pair) -> float:
        a, b = pair
        left, right = self._within.get(a, {}), self._within.get(b, {})
        common = left.keys() & right.keys()
        if a >= b or not common:
            raise KeyError(pair)
        covered = min(_covered([span for i in common for span in side[i]]) for side in (left, right))
        return min(1.0, covered / max(1, min(self._sizes[a], self._sizes[b])))

    def __iter__(self) -> Iterator[Pair]:
        return iter(self._linked)

    def __len__(self) -> int:
        return len(self._linked)

    @cached_property
    def _linked(self) -> list[Pair]:
        pairs: set[Pair] = set()
        for names in self._reports:
            reach = len(names) if len(names) <= LONG else NEAREST
            for i, name in enumerate(names):
                pairs.update(sorted_pair(other, name) for other in names[max(0, i - reach) : i])
        return sorted(pairs)


def _covered(spans: Sequence[tuple[int, int]]) -> int:
    """Characters that lie in one of the spans at least."""
    total, until = 0, 0
    for start, end in sorted(spans):
        total += max(0, end - max(start, until))
        until = max(until, end)
    return total
