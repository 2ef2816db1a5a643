"""Commitments: what a body has bound itself to, with its aims as spans."""

from __future__ import annotations

from collections.abc import Iterator

from tawatur.language.lexicon import Hit
from tawatur.read.document import Document
from tawatur.read.events.commitments.nouns import by_noun
from tawatur.read.events.commitments.verbs import by_future, by_verb
from tawatur.read.events.context import Context
from tawatur.read.events.told import sure, unlikely
from tawatur.record.types import Event

_KIND = "commitment"


def find(document: Document, context: Context) -> list[Event]:
    """All commitments, without ids."""
    return _apart(list(_told(document, context)))


def _told(document: Document, context: Context) -> Iterator[Event]:
    """What each word tells that can bind somebody, listed or of what is still to come (ستنقل سفارتها)."""
    listed = document.hits("event.commitment")
    firsts = {h.first for h in listed}
    future = [h for i, h in sorted(context.verbs.items()) if i not in firsts and sure(document, h, _KIND)]
    nouns = document.hits("event.commitment-noun")
    for tell, hits in ((by_verb, listed), (by_future, future), (by_noun, nouns)):
        for hit in hits:
            clause = context.clause_at(hit.first)
            if clause is None or _left_out(document, hit):
                continue
            event = tell(context, hit, clause, sure(document, hit, _KIND))
            if event is not None:
                yield event


def _left_out(document: Document, hit: Hit) -> bool:
    """Whether a word that is often said of other things is not taken for a commitment by the learned model, or one that
    seldom tells one not surely."""
    if hit.data.get("seldom") and not sure(document, hit, _KIND):
        return True
    return bool(hit.data.get("doubtful")) and unlikely(document, hit, _KIND)


def _apart(events: list[Event]) -> list[Event]:
    """Without those whose aims another one tells already."""
    kept: list[Event] = []
    for event in events:
        aims = event.slots["aim"]
        if not any(
            other.slots["aim"] == aims or (other.start <= event.start and event.end <= other.end) for other in kept
        ):
            kept.append(event)
    return kept
