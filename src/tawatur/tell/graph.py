"""Who has it from whom, as data: a graph from the speaker over documents and agencies to outlets and their reports."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, field
from itertools import pairwise
from typing import Any

from tawatur.record.types import Statement, Value
from tawatur.tell.shared import Shared, holds, source_of, ties
from tawatur.tell.view import View


@dataclass(slots=True, frozen=True)
class Node:
    """`kind`: speaker, document (what he speaks through), agency (or another medium), text (one that reports share, and
    nothing tells who had it first), outlet, report. `name` is the merged id of an entity, the report's name, or the
    words of the report."""

    id: str
    kind: str
    name: str


@dataclass(slots=True, frozen=True)
class Edge:
    """From the one who has it first. `kind`: said (through the next link of a chain that a report names), printed (an
    outlet's report), copied. `share`: how much of the later report is that text, 0 to 1, where it is copied, also out
    of what a chain said."""

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
    return _graph(view, voices(view, [(e.report, e.event) for e in value.evidence]), value.reports)


def of_reports(view: View, reports: Sequence[str]) -> Graph:
    """The graph of a story: the chains of all its reports' events, and of whatever else they say that they have through
    somebody; and who copies whom."""
    return _graph(view, told_in(view, reports), reports)


Voiced = tuple[str, Statement | None]  # a report and who is made to say something in it, None where the outlet says it


def told_in(view: View, reports: Sequence[str]) -> list[Voiced]:
    """Who is made to tell the events of reports, and what else they have through somebody."""
    told = voices(view, [(name, e.id) for name in reports for e in view.readings[name].events])
    passed = [(name, s) for name in reports for s in view.readings[name].statements if s.via]
    return [*told, *passed]


def voices(view: View, tellings: Iterable[Telling]) -> list[Voiced]:
    """Who tells these tellings."""
    found: list[Voiced] = []
    for report, ident in dict.fromkeys(tellings):
        event = view.telling(report, ident)
        found.append((report, view.voice(report, event) if event is not None else None))
    return found


def chain_of(view: View, voiced: Voiced) -> list[Node]:
    """The links that a statement names, the speaker first; empty for the outlet's own voice."""
    report, statement = voiced
    nodes = []
    for i, link in enumerate(x for x in ([statement.speaker, *statement.via] if statement else []) if x):
        name = view.local(report, link)
        entity = view.entities.get(name)
        kind = "agency" if entity and entity.type == "work" else "speaker" if i == 0 else "document"
        at = f"@{_home(view, report, statement)}" if kind == "document" and statement else ""
        nodes.append(Node(f"{kind}:{name}{at}", kind, name))
    return nodes


def _home(view: View, report: str, statement: Statement) -> str:
    """The first report with the same words of a speaker's document: a document is each report's own, unless its very
    words are."""
    speaker, homes = view.local(report, statement.speaker or ""), {report}
    for copy, place in view.copied_in(report):
        if holds(statement, place):
            others = [(p.report, source_of(view, p)) for p in copy.places if p.report in view.readings]
            homes |= {name for name, s in others if s and s.via and view.local(name, s.speaker or "") == speaker}
    return min(homes, key=view.number.__getitem__)


@dataclass(slots=True)
class _Drawing:
    view: View
    nodes: dict[str, Node] = field(default_factory=dict)
    edges: dict[tuple[str, str], Edge] = field(default_factory=dict)

    def link(self, source: Node, target: Node, kind: str, share: float | None = None) -> None:
        for node in (source, target):
            self.nodes.setdefault(node.id, node)
        known = self.edges.get((source.id, target.id))
        if known is None or (share or 0.0) > (known.share or 0.0):
            self.edges[source.id, target.id] = Edge(source.id, target.id, kind, share)

    def outlet(self, report: str) -> Node:
        """A report's outlet, which prints it."""
        outlet = Node(f"outlet:{self.view.outlet_key(report)}", "outlet", self.view.outlet(report))
        self.link(outlet, Node(f"report:{report}", "report", report), "printed")
        return outlet

    def chain(self, report: str, links: Sequence[Node], share: float | None = None) -> None:
        """A chain down to the outlet that names it, of which so much is its words."""
        outlet = self.outlet(report)
        for a, b in pairwise([*links, outlet]):
            self.link(a, b, "said", share if b is outlet else None)


def _graph(view: View, told: Iterable[Voiced], reports: Sequence[str]) -> Graph:
    made = _Drawing(view)
    for voiced in told:
        made.chain(voiced[0], chain_of(view, voiced))
    for tie in ties(view, reports):
        _copied(made, tie)
    return Graph(list(made.nodes.values()), list(made.edges.values()))


def _copied(made: _Drawing, tie: Shared) -> None:
    """Who had it first, and who has it from there. What a report says that it has from somebody comes from him; of what
    else nothing tells who had it first, both have it from one text."""
    if tie.taken:
        first, later = (Node(f"report:{name}", "report", name) for name in (tie.first, tie.later))
        made.link(first, later, "copied", tie.of_later)
        return
    ends = ((tie.first, tie.of_first), (tie.later, tie.of_later))
    chains = [_chain_in(made.view, name, tie) for name, _ in ends]
    for (name, share), links in zip(ends, chains, strict=True):
        if links:
            made.chain(name, links, share)
    if {n.id for n in chains[0]} & {n.id for n in chains[1]}:
        return
    text = Node(f"text:{tie.first}", "text", tie.words)
    for name, share in ends:
        made.link(text, made.outlet(name), "copied", share)


def _chain_in(view: View, report: str, tie: Shared) -> list[Node]:
    """The longest chain that a report names for text that it shares; an agency that it credits, where it names none."""
    places = [p for c in tie.copies for p in c.places if p.report == report]
    chains = (chain_of(view, (report, s)) for p in places if (s := source_of(view, p)))
    credited = ([_agency(view, name)] for p in places for name in p.agencies)
    return max(chains, key=len, default=[]) or next(credited, [])


def _agency(view: View, name: str) -> Node:
    """An agency by its usual name, which some entity may have."""
    named = (e.id for e in view.entities.values() if e.type == "work" and name in e.name.values())
    ident = next(named, name)
    return Node(f"agency:{ident}", "agency", ident)
