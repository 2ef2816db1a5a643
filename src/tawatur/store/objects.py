"""The objects of a comparison as rows of its tables, and back. Copies are kept without their text: the reports have
it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from tawatur.record.codec import (
    dump_belonging,
    dump_fact,
    dump_merged_event,
    dump_story,
    load_belonging,
    load_fact,
    load_merged_event,
    load_story,
)
from tawatur.record.types import Comparison, Copied, Copy, Fact, MergedEntity, MergedEvent, Story
from tawatur.store.between import COPY, EVENT, FACT, STORY, Between, Found

Texts = Callable[[Iterable[str]], Mapping[str, str]]


def copy_row(copy: Copy) -> Found:
    """A copied passage as a row."""
    places = [[p.report, p.start, p.end] for p in copy.places]
    told = [[p.share, p.agencies, p.borrowed] for p in copy.places]
    body = {"places": places, "told": told, "kind": copy.kind, "first": copy.first, "unsure": copy.unsure}
    return Found(copy.id, body, [p.report for p in copy.places])


def copies_of(rows: Sequence[Found], texts: Texts) -> list[Copy]:
    """Copied passages from their rows, in order of their places."""
    text = texts({report for row in rows for report, _, _ in row.body["places"]})
    copies = [
        Copy(
            row.ident,
            [
                Copied(start, end, text[name][start:end], name, *told)
                for (name, start, end), told in zip(row.body["places"], row.body["told"], strict=True)
            ],
            row.body["kind"],
            row.body["first"],
            row.body["unsure"],
        )
        for row in rows
    ]
    return sorted(copies, key=lambda c: [(p.report, p.start) for p in c.places])


def story_row(story: Story) -> Found:
    """A story as a row."""
    return Found(story.id, dump_story(story), story.reports)


def event_row(event: MergedEvent) -> Found:
    """An event over all reports as a row."""
    return Found(event.id, dump_merged_event(event), [report for report, _ in event.same])


def fact_row(fact: Fact) -> Found:
    """A fact as a row."""
    return Found(fact.id, dump_fact(fact), [r for v in fact.values for r in v.reports], fact.subject)


def story_of(row: Found) -> Story:
    """A story from its row."""
    return load_story(row.body)


def event_of(row: Found) -> MergedEvent:
    """An event over all reports from its row."""
    return load_merged_event(row.body)


def fact_of(row: Found) -> Fact:
    """A fact from its row."""
    return load_fact(row.body)


def put_whole(between: Between, comparison: Comparison, compared: int) -> None:
    """Keep a comparison of all `compared` reports, and nothing that was there before."""
    between.clear(compared)
    between.replace(COPY, (), [copy_row(c) for c in comparison.copies])
    between.replace(STORY, (), [story_row(s) for s in comparison.stories])
    between.replace(EVENT, (), [event_row(e) for e in comparison.events])
    between.replace(FACT, (), [fact_row(f) for f in comparison.facts])
    for entity in comparison.entities:
        between.put_thing(entity.id, thing_body(entity))
    between.put_members((key, e.id) for e in comparison.entities for key in e.same)
    between.put_belongings((e.id, b.member, dump_belonging(b)) for e in comparison.entities for b in e.why)


def thing_body(entity: MergedEntity) -> dict[str, Any]:
    """What is kept of an entity beside its members."""
    return {"type": entity.type, "name": entity.name}


def whole(between: Between, texts: Texts) -> Comparison:
    """The comparison that is kept."""
    same: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for ident, report, local in between.members():
        same[ident].append((report, local))
    why: dict[str, list[Any]] = defaultdict(list)
    for ident, _, _, body in between.belongings():
        why[ident].append(load_belonging(body))
    entities = [
        MergedEntity(ident, body["type"], body["name"], sorted(same[ident]), sorted(why[ident], key=lambda b: b.member))
        for ident, body in between.things().items()
    ]
    return Comparison(
        copies_of(between.all(COPY), texts),
        sorted(map(story_of, between.all(STORY)), key=lambda s: min(s.reports)),
        entities,
        sorted(map(event_of, between.all(EVENT)), key=lambda e: e.id),
        [fact_of(row) for row in between.all(FACT)],
    )
