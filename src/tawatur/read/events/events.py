from __future__ import annotations

from tawatur.read.document import Document


def read_events(document: Document) -> None:
    return None
