"""The layers of reading, in order: each takes the document and fills one field of its reading."""

from __future__ import annotations

from collections.abc import Callable, Collection

from tawatur import __version__
from tawatur.language.loader import Language
from tawatur.read.document import Document
from tawatur.read.events.events import read_events
from tawatur.read.junk import read_junk
from tawatur.read.mentions import read_mentions
from tawatur.read.quantities import read_quantities
from tawatur.read.roles import read_roles
from tawatur.read.statements import read_statements
from tawatur.read.tagger import Tagger
from tawatur.read.times import read_times
from tawatur.record.types import Reading, Report

Layer = Callable[[Document], None]

LAYERS: dict[str, Layer] = {
    "junk": read_junk,
    "times": read_times,
    "mentions": read_mentions,
    "quantities": read_quantities,
    "roles": read_roles,
    "statements": read_statements,
    "events": read_events,
}


def read(report: Report, language: Language | None = None, tagger: Tagger | None = None) -> Reading:
    """Read one report, all layers; its names with the learned model where one is given. Looks at nothing else."""
    return read_layers(Document(report, language, tagger))


def read_layers(document: Document, leave: Collection[str] = ()) -> Reading:
    """Run the layers over a document, leaving out those whose fields are filled already."""
    for name, layer in LAYERS.items():
        if name not in leave:
            layer(document)
    document.reading.program = __version__
    document.reading.model = document.tagger.version if document.tagger else None
    return document.reading
