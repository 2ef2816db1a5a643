"""Runs of equal words chained over words that were put in, left out or replaced.

Scores are in words: a word in common counts one, a gap costs what `gap_cost` says.
"""

from __future__ import annotations

from collections.abc import Sequence

from tawatur.compare.copying.evidence import weight
from tawatur.compare.copying.runs import WIDEST_GAP, Run
from tawatur.compare.fingerprints import HABIT, Words

STRAY = 1  # words at a passage's edge that are the next sentence's
EDGE = 0.5  # what a run must add beyond the cost of the gap before it

Chain = list[Run]


def gap_cost(a: int, b: int) -> float:
    """What lies between two runs, in words on each side: what one report put in costs less than what both have."""
    return 0.4 * max(a, b) + 0.4 * min(a, b)


def best_chain(runs: Sequence[Run], a: Words, b: Words) -> Chain:
    """The chain of runs with the highest score, by dynamic programming over runs in order of the first side."""
    ordered = sorted(runs, key=lambda r: (r.a, r.b))
    scores = [float(r.length) for r in ordered]
    before = [-1] * len(ordered)
    near: list[int] = []  # runs that the one looked at may follow
    for i, run in enumerate(ordered):
        near = [j for j in near if ordered[j].a + ordered[j].length + WIDEST_GAP >= run.a]
        for j in near:
            gain = _link(ordered[j], run, a, b)
            if gain is not None and scores[j] + gain > scores[i]:
                scores[i], before[i] = scores[j] + gain, j
        near.append(i)
    at = max(range(len(ordered)), key=lambda i: (scores[i], -i))
    chain = []
    while at >= 0:
        chain.append(ordered[at])
        at = before[at]
    return _within_sentences(_trimmed(chain[::-1]), a, b)


def _link(left: Run, right: Run, a: Words, b: Words) -> float | None:
    """What the right run adds to a chain that ends in the left one; None where they cannot follow each other."""
    end_a, end_b = left.a + left.length, left.b + left.length
    over = max(0, end_a - right.a, end_b - right.b)
    if over >= right.length:
        return None
    gap_a, gap_b = right.a + over - end_a, right.b + over - end_b
    if gap_a > WIDEST_GAP or gap_b > WIDEST_GAP:
        return None
    cost = gap_cost(gap_a, gap_b)
    if gap_a + gap_b and (
        a.sentences[end_a - 1] != a.sentences[right.a + over] or b.sentences[end_b - 1] != b.sentences[right.b + over]
    ):
        cost += 1
    return right.length - over - cost - EDGE


def pays(inner: Run, edge: Run, a: Words, b: Words) -> bool:
    """Whether a run at an end of a chain adds more than the gap before it costs; `inner` is its neighbour. In another
    sentence, behind other words on both sides, its words count by their weight: who is spoken of here is spoken of
    there."""
    left, right = (inner, edge) if inner.a < edge.a else (edge, inner)
    gain = _link(left, right, a, b)
    if gain is None:
        return False
    ends = ((a, left.a + left.length - 1, right.a), (b, left.b + left.length - 1, right.b))
    worth = float(edge.length)
    if all(i + 1 < j for _, i, j in ends) and any(w.sentences[i] != w.sentences[j] for w, i, j in ends):
        worth = weight(a, range(edge.a, edge.a + edge.length), worth)
    return gain - right.length + worth > 0


def _trimmed(chain: Chain) -> Chain:
    """Runs that overlap the one before them lose their first words."""
    out = [chain[0]]
    for run in chain[1:]:
        left = out[-1]
        over = max(0, left.a + left.length - run.a, left.b + left.length - run.b)
        out.append(Run(run.a + over, run.b + over, run.length - over))
    return out


def _within_sentences(chain: Chain, a: Words, b: Words) -> Chain:
    """A word of the next or the last sentence at a chain's edge is its neighbour's, and left out; so are sentences
    there that are nothing but their outlet's habit."""
    first = chain[0]
    lead = max(_stray(w.sentences[i : i + min(first.length, STRAY + 1)]) for w, i in ((a, first.a), (b, first.b)))
    lead = max(lead, *(_habit(w, range(i, i + first.length)) for w, i in ((a, first.a), (b, first.b))))
    if 0 < lead < first.length:
        chain[0] = Run(first.a + lead, first.b + lead, first.length - lead)
    last = chain[-1]
    ends = ((a, last.a, last.a + last.length), (b, last.b, last.b + last.length))
    tail = max(_stray(w.sentences[max(i, end - STRAY - 1) : end][::-1]) for w, i, end in ends)
    tail = max(tail, *(_habit(w, range(end - 1, i - 1, -1)) for w, i, end in ends))
    if 0 < tail < last.length:
        chain[-1] = Run(last.a, last.b, last.length - tail)
    return chain


def _habit(words: Words, inwards: range) -> int:
    """How many words, from a chain's edge inwards, are whole sentences of habit."""
    out = 0
    for n, i in enumerate(inwards):
        if n and words.sentences[i] != words.sentences[i - inwards.step]:
            out = n
        if words.names[i] != HABIT:
            return out
    return 0


def _stray(sentences: Sequence[int]) -> int:
    return next((i for i in range(1, len(sentences)) if sentences[i] != sentences[0]), 0)
