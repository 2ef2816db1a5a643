"""What of a record is about one entity: the events it stands in, in the order in which they happened."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from tawatur.record.schema import SCHEMA
from tawatur.record.types import Event, Interval, MergedEvent
from tawatur.tell.view import View


def family(view: View, ident: str) -> set[str]:
    """The entity and the groups that are said to be part of it."""
    found = {ident}
    for event in view.comparison.events:
        if event.kind == "group":
            for report, telling in view.tellings(event):
                if ident in named_in(view, report, telling, "parent"):
                    found.update(named_in(view, report, telling, "body"))
    return found


def named_in(view: View, report: str, event: Event, slot: str) -> set[str]:
    """The merged entities (and words) in a slot of a telling."""
    value = event.slots.get(slot)
    return {view.local(report, v) for v in value if isinstance(v, str)} if isinstance(value, list) else set()


def slots_of(view: View, event: MergedEvent, idents: set[str]) -> list[str]:
    """The slots in which any of these entities stands in an event, in the schema's order."""
    tellings = view.tellings(event)
    return [
        slot.name
        for slot in SCHEMA.kinds[event.kind].slots.values()
        if slot.type == "entities" and any(named_in(view, report, e, slot.name) & idents for report, e in tellings)
    ]


def events_with(view: View, idents: set[str]) -> list[MergedEvent]:
    """The events in which any of these entities has a part."""
    return [e for e in view.comparison.events if any(_has_part(view, *key, idents) for key in e.same)]


def _has_part(view: View, report: str, ident: str, idents: set[str]) -> bool:
    telling = view.telling(report, ident)
    if telling is None:
        return False
    names = (v for value in telling.slots.values() if isinstance(value, list) for v in value if isinstance(v, str))
    return any(view.local(report, name) in idents for name in names)


def in_order(view: View, events: Iterable[MergedEvent]) -> list[MergedEvent]:
    """Events by the first day that any telling gives them; those without a day last."""
    return sorted(events, key=lambda event: (first_day(view, event) or date.max, event.id))


def first_day(view: View, event: MergedEvent) -> date | None:
    """The first day that any telling gives an event."""
    slots = (value for _, e in view.tellings(event) for value in e.slots.values())
    return min((v.first for v in slots if isinstance(v, Interval) and v.first), default=None)
