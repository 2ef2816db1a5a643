"""Passages that two reports have in common: runs of equal words, chained over words that were changed.

Scores are in words: a word in common counts one, a gap costs what `gap_cost` says. The best chain is taken, its words
set aside, and so on.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tawatur.compare.fingerprints import ROW, Words
from tawatur.text.folding import source_offset
from tawatur.text.words import Token, analyses

LEAST = 8  # words a passage has in common
LEAST_WEIGHT = 6.5  # and so many where a word of a name counts half
DENSITY = 0.5  # of the longer side's words that are in common
SHORT, SHORT_DENSITY = 12, 0.6  # and of a passage with fewer in common: formulas have holes
WIDEST_GAP = 8
STRAY = 2  # words at a passage's edge that are the next sentence's
EDGE = 0.5  # what a run must add beyond the cost of the gap before it
REACH = 60  # words from a run of four within which shorter runs are looked at
_COMMON = 12  # a pair of words that stands more often in one report starts no run


@dataclass(slots=True, frozen=True)
class Run:
    """Equal words: `a` and `b` are where they start on each side."""

    a: int
    b: int
    length: int


@dataclass(slots=True, frozen=True)
class Passage:
    """A passage as offsets in the two texts, with the words in common."""

    a: tuple[int, int]
    b: tuple[int, int]
    words: int


def align(a: Words, b: Words) -> list[Passage]:
    """The passages of at least eight words that two reports have in common, in order of the first."""
    runs = _near_anchors(_runs(a, b))
    found: list[Passage] = []
    while any(r.length >= ROW for r in runs):
        chain = _best_chain(runs, a, b)
        first, last = chain[0], chain[-1]
        if _is_passage(chain, a):
            found.append(_passage(a, b, chain))
        runs = [r for r in runs if not _meets(r, first, last)]
    return sorted(found, key=lambda p: p.a)


def _runs(a: Words, b: Words) -> list[Run]:
    """Maximal runs of two and more equal words, in order of the first side."""
    runs = []
    for two in a.pairs.keys() & b.pairs.keys():
        starts = b.pairs[two]
        if len(starts) <= _COMMON:
            opening = ((i, j) for i in a.pairs[two] for j in starts if _opens(a, b, i, j))
            runs += [Run(i, j, _length(a.keys, b.keys, i, j)) for i, j in opening]
    return sorted(runs, key=lambda r: (r.a, r.b))


def _opens(a: Words, b: Words, i: int, j: int) -> bool:
    return not (i and j and a.keys[i - 1] == b.keys[j - 1])


def _length(a: Sequence[str], b: Sequence[str], i: int, j: int) -> int:
    length = 2
    while i + length < len(a) and j + length < len(b) and a[i + length] == b[j + length]:
        length += 1
    return length


def _near_anchors(runs: Sequence[Run]) -> list[Run]:
    """The runs that a chain with a whole fingerprint in it can reach."""
    anchors = [r for r in runs if r.length >= ROW]
    return [r for r in runs if r.length >= ROW or any(_near(r, x) for x in anchors)]


def _near(run: Run, anchor: Run) -> bool:
    reach = REACH + anchor.length
    return -reach <= run.a - anchor.a <= reach and -reach <= run.b - anchor.b <= reach


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
    start_a, start_b = _starts(a.tokens[first.a], b.tokens[first.b])
    end_a = a.tokens[last.a + last.length - 1].end
    end_b = b.tokens[last.b + last.length - 1].end
    return Passage((start_a, end_a), (start_b, end_b), _words(chain))


def _starts(a: Token, b: Token) -> tuple[int, int]:
    """Where a passage starts in its first words: a clitic that only one side has is left out."""
    if a.form == b.form:
        return a.start, b.start
    rests = {x.rest: x.letters for x in reversed(analyses(b.form)) if not x.article}
    for x in analyses(a.form):
        if not x.article and x.rest in rests and len(x.rest) > 2:
            return a.start + source_offset(a.text, x.letters), b.start + source_offset(b.text, rests[x.rest])
    return a.start, b.start
