"""Tellings of one value that weigh the same stand for each other: ten thousand copies of a sentence are held against
another value once.

What a telling weighs against another lies in what it says and in which stretch of a copied passage, but for two things
that lie between their reports: how much text these share, and whether they are one report's or one outlet's.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass, field, fields
from itertools import product

from tawatur.compare.events.marks import Marks
from tawatur.compare.facts.claims import Claim
from tawatur.compare.facts.origins import Lineage

_SPREAD = 2  # outlets, and reports of each, among which two of two outlets are found where there are any
_MARKS = [one.name for one in fields(Marks) if one.name not in ("numbers", "news", "gist")]


@dataclass(slots=True)
class Alike:
    """Tellings of one value that weigh the same: `claim`, the first of them, says what all say; `reports` tell it."""

    claim: Claim
    reports: dict[str, None] = field(default_factory=dict)
    spread: dict[str | None, list[str]] = field(default_factory=dict)

    def add(self, report: str, outlet: str | None) -> None:
        """One more report that tells it."""
        if report not in self.reports:
            self.reports[report] = None
            known = self.spread.get(outlet)
            if known is None and len(self.spread) < _SPREAD:
                self.spread[outlet] = [report]
            elif known is not None and len(known) < _SPREAD:
                known.append(report)


def weighed(claims: Sequence[Claim], lineage: Lineage) -> list[Alike]:
    """Tellings of one value, those together that weigh the same; in order of the first of each."""
    found: dict[Hashable, Alike] = {}
    for claim in claims:
        key = _weight(claim, lineage) if len(claims) > 1 else None
        found.setdefault(key, Alike(claim)).add(claim.report, lineage.source(claim.report).outlet)
    return list(found.values())


def _weight(claim: Claim, lineage: Lineage) -> Hashable:
    """All of a telling that is weighed or says whether it is held against another."""
    marks = claim.marks
    stands = frozenset(lineage.passages.stretches(claim.report, claim.where).items())
    said = (claim.value, claim.qualifier, claim.voice, claim.day, claim.when, claim.scope, stands)
    return (*said, tuple(sorted(marks.numbers.items())), *(getattr(marks, name) for name in _MARKS))


def meetings(x: Alike, y: Alike, lineage: Lineage) -> Iterator[tuple[str, str]]:
    """Pairs of a report of either: those that share text, one that tells both, and of the rest one of two outlets, or
    of one outlet where there are no others. What any pair weighs, one of these does."""
    few, many = (x, y) if len(x.reports) <= len(y.reports) else (y, x)
    here, there = ([r for reports in of.spread.values() for r in reports] for of in (few, many))
    yield from ((a, b) for a, b in product(here, there) if a != b)
    both = next((r for r in few.reports if r in many.reports), None)
    if both is not None:
        yield both, both
    for report in few.reports:
        yield from ((report, other) for other, _ in lineage.partners(report, many.reports))
