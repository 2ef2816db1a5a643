"""Whose an institution is: the country in its name, or the one that the report gives it.

Every state has a ministry of the interior and a house of representatives; a name without a country is nobody's until
the report says whose (Toponym and organisation namesakes; the rule is ours).
"""

from __future__ import annotations

from collections import Counter
from functools import cache

from tawatur.compare.corpus import name_words, nations, stems
from tawatur.compare.countries import country_of
from tawatur.language.loader import load
from tawatur.record.types import Entity, Mention, Reading
from tawatur.text.folding import fold
from tawatur.text.sentences import sentences
from tawatur.text.words import SIGN, tokenize

_MOST = 2 / 3  # of a report's places that lie in one country: it is the report's country
_SHORT = 2  # words
_FEW = 3  # places named, below which a report has no country


@cache
def institution_words(name: str) -> tuple[tuple[str, ...], str | None]:
    """An organisation's folded words without the country in them, and that country: the Russian foreign ministry.

    A name with two countries in it keeps them as words and has no country of its own.
    """
    tokens = [t for t in tokenize(name) if t.kind != SIGN and t.form]
    found = nations(tokens)
    words = name_words(name)
    if len(words) != len(tokens) or len(set(found.values())) > 1:
        return tuple(found.get(i, w) for i, w in enumerate(words)), None
    rest = [w for i, w in enumerate(words) if i not in found]
    if len(rest) > 1 and rest[0] in _kind("ministry"):
        rest = rest[1:]
    return tuple(rest) or words, next(iter(found.values()), None)


@cache
def of_every_state(name: str) -> bool:
    """Whether every state has an institution of this name: it begins with such a word and names nothing of its own."""
    words = name_words(name)
    if not words or words[0] not in _kind("state"):
        return False
    if any(w in _kind("beyond") for w in words[1:]):
        return len(words) == _SHORT  # the International Federation: of what?
    tokens = [t for t in tokenize(name) if t.kind != SIGN and t.form]
    for i, token in enumerate(tokens):
        token.index = i
    return not any(h.entry.kind in ("name", "demonym") for h in load("arabic").lexicon.match(tokens))


@cache
def _kind(kind: str) -> frozenset[str]:
    return frozenset(fold(str(w)) for w in load("arabic").data("names/institutions")[kind])


def seat(reading: Reading, entity: Entity, home: str | None) -> str | None:
    """The country of an institution that its name does not place, where the report says so, or None.

    By a position in it (the Tunisian minister of the interior), by the one country of the sentences that name it, or by
    `home`, the country that the report is about.
    """
    wanted = stems(entity.name.get("ar") or "")
    held = {r.of for r in reading.roles if r.of and country_of(r.of) == r.of and len(wanted & stems(r.title)) > 1}
    if len(held) == 1:
        return held.pop()
    said = Counter[str]()
    for mention in reading.mentions:
        if mention.entity == entity.id:
            around = _around(reading, mention)
            said.update(around if len(around) == 1 else ())
    if said:
        (best, count), *others = said.most_common(2)
        return best if not others or others[0][1] < count else None
    return home


def _around(reading: Reading, mention: Mention) -> set[str]:
    """The countries in the sentence of a mention."""
    text = reading.report.text
    start = text.rfind("\n", 0, mention.start) + 1
    end = text.find("\n", mention.end)
    for first, last in sentences(text, start, len(text) if end < 0 else end):
        if first <= mention.start < last:
            found = nations([t for t in tokenize(text[first:last]) if t.kind != SIGN and t.form])
            inside = (m for m in reading.mentions if m.type == "place" and first <= m.start and m.end <= last)
            return set(found.values()) | {c for m in inside if (c := country_of(m.entity))}
    return set()


def home_of(reading: Reading) -> str | None:
    """The country that most places of a report lie in, or None where there is none such."""
    found = Counter(c for m in reading.mentions if m.type == "place" and (c := country_of(m.entity)))
    if sum(found.values()) < _FEW:
        return None
    ((best, count),) = found.most_common(1)
    return best if count >= _MOST * sum(found.values()) else None
