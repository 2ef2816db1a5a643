"""Whom and what an entity stands with in a relation that a report states: in slots of one event, by a position, as one
who speaks through another. That two names stand in one text is no relation."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from tawatur.record.schema import SCHEMA
from tawatur.record.types import Event, MergedEvent, Role, Span
from tawatur.tell import labels
from tawatur.tell.about import named_in
from tawatur.tell.page import Line, Piece
from tawatur.tell.passage import Passage, passage, telling
from tawatur.tell.view import View

_SENTENCES = 3  # shown of a relation


@dataclass(slots=True)
class Relation:
    """What two entities are to each other, in words; `count` passages state it, of which `told` are some."""

    label: Line
    count: int = 0
    told: list[Passage] = field(default_factory=list)


@dataclass(slots=True)
class Related:
    """Another entity and what it is to the one asked for, what is stated most often first."""

    ident: str
    name: Line
    relations: list[Relation]

    @property
    def count(self) -> int:
        """How many passages state it."""
        return sum(relation.count for relation in self.relations)


Stated = tuple[str, Line, str, Span]  # the other, the relation in words, the report and the span that state it


def related(view: View, ident: str, events: list[MergedEvent]) -> list[Related]:
    """All that an entity stands with, what is stated most often first; `events` are those it has a part in."""
    found: dict[str, dict[tuple[str, ...], Relation]] = {}
    for other, label, report, span in (
        *_in_events(view, ident, events),
        *_by_position(view, ident),
        *_in_words(view, ident),
    ):
        if other != ident and other in view.entities:
            key = tuple(piece.text for piece in label)
            relation = found.setdefault(other, {}).setdefault(key, Relation(label))
            relation.count += 1
            if len(relation.told) < _SENTENCES:
                where = telling(view, report, span) if isinstance(span, Event) else passage(view, report, span)
                if where.text not in {p.text for p in relation.told}:
                    relation.told.append(where)
    all_of = [
        Related(other, view.name(other), sorted(relations.values(), key=lambda r: -r.count))
        for other, relations in found.items()
    ]
    return sorted(all_of, key=lambda r: (-r.count, r.ident))


def _in_events(view: View, ident: str, events: list[MergedEvent]) -> Iterator[Stated]:
    """Who else has a part in an event, and as what."""
    for event in events:
        slots = [s for s in SCHEMA.kinds[event.kind].slots.values() if s.type == "entities"]
        kind = labels.kind_label(event.kind, view.lang)
        for report, one in view.tellings(event):
            there = {slot.name: named_in(view, report, one, slot.name) for slot in slots}
            if not any(ident in named for named in there.values()):
                continue
            for slot in slots:
                for other in sorted(there[slot.name] - {ident}):
                    yield other, [Piece(f"{kind}: {slot.labels[view.lang]}")], report, one


def _by_position(view: View, ident: str) -> Iterator[Stated]:
    """Who holds a position of whom."""
    for report, role, person, of in _roles(view):
        label = [Piece(f"{view.label('role_title')}: "), Piece(role.title, "quote")]
        if ident == person and of is not None:
            yield of, label, report, role
        elif ident == of:
            yield person, label, report, role


def _roles(view: View) -> Iterator[tuple[str, Role, str, str | None]]:
    for report in sorted(view.readings, key=lambda n: view.number[n]):
        for role in view.readings[report].roles:
            yield report, role, view.local(report, role.person), view.local(report, role.of) if role.of else None


def _in_words(view: View, ident: str) -> Iterator[Stated]:
    """Who speaks through whom."""
    for report in sorted(view.readings, key=lambda n: view.number[n]):
        for statement in view.readings[report].statements:
            if statement.speaker is None or not statement.via:
                continue
            chain = [view.local(report, link) for link in (statement.speaker, *statement.via)]
            if ident in chain:
                at = chain.index(ident)
                for place, other in enumerate(chain):
                    if place != at:
                        key = "passes_on" if place > at else "is_passed_on"
                        yield other, [Piece(view.label(key))], report, statement
