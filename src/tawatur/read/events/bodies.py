"""Bodies: their members and who leaves (membership), their beginning (founding), who leads them (group)."""

from __future__ import annotations

from tawatur.read.document import Document
from tawatur.read.events import founding, leadership, members, moving
from tawatur.read.events.context import Context
from tawatur.record.types import Event


def find(document: Document, context: Context) -> list[Event]:
    """All memberships, foundings and groups, without ids."""
    led = leadership.find(document, context)
    belong = [e for e in members.find(document, context) if not _sizes(document, e, led)]
    founded = founding.find(document, context)
    told = {str(e.slots["body"]).split()[0] for e in founded}  # نقل السفارة, beside تدشين السفارة
    moved = [e for e in moving.find(document, context) if str(e.slots["body"]).split()[0] not in told]
    return [*belong, *founded, *moved, *led]


def _sizes(document: Document, event: Event, groups: list[Event]) -> bool:
    """Whether a membership only says how large a group of the same sentence is: the group takes its number."""
    for group in groups:
        near = document.sentence_at(group.start) is document.sentence_at(event.start)
        if near and group.slots["body"] == event.slots["body"] and "members" not in event.slots:
            group.slots["count"] = event.slots["count"]
            group.end = max(group.end, event.end)
            group.text = document.text[group.start : group.end]
            return True
    return False
