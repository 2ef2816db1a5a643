"""A name taken apart as far as needed: of most it is enough to know their words, and that none of these is a body's."""

from __future__ import annotations

from functools import lru_cache

from tawatur.names.compared import compared
from tawatur.names.letters import plain, split, tokens
from tawatur.names.persons import MOST_PIECES, Person, is_name_alone, person_of, person_of_names
from tawatur.names.remembered import Remembered
from tawatur.names.terms import Body, body_of
from tawatur.names.vocabulary import makes_no_body
from tawatur.names.words import Word


class Taken:
    """A name, read as a person's and as a body's when asked for. `words` are those of a person that are compared; a
    body has none."""

    __slots__ = ("_body", "_person", "acronym", "has_initials", "is_body", "name", "words")

    def __init__(self, name: str) -> None:
        self.name = name
        self._person: Person | None = None
        self._body: Body | None = None
        self.is_body, self.acronym, self.has_initials = False, "", False
        self.words = _plain(name)
        if not self.words:
            self._take_apart()

    def _take_apart(self) -> None:
        words = tokens(self.name)
        body = body_of(words)
        self.is_body, self.acronym = body.is_body, body.acronym
        if self.is_body or self.acronym:  # of other names it is seldom asked for again
            self._body = body
        if not self.is_body:
            self._person = person_of(words)
            self.has_initials, self.words = self._person.has_initials, self._person.words

    @property
    def person(self) -> Person:
        """The name as a person's."""
        if self._person is None:
            told = self.words and person_of_names(split(self.name), self.words)
            self._person = told or person_of(tokens(self.name))
        return self._person

    @property
    def body(self) -> Body:
        """The name as an organisation's."""
        if self._body is None:
            self._body = body_of(tokens(self.name))
        return self._body


@lru_cache(maxsize=1 << 12)
def taken(name: str) -> Taken:
    """Take a name apart."""
    return Taken(name)


_ALONE: Remembered[str, Word | None] = Remembered(1 << 16)  # see `_alone`


def _plain(name: str) -> tuple[Word, ...]:
    """The words of a name of several that are nothing but persons' names by themselves; none of other names."""
    texts = split(name)
    if not 1 < len(texts) <= MOST_PIECES:
        return ()
    found = []
    for text in texts:
        word = _ALONE.get(text)
        if word is None:
            word = None if text in _ALONE else _ALONE.keep(text, _alone(text))
            if word is None:
                return ()
        found.append(word)
    return tuple(found)


def _alone(text: str) -> Word | None:
    """The word that is compared of one, as written, that is nothing but a person's name by itself."""
    letters, script = plain(text)
    if letters and is_name_alone(letters, script) and makes_no_body(letters, script):
        return compared(letters, script)
    return None
