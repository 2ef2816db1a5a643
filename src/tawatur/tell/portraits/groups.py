"""The groups of a body as a tree: what is part of it, what is part of that, each with its chairs and sentences."""

from __future__ import annotations

from dataclasses import dataclass, field

from tawatur.record.types import Fact
from tawatur.tell.about import in_order, named_in
from tawatur.tell.page import Line
from tawatur.tell.passage import Passage, telling
from tawatur.tell.view import View

_DEPTH = 5
CHAIR, COUNT = "group.chair", "group.count"


@dataclass(slots=True)
class Group:
    """A group: its merged id or the words for it; `facts`: its chairs and its size; `told`: where reports tell it."""

    ident: str
    name: Line
    facts: list[Fact]
    told: list[Passage] = field(default_factory=list)
    parts: list[Group] = field(default_factory=list)


def groups(view: View, ident: str) -> list[Group]:
    """The groups that reports say are part of a body, each with its own; a circle of groups is cut where it closes."""
    parents: dict[str, dict[str, None]] = {}
    told: dict[str, list[Passage]] = {}
    for event in in_order(view, (e for e in view.comparison.events if e.kind == "group")):
        for report, one in view.tellings(event):
            bodies = sorted(named_in(view, report, one, "body"))
            for body in bodies:
                told.setdefault(body, []).append(telling(view, report, one))
            for parent in named_in(view, report, one, "parent"):
                parents.setdefault(parent, {}).update(dict.fromkeys(bodies))
    return _parts(view, ident, parents, told, (ident,))


def _parts(
    view: View,
    ident: str,
    parents: dict[str, dict[str, None]],
    told: dict[str, list[Passage]],
    above: tuple[str, ...],
) -> list[Group]:
    if len(above) > _DEPTH:
        return []
    found = []
    for part in parents.get(ident, {}):
        if part not in above:
            facts = [f for f in view.facts_of.get(part, []) if f.property in (CHAIR, COUNT)]
            inner = _parts(view, part, parents, told, (*above, part))
            found.append(Group(part, view.name(part), facts, told.get(part, []), inner))
    return found
