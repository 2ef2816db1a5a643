"""Whose relative somebody is whom a report calls by a first name alone: سامي الحداد وابنته ليلى."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import product

from tawatur.compare.corpus import person_words
from tawatur.compare.entities.naming import Name, sounding
from tawatur.language.loader import load
from tawatur.record.types import Entity, Mention, Reading
from tawatur.text.folding import fold

_FAR = 60  # characters between two relatives, with an age or a position in between
_ENDS = frozenset(".\n؟!؛")


@dataclass(frozen=True, slots=True)
class Kin:
    """`signs`: what sort of relative somebody is and of whom, each as one word; `names`: his names with the family
    name of that relative, folded, where both bear one."""

    signs: frozenset[str] = frozenset()
    names: frozenset[Name] = frozenset()


NOBODY = Kin()


def kin_of(reading: Reading, person: Entity) -> Kin:
    """Whose relative a person of one name is, by the word that stands right before a mention of him."""
    signs: set[str] = set()
    names: set[Name] = set()
    text = reading.report.text
    for i, mention in enumerate(reading.mentions):
        if mention.entity != person.id or mention.type != "person":
            continue
        before = text[max(0, mention.start - _FAR) : mention.start].rstrip().rpartition(" ")[2]
        sort = _words().get(fold(before))
        other = _named_before(reading, i, person.id) if sort else None
        if sort is None or other is None:
            continue
        full = person_words(other.name.get("ar") or "")
        signs.add(f"{sort} {' '.join(sounding(full)) or other.id}")
        if sort in _of_one_family() and len(full) > 1 and full[-1] not in given_names():
            names |= {(*own, full[-1]) for n in person.name.values() if n and len(own := person_words(n)) == 1}
    return Kin(frozenset(signs), frozenset(names)) if signs else NOBODY


def _named_before(reading: Reading, i: int, but: str) -> Entity | None:
    """The person named last before a mention in its sentence."""
    mention, text = reading.mentions[i], reading.report.text
    near = (m for m in reversed(reading.mentions[:i]) if m.type == "person")
    other: Mention | None = next(near, None)
    if other is None or other.entity == but or mention.start - other.end > _FAR:
        return None
    if not _ENDS.isdisjoint(text[other.end : mention.start]):
        return None
    return next((e for e in reading.entities if e.id == other.entity), None)


@cache
def _words() -> dict[str, str]:
    """The sort of relative that a folded word with its pronoun tells."""
    data = load("arabic").data("names/kin")
    return {
        fold(f"{before}{word}{pronoun}"): sort
        for sort, words in data["kin"].items()
        for before, word, pronoun in product(data["before"], words, data["pronouns"])
    }


@cache
def _of_one_family() -> frozenset[str]:
    return frozenset(load("arabic").data("names/kin")["one_family"])


def given_names() -> frozenset[str]:
    """First names, folded: none of them is a family's name."""
    return load("arabic").lines("names/given")


@cache
def usual_names() -> frozenset[str]:
    """First names and names of families, folded, that many bear."""
    return given_names() | load("arabic").lines("names/surnames")
