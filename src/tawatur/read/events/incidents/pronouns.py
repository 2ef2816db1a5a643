"""Whom the pronoun written onto an incident word stands for (فور اعتقاله، داهموها): who or what was told before it."""

from __future__ import annotations

from tawatur.read.events.context import Context
from tawatur.read.events.groups import group
from tawatur.read.events.incidents.triggers import HARMS, Nouns, Trigger
from tawatur.read.events.phrases import Phrase

_FAR = 28  # tokens from a pronoun back to what it stands for
_PEOPLE = frozenset({"person", "officer"}) | HARMS
_THINGS = frozenset({"place", "building", "wrecked", "vehicle", "goods", "group", "seat"})
# What is done to places and things; the rest is done to people.
_OF_THINGS = frozenset({"raid", "siege", "takeover", "airstrike", "bombing", "seizure", "dismantlement"})


def stands_for(context: Context, nouns: Nouns, trigger: Trigger) -> list[Phrase]:
    """The noun group before a word, in its sentence, that the pronoun on it agrees with; the nearest one."""
    features = trigger.hit.features
    pronoun = trigger.hit.data.get("whose") or features.get("suffix") or features.get("object")
    if pronoun not in ("m", "f", "p", "d"):
        return []
    begin = max(trigger.clause.sentence.first, trigger.hit.first - _FAR)
    for index in range(trigger.hit.first - 1, begin - 1, -1):
        if (
            index in context.verbs
            or index in context.time_tokens
            or not _agrees(context, nouns, trigger, index, pronoun)
        ):
            continue
        found = group(context, index, trigger.hit.first) or _behind_letters(context, index)
        return [found] if found is not None else []
    return []


def _behind_letters(context: Context, index: int) -> Phrase | None:
    """A name or noun with a preposition written onto it (لعادل)."""
    token, mention = context.document.tokens[index], context.mention_tokens.get(index)
    if mention is None:
        return None
    return Phrase(index, max(index + 1, context.document.token_at(mention.end)), mention.start, token.end)


def _agrees(context: Context, nouns: Nouns, trigger: Trigger, index: int, pronoun: str) -> bool:
    mention, known = context.mention_tokens.get(index), nouns.at.get(index, set())
    things = trigger.type in _OF_THINGS and trigger.harm == ""
    if mention is not None:
        if mention.type == "person":
            return pronoun == "m" and not things
        return pronoun == "f" and things and mention.type == "place"
    quantity = context.quantity_tokens.get(index)
    if quantity is not None and not quantity.ordinal:
        counted = nouns.classes(index, context.document.token_at(quantity.end))
        people = quantity.number.unit in (None, "person") or bool(counted & _PEOPLE)
        two = quantity.number.value == 2
        return people and not things and (pronoun == "d" if two else pronoun == "p" and quantity.number.value > 2)
    if things and known & _THINGS:
        return pronoun == ("f" if _feminine(context, index) or _plural(context, index) else "m")
    if things or not known & _PEOPLE:
        return False
    if _plural(context, index):
        return pronoun == ("d" if _dual(context, index) else "p")
    return pronoun == ("f" if _feminine(context, index) else "m")


def _feminine(context: Context, index: int) -> bool:
    return context.document.tokens[index].form.endswith(context.letters.feminine)


def _plural(context: Context, index: int) -> bool:
    hit = context.words.nouns.get(index)
    return hit is not None and hit.features.get("number") in ("plural", "dual")


def _dual(context: Context, index: int) -> bool:
    hit = context.words.nouns.get(index)
    return hit is not None and hit.features.get("number") == "dual"
