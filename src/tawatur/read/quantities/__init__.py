"""Quantities: numbers with what they count, their bounds and units."""

from __future__ import annotations

from tawatur.read.document import Document
from tawatur.read.quantities.reader import Reader


def read_quantities(document: Document) -> None:
    """Fill `document.reading.quantities`; numbers inside times and mentions (read before) are none."""
    document.reading.quantities = Reader(document).read()


__all__ = ["read_quantities"]
