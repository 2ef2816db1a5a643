"""Whom an office without a name stands for: الوزير الأميركي after أنتوني بلينكن وزير الخارجية الأميركي."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from tawatur.language.loader import Language
from tawatur.read.document import Document
from tawatur.read.entities import catalogue_data, countries
from tawatur.text.affixes import relational
from tawatur.text.folding import fold
from tawatur.text.words import analyses

_ARTICLE = "ال"
_EACH, _STRANGE, _COUNTRY = 3, 2, 2  # weight of a shared word, of one that the title has not, of the country
_TOLD = 2  # words that say which office it is, its country one of them


class _Office(NamedTuple):
    """A position that the report has told: where, whose, its words without articles, the country, whether left.

    `beside`: told as that of another (نظيره); `definite`: with the article; `new`: who has it is named there first.
    """

    start: int
    person: str
    words: tuple[str, ...]
    country: str | None
    former: bool
    beside: bool
    definite: bool
    new: bool


class _Terms:
    """What a language says of offices (holders.yml) and of adjectives of countries."""

    def __init__(self, language: Language) -> None:
        data = language.data("holders")
        self.offices = [(_bare_words(a), _bare_words(b)) for a, b in data["offices"]]
        self.former = frozenset(fold(word) for word in data["former"])
        self.counterparts = frozenset(fold(word) for word in data["counterparts"])
        self.styles = frozenset(_bare(fold(word)) for word in data["styles"])
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
        self._document = document
        self._offices: list[_Office] = []
        lists = catalogue_data(document.language)
        first: dict[str, int] = {}
        for mention in document.reading.mentions:
            first[mention.entity] = min(mention.start, first.get(mention.entity, mention.start))
        for role in sorted(document.reading.roles, key=lambda r: r.start):
            folded = fold(role.title).split()
            if not folded:
                continue
            words, country = self._read(folded)
            beside = folded[0] in self._terms.counterparts
            if beside:
                words = self._before(role.person) or words
            home = role.of if role.of in countries(document.language) else None
            own = lists.get(role.person, {}).get("of")
            former = not self._terms.former.isdisjoint(folded)
            new = first.get(role.person, role.start) >= role.start
            article = folded[0].startswith(_ARTICLE)
            self._offices.append(
                _Office(role.start, role.person, words, own or country or home, former, beside, article, new)
            )

    def _before(self, person: str) -> tuple[str, ...]:
        """The words of the office told last, of another than a person: that of whom he is called the counterpart."""
        return next((o.words for o in reversed(self._offices) if o.person != person), ())

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
        if folded[0] in self._terms.counterparts:
            return self._counterpart(country, offset)
        former = not self._terms.former.isdisjoint(folded)
        best: list[tuple[int, int, str]] = []
        for office in self._offices:
            if office.start >= offset or words[0] not in office.words[:2] or (office.former and not former):
                continue
            if office.beside and (not country or country != office.country):
                continue  # of whom another is the counterpart, by his country alone
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

    def _counterpart(self, country: str | None, offset: int) -> str | None:
        """Who has in a country the office that is told last before an offset, of another country (نظيره السعودي); None
        where the report names none, or several."""
        before = (o for o in reversed(self._offices) if o.start < offset and o.country not in (None, country))
        of = next(before, None)
        if of is None or country is None:
            return None
        alike = (o for o in self._offices if o.country == country and not o.former and o.words[:1] == of.words[:1])
        found = {o.person for o in alike if set(o.words) <= set(of.words) or set(of.words) <= set(o.words)}
        return found.pop() if len(found) == 1 else None

    def holds(self, person: str, office: str, offset: int) -> bool:
        """Whether a person has, by what is told before an offset, an office that one folded word is the first of."""
        told = (o for o in self._offices if o.person == person and o.start < offset and not o.former)
        return any(o.words[0] == _bare(office) for o in told)

    def named_later(self, folded: Sequence[str], offset: int, sure: bool = False) -> str | None:
        """The person who is named only behind an offset under the office that folded words tell there without a name
        (قال وزير النقل المصري ... وأوضح الوزير فلان).

        None where the words are one alone, where two persons are so named, or where what is named behind them may be
        another's office; where `sure`, also where no country is told.
        """
        words, country = self._read(folded)
        former = not self._terms.former.isdisjoint(folded)
        if len(words) + bool(country) < _TOLD or (sure and not country):
            return None
        behind = [o for o in self._offices if o.start > offset and o.words[0] == words[0] and o.former == former]
        whole = {o.person for o in behind if _repeats(words, country, o)}
        if whole:
            return whole.pop() if len(whole) == 1 else None
        for office in behind:
            alone = len(office.words) == 1 and office.definite and office.new and not office.beside
            other = country and office.country and country != office.country
            if not alone or other or words[0] in self._terms.styles or self._another(words[0], offset, office.start):
                return None
            return office.person
        return None

    def _another(self, head: str, start: int, end: int) -> bool:
        """Whether the noun of an office stands without the article between two offsets: another's may be meant."""
        inside = self._document.tokens_in(start + len(head) + len(_ARTICLE), end)
        return any(a.rest == head and not a.article for t in inside for a in analyses(t.form))


def _repeats(words: tuple[str, ...], country: str | None, office: _Office) -> bool:
    """Whether the words of an office are those of a description, or the one's are among the other's, of one country."""
    if country and office.country and country != office.country:
        return False
    if office.country and not country and not set(words) <= set(office.words):
        return False  # one in another place
    shorter, longer = sorted((set(words), set(office.words)), key=len)
    same = bool(country) and country == office.country and len(words) == len(office.words)
    return shorter <= longer and (len(shorter) >= _TOLD or same)
