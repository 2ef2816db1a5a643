from __future__ import annotations

from collections.abc import Iterator

from tawatur.read.document import Document
from tawatur.read.mentions.candidates import Candidate


def latin(document: Document) -> Iterator[Candidate]:
    yield from ()
