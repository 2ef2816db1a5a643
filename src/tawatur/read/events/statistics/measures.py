"""What a word of measuring measures."""

from __future__ import annotations

from collections.abc import Iterator, Set

from tawatur.language.lexicon import Hit
from tawatur.read.events.arguments import antecedent, subject
from tawatur.read.events.clauses import Clause
from tawatur.read.events.context import Context
from tawatur.read.events.groups import group
from tawatur.read.events.incidents.complements import governed
from tawatur.read.events.phrases import Phrase

_NEAR = 6  # tokens from a measure to a verb after it that names none


def measures_of(context: Context, clause: Clause, hit: Hit, finite: bool, measures: Set[int]) -> Iterator[Phrase]:
    """What may be measured, the likeliest first: the subject of the verb, its object (سجلت البلاد عجزا ...), what
    stands right before a verb that names nothing new (إيرادات بلغت ...)."""
    if hit.data.get("follow"):
        if (before := _followed(context, hit, measures, first=True)) is not None:
            yield before
        return
    told = _measure(context, clause, hit, finite)
    if told is not None:
        yield told
    if not finite or (told is not None and told.first not in context.quantity_tokens and measured(told, measures)):
        return
    if hit.data["frame"] == "level" and (of := _object(context, clause, hit, measures)) is not None:
        yield of
    before = _followed(context, hit, measures, first=False)
    if before is not None and hit.first - before.last <= _NEAR:
        yield before


def _object(context: Context, clause: Clause, hit: Hit, measures: Set[int]) -> Phrase | None:
    """The measure that a verb has as its object, or as one after where and when."""
    for index in range(hit.last + 1, min(clause.last, hit.last + 12)):
        if index in measures and not governed(context, index):
            return _short(context, group(context, index, clause.last))
    return None


def measured(phrase: Phrase, measures: Set[int]) -> bool:
    """Whether a word for a measure stands in a phrase."""
    return any(i in measures for i in range(phrase.first, phrase.last))


def _followed(context: Context, hit: Hit, measures: Set[int], first: bool) -> Phrase | None:
    """The first or the last measure told before in the sentence, whose value a word gives (... لتبلغ 74 دولارا)."""
    sentence = context.document.sentences[context.document.tokens[hit.first].sentence]
    before = [i for i in range(sentence.first, hit.first) if i in measures]
    if not before:
        return None
    begin = before[0] if first else before[-1]
    while begin - 1 in before:
        begin -= 1  # عدد السكان, not السكان
    return _short(context, group(context, begin, hit.first))


def owned(context: Context, index: int) -> bool:
    """Whether a word carries a possessive pronoun (عددها): its measure stands elsewhere."""
    return any(h.features.get("suffix") for h in context.document.hits("event.measure") if h.first == index)


def _measure(context: Context, clause: Clause, hit: Hit, finite: bool) -> Phrase | None:
    """What is measured: the subject of the verb, or the genitive of the masdar."""
    if not finite:
        return group(context, hit.last + 1, clause.last) if not hit.analysis.article else None
    if clause.verb is not None and clause.verb.first == hit.first:
        mark = context.particles.get(hit.last + 1)
        if clause.opener == "relative" and mark is not None and mark.data.get("inside"):  # الذي بلغ فيه عدد ...
            return _short(context, group(context, mark.last + 1, clause.last))
        return _short(context, subject(context, clause) or antecedent(context, clause))
    return _short(context, group(context, hit.last + 1, clause.last))


def _short(context: Context, found: Phrase | None) -> Phrase | None:
    """A measure up to its value, of a few words, without a preposition at its end (سعر اللتر ⟨من⟩ ...)."""
    if found is None:
        return None
    last = next((i for i in range(found.first + 1, found.last) if i in context.quantity_tokens), found.last)
    last = min(last, found.first + 8)
    while last - 1 > found.first and prepositional(context, last - 1):
        last -= 1
    if last == found.last:
        return found
    return Phrase(found.first, last, found.start, context.document.tokens[last - 1].end)


def prepositional(context: Context, index: int) -> bool:
    """Whether a preposition stands at a token, or "or": no word that a measure ends with."""
    mark = context.particles.get(index)
    return mark is not None and mark.data["class"] in ("preposition", "partitive", "join")
