"""Who has it from whom: the chains that reports name, and the passages that they share without naming anyone."""

from __future__ import annotations

from collections import defaultdict

from tawatur.record.types import Place
from tawatur.tell.page import Line, Piece
from tawatur.tell.view import View


def chain_lines(view: View, reports: list[str]) -> list[Line]:
    """A line for every chain of two links or more: speaker ← document ← agency ← the reports that have it."""
    found: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for report in reports:
        for statement in view.readings[report].statements:
            if statement.via and statement.speaker:
                links = tuple(view.local(report, link) for link in (statement.speaker, *statement.via))
                found[links].append(report)
    lines = []
    for links, told in sorted(found.items(), key=lambda item: (-len(set(item[1])), item[0])):
        line: Line = []
        for link in links:
            line += ([Piece(" ← ", "muted")] if line else []) + view.name(link)
        lines.append([*line, Piece(" ← ", "muted"), *view.refs(told)])
    return lines


def copy_lines(view: View, reports: list[str]) -> list[Line]:
    """A line for every two reports that share passages: how many, how much of each, who is first, the longest."""
    shared: dict[tuple[str, str], list[tuple[Place, Place]]] = defaultdict(list)
    for copy in view.comparison.copies:
        places = sorted((p for p in copy.places if p.report in reports), key=lambda p: (view.number[p.report], p.start))
        for i, a in enumerate(places):
            for b in places[i + 1 :]:
                if a.report != b.report:
                    shared[a.report, b.report].append((a, b))
    ranked = sorted(shared.items(), key=lambda item: -sum(p.end - p.start for p, _ in item[1]))
    return [_copy_line(view, a, b, pairs) for (a, b), pairs in ranked]


def _copy_line(view: View, a: str, b: str, pairs: list[tuple[Place, Place]]) -> Line:
    longest = max(pairs, key=lambda p: p[0].end - p[0].start)[0]
    words = len(longest.text.split())
    days = view.readings[a].report.published, view.readings[b].report.published
    order = f"{view.label('first')} [{view.number[a]}]" if days[0] != days[1] else view.label("same_time")
    return [
        *view.refs([a]),
        Piece(" = "),
        *view.refs([b]),
        Piece(f"  {view.counted('passages', len(pairs))}; "),
        Piece(f"[{view.number[a]}] {_share(view, [p for p, _ in pairs])} % · "),
        Piece(f"[{view.number[b]}] {_share(view, [q for _, q in pairs])} % {view.label('share')}; {order}; "),
        Piece(longest.text if words <= 20 else " ".join(longest.text.split()[:20]) + " [...]", "quote"),
        Piece(f" ({view.counted('words', words)})", "muted"),
    ]


def _share(view: View, places: list[Place]) -> int:
    """How much of a report's text its copied passages are, in per cent."""
    text = view.readings[places[0].report].report.text
    covered = {i for p in places for i in range(p.start, p.end)}
    return round(100 * len(covered) / max(1, len(text)))
