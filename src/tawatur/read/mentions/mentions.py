"""The layer of mentions: candidates of every source, one decision between them, then entities."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import chain

from tawatur.read.document import Document
from tawatur.read.mentions.acts import acts
from tawatur.read.mentions.candidates import Candidate, combine
from tawatur.read.mentions.judge import judged
from tawatur.read.mentions.latin import latin
from tawatur.read.mentions.learned import learned
from tawatur.read.mentions.listed import listed
from tawatur.read.mentions.memorials import memorials
from tawatur.read.mentions.organisations import organisations
from tawatur.read.mentions.persons import persons
from tawatur.read.mentions.places import places
from tawatur.read.mentions.quoted import quoted
from tawatur.read.mentions.resolve import resolve
from tawatur.read.mentions.short_names import short_names
from tawatur.read.mentions.unlisted import unlisted

Source = Callable[[Document], Iterable[Candidate]]

SOURCES: tuple[Source, ...] = (listed, organisations, memorials, persons, places, quoted, latin, acts, learned)


def read_mentions(document: Document) -> None:
    """Fill `reading.mentions` and `reading.entities`."""
    found = combine(judged(document, chain.from_iterable(source(document) for source in SOURCES)))
    found = combine([*found, *judged(document, unlisted(document, found))])
    found = combine([*found, *short_names(document, found)])
    document.reading.mentions, document.reading.entities = resolve(document, found)
