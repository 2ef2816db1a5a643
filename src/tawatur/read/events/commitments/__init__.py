"""Commitments: what a body has bound itself to, with its aims as spans."""

from __future__ import annotations

from collections.abc import Iterator

from tawatur.language.lexicon import Hit
from tawatur.read.document import Document
from tawatur.read.events.commitments.agreements import by_agreement
from tawatur.read.events.commitments.aims import without_meetings as without_meetings
from tawatur.read.events.commitments.nouns import by_noun
from tawatur.read.events.commitments.verbs import by_future, by_verb
from tawatur.read.events.context import Context
from tawatur.read.events.told import sure, unlikely
from tawatur.record.types import Event

_KIND = "commitment"


def find(document: Document, context: Context) -> list[Event]:
    """All commitments, without ids."""
    return _apart([*_told(document, context), *by_agreement(context)])


def _told(document: Document, context: Context) -> Iterator[Event]:
    """What each word tells that can bind somebody, listed or of what is still to come (ستنقل سفارتها)."""
    words = document.hits("event.commitment")
    listed = [h for h in words if not h.data.get("refused")]
    refused = [h for h in words if h.data.get("refused") and _denied_ahead(context, h.first)]
    carriers = document.firsts("commitment.carrier")
    firsts = {h.first for h in listed if not _denied_ahead(context, h.first)} | carriers | {h.first for h in refused}
    future = [h for i, h in sorted(context.verbs.items()) if i not in firsts and sure(document, h, _KIND)]
    nouns = document.hits("event.commitment-noun")
    for tell, hits in ((by_verb, listed), (by_future, [*refused, *future]), (by_noun, nouns)):
        for hit in hits:
            clause = context.clause_at(hit.first)
            certain = sure(document, hit, _KIND)
            if clause is None or (hit.data.get("seldom") and not certain):
                continue
            event = tell(context, hit, clause, certain)
            affirmed = "form" not in hit.features and not carriers.isdisjoint(range(clause.first, hit.first))
            if event is not None and (affirmed or not _doubted(context, hit, event)):
                yield event


def _denied_ahead(context: Context, index: int) -> bool:
    """Whether a verb is denied of what is to come (لن يقبل)."""
    mark = context.particles.get(index - 1)
    return mark is not None and mark.data["class"] == "negation" and bool(mark.data.get("future"))


def _doubted(context: Context, hit: Hit, event: Event) -> bool:
    """Whether the learned model takes a word that is often said of other things, and that nobody affirms (أكد الوزير
    حرص بلاده على ...), for no commitment, and it is not said of an organisation, which is there for its aims (التحالف
    يسعى إلى تنسيق الجهود)."""
    body = event.slots["body"]
    bodies = isinstance(body, list) and all(context.types.get(str(v)) == "organisation" for v in body)
    return bool(hit.data.get("doubtful")) and not bodies and unlikely(context.document, hit, _KIND)


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
