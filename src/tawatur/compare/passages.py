"""Where passages stand: do two spans of two reports correspond in one copied passage?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from tawatur.record.types import Copy, Place, Span

COVERED = 0.5  # of a span that must lie in a passage
GRAIN = 4  # characters: places of one passage differ by a letter here and there


class Passages:
    """Copied passages, looked up by span. `lengths`: in characters, of each passage's first place, where that is not
    among the places that are given."""

    def __init__(self, copies: Sequence[Copy], lengths: Sequence[int] | None = None) -> None:
        self._places: dict[str, list[tuple[Place, int]]] = defaultdict(list)
        self._found: dict[tuple[str, int, int], dict[int, Place]] = {}
        known = lengths if lengths is not None else [copy.places[0].end - copy.places[0].start for copy in copies]
        self._lengths = [max(1, length) for length in known]
        for i, copy in enumerate(copies):
            for place in copy.places:
                self._places[place.report].append((place, i))

    def of(self, report: str, span: Span) -> dict[int, Place]:
        """The passages (by number) that hold at least half of a span or lie by half in it, with their places."""
        key = (report, span.start, span.end)
        if key not in self._found:
            self._found[key] = self._look(report, span)
        return self._found[key]

    def hold(self, report: str, span: Span, found: dict[int, Place]) -> None:
        """Keep what `of` gives for a span, where that was looked up among all passages before."""
        self._found[report, span.start, span.end] = found

    def _look(self, report: str, span: Span) -> dict[int, Place]:
        found = {}
        for place, i in self._places.get(report, ()):
            common = min(place.end, span.end) - max(place.start, span.start)
            if common > 0 and common >= COVERED * min(span.end - span.start, place.end - place.start):
                found[i] = place
        return found

    def stretches(self, report: str, span: Span) -> dict[int, tuple[int, int]]:
        """The passages (by number) of a span, with where in the passage it stands: start and end in characters of the
        passage's first place, rounded, so that spans of many places are compared without taking them in pairs."""
        found = {}
        for i, place in self.of(report, span).items():
            scale = self._lengths[i] / max(1, place.end - place.start)
            start, end = ((x - place.start) * scale for x in (span.start, span.end))
            low = round(start / GRAIN) * GRAIN
            found[i] = (low, max(low + GRAIN, round(end / GRAIN) * GRAIN))
        return found

    def correspond(self, a: tuple[str, Span], b: tuple[str, Span]) -> bool | None:
        """Whether two spans are one stretch of one passage; None where they stand in no passage together."""
        left, right = self.of(*a), self.of(*b)
        if not left or not right:
            return None
        common = left.keys() & right.keys()
        if not common:
            return None
        return any(_meet(left[i], a[1], right[i], b[1]) for i in common)


def _meet(place_a: Place, a: Span, place_b: Place, b: Span) -> bool:
    stretch = (place_b.end - place_b.start) / max(1, place_a.end - place_a.start)
    start = place_b.start + (a.start - place_a.start) * stretch
    end = place_b.start + (a.end - place_a.start) * stretch
    return min(end, b.end) - max(start, b.start) > 0.3 * min(end - start, b.end - b.start)
