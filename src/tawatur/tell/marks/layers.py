"""A report's text with what was read in it: the spans of every layer, and the text cut where one begins or ends."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tawatur.record.types import Reading, Span

# From the broadest to the narrowest; where two marks cover the same letters, the later one lies on top.
LAYERS = ("copies", "events", "statements", "junk", "quantities", "times", "mentions")
PART = 12_000  # characters of a text that are shown at once
_LINE = re.compile(r"[^\r\n\u2028\u2029]*(?:\r\n|[\r\n\u2028\u2029]|\Z)")


@dataclass(frozen=True, slots=True)
class Mark:
    """What a layer marks: offsets [start, end) in the report's text. `places` are the positions of what stands there in
    the layer's list: two events may be told by one clause."""

    layer: str
    start: int
    end: int
    places: tuple[int, ...] = ()

    @property
    def key(self) -> str:
        """How an address names it: `times:10-25`."""
        return f"{self.layer}:{self.start}-{self.end}"


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of text [start, end) that is covered by the same marks from its first letter to its last: `marks`, the
    outermost first."""

    start: int
    end: int
    marks: tuple[Mark, ...]


def spans_of(reading: Reading, copied: Sequence[Span], layer: str) -> Sequence[Span]:
    """The spans of a layer in a report; `copied` are the passages in it that others have, too."""
    if layer == "copies":
        return copied
    if layer == "junk":
        return reading.report.junk
    found: Sequence[Span] = getattr(reading, layer)
    return found


def marks_of(
    reading: Reading, copied: Sequence[Span], layers: Iterable[str], part: tuple[int, int] | None = None
) -> list[Mark]:
    """The marks of these layers that meet [start, end) of the text, each place of a layer once."""
    first, last = part or (0, len(reading.report.text))
    found: dict[tuple[str, int, int], list[int]] = defaultdict(list)
    for layer in layers:
        for i, span in enumerate(spans_of(reading, copied, layer)):
            if span.start < last and first < span.end and span.start < span.end:
                found[layer, span.start, span.end].append(i)
    return [Mark(*place, tuple(places)) for place, places in found.items()]


def cut(start: int, end: int, marks: Iterable[Mark], also_at: Iterable[int] = ()) -> list[Stretch]:
    """The text [start, end) in stretches, cut wherever a mark begins or ends (and `also_at` these offsets).

    Joined, the stretches are the text; every mark covers just the stretches inside it.
    """
    opening: dict[int, list[Mark]] = defaultdict(list)
    edges = {start, end, *(at for at in also_at if start < at < end)}
    for mark in marks:
        if mark.start < end and start < mark.end and mark.start < mark.end:
            opening[max(start, mark.start)].append(mark)
            edges.update((max(start, mark.start), min(end, mark.end)))
    found = []
    open_marks: list[Mark] = []
    for a, b in pairwise(sorted(edges)):
        if opening[a] or any(m.end <= a for m in open_marks):
            open_marks = sorted([*(m for m in open_marks if m.end > a), *opening[a]], key=_breadth)
        found.append(Stretch(a, b, tuple(open_marks)))
    return found


def _breadth(mark: Mark) -> tuple[int, int, int]:
    return (mark.start - mark.end, LAYERS.index(mark.layer) if mark.layer in LAYERS else len(LAYERS), mark.start)


def in_lines(text: str, start: int, end: int, marks: Iterable[Mark]) -> list[list[Stretch]]:
    """The text [start, end) in stretches, line by line; a line's end belongs to it."""
    ends = [m.end() for m in _LINE.finditer(text, start, end) if m.end() > m.start()]
    lines: list[list[Stretch]] = [[]]
    for stretch in cut(start, end, marks, ends):
        if lines[-1] and lines[-1][-1].end == ends[len(lines) - 1]:
            lines.append([])
        lines[-1].append(stretch)
    return [line for line in lines if line]


def parts(text: str) -> list[tuple[int, int]]:
    """A text in parts that are shown one at a time, [start, end): about equally long, cut after a line, else after a
    word, and inside a word only where it has no end."""
    count = max(1, -(-len(text) // PART))
    size = -(-len(text) // count)
    found, at = [], 0
    while at < len(text):
        end = at + size
        if end < len(text):
            end = text.rfind("\n", at + size // 2, end) + 1 or text.rfind(" ", at + size // 2, end) + 1 or end
        found.append((at, min(end, len(text))))
        at = found[-1][1]
    return found or [(0, 0)]


def part_of(found: Sequence[tuple[int, int]], offset: int) -> int:
    """Which of the parts an offset stands in; the last where it lies behind them all."""
    return next((i for i, (_, end) in enumerate(found) if offset < end), len(found) - 1)
