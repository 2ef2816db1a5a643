"""Who has it from whom, in words: the chains that reports name, and the text that they share without naming anyone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from tawatur.record.types import Origin, Value
from tawatur.tell import labels
from tawatur.tell.graph import Voiced, chain_of, told_in, voices
from tawatur.tell.page import Line, Piece, joined
from tawatur.tell.shared import Shared, shared_text, ties
from tawatur.tell.view import View

SHOWN_WORDS = 20  # of a passage
_ALIKE = " = "


def chain_lines(view: View, reports: Sequence[str]) -> list[Line]:
    """A line for every chain of two links or more that these reports name for anything: speaker, document, agency, the
    outlets that have it."""
    return [line for links, line in _paths(view, told_in(view, reports)) if links > 1]


def origin_lines(view: View, value: Value, origin: Origin) -> list[Line]:
    """A value's origin as a little tree: a line for every way from a speaker to outlets, then who copies whom."""
    inside = set(origin.reports)
    tellings = [(e.report, e.event) for e in value.evidence if e.report in inside]
    lines = [line for _, line in _paths(view, voices(view, tellings))]
    for tie in ties(view, origin.reports):
        sign = view.arrow if tie.taken else _ALIKE
        more = f" {labels.percent(tie.of_later, view.lang)} {view.label('share')}"
        lines.append([*view.refs([tie.first]), Piece(sign, "muted"), *view.refs([tie.later]), Piece(more, "muted")])
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


def _paths(view: View, told: Iterable[Voiced]) -> list[tuple[int, Line]]:
    """A line for every chain of links with the outlets at its end, with how many links it has; the most told first."""
    found: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for voiced in told:
        links = tuple(node.name for node in chain_of(view, voiced))
        if voiced[0] not in found[links]:
            found[links].append(voiced[0])
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
    days = view.heads[a].published, view.heads[b].published
    first = [Piece(f"{view.label('first')} "), *view.refs([a])]
    parts: list[Line] = [
        [Piece(view.counted("passages", len(shared.copies)))],
        [*_part(view, a, shared.of_first), Piece(view.label("comma")), *_part(view, b, shared.of_later)],
        first if None not in days and days[0] != days[1] else [Piece(view.label("same_time"))],
    ]
    words = shared.words.split()
    cut = " ".join(words[:SHOWN_WORDS]) + (" [...]" if len(words) > SHOWN_WORDS else "")
    return [
        *view.refs([a]),
        Piece(_ALIKE),
        *view.refs([b]),
        Piece(": "),
        *joined(parts, view.label("between_slots")),
        Piece(view.label("between_slots")),
        Piece(cut, "quote"),
        Piece(f" ({view.counted('words', len(words))})", "muted"),
    ]


def _part(view: View, report: str, share: float) -> Line:
    """How much of a report something is."""
    told = view.label("share_of").format(share=labels.percent(share, view.lang))
    return [Piece(f"{told} "), *view.refs([report])]
