"""Names of doers and sufferers as a slot shows them: entities, a nation for its adjective, the noun that a number counts."""

from __future__ import annotations

from tawatur.read.events.context import Context
from tawatur.read.events.incident_triggers import Nouns
from tawatur.read.events.phrases import Phrase, words
from tawatur.read.events.slots import values
from tawatur.text.words import NUMBER, WORD

_HARMS = frozenset({"killed", "hurt", "held", "moved"})


def named_by(context: Context, nouns: Nouns, group: Phrase) -> list[str]:
    """What a noun group names: entity ids or words; nothing where it only counts (عشرات, 18 قتيلا, آخرين)."""
    if (army := _army(context, nouns, group)) is not None:
        return [army]
    if group.first in nouns.demonyms and group.last - group.first == 1 and group.first not in context.quantity_tokens:
        if not _counts_people(context, group):
            return [nouns.demonyms[group.first]]
    if group.first in context.quantity_tokens:
        counted = _counted(context, nouns, group)
        return [counted] if counted else []
    if _only(nouns, group, _HARMS | {"weapon", "other-people"}):
        return []
    return [v for v in values(context, group) if v]


def _counts_people(context: Context, group: Phrase) -> bool:
    """An adjective that stands for people: with the article, or a plural (الفلسطينيون, عراقيين)."""
    form = context.document.tokens[group.first].form
    return form.startswith("ال") or form.endswith(("ين", "ون", "ان"))


def _counted(context: Context, nouns: Nouns, group: Phrase) -> str:
    """The words that a number counts, without the number and the words that bound it."""
    quantity = context.quantity_tokens[group.first]
    inside = [t for t in context.document.tokens_in(quantity.start, quantity.end) if t.kind in (WORD, NUMBER)]
    numbers = [i for i, t in enumerate(inside) if t.kind == NUMBER or t.index in context.number_words]
    head = inside[numbers[-1] + 1 :] if numbers else inside
    stop = next((i for i, t in enumerate(head) if i and t.index in context.particles), len(head))
    head = head[:stop]
    if not head or all(nouns.at.get(t.index, set()) & (_HARMS | {"other-people"}) for t in head):
        return ""
    last = group.last if stop == len(inside) - len(inside[: len(inside) - len(head)]) else head[-1].index + 1
    return words(context, Phrase(head[0].index, last, head[0].start, context.document.tokens[last - 1].end))


def _only(nouns: Nouns, group: Phrase, classes: frozenset[str] | set[str]) -> bool:
    """Whether every word of a group is of these classes."""
    return all(nouns.at.get(i, set()) & classes for i in range(group.first, group.last))


def _army(context: Context, nouns: Nouns, group: Phrase) -> str | None:
    """The army of the report that a group stands for: القوات الإسرائيلية, الاحتلال after الجيش الإسرائيلي was named."""
    if "army" not in nouns.at.get(group.first, ()) or group.first in context.quantity_tokens:
        return None
    nation = next((nouns.demonyms[i] for i in range(group.first, group.last) if i in nouns.demonyms), None)
    if group.last - group.first > (2 if nation else 1) or group.first in context.mention_tokens:
        return None
    for mention in context.mentions:
        first = context.document.token_at(mention.start)
        if mention.type == "organisation" and "army" in nouns.at.get(first, ()):
            last = context.document.token_at(mention.end - 1)
            if nation is None or any(nouns.demonyms.get(i) == nation for i in range(first, last + 1)):
                return mention.entity
    return None
