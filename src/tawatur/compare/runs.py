"""Runs of equal words that two reports have in common, found outwards from the rows of four that both have."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tawatur.compare.fingerprints import NO_ROW, Words

WIDEST_GAP = 8  # words between two runs of one passage, on either side
_OFTEN = 12  # a row that stands more often in one report starts no run
_LEAST = 2  # words in a run

Rows = Mapping[int, Sequence[int]]


@dataclass(slots=True, frozen=True)
class Run:
    """Equal words: `a` and `b` are where they start on each side, counted in words."""

    a: int
    b: int
    length: int


def rows_of(words: Words) -> Rows:
    """Where each row of four words stands in a report."""
    places: dict[int, list[int]] = defaultdict(list)
    for i, row in enumerate(words.rows):
        if row != NO_ROW:
            places[row].append(i)
    return places


def linked_runs(a: Words, b: Words, rows: Rows) -> list[list[Run]]:
    """Maximal runs of two words and more, in groups: each holds a run of four, and what gaps of a passage lead to.

    The largest group comes first; no run of one group can follow a run of another in one passage.
    """
    seen: dict[int, list[Run]] = {}
    groups = []
    for anchor in _anchors(a, b, rows, seen):
        group = [anchor]
        for run in group:  # grows while it is walked
            group += _neighbours(run, a, b, seen)
        groups.append(sorted(group, key=lambda r: (r.a, r.b)))
    return sorted(groups, key=lambda g: (-sum(r.length for r in g), g[0].a, g[0].b))


def _anchors(a: Words, b: Words, rows: Rows, seen: dict[int, list[Run]]) -> Iterator[Run]:
    for j, row in enumerate(b.rows):
        places = rows.get(row)
        if places and len(places) <= _OFTEN:
            for i in places:
                run = _run(i, j, a, b, seen)
                if run:
                    yield run


def _run(i: int, j: int, a: Words, b: Words, seen: dict[int, list[Run]]) -> Run | None:
    """The whole run through two equal words; None where it is known already."""
    known = seen.setdefault(i - j, [])
    if any(r.a <= i < r.a + r.length for r in known):
        return None
    left, right = a.keys, b.keys
    start = i
    while start and start > i - j and left[start - 1] == right[start - 1 - i + j]:
        start -= 1
    end, limit = i + _LEAST, min(len(left), len(right) + i - j)
    while end < limit and left[end] == right[end - i + j]:
        end += 1
    run = Run(start, start - i + j, end - start)
    known.append(run)
    return run


def _neighbours(run: Run, a: Words, b: Words, seen: dict[int, list[Run]]) -> list[Run]:
    """Runs not yet seen that end or begin within a gap of this one; its own last words may be theirs."""
    inside = min(run.length - 1, WIDEST_GAP)
    windows = (
        (-WIDEST_GAP - _LEAST, inside),
        (run.length - inside, run.length + WIDEST_GAP + 1),
    )
    return [r for first, after in windows for r in _within(run.a, run.b, first, after, a, b, seen)]


def _within(i: int, j: int, first: int, after: int, a: Words, b: Words, seen: dict[int, list[Run]]) -> Iterator[Run]:
    left, right = a.keys, b.keys
    pairs: dict[tuple[str, str], list[int]] = {}
    for x in range(max(0, i + first), min(i + after, len(left) - 1)):
        pairs.setdefault((left[x], left[x + 1]), []).append(x)
    for y in range(max(0, j + first), min(j + after, len(right) - 1)):
        for x in pairs.get((right[y], right[y + 1]), ()):
            run = _run(x, y, a, b, seen)
            if run:
                yield run
