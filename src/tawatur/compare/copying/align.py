"""Passages that two reports have in common: the best chain of runs is taken, its words set aside, and so on."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tawatur.compare.copying.chains import Chain, best_chain, pays
from tawatur.compare.copying.evidence import is_common
from tawatur.compare.copying.runs import LEAST, Rows, Run, linked_runs, rows_of
from tawatur.compare.copying.weighing import IN_A_ROW, is_dense, is_form, passages_of, words_in
from tawatur.compare.days import OCCASION
from tawatur.compare.fingerprints import ROW, Words
from tawatur.text.folding import source_offset
from tawatur.text.words import analyses


@dataclass(slots=True, frozen=True)
class Passage:
    """A passage as offsets in the two texts, with the words in common; `share`: what all passages of the two reports
    make of the shorter one, in words in common (0 to 1)."""

    a: tuple[int, int]
    b: tuple[int, int]
    words: int
    share: float = 0.0


def align(a: Words, b: Words, rows_a: Rows | None = None, rows_b: Rows | None = None) -> list[Passage]:
    """The passages of at least eight words that two reports have in common, in order of the first.

    `rows_a` and `rows_b` say where the rows of each stand (`rows_of`), for a caller that aligns it with many.
    """
    later = a.day is not None and b.day is not None and abs(a.day - b.day) > OCCASION
    chains = _chains(a, b, rows_a or rows_of(a), rows_b or rows_of(b), later)
    found = passages_of(list(chains), a, b, later)
    share = min(1.0, round(sum(map(words_in, found)) / max(1, min(len(a), len(b))), 3))
    return sorted((_passage(a, b, _wider(chain, a, b), share) for chain in found), key=lambda p: (p.a, p.b))


def _chains(a: Words, b: Words, rows_a: Rows, rows_b: Rows, later: bool = False) -> Iterator[Chain]:
    """Chains of runs that may be passages; no two have a word in common."""
    taken = _Taken()
    # What no chance makes goes before scraps, which may lie around it on one side.
    groups = sorted(linked_runs(a, b, rows_a, rows_b), key=lambda g: max(r.length for r in g) < IN_A_ROW)
    long = [r for runs in groups for r in runs if r.length >= LEAST]
    for runs in groups:
        left = taken.clear(runs)
        while words_in(left) >= LEAST and any(r.length >= ROW for r in left):
            chain = _own(best_chain(left, a, b), long, a, b)
            if is_dense(chain) and not is_form(chain, a, b, later):
                yield chain
            taken.add(chain)
            left = [r for r in left if not _meets(r, chain[0], chain[-1])]


def _own(chain: Chain, runs: Sequence[Run], a: Words, b: Words) -> Chain:
    """A chain without runs at its ends that are part of another passage, which runs on: of two places of one side that
    are alike, the chain reaches the nearer one, and the words belong to the other. Nor are runs its ends that
    were no more than the way there."""
    while len(chain) > 1 and (_leads_on(chain[-1], runs, after=True) or not pays(chain[-2], chain[-1], a, b)):
        chain = chain[:-1]
    while len(chain) > 1 and (_leads_on(chain[0], runs, after=False) or not pays(chain[1], chain[0], a, b)):
        chain = chain[1:]
    return chain


def _leads_on(edge: Run, runs: Sequence[Run], after: bool) -> bool:
    """Whether a much longer run goes through the words of an edge, on one side, and beyond them."""
    for run in runs:
        if run.length < 2 * edge.length:
            continue
        for start, own in ((run.a, edge.a), (run.b, edge.b)):
            end, own_end = start + run.length, own + edge.length
            if start < own_end and own < end and (end > own_end if after else start < own):
                return True
    return False


class _Taken:
    """Stretches of either side that chains have taken, in order: none overlaps another."""

    def __init__(self) -> None:
        self._a: list[tuple[int, int]] = []  # where one ends and where it starts
        self._b: list[tuple[int, int]] = []

    def add(self, chain: Chain) -> None:
        first, last = chain[0], chain[-1]
        for stretches, start, end in ((self._a, first.a, last.a), (self._b, first.b, last.b)):
            stretch = (end + last.length, start)
            stretches.insert(bisect_left(stretches, stretch), stretch)

    def clear(self, runs: Sequence[Run]) -> list[Run]:
        """Those of the runs that meet none."""
        return [r for r in runs if not (_met(self._a, r.a, r.length) or _met(self._b, r.b, r.length))]


def _met(stretches: Sequence[tuple[int, int]], start: int, length: int) -> bool:
    at = bisect_left(stretches, (start + 1, -1))
    return at < len(stretches) and stretches[at][1] < start + length


def _meets(run: Run, first: Run, last: Run) -> bool:
    return (run.a < last.a + last.length and first.a < run.a + run.length) or (
        run.b < last.b + last.length and first.b < run.b + run.length
    )


def _wider(chain: Chain, a: Words, b: Words) -> tuple[tuple[int, int], tuple[int, int]]:
    """The first and the last words of a passage on both sides: one more in common, beyond a word that one of them put
    in, is its own."""
    first, last = chain[0], chain[-1]
    end = last.a + last.length - 1, last.b + last.length - 1
    return _beyond((first.a, first.b), -1, a, b), _beyond(end, 1, a, b)


def _beyond(at: tuple[int, int], step: int, a: Words, b: Words) -> tuple[int, int]:
    for put_in in ((1, 2), (2, 1)):
        i, j = at[0] + step * put_in[0], at[1] + step * put_in[1]
        if not (0 <= i < len(a) and 0 <= j < len(b)) or a.keys[i] != b.keys[j] or is_common(a, i):
            continue
        if a.sentences[i] == a.sentences[at[0]] and b.sentences[j] == b.sentences[at[1]]:
            return i, j
    return at


def _passage(a: Words, b: Words, ends: tuple[tuple[int, int], tuple[int, int]], share: float) -> Passage:
    (i, j), (k, m) = ends
    start_a, start_b = _starts(a, i, b, j)
    return Passage((start_a, a.ends[k]), (start_b, b.ends[m]), min(k - i, m - j) + 1, share)


def _starts(a: Words, i: int, b: Words, j: int) -> tuple[int, int]:
    """Where a passage starts in its first words: a clitic that only one side has is left out."""
    left, right = a.form(i), b.form(j)
    if left != right:
        rests = {x.rest: x.letters for x in reversed(analyses(right)) if not x.article}
        for x in analyses(left):
            if not x.article and x.rest in rests and len(x.rest) > 2:
                return _after(a, i, x.letters), _after(b, j, rests[x.rest])
    return a.starts[i], b.starts[j]


def _after(words: Words, i: int, letters: int) -> int:
    return words.starts[i] + source_offset(words.text[words.starts[i] : words.ends[i]], letters)
