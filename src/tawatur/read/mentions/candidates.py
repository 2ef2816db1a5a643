"""What the sources of mentions propose, and the one place where it is decided between them.

Lists and patterns know the record's guideline; the learned model knows how a name looks that nobody listed. So each
decides what it is good at (docs/decisions/0004): what a list has stands; a pattern stands unless the model sees no name
at all; a guess stands where the model sees one; and the model alone where it is sure.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

LIST = "list"  # the source of what a word list has


class Candidate(NamedTuple):
    """A possible mention: offsets [start, end), its type, the entity of a list where one is known.

    `trust` decides between candidates of one length (a word list is 3, a pattern 2, a guess 1); `by` names the source,
    or sources with commas between; `confidence` from 0 to 1.
    """

    start: int
    end: int
    type: str
    by: str
    trust: int = 2
    entity: str | None = None
    confidence: float = 1.0

    def holds(self, other: Candidate) -> bool:
        """Whether another candidate lies inside this one, or is this stretch itself."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: Candidate) -> bool:
        """Whether the two overlap."""
        return self.start < other.end and other.start < self.end


def combine(candidates: Iterable[Candidate]) -> list[Candidate]:
    """The candidates that stand: the longest of those that overlap, then the most trusted, then the first.

    In order of the text; `by` names every source that found the stretch or a part of it.
    """
    taken: list[Candidate] = []
    covered: set[int] = set()
    for candidate in sorted(candidates, key=lambda c: (c.start - c.end, -c.trust, c.start)):
        stretch = range(candidate.start, candidate.end)
        if covered.isdisjoint(stretch):
            covered.update(stretch)
            taken.append(candidate)
            continue
        for i, held in enumerate(taken):
            if held.holds(candidate):
                taken[i] = _supported(held, candidate)
    return sorted(taken)


def _supported(held: Candidate, by: Candidate) -> Candidate:
    """A candidate with one more source: two that err apart are surer than one."""
    sources = held.by.split(",")
    if by.by in sources:
        return held
    confidence = held.confidence
    if by.type == held.type and (by.start, by.end) == (held.start, held.end):
        confidence = 1 - (1 - held.confidence) * (1 - by.confidence)
    return held._replace(by=",".join([*sources, by.by]), confidence=round(confidence, 2))
