from __future__ import annotations

from tawatur.read.document import Document


def read_statements(document: Document) -> None:
    return None
