"""The learned model of names and words of events, where it is installed: an extra; the program reads without it too."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Protocol

from tawatur.errors import ModelError


class Span(Protocol):
    """Words [start, end) of a text that are a name, its type as the model calls it, how sure it is (0 to 1)."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def type(self) -> str: ...
    @property
    def confidence(self) -> float: ...


class EventWord(Protocol):
    """A word of a text that may tell an event: its index, the kind and type (meeting, incident.attack), how probable it
    is that it tells any (0 to 1)."""

    @property
    def word(self) -> int: ...
    @property
    def kind(self) -> str: ...
    @property
    def confidence(self) -> float: ...


class Tagged(Protocol):
    """What a model says of one text: its names, the probability of each label at each word, its words of events."""

    @property
    def names(self) -> Sequence[Span]: ...
    @property
    def rows(self) -> Sequence[Sequence[float]]: ...
    @property
    def events(self) -> Sequence[EventWord]: ...


class Tagger(Protocol):
    """What the program needs of a model: names in the texts of one document, the probability of each label (B-PERS,
    I-PERS, O) at each word, and words that may tell events. See packages/tawatur-ner."""

    @property
    def version(self) -> str: ...
    @property
    def labels(self) -> Sequence[str]: ...
    def read_document(self, texts: Sequence[Sequence[str]]) -> Sequence[Tagged]: ...


@cache
def load_tagger() -> Tagger:
    """The installed model, loaded once a process.

    Raises ModelError where its package is not installed, or a file of it is missing or is not the one that was made.
    """
    try:
        import tawatur_ner
    except ImportError as error:
        raise ModelError(
            f"the model of names is not installed ({error}): names are read with lists and patterns only; "
            "pip install 'tawatur[ner]' adds it, --no-model leaves it out silently."
        ) from None
    try:
        return tawatur_ner.Model.load()
    except tawatur_ner.ModelError as error:
        raise ModelError(
            f"the model of names is left out, {error}: names are read with lists and patterns only; "
            "install tawatur-ner again, or say --no-model."
        ) from None
