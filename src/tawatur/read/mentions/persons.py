from __future__ import annotations

from collections.abc import Iterator

from tawatur.read.document import Document
from tawatur.read.mentions.candidates import Candidate


def persons(document: Document) -> Iterator[Candidate]:
    yield from ()


def short_names(document: Document, found: list[Candidate]) -> Iterator[Candidate]:
    yield from ()
