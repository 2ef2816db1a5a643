"""A text that is read up to its events, for tests of one kind of event."""

from __future__ import annotations

from datetime import date

from tawatur.read.document import Document
from tawatur.read.events.context import Context
from tawatur.read.mentions import read_mentions
from tawatur.read.quantities import read_quantities
from tawatur.read.roles import read_roles
from tawatur.read.statements import read_statements
from tawatur.read.times import read_times
from tawatur.record.types import Report


def prepared(text: str, published: date | None = None, statements: bool = False) -> tuple[Document, Context]:
    """A text's document with times, names, quantities and offices read, and what is said where asked for, with the
    context of its events."""
    document = Document(Report("r", "r", text, "0", published=published))
    for layer in (read_times, read_mentions, read_quantities, read_roles):
        layer(document)
    if statements:
        read_statements(document)
    return document, Context(document)
