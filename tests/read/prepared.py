"""A text that is read up to its events or whole, for tests of one kind of event."""

from __future__ import annotations

from datetime import date
from typing import Any

from tawatur.read.document import Document
from tawatur.read.events.context import Context
from tawatur.read.mentions import read_mentions
from tawatur.read.quantities import read_quantities
from tawatur.read.reading import read
from tawatur.read.roles import read_roles
from tawatur.read.statements import read_statements
from tawatur.read.times import read_times
from tawatur.record.types import Event, Report, Span


def prepared(text: str, published: date | None = None, statements: bool = False) -> tuple[Document, Context]:
    """A text's document with times, names, quantities and offices read, and what is said where asked for, with the
    context of its events."""
    document = Document(Report("r", "r", text, "0", published=published))
    for layer in (read_times, read_mentions, read_quantities, read_roles):
        layer(document)
    if statements:
        read_statements(document)
    return document, Context(document)


def events_of(text: str, *kinds: str, published: date | None = None, tagger: Any = None) -> list[Event]:
    """The events of these kinds in a text that is read whole."""
    found = read(Report("r", "r", text, "0", published=published), tagger=tagger).events
    return [e for e in found if e.kind in kinds]


def filled(text: str, kind: str, published: date | None = None) -> list[tuple[dict[str, list[str]], str]]:
    """The lists in the slots of each event of a kind, entities by their names, and its status."""
    found = read(Report("r", "r", text, "0", published=published))
    shown = {e.id: str(e.name["ar"]) for e in found.entities}
    return [
        (
            {
                slot: [v.text if isinstance(v, Span) else shown.get(str(v), str(v)) for v in value]
                for slot, value in event.slots.items()
                if isinstance(value, list)
            },
            event.status,
        )
        for event in found.events
        if event.kind == kind
    ]


def aims(event: Event) -> list[str]:
    """What a commitment is to, in its own words."""
    return [a.text for a in event.slots["aim"] if isinstance(a, Span)]  # type: ignore[union-attr]
