"""Runs of equal words that two reports have in common, found outwards from the rows of four that both have."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tawatur.compare.fingerprints import NO_ROW, ROW, Words

WIDEST_GAP = 8  # words between two runs of one passage, on either side
LEAST = 8  # words a passage has in common
_OFTEN = 12  # a row that stands more often in one report starts no run
_LEAST_RUN = 2  # words in a run
_OVERLAP = 3  # last words of a run that may be the next one's first
_REACH = 20  # words around a short run in which a passage's others stand


@dataclass(slots=True, frozen=True)
class Run:
    """Equal words: `a` and `b` are where they start on each side, counted in words."""

    a: int
    b: int
    length: int


@dataclass(slots=True, frozen=True)
class Rows:
    """Where each row of four words stands in a report: its first place, and all places where it has several."""

    first: dict[int, int]
    all: dict[int, list[int]]


def rows_of(words: Words, at: Sequence[int] | None = None) -> Rows:
    """The places of a report's rows; `at`: the places that are looked at, where others say that the rest stands in no
    other report."""
    rows = words.rows
    places = range(len(rows)) if at is None else at
    first = {rows[i]: i for i in reversed(places)}
    several: dict[int, list[int]] = {}
    if len(first) < len(places):
        for i in places:
            if first[rows[i]] != i:
                several.setdefault(rows[i], [first[rows[i]]]).append(i)
    first.pop(NO_ROW, None)
    return Rows(first, several)


def linked_runs(a: Words, b: Words, rows_a: Rows, rows_b: Rows) -> list[list[Run]]:
    """Maximal runs of two words and more, in groups: each holds a run of four, and what gaps of a passage lead to.

    The largest group comes first; no run of one group can follow a run of another in one passage.
    """
    web = _Web(a, b)
    on, after = 0, 0
    for diagonal, i in _shared_rows(rows_a, rows_b):
        if diagonal != on or i >= after:
            on, after = diagonal, web.run_through(i, i - diagonal)
    web.link_anchors()
    groups = [sorted(g, key=lambda r: (r.a, r.b)) for g in web.groups()]
    return sorted(groups, key=lambda g: (-sum(r.length for r in g), g[0].a, g[0].b))


def _shared_rows(a: Rows, b: Rows) -> list[tuple[int, int]]:
    """The places of rows that both reports have: how far the two are apart, and where the first has it; in order."""
    found = []
    for row in a.first.keys() & b.first.keys():
        left, right = a.first[row], b.first[row]
        if row not in a.all and row not in b.all:
            found.append((left - right, left))
            continue
        places, others = a.all.get(row, [left]), b.all.get(row, [right])
        if max(len(places), len(others)) <= _OFTEN:
            found += [(i - j, i) for i in places for j in others]
    found.sort()
    return found


class _Web:
    """The runs of two reports known so far, and which of them may stand in one passage (union-find)."""

    def __init__(self, a: Words, b: Words) -> None:
        self._a, self._b = a, b
        self._runs: list[Run] = []
        self._heads: list[int] = []
        self._starts: dict[int, list[int]] = {}  # by diagonal, in order: runs of one diagonal never overlap
        self._numbers: dict[int, list[int]] = {}

    def run(self, i: int, j: int) -> tuple[int, bool]:
        """The number of the whole run through two equal pairs of neighbours, and whether it was not known before."""
        starts = self._starts.setdefault(i - j, [])
        numbers = self._numbers.setdefault(i - j, [])
        at = bisect_right(starts, i)
        if at:
            known = self._runs[numbers[at - 1]]
            if i < known.a + known.length:
                return numbers[at - 1], False
        left, right = self._a.keys, self._b.keys
        start = i
        while start and start > i - j and left[start - 1] == right[start - 1 - i + j]:
            start -= 1
        end, limit = i + _LEAST_RUN, min(len(left), len(right) + i - j)
        while end < limit and left[end] == right[end - i + j]:
            end += 1
        number = len(self._runs)
        self._runs.append(Run(start, start - i + j, end - start))
        self._heads.append(number)
        starts.insert(at, start)
        numbers.insert(at, number)
        return number, True

    def run_through(self, i: int, j: int) -> int:
        """Where, on the first side, the run through two equal words ends."""
        run = self._runs[self.run(i, j)[0]]
        return run.a + run.length

    def link_anchors(self) -> None:
        """Link the runs known so far with those that follow them within a gap, and look beyond those that none does."""
        anchors = sorted(range(len(self._runs)), key=lambda n: (self._runs[n].a, self._runs[n].b))
        near: list[int] = []  # runs that end less than a gap before the one looked at, or after it
        followed: set[int] = set()
        follows: set[int] = set()
        for n in anchors:
            run = self._runs[n]
            near = [m for m in near if self._runs[m].a + self._runs[m].length + WIDEST_GAP >= run.a]
            for m in near:
                if self._may_follow(self._runs[m], run):
                    followed.add(m)
                    follows.add(n)
                    self._join(m, n)
                    self._between(m, n)
            near.append(n)
        for n in anchors:
            alone = n not in followed and n not in follows
            if alone and self._runs[n].length < LEAST and not self._promising(self._runs[n]):
                self._heads[n] = -1
                continue
            if n not in followed:
                self._outwards(n, after=True)
            if n not in follows:
                self._outwards(n, after=False)

    def groups(self) -> list[list[Run]]:
        found: dict[int, list[Run]] = defaultdict(list)
        for n, run in enumerate(self._runs):
            if self._heads[n] >= 0:
                found[self._head(n)].append(run)
        return [g for g in found.values() if any(r.length >= ROW for r in g)]

    def _promising(self, run: Run) -> bool:
        """Whether the words of a passage stand around a short run, in whatever order: most rows of four stand alone."""
        near = set(pairwise(self._a.keys[max(0, run.a - _REACH) : run.a + run.length + _REACH]))
        around = pairwise(self._b.keys[max(0, run.b - _REACH) : run.b + run.length + _REACH])
        return sum(map(near.__contains__, around)) >= run.length - 1 + (2 if LEAST - run.length > _LEAST_RUN else 1)

    def _may_follow(self, left: Run, right: Run) -> bool:
        gap_a, gap_b = right.a - left.a - left.length, right.b - left.b - left.length
        return max(gap_a, gap_b) <= WIDEST_GAP and min(gap_a, gap_b) > -right.length

    def _between(self, m: int, n: int) -> None:
        """Link what stands in the gap between two runs; the words beside the gap may be theirs."""
        left, right = self._runs[m], self._runs[n]
        gap_a, gap_b = right.a - left.a - left.length, right.b - left.b - left.length
        if min(gap_a, gap_b) < 1 or max(gap_a, gap_b) < _LEAST_RUN:
            return
        i, j = left.a + left.length - 1, left.b + left.length - 1
        for k, _ in self._within(i, i + gap_a + _LEAST_RUN, j, j + gap_b + _LEAST_RUN):
            self._join(k, m)

    def _outwards(self, n: int, after: bool) -> None:
        """Link what stands within a gap after a run, or before it, and what stands after that, and so on."""
        waiting = [n]
        for m in waiting:  # grows while it is walked
            run = self._runs[m]
            inside = min(run.length, _OVERLAP) - 1
            first = run.length - inside if after else -WIDEST_GAP - _LEAST_RUN
            last = run.length + WIDEST_GAP + 2 if after else inside + 1
            for k, new in self._within(run.a + first, run.a + last, run.b + first, run.b + last):
                self._join(k, m)
                if new:
                    waiting.append(k)

    def _within(self, first_a: int, after_a: int, first_b: int, after_b: int) -> Iterator[tuple[int, bool]]:
        """The runs that two stretches of words have in common."""
        first_a, first_b = max(0, first_a), max(0, first_b)
        left, right = list(pairwise(self._a.keys[first_a:after_a])), list(pairwise(self._b.keys[first_b:after_b]))
        common = set(left).intersection(right)
        if not common:
            return
        places: dict[tuple[str, str], list[int]] = {pair: [] for pair in common}
        for x, pair in enumerate(left, first_a):
            if pair in common:
                places[pair].append(x)
        for y, pair in enumerate(right, first_b):
            if pair in common:
                for x in places[pair]:
                    yield self.run(x, y)

    def _head(self, n: int) -> int:
        while self._heads[n] != n:
            self._heads[n] = self._heads[self._heads[n]]
            n = self._heads[n]
        return n

    def _join(self, m: int, n: int) -> None:
        if self._heads[m] < 0:
            self._heads[m] = m  # it stands beside others after all
        m, n = self._head(m), self._head(n)
        self._heads[max(m, n)] = min(m, n)
