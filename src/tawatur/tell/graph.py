"""Who has it from whom, as data: a graph from the speaker over documents and agencies to outlets and their reports."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from itertools import pairwise
from typing import Any

from tawatur.record.types import Copy, Value
from tawatur.tell.view import View

MOST = 0.05  # share of a report from which it is drawn that it has its text from another


@dataclass(slots=True, frozen=True)
class Node:
    """`kind`: speaker, document (what he speaks through), agency (or another medium), outlet, report. `name` is the
    merged id of an entity, the report's name, or the words of the report."""

    id: str
    kind: str
    name: str


@dataclass(slots=True, frozen=True)
class Edge:
    """From the one who has it first. `kind`: said (through the next link of a chain that a report names), printed (an
    outlet's report), copied; then `share` is how much of the later report is the earlier one's text, 0 to 1."""

    source: str
    target: str
    kind: str
    share: float | None = None


@dataclass(slots=True)
class Graph:
    """Nodes and edges, each once, in the order in which they are first met."""

    nodes: list[Node]
    edges: list[Edge]

    def json(self) -> dict[str, Any]:
        """The graph as JSON objects."""
        return {"nodes": [asdict(n) for n in self.nodes], "edges": [asdict(e) for e in self.edges]}


Telling = tuple[str, str | None]  # a report and its own event, None where a position is told


def of_value(view: View, value: Value) -> Graph:
    """The graph of one value of a fact: its tellings' chains, and who copies whom among its reports."""
    return _graph(view, [(e.report, e.event) for e in value.evidence], value.reports)


def of_reports(view: View, reports: Sequence[str]) -> Graph:
    """The graph of a story: the chains of all its reports' events, and who copies whom."""
    tellings = [(name, e.id) for name in reports for e in view.readings[name].events]
    return _graph(view, tellings, reports)


def chain_of(view: View, telling: Telling) -> list[Node]:
    """The links that a telling names, the speaker first; empty where the outlet tells it in its own voice."""
    report, ident = telling
    event = view.telling(report, ident)
    statement = view.voice(report, event) if event is not None else None
    links = [statement.speaker, *statement.via] if statement else []
    nodes = []
    for i, link in enumerate(x for x in links if x):
        name = view.local(report, link)
        entity = view.entities.get(name)
        kind = "agency" if entity and entity.type == "work" else "speaker" if i == 0 else "document"
        at = f"@{report}" if kind == "document" else ""  # a statement is each speaker's own
        nodes.append(Node(f"{kind}:{name}{at}", kind, name))
    return nodes


def _graph(view: View, tellings: Iterable[Telling], reports: Sequence[str]) -> Graph:
    nodes: dict[str, Node] = {}
    edges: dict[tuple[str, str], Edge] = {}

    def link(source: Node, target: Node, kind: str, share: float | None = None) -> None:
        for node in (source, target):
            nodes.setdefault(node.id, node)
        edges.setdefault((source.id, target.id), Edge(source.id, target.id, kind, share))

    for telling in dict.fromkeys(tellings):
        report = telling[0]
        outlet = Node(f"outlet:{view.outlet_key(report)}", "outlet", view.outlet(report))
        chain = chain_of(view, telling)
        for a, b in pairwise([*chain, outlet]):
            link(a, b, "said")
        link(outlet, Node(f"report:{report}", "report", report), "printed")
    for first, later, share in copied(view, reports):
        link(Node(f"report:{first}", "report", first), Node(f"report:{later}", "report", later), "copied", share)
    return Graph(list(nodes.values()), list(edges.values()))


@dataclass(slots=True, frozen=True)
class Shared:
    """The text that a report has from the first that has it: passages, and how much they are of either, 0 to 1."""

    first: str
    later: str
    copies: tuple[Copy, ...]
    of_first: float
    of_later: float


def shared_text(view: View, reports: Sequence[str]) -> list[Shared]:
    """Of these reports, who has text from whom: the first that has a passage, and each later one; the largest share of
    the later one first. Never all with all."""
    among = set(reports) & view.number.keys()
    found: dict[tuple[str, str], list[Copy]] = defaultdict(list)
    for copy in view.copies_of(reports):
        inside = sorted({p.report for p in copy.places} & among, key=view.number.__getitem__)
        first = copy.first if copy.first in inside else inside[0]
        for later in inside:
            if later != first:
                found[first, later].append(copy)
    pairs = [
        Shared(a, b, tuple(copies), _share(view, a, copies), _share(view, b, copies))
        for (a, b), copies in found.items()
    ]
    return sorted(pairs, key=lambda s: (-s.of_later, view.number[s.first], view.number[s.later]))


def copied(view: View, reports: Sequence[str]) -> list[tuple[str, str, float]]:
    """Who has enough text from whom that it is drawn: the first, the later one, and the share of that."""
    return [(s.first, s.later, s.of_later) for s in shared_text(view, reports) if s.of_later >= MOST]


def _share(view: View, report: str, copies: Iterable[Copy]) -> float:
    """How much of a report's text outside its junk these passages are; they may lie in one another."""
    covered, until = 0, 0
    for start, end in sorted((p.start, p.end) for c in copies for p in c.places if p.report == report):
        covered += max(0, end - max(start, until))
        until = max(until, end)
    return round(min(1.0, covered / max(1, view.heads[report].size)), 2)
