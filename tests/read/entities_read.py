"""Entities as tests look at them: the mentions of a text, read without the layers above."""

from __future__ import annotations

from tawatur.read.document import Document
from tawatur.read.mentions import read_mentions
from tawatur.record.types import Report


def read(text: str, outlet: str | None = None) -> Document:
    document = Document(Report("r", "r", text, "", outlet=outlet))
    read_mentions(document)
    return document


def entities(text: str) -> list[str]:
    return [m.entity for m in read(text).reading.mentions]
