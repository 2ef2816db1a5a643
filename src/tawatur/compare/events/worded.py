"""What words alone tell of an event: which of several an incident is, and whether a body is just the meeting itself."""

from __future__ import annotations

from functools import cache, lru_cache

from tawatur.language.lexicon import Entry, Lexicon
from tawatur.language.loader import load
from tawatur.record.types import Event
from tawatur.text.words import tokenize

ORDINAL = "ordinal"
_INCIDENT, _MEETING = "event.incident", "event.meeting"
_BEHIND = 2  # words by which an ordinal follows the noun of the incident: an adjective may stand between


def turn_of(event: Event) -> int | None:
    """The number that the clause gives the incident among others of its kind, the first that it gives: the second
    attack was at the place of the first. None where it gives none."""
    if event.kind != "incident":
        return None
    tokens = tokenize(event.text)
    if not any(_is_ordinal(token.form) for token in tokens):
        return None
    hits = list(_words().match(tokens))
    ends = {h.last for h in hits if h.entry.kind != ORDINAL}
    counted = (h for h in hits if h.entry.kind == ORDINAL and ends & set(range(h.first - _BEHIND, h.first)))
    return min(((h.first, int(h.data["value"])) for h in counted), default=(0, None))[1]


@lru_cache(1 << 14)
def _is_ordinal(form: str) -> bool:
    """Whether a word is an ordinal, by itself or with proclitics."""
    return next(iter(_ordinals().match(tokenize(form))), None) is not None


@cache
def _ordinals() -> Lexicon:
    return load("arabic").lexicon.part(lambda entry: entry.kind == ORDINAL)


@cache
def _words() -> Lexicon:
    """Ordinals, and what incidents are called."""
    return load("arabic").lexicon.part(_telling)


def _telling(entry: Entry) -> bool:
    return entry.kind == ORDINAL or entry.kind.startswith(_INCIDENT)


@lru_cache(1 << 12)
def gathering(words: str) -> bool:
    """Whether words for a body describe a meeting (an international conference to support it), which every report may
    call by others."""
    return any(h.first == 0 for h in _meetings().match(tokenize(words)))


@cache
def _meetings() -> Lexicon:
    """What meetings are called."""
    return load("arabic").lexicon.part(lambda entry: entry.kind == _MEETING)
