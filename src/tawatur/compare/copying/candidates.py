"""Which reports are brought together: those that share fingerprints, with a bound on how common a fingerprint is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

COMMON_ROWS = 2  # fingerprints two reports share before they are aligned
LONG = 20  # a fingerprint in more reports than this pairs each report with the NEAREST before it only
NEAREST = 10
_TWICE = 2


def candidate_pairs(prints: Mapping[str, Sequence[int]], order: Sequence[str]) -> list[tuple[str, str]]:
    """Pairs of reports that share fingerprints, each pair and all pairs sorted.

    `prints` are those of each report, each once; `order` is the reports by time, so that common fingerprints pair
    neighbours. A report brings the pairs with reports before it: later ones change nothing of them.
    """
    seen = counted((prints[name] for name in order), _TWICE)
    mask = len(seen) - 1
    postings: dict[int, list[int]] = {}
    pairs = []
    for number, name in enumerate(order):
        shared: dict[int, int] = defaultdict(int)
        for mark in prints[name]:
            if seen[mark & mask] < _TWICE:
                continue
            before = postings.get(mark)
            if before is None:
                postings[mark] = [number]
                continue
            for other in before if len(before) <= LONG else before[-NEAREST:]:
                shared[other] += 1
            before.append(number)
        pairs += [sorted_pair(order[other], name) for other, rows in shared.items() if rows >= COMMON_ROWS]
    return sorted(pairs)


def counted(prints: Iterable[Sequence[int]], most: int) -> bytearray:
    """How often, up to `most`, numbers with these last bits were met; its length is a power of two.

    A counting filter (Fan et al. 2000) with some eight places a number: nine in ten fingerprints stand in one report
    only, and few of these need to be held.
    """
    every = list(prints)
    seen = bytearray(1 << max(10, (8 * sum(map(len, every))).bit_length()))
    mask = len(seen) - 1
    for one in every:
        for mark in one:
            if seen[mark & mask] < most:
                seen[mark & mask] += 1
    return seen


def sorted_pair(a: str, b: str) -> tuple[str, str]:
    """A pair in one order, whichever way it is given."""
    return (a, b) if a < b else (b, a)
