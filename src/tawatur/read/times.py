from __future__ import annotations

from tawatur.read.document import Document


def read_times(document: Document) -> None:
    return None
