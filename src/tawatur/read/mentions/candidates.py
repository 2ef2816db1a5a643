"""What the sources of mentions propose, and the one place where it is decided between them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Candidate(NamedTuple):
    """A possible mention: offsets [start, end), its type, the entity of a list where one is known.

    `trust` decides between candidates of one length (a word list is 3, a pattern 2, a guess 1); `by` names the source.
    """

    start: int
    end: int
    type: str
    by: str
    trust: int = 2
    entity: str | None = None


def combine(candidates: Iterable[Candidate]) -> list[Candidate]:
    """The candidates that stand: the longest of those that overlap, then the most trusted, then the first.

    In order of the text; `by` of candidates with the same span is joined with a comma.
    """
    taken: list[Candidate] = []
    covered: set[int] = set()
    for candidate in sorted(candidates, key=lambda c: (c.start - c.end, -c.trust, c.start)):
        stretch = range(candidate.start, candidate.end)
        if covered.isdisjoint(stretch):
            covered.update(stretch)
            taken.append(candidate)
    return sorted(taken)
