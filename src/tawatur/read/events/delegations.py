"""Whom "the delegation" takes up: the one that the report told before, by the words that say whose it is."""

from __future__ import annotations

from tawatur.read.events.context import Context
from tawatur.read.events.phrases import phrase, words
from tawatur.text.words import definite


def told_before(context: Context, index: int) -> str | None:
    """The words of the delegation that a definite noun at a token takes up (وصل وفد من البرلمان ... وزار الوفد): the
    last one of its noun told before it with whose it is; None where the noun is of no delegation or none was."""
    hits = [h for h in context.document.hits("visit.visitor") if h.data.get("group")]
    own = next((h for h in hits if h.first == index), None)
    if own is None or not definite(context.document.tokens[index].form):
        return None
    tokens, number = context.document.tokens, own.features.get("number")
    for hit in reversed([h for h in hits if h.first < index and h.entry is own.entry]):
        another = definite(tokens[hit.first].form) and definite(tokens[hit.first + 1].form)  # الوفد الأميركي
        if another or hit.features.get("number") != number:
            return None
        if (told := _whose(context, hit.first)) is not None:
            return told
    return None


def _whose(context: Context, first: int) -> str | None:
    """The words of a delegation's noun at a token with whose it is (وفد الحركة، وفدا من البرلمان)."""
    tokens = context.document.tokens
    if definite(tokens[first].form):
        return None
    limit = context.document.sentences[tokens[first].sentence].last
    whole = phrase(context, first, limit)
    mark = context.particles.get(whole.last)
    if mark is not None and mark.data["class"] == "partitive":
        behind = phrase(context, mark.last + 1, limit)
        whole = whole._replace(last=behind.last, end=behind.end) if behind.first < behind.last else whole
    return words(context, whole) if whole.last - first > 1 else None
