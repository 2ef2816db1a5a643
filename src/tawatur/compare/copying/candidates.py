"""Which reports are brought together: those that share fingerprints, with a bound on how common a fingerprint is."""

from __future__ import annotations

from collections import defaultdict

from tawatur.compare.copying.marks import Marks

COMMON_ROWS = 2  # fingerprints two reports share before they are aligned
LONG = 20  # a fingerprint in more reports than this pairs each report with the NEAREST before it only
NEAREST = 10
_TWICE = 2


def candidate_pairs(marks: Marks) -> list[tuple[str, str]]:
    """Pairs of reports that share fingerprints, each pair and all pairs sorted.

    `marks` are in order of time, so that common fingerprints pair neighbours. A report brings the pairs with reports
    before it: later ones change nothing of them.
    """
    order = list(marks.prints)
    postings: dict[int, int | list[int]] = {}  # a list where several have it: of most, one has it
    pairs = []
    for number, name in enumerate(order):
        shared: dict[int, int] = defaultdict(int)
        for mark in marks.often(name, _TWICE):
            before = postings.get(mark)
            if before is None:
                postings[mark] = number
                continue
            if isinstance(before, int):
                before = postings[mark] = [before]
            for other in before if len(before) <= LONG else before[-NEAREST:]:
                shared[other] += 1
            before.append(number)
        pairs += [sorted_pair(order[other], name) for other, rows in shared.items() if rows >= COMMON_ROWS]
    return sorted(pairs)


def sorted_pair(a: str, b: str) -> tuple[str, str]:
    """A pair in one order, whichever way it is given."""
    return (a, b) if a < b else (b, a)
