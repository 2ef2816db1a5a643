"""A name taken apart as far as needed: of most it is enough to know their words, and that none of these is a body's."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from tawatur.names.compared import compared
from tawatur.names.letters import ARABIC, LATIN, plain_words, tokens, variants
from tawatur.names.persons import MOST_PIECES, Person, is_name_alone, person_of, person_of_names
from tawatur.names.terms import Body, body
from tawatur.names.vocabulary import says_nothing
from tawatur.names.words import Word


class Taken:
    """A name, read as a person's and as a body's when asked for. `words` are those of a person that are compared; a
    body has none."""

    __slots__ = ("_body", "_person", "_texts", "acronym", "has_initials", "is_body", "name", "words")

    def __init__(self, name: str) -> None:
        self.name = name
        self._person: Person | None = None
        self._body: Body | None = None
        self.is_body, self.acronym, self.has_initials = False, "", False
        self._texts, self.words = _plain(name)  # as written, the words of a name of no others
        if not self.words:
            self._body = body(name)
            self.is_body, self.acronym = self._body.is_body, self._body.acronym
            if not self.is_body:
                self.has_initials, self.words = self.person.has_initials, self.person.words

    @property
    def person(self) -> Person:
        """The name as a person's."""
        if self._person is None:
            self._person = person_of_names(self._texts, self.words) if self._texts else person_of(tokens(self.name))
        return self._person

    @property
    def body(self) -> Body:
        """The name as an organisation's."""
        if self._body is None:
            self._body = body(self.name)
        return self._body


@lru_cache(maxsize=1 << 14)
def taken(name: str) -> Taken:
    """Take a name apart."""
    return Taken(name)


def _plain(name: str) -> tuple[Sequence[str], tuple[Word, ...]]:
    """The words of a name of several that are nothing but persons' names by themselves, as written and as compared;
    none of other names."""
    script, words = plain_words(name)
    if not 1 < len(words) <= MOST_PIECES:
        return (), ()
    found = []
    for text in words:
        letters = (_arabic if script == ARABIC else _latin)(text)
        if not letters:
            return (), ()
        found.append(letters)
    return words, tuple([compared(letters, script, "", "") for letters in found])


@lru_cache(maxsize=1 << 16)
def _arabic(text: str) -> str:
    return _name(text.translate(variants()), ARABIC)


@lru_cache(maxsize=1 << 16)
def _latin(text: str) -> str:
    return _name(text.lower(), LATIN)


def _name(letters: str, script: str) -> str:
    """The letters of a word that is nothing but a person's name by itself; none of others."""
    return letters if is_name_alone(letters, script) and says_nothing(letters, script) else ""
