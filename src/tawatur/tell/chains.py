"""Who has it from whom, in words: the chains that reports name, and the text that they share without naming anyone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from tawatur.record.types import Copied, Copy, Origin, Value
from tawatur.tell import labels
from tawatur.tell.graph import Telling, chain_of, copied
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
    shared: dict[tuple[str, str], list[Copy]] = defaultdict(list)
    among = set(reports)
    for copy in view.copies_of(reports):
        inside = sorted({p.report for p in copy.places} & among, key=lambda r: view.number[r])
        for later in inside[1:]:
            shared[inside[0], later].append(copy)
    lengths = {pair: sum(len(c.places[0].text) for c in copies) for pair, copies in shared.items()}
    return [_copy_line(view, *pair, shared[pair]) for pair in sorted(shared, key=lambda p: (-lengths[p], p))]


def _copy_line(view: View, a: str, b: str, copies: Sequence[Copy]) -> Line:
    longest = max((p for c in copies for p in c.places if p.report == a), key=lambda p: p.end - p.start).text.split()
    days = view.heads[a].published, view.heads[b].published
    order = f"{view.label('first')} [{view.number[a]}]" if days[0] != days[1] else view.label("same_time")
    cut = " ".join(longest[:SHOWN_WORDS]) + (" [...]" if len(longest) > SHOWN_WORDS else "")
    return [
        *view.refs([a]),
        Piece(" = "),
        *view.refs([b]),
        Piece(f"  {view.counted('passages', len(copies))}; "),
        Piece(f"[{view.number[a]}] {_share(view, a, copies)} % · "),
        Piece(f"[{view.number[b]}] {_share(view, b, copies)} % {view.label('share')}; {order}; "),
        Piece(cut, "quote"),
        Piece(f" ({view.counted('words', len(longest))})", "muted"),
    ]


def _share(view: View, report: str, copies: Iterable[Copy]) -> int:
    """How much of a report's text its copied passages are, in per cent."""
    places: list[Copied] = [p for c in copies for p in c.places if p.report == report]
    covered = {i for p in places for i in range(p.start, p.end)}
    return round(100 * len(covered) / max(1, len(view.heads[report].text)))
