"""The objects of a comparison as rows of its tables, and back. Copies are kept without their text: the reports have
it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from tawatur.record.codec.comparison import (
    dump_fact,
    dump_merged_event,
    dump_story,
    load_belonging,
    load_fact,
    load_merged_event,
    load_story,
)
from tawatur.record.types import Comparison, Copied, Copy, Fact, MergedEntity, MergedEvent, Story
from tawatur.store.between import COPY, EVENT, FACT, REJECTED, STORY, Between, Found

Texts = Callable[[Iterable[str]], Mapping[str, str]]


def copy_row(copy: Copy) -> Found:
    """A copied passage as a row."""
    places = [[p.report, p.start, p.end] for p in copy.places]
    told = [[p.share, p.agencies, p.borrowed] for p in copy.places]
    body = {"places": places, "told": told, "kind": copy.kind, "first": copy.first, "unsure": copy.unsure}
    return Found(copy.id, body, [p.report for p in copy.places])


def bare_copy(row: Found) -> Copy:
    """A copied passage from its row, without its text."""
    places = [
        Copied(start, end, "", name, *told)
        for (name, start, end), told in zip(row.body["places"], row.body["told"], strict=True)
    ]
    return Copy(row.ident, places, row.body["kind"], row.body["first"], row.body["unsure"])


def copies_of(rows: Sequence[Found], texts: Texts) -> list[Copy]:
    """Copied passages from their rows, in order of their places."""
    copies = [bare_copy(row) for row in rows]
    text = texts({place.report for copy in copies for place in copy.places})
    for place in (place for copy in copies for place in copy.places):
        place.text = text[place.report][place.start : place.end]
    return sorted(copies, key=lambda c: [(p.report, p.start, p.end) for p in c.places])


def story_row(story: Story) -> Found:
    """A story as a row."""
    return Found(story.id, dump_story(story), story.reports)


def event_row(event: MergedEvent) -> Found:
    """An event over all reports as a row."""
    return Found(event.id, dump_merged_event(event), [report for report, _ in event.same])


def fact_row(fact: Fact) -> Found:
    """A fact as a row."""
    return Found(fact.id, dump_fact(fact), [r for v in fact.values for r in v.reports], fact.subject, fact.property)


def story_of(row: Found) -> Story:
    """A story from its row."""
    return load_story(row.body)


def event_of(row: Found) -> MergedEvent:
    """An event over all reports from its row."""
    return load_merged_event(row.body)


def fact_of(row: Found) -> Fact:
    """A fact from its row."""
    return load_fact(row.body)


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
        [story_of(row) for row in between.all(STORY)],
        entities,
        sorted(map(event_of, between.all(EVENT)), key=lambda e: e.id),
        sorted(map(fact_of, between.all(FACT)), key=lambda f: (f.subject, f.property)),
        sorted(map(fact_of, between.all(REJECTED)), key=lambda f: (f.subject, f.property)),
    )
