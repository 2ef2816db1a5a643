"""Bodies that are told by a noun of bodies and its complement, without an entity (مجموعة الدعم التابعة ل ...)."""

from __future__ import annotations

from tawatur.read.events.context import Context
from tawatur.read.events.phrases import Phrase, proclitic, words
from tawatur.text.words import SIGN, definite, undefined

_QUOTES = '"“”„«»‹›'
_LONGEST = 8  # tokens of a body's description


def described_before(context: Context, token: int) -> Phrase | None:
    """The body told by words that ends right before a token, from its head noun on; None where a name that begins with
    the head, or nothing of the kind stands there."""
    tokens = context.document.tokens
    for index in range(token - 1, max(-1, token - 1 - _LONGEST), -1):
        if index in context.words.body_words:
            if index in context.mention_tokens or definite(tokens[index].form) or index == token - 1:
                return None
            start = tokens[index].start + proclitic(context, index)[2]
            return Phrase(index, token, start, tokens[token - 1].end)
        stops = tokens[index].kind == SIGN and tokens[index].form not in _QUOTES
        if stops or index in context.particles or (index in context.verbs and index not in context.words.nouns):
            return None
    return None


def described_as(context: Context, whole: Phrase, known: dict[str, str]) -> str | None:
    """The words of the body that a definite noun alone comes back to (المجموعة), by the head nouns told so far."""
    form = context.document.tokens[whole.last - 1].form
    if not definite(form) or whole.last - whole.first > 2:  # the group, the lead of the group
        return None
    return known.get(undefined(form))


def body_told(context: Context, body: Phrase) -> str:
    """The entity whose longer name holds the name in quotation marks of a described body (المجموعة «فلان»), else the
    body's words."""
    text = context.document.text[body.start : body.end]
    quoted = text.split(next((c for c in text if c in _QUOTES), "\0"), 1)[-1].strip(_QUOTES)
    if quoted and quoted != text:
        for mention in context.mentions:
            if mention.type == "organisation" and quoted in mention.text:
                return mention.entity
    return words(context, body)


def heads(context: Context) -> dict[str, str]:
    """The head noun of each described body that is part of another, with the body's words."""
    found: dict[str, str] = {}
    for hit in context.document.hits("group.parent"):
        body = described_before(context, hit.first)
        if body is not None:
            form = context.document.tokens[body.first].form[proclitic(context, body.first)[2] :]
            found.setdefault(form, body_told(context, body))
    return found
