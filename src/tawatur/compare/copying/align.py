"""Passages that two reports have in common: runs of equal words, chained over words that were changed.

Scores are in words: a word in common counts one, a gap costs what `gap_cost` says. The best chain is taken, its words
set aside, and so on.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tawatur.compare.copying.runs import LEAST, WIDEST_GAP, Rows, Run, linked_runs, rows_of
from tawatur.compare.fingerprints import ROW, Words
from tawatur.text.folding import source_offset
from tawatur.text.words import analyses

LEAST_WEIGHT = 6.5  # and so many where a word of a name counts half
DENSITY = 0.5  # of the longer side's words that are in common
SHORT, SHORT_DENSITY = 12, 0.6  # and of a passage with fewer in common: formulas have holes
STRAY = 2  # words at a passage's edge that are the next sentence's
EDGE = 0.5  # what a run must add beyond the cost of the gap before it


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
    found: list[Passage] = []
    taken: list[tuple[Run, Run]] = []
    for runs in linked_runs(a, b, rows_a or rows_of(a), rows_b or rows_of(b)):
        for first, last in taken:
            runs = [r for r in runs if not _meets(r, first, last)]
        while _words(runs) >= LEAST and any(r.length >= ROW for r in runs):
            chain = _best_chain(runs, a, b)
            first, last = chain[0], chain[-1]
            if _is_passage(chain, a):
                found.append(_passage(a, b, chain))
            taken.append((first, last))
            runs = [r for r in runs if not _meets(r, first, last)]
    share = min(1.0, round(sum(p.words for p in found) / max(1, min(len(a), len(b))), 3))
    return [replace(p, share=share) for p in sorted(found, key=lambda p: (p.a, p.b))]


def gap_cost(a: int, b: int) -> float:
    """What lies between two runs, in words on each side: what one report put in costs less than what both have."""
    return 0.4 * max(a, b) + 0.4 * min(a, b)


def _best_chain(runs: Sequence[Run], a: Words, b: Words) -> list[Run]:
    """The chain of runs with the highest score, by dynamic programming over runs in order of the first side."""
    ordered = sorted(runs, key=lambda r: (r.a, r.b))
    scores = [float(r.length) for r in ordered]
    before = [-1] * len(ordered)
    starts = 0
    longest = max(r.length for r in ordered)
    for i, run in enumerate(ordered):
        while ordered[starts].a + longest + WIDEST_GAP < run.a:
            starts += 1
        for j in range(starts, i):
            gain = _link(ordered[j], run, a, b)
            if gain is not None and scores[j] + gain > scores[i]:
                scores[i], before[i] = scores[j] + gain, j
    at = max(range(len(ordered)), key=lambda i: (scores[i], -i))
    chain = []
    while at >= 0:
        chain.append(ordered[at])
        at = before[at]
    return _within_sentences(_trimmed(chain[::-1]), a)


def _link(left: Run, right: Run, a: Words, b: Words) -> float | None:
    """What the right run adds to a chain that ends in the left one; None where they cannot follow each other."""
    over = max(0, left.a + left.length - right.a, left.b + left.length - right.b)
    if over >= right.length:
        return None
    gap_a, gap_b = right.a + over - left.a - left.length, right.b + over - left.b - left.length
    if max(gap_a, gap_b) > WIDEST_GAP:
        return None
    cost = gap_cost(gap_a, gap_b)
    if gap_a + gap_b and _new_sentence(left, right, over, a, b):
        cost += 1
    return right.length - over - cost - EDGE


def _new_sentence(left: Run, right: Run, over: int, a: Words, b: Words) -> bool:
    return (
        a.sentences[left.a + left.length - 1] != a.sentences[right.a + over]
        or b.sentences[left.b + left.length - 1] != b.sentences[right.b + over]
    )


def _trimmed(chain: list[Run]) -> list[Run]:
    """Runs that overlap the one before them lose their first words."""
    out = [chain[0]]
    for run in chain[1:]:
        left = out[-1]
        over = max(0, left.a + left.length - run.a, left.b + left.length - run.b)
        out.append(Run(run.a + over, run.b + over, run.length - over))
    return out


def _within_sentences(chain: list[Run], a: Words) -> list[Run]:
    """One or two words of the next or the last sentence at a chain's edge are its neighbours', and left out."""
    first, last = chain[0], chain[-1]
    lead = _stray(a.sentences[first.a : first.a + min(first.length, STRAY + 1)])
    if lead < first.length:
        chain[0] = first = Run(first.a + lead, first.b + lead, first.length - lead)
        last = chain[-1]
    end = last.a + last.length
    tail = _stray(a.sentences[max(last.a, end - STRAY - 1) : end][::-1])
    chain[-1] = Run(last.a, last.b, last.length - tail) if tail < last.length else last
    return chain


def _stray(sentences: Sequence[int]) -> int:
    return next((i for i in range(1, len(sentences)) if sentences[i] != sentences[0]), 0)


def _words(chain: Sequence[Run]) -> int:
    return sum(r.length for r in chain)


def _is_passage(chain: Sequence[Run], a: Words) -> bool:
    words = _words(chain)
    if words < LEAST or max(r.length for r in chain) < ROW:
        return False
    first, last = chain[0], chain[-1]
    longer = max(last.a + last.length - first.a, last.b + last.length - first.b)
    weight = sum(0.5 if a.names[i] else 1.0 for r in chain for i in range(r.a, r.a + r.length))
    density = SHORT_DENSITY if words < SHORT else DENSITY
    return words >= density * longer and weight >= LEAST_WEIGHT


def _meets(run: Run, first: Run, last: Run) -> bool:
    return (run.a < last.a + last.length and first.a < run.a + run.length) or (
        run.b < last.b + last.length and first.b < run.b + run.length
    )


def _passage(a: Words, b: Words, chain: Sequence[Run]) -> Passage:
    first, last = chain[0], chain[-1]
    start_a, start_b = _starts(a, first.a, b, first.b)
    end_a, end_b = a.ends[last.a + last.length - 1], b.ends[last.b + last.length - 1]
    return Passage((start_a, end_a), (start_b, end_b), _words(chain))


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
