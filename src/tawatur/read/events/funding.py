"""Events of kind funding."""

from __future__ import annotations

from tawatur.read.document import Document
from tawatur.read.events.context import Context
from tawatur.record.types import Event


def find(document: Document, context: Context) -> list[Event]:
    """All events of this module's kinds, without ids."""
    return []
