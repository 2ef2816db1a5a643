"""Where one noun phrase ends and another begins right behind it, with no word or mark between them."""

from __future__ import annotations

from tawatur.read.events.context import Context
from tawatur.text.words import WORD, definite, nisba


def another_begins(context: Context, index: int, first: int) -> bool:
    """Whether a token without a proclitic begins another phrase than the one that began at token `first`."""
    before, token = context.document.tokens[index - 1], context.document.tokens[index]
    if before.kind != WORD or token.kind != WORD or index - 1 in context.particles:
        return False
    if index in context.mention_tokens:
        return _place_apart(context, index, first)
    if index in context.particles or not definite(before.form):
        return False
    return not definite(token.form) or token.form.endswith(context.letters.plural_noun)


def _place_apart(context: Context, index: int, first: int) -> bool:
    """Whether the place named at a token is not whose something before it is, as nothing definite and no plural of a
    people governs a name, nor what a class word names (زار ولي العهد السعودي | تونس، زار خبراء كوريون | روما; not
    العاصمة تونس)."""
    before, token = context.document.tokens[index - 1], context.document.tokens[index]
    if context.mention_tokens[index].type != "place" or nisba(token.form):
        return False
    if index - 1 in context.words.classes_before_places or context.inside_name(before.start):
        return False
    if definite(before.form):
        return True
    plural = context.letters.plural_people
    if index - 1 == first or not before.form.endswith(plural):
        return False
    return index - 1 in context.firsts("demonym") or context.document.tokens[index - 2].form.endswith(plural)
