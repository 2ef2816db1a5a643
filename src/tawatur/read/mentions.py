from __future__ import annotations

from tawatur.read.document import Document


def read_mentions(document: Document) -> None:
    return None
