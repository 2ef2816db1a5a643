"""What a page on a story says in which place: what is loud, what several tell, what one alone tells, the background."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from tawatur.record.schema import SCHEMA
from tawatur.record.types import Event, Fact, MergedEvent, Span, Story
from tawatur.tell.happenings import turns
from tawatur.tell.lines import event_title, idle
from tawatur.tell.page import Line, Piece, joined
from tawatur.tell.story import LOUD, past
from tawatur.tell.view import View
from tawatur.text.stems import search_tokens

Told = tuple[str, Event]  # a report and its own telling of an event


@dataclass(slots=True)
class Part:
    """One event, or one body, person or place, with its facts in the order of the schema: those that several reports
    tell, those of one report, those that are loud. `event` is None where it is no event; `first` is the first of the
    story's tellings of it."""

    subject: str
    title: str
    facts: list[Fact] = field(default_factory=list)
    alone: list[Fact] = field(default_factory=list)
    loud: list[Fact] = field(default_factory=list)
    event: MergedEvent | None = None
    first: Told | None = None


@dataclass(slots=True)
class Turned:
    """An event, and what was said in turn of how far it had come: each status with the tellings that say so."""

    event: MergedEvent
    steps: list[tuple[str, list[Told]]]


@dataclass(slots=True)
class Sections:
    """`loud`: facts by verdict, disputed before changed; `known`: what several reports tell of; `singles` and
    `background`: what one report alone tells, the latter long past. `turned`: events that were planned and then called
    off, with what was said of them in turn."""

    loud: dict[str, list[Fact]]
    turned: list[Turned]
    known: list[Part]
    singles: list[Told]
    background: list[Told]


def sections(view: View, story: Story, events: Sequence[MergedEvent], facts: Sequence[Fact]) -> Sections:
    """A story's events (the first one first) and facts, each in its place."""
    loud = {verdict: [f for f in facts if f.verdict == verdict] for verdict in LOUD}
    singles, background = _singles(view, story, events)
    return Sections(loud, _turned(view, story, events), _known(view, story, events, facts), singles, background)


def _turned(view: View, story: Story, events: Sequence[MergedEvent]) -> list[Turned]:
    happen = [e for e in events if not SCHEMA.kinds[e.kind].state]
    told = ((e, [t for t in view.tellings(e) if t[0] in story.reports]) for e in happen)
    return [Turned(e, steps) for e, tellings in told if (steps := turns(view, tellings))]


def _known(view: View, story: Story, events: Sequence[MergedEvent], facts: Sequence[Fact]) -> list[Part]:
    reports = set(story.reports)
    told = [e for e in events if len({r for r, _ in e.same if r in reports}) > 1]
    parts = {e.id: _part_of(view, e, reports) for e in told if SCHEMA.kinds[e.kind].subject == "event"}
    others: dict[str, Part] = {}
    for fact in facts:
        if idle(view, fact):
            continue
        part = parts.get(fact.subject)
        if part is None and fact.subject not in view.events:
            part = others.setdefault(fact.subject, Part(fact.subject, view.title(fact.subject)))
        if part is not None:
            place = part.loud if fact.verdict in LOUD else part.alone if fact.verdict == "single" else part.facts
            place.append(fact)
    named = sorted((p for p in others.values() if p.facts), key=lambda p: (-len(p.facts), p.subject))
    for part in (*parts.values(), *named):
        for some in (part.facts, part.alone, part.loud):
            some.sort(key=_order)
    return [*parts.values(), *named]


def _part_of(view: View, event: MergedEvent, reports: set[str]) -> Part:
    first = next((t for t in view.tellings(event) if t[0] in reports), None)
    return Part(event.id, event_title(view, event), event=event, first=first)


def _order(fact: Fact) -> tuple[str, int, str]:
    kind, _, slot = fact.property.partition(".")
    slots = list(SCHEMA.kinds[kind].slots) if kind in SCHEMA.kinds else []
    alike = {"attendance": "attended"}.get(slot, slot)
    return kind, slots.index(alike) if alike in slots else len(slots), fact.id


def _singles(view: View, story: Story, events: Sequence[MergedEvent]) -> tuple[list[Told], list[Told]]:
    reports = set(story.reports)
    rows: list[Told] = []
    for event in events:
        tellings = [(r, e) for r, e in view.tellings(event) if r in reports]
        if len({r for r, _ in tellings}) == 1:
            rows.extend(tellings)
    rows.sort(key=lambda t: (view.number[t[0]], t[1].start))
    before = [past(view, story, telling) for _, telling in rows]
    return (
        [row for row, long_ago in zip(rows, before, strict=True) if not long_ago],
        [row for row, long_ago in zip(rows, before, strict=True) if long_ago],
    )


def worded(view: View, event: MergedEvent, reports: set[str]) -> list[tuple[str, Line]]:
    """What yields no facts but is part of an event: its agenda, reasons, purposes, as these reports word them, by
    property."""
    found: dict[str, dict[str, tuple[Span, list[str]]]] = defaultdict(dict)
    for report, telling in view.tellings(event):
        for slot, value in telling.slots.items():
            if report in reports and SCHEMA.slot(telling.kind, slot).type == "spans" and isinstance(value, list):
                for span in value:
                    if isinstance(span, Span):
                        key = " ".join(search_tokens(span.text))
                        found[slot].setdefault(key, (span, []))[1].append(report)
    return [
        (
            f"{event.kind}.{slot}",
            joined([[Piece(span.text, "quote"), Piece(" "), *view.refs(told)] for span, told in spans.values()]),
        )
        for slot, spans in found.items()
    ]
