"""A chain graph as it is drawn: boxes with their words, an outlet and its only report in one, and not too many."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from tawatur.tell import labels
from tawatur.tell.graph import Edge, Graph, Node
from tawatur.tell.view import View

MOST = 60  # boxes
_NUMBERED = 4  # reports of a box whose numbers stand in it
QUOTED = ("speaker", "document", "agency", "text")
_STRONGER = {"printed": 0, "said": 1, "copied": 2}


@dataclass(slots=True)
class Box:
    """`kind` as a node's; `name` is what stands in it, `note` under it; `reports` are those it stands for, `entity` the
    id of what it names, None where that is only words."""

    id: str
    kind: str
    name: str
    note: str = ""
    reports: list[str] = field(default_factory=list)
    entity: str | None = None


@dataclass(slots=True)
class Folded:
    """Boxes and the edges between them, each pair once; `left_out`: speakers that there was no room for, of one outlet
    each."""

    boxes: list[Box]
    edges: list[Edge]
    left_out: int = 0


def folded(view: View, graph: Graph, most: int = MOST) -> Folded:
    """The boxes of a chain graph: an outlet with one report is one box; where there would be more than `most`, every
    outlet is one box with its reports, and speakers whom one outlet alone quotes are left out, the last ones first."""
    printed: dict[str, list[str]] = {}
    for edge in graph.edges:
        if edge.kind == "printed":
            printed.setdefault(edge.source, []).append(edge.target)
    into = {reports[0]: outlet for outlet, reports in printed.items() if len(reports) == 1}
    if len(graph.nodes) - len(into) > most:
        into = {report: outlet for outlet, reports in printed.items() for report in reports}
    made = _fold(view, graph, into)
    return made if len(made.boxes) <= most else _bounded(made, most)


def _fold(view: View, graph: Graph, into: Mapping[str, str]) -> Folded:
    boxes: dict[str, Box] = {}
    for node in graph.nodes:
        box = boxes.setdefault(into.get(node.id, node.id), _box(view, node))
        if node.kind == "report":
            box.reports.append(node.name)
    for box in boxes.values():
        box.note = box.note or _note(view, box.reports)
    edges: dict[tuple[str, str], Edge] = {}
    for edge in graph.edges:
        source, target = into.get(edge.source, edge.source), into.get(edge.target, edge.target)
        known = edges.get((source, target))
        if source != target and (known is None or _rank(known) < _rank(edge)):
            edges[source, target] = Edge(source, target, edge.kind, edge.share)
    return Folded(list(boxes.values()), list(edges.values()))


def _rank(edge: Edge) -> tuple[int, float]:
    return _STRONGER[edge.kind], edge.share or 0.0


def _box(view: View, node: Node) -> Box:
    if node.kind == "text":
        return Box(node.id, node.kind, view.label("one_text"), view.counted("words", len(node.name.split())))
    if node.kind in QUOTED:
        return Box(node.id, node.kind, view.title(node.name), entity=node.name if node.name in view.entities else None)
    name = "" if node.kind == "report" else node.name
    return Box(node.id, node.kind, name)


def _note(view: View, reports: Sequence[str]) -> str:
    """The numbers of a box's reports, with the day of one; of many, how many they are."""
    if len(reports) > _NUMBERED:
        return view.counted("reports", len(reports))
    numbers = "".join(f"[{n}]" for n in sorted(view.cited[r] for r in reports))
    if len(reports) != 1:
        return numbers
    published = view.heads[reports[0]].published
    return f"{numbers} {labels.short_day(published, view.lang)}" if published else numbers


def _bounded(made: Folded, most: int) -> Folded:
    """Without speakers whom one outlet alone quotes, as many as there are too many; then without what is left alone."""
    degree = Counter(end for e in made.edges for end in (e.source, e.target))
    spare = [b.id for b in made.boxes if b.kind in QUOTED and degree[b.id] <= 1]
    others = [b.id for b in made.boxes if b.kind in QUOTED and b.id not in set(spare)]
    rest = [b.id for b in reversed(made.boxes) if b.kind not in QUOTED]
    gone = set([*reversed(spare), *reversed(others), *rest][: len(made.boxes) - most])
    boxes = [b for b in made.boxes if b.id not in gone]
    return Folded(boxes, [e for e in made.edges if e.source not in gone and e.target not in gone], len(gone))
