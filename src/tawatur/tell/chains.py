"""Who has it from whom, in words: the chains that reports name, and the text that they share without naming anyone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from tawatur.record.types import Origin, Value
from tawatur.tell import labels
from tawatur.tell.graph import Shared, Telling, chain_of, copied, shared_text
from tawatur.tell.page import Line, Piece, joined
from tawatur.tell.view import View

SHOWN_WORDS = 20  # of a passage


def chain_lines(view: View, reports: Sequence[str]) -> list[Line]:
    """A line for every chain of two links or more that these reports name for anything: speaker, document, agency, the
    outlets that have it."""
    tellings = [(name, e.id) for name in reports for e in view.readings[name].events]
    return [line for links, line in _paths(view, tellings) if links > 1]


def origin_lines(view: View, value: Value, origin: Origin) -> list[Line]:
    """A value's origin as a little tree: a line for every way from a speaker to outlets, then who copies whom."""
    inside = set(origin.reports)
    tellings = [(e.report, e.event) for e in value.evidence if e.report in inside]
    lines = [line for _, line in _paths(view, tellings)]
    for first, later, share in copied(view, origin.reports):
        more = f" {round(100 * share)} % {view.label('share')}"
        lines.append([*view.refs([first]), Piece(view.arrow, "muted"), *view.refs([later]), Piece(more, "muted")])
    return lines


def why_line(view: View, origin: Origin) -> Line:
    """Why reports are one origin, and whose word it is: the agency, the speaker, the outlet."""
    why = labels.word("origins", origin.why, view.lang)
    line = [Piece(why)]
    if origin.how is not None:
        line += [Piece(view.label("comma")), Piece(view.label(origin.how))]
    if origin.by is not None:
        line += [Piece(": ", "muted"), *view.name(origin.by)]
    return [*line, Piece(" "), *view.refs(origin.reports)]


def _paths(view: View, tellings: Iterable[Telling]) -> list[tuple[int, Line]]:
    """A line for every chain of links with the outlets at its end, with how many links it has; the most told first."""
    found: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for telling in dict.fromkeys(tellings):
        links = tuple(node.name for node in chain_of(view, telling))
        if telling[0] not in found[links]:
            found[links].append(telling[0])
    ranked = sorted(found.items(), key=lambda item: (-len(item[1]), item[0]))
    return [(len(links), _path(view, links, reports)) for links, reports in ranked]


def _path(view: View, links: Sequence[str], reports: Sequence[str]) -> Line:
    by_outlet: dict[str, list[str]] = defaultdict(list)
    for report in sorted(reports, key=lambda r: view.number[r]):
        by_outlet[view.outlet_key(report)].append(report)
    ends = [[Piece(view.outlet(told[0])), Piece(" "), *view.refs(told)] for told in by_outlet.values()]
    line: Line = []
    for link in links:
        line += [*view.name(link), Piece(view.arrow, "muted")]
    return [*line, *joined(ends, view.label("comma"))]


def copy_lines(view: View, reports: Sequence[str]) -> list[Line]:
    """A line for every report that has passages of another: how many, how much of each, who is first, the longest."""
    return [_copy_line(view, shared) for shared in shared_text(view, reports)]


def _copy_line(view: View, shared: Shared) -> Line:
    a, b = shared.first, shared.later
    places = (p for c in shared.copies for p in c.places if p.report == a)
    longest = max(places, key=lambda p: p.end - p.start).text.split()
    days = view.heads[a].published, view.heads[b].published
    order = f"{view.label('first')} [{view.number[a]}]" if days[0] != days[1] else view.label("same_time")
    cut = " ".join(longest[:SHOWN_WORDS]) + (" [...]" if len(longest) > SHOWN_WORDS else "")
    return [
        *view.refs([a]),
        Piece(" = "),
        *view.refs([b]),
        Piece(f"  {view.counted('passages', len(shared.copies))}; "),
        Piece(f"[{view.number[a]}] {round(100 * shared.of_first)} % · "),
        Piece(f"[{view.number[b]}] {round(100 * shared.of_later)} % {view.label('share')}; {order}; "),
        Piece(cut, "quote"),
        Piece(f" ({view.counted('words', len(longest))})", "muted"),
    ]
