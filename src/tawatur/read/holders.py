"""Whom an office without a name stands for: الوزير الأميركي after أنتوني بلينكن وزير الخارجية الأميركي."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from tawatur.language.loader import Language
from tawatur.read.document import Document
from tawatur.read.entities import catalogue_data
from tawatur.text.affixes import relational
from tawatur.text.folding import fold

_ARTICLE = "ال"
_EACH, _STRANGE, _COUNTRY = 3, 2, 2  # weight of a shared word, of one that the title has not, of the country


class _Office(NamedTuple):
    """A position that the report has told: where, whose, its words without articles, the country, whether left."""

    start: int
    person: str
    words: tuple[str, ...]
    country: str | None
    former: bool


class _Terms:
    """What a language says of offices (holders.yml) and of adjectives of countries."""

    def __init__(self, language: Language) -> None:
        data = language.data("holders")
        self.offices = [(_bare_words(a), _bare_words(b)) for a, b in data["offices"]]
        self.former = frozenset(fold(word) for word in data["former"])
        lists = catalogue_data(language)
        self.countries = {
            form: str(entry.data["of"])
            for entry in language.entries.get("demonym", ())
            if lists[entry.data["of"]].get("class") == "country"
            for form, _ in language.paradigms.expand(entry.data)
        }


@lru_cache(maxsize=8)
def _terms(language: Language) -> _Terms:
    return _Terms(language)


def _bare(form: str) -> str:
    return form.removeprefix(_ARTICLE) if len(form) > 4 else form


def _bare_words(text: str) -> tuple[str, ...]:
    return tuple(_bare(word) for word in fold(text).split())


class Holders:
    """The positions of one document's persons, and who is meant by a description."""

    def __init__(self, document: Document) -> None:
        self._terms = _terms(document.language)
        lists = catalogue_data(document.language)
        self._offices: list[_Office] = []
        for role in document.reading.roles:
            folded = fold(role.title).split()
            words, country = self._read(folded)
            home = role.of if lists.get(role.of or "", {}).get("class") == "country" else None
            home = home or lists.get(role.person, {}).get("of")
            former = not self._terms.former.isdisjoint(folded)
            self._offices.append(_Office(role.start, role.person, words, country or home, former))

    def _read(self, folded: Sequence[str]) -> tuple[tuple[str, ...], str | None]:
        """The words of a title or description without articles, in its usual wording, and the country in it."""
        words = tuple(_bare(word) for word in folded)
        for other, usual in self._terms.offices:
            if words[: len(other)] == other:
                words = usual + words[len(other) :]
                break
        country = next((self._terms.countries[w] for w in words[1:] if w in self._terms.countries), None)
        return tuple(w for i, w in enumerate(words) if not i or w not in self._terms.countries), country

    def holder(self, folded: Sequence[str], offset: int, sure: bool = False) -> str | None:
        """The person whose title was told before an offset and that the folded words of a description repeat.

        The best fit, of several the last; None where none fits, or where a description with more than the office
        itself (الوزير) fits two persons alike; where `sure`, also where a country of the description is not known to be
        that of the office, or where several persons hold a bare office.
        """
        if not folded:
            return None
        words, country = self._read(folded)
        former = not self._terms.former.isdisjoint(folded)
        best: list[tuple[int, int, str]] = []
        for office in self._offices:
            if office.start >= offset or words[0] not in office.words[:2] or (office.former and not former):
                continue
            if country and (office.country or sure) and country != office.country:
                continue
            shared = sum(1 for w in words if w in office.words)
            strange = len(words) - shared
            named = len(words) > 1 and not relational(words[1])
            if strange > shared or (named and shared < 2):
                continue  # وزير التعليم is not the minister of something else
            known = bool(country) and country == office.country
            fit = _EACH * shared - _STRANGE * strange + (_COUNTRY if known else -_COUNTRY if country else 0)
            best.append((fit, office.start, office.person))
        if not best:
            return None
        top = max(best)
        alike = {person for fit, _, person in best if fit == top[0]}
        return top[2] if len(alike) == 1 or (len(folded) == 1 and not sure) else None
