"""A person's name taken apart: given and family names with what belongs to them, titles and numbers aside."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from tawatur.names.compared import compared
from tawatur.names.letters import ARABIC, LATIN, NUMBER, Token, tokens
from tawatur.names.lists import Lists, lists
from tawatur.names.sounds import alphabet
from tawatur.names.words import Word, make_word

MOST_PIECES = 12  # names of one person that are compared
INITIAL_FITS = 0.2  # the cost up to which a sound is an initial's own


@dataclass(slots=True, eq=False)
class Piece:
    """A part of a name: the words as written, the word that is compared, and what it is."""

    text: str
    word: Word
    title: bool = False  # a title that may as well be a name: Sheikh, Haji
    initial: str = ""
    family: bool = False  # a particle of descent stands before it

    def initial_fits(self, other: Piece) -> bool:
        """Whether the other part begins with this initial's sound."""
        first = alphabet().read(self.initial, LATIN)
        starts = {shape[0][0] for shape in other.word.shapes if shape[0]}
        return bool(first) and any(alphabet().cost[first[0]][s] <= INITIAL_FITS for s in starts)


@dataclass(slots=True, eq=False)
class Person:
    """A name taken apart; `number` of a ruler, `generation` of father and son."""

    pieces: tuple[Piece, ...]  # in the order of the name, titles last
    names: int  # how many pieces are names; the rest are titles
    number: int = 0
    generation: str = ""
    number_text: str = ""
    generation_text: str = ""
    of_descent: bool = False  # a particle of descent stands before one of its parts
    words: tuple[Word, ...] = ()  # of the names that are compared
    has_initials: bool = False  # an initial is among them


@lru_cache(maxsize=1 << 15)
def person(name: str) -> Person:
    """Take a person's name apart."""
    return person_of(tokens(name))


def person_of(words: Sequence[Token]) -> Person:
    """A person's name out of its words."""
    return Parser(words).person()


def person_of_names(texts: Sequence[str], words: tuple[Word, ...]) -> Person:
    """A person's name of words that are nothing but names by themselves, and no more than are compared."""
    pieces = tuple([Piece(text, word) for text, word in zip(texts, words, strict=True)])
    return Person(pieces, len(pieces), words=words)


def word_alone(letters: str, script: str) -> Word | None:
    """The word that is compared of one that is nothing but a name by itself; None where it may be more or less."""
    return compared(letters, script) if is_name_alone(letters, script) else None


def is_name_alone(letters: str, script: str) -> bool:
    """Whether a word is nothing but a name by itself."""
    return len(letters) > 1 and script != NUMBER and letters not in lists().marked


class Parser:
    """Goes through a name's words from left to right and gathers its pieces."""

    def __init__(self, words: Sequence[Token]) -> None:
        self.words = words
        self.at = 0
        self.pieces: list[Piece] = []
        self.titles: list[Piece] = []
        self.result = Person((), 0)

    def person(self) -> Person:
        lists_ = lists()
        end = len(self.words)
        while self.at < end:
            token = self.words[self.at]
            if (word := word_alone(token.letters, token.script)) is not None:
                self.pieces.append(Piece(token.text, word))
            elif token.script == NUMBER:
                self._number(int(token.letters[:9]), token.text)
            elif self._mark(token, lists_) or self._title(token, lists_):
                pass
            else:
                self._name(token, lists_)
                continue
            self.at += 1
        if not self.pieces and not self.titles and self.words:  # nothing but titles: then they are the name
            self.pieces = [plain(t) for t in self.words if t.script != NUMBER]
        if not self.pieces:
            self.pieces, self.titles = self.titles, []
            for piece in self.pieces:
                piece.title = False
        self.result.names = len(self.pieces)
        self.result.pieces = (*self.pieces, *self.titles)
        self.result.words = tuple([p.word for p in self.pieces[:MOST_PIECES]])
        for piece in self.result.pieces:
            if piece.initial:
                self.result.has_initials = True
            if piece.family:
                self.result.of_descent = True
        return self.result

    def _number(self, value: int, text: str) -> None:
        self.result.number, self.result.number_text = value, text

    def _mark(self, token: Token, lists_: Lists) -> bool:
        """Numbers of rulers, and father and son: after a name."""
        if not self.pieces:
            return False
        word = token.letters
        if word in lists_.generations:
            self.result.generation, self.result.generation_text = lists_.generations[word], token.text
            return True
        following = self.words[self.at + 1] if self.at + 1 < len(self.words) else None
        if following is not None and f"{word} {following.letters}" in lists_.tens:
            self._number(lists_.tens[f"{word} {following.letters}"], f"{token.text} {following.text}")
            self.at += 1
            return True
        if word in lists_.ordinals:
            self._number(lists_.ordinals[word], token.text)
            return True
        if word in lists_.roman and (len(word) > 1 or following is None) and token.text.isupper():
            self._number(lists_.roman[word], token.text)
            return True
        return False

    def _title(self, token: Token, lists_: Lists) -> bool:
        rest = len(self.words) - self.at - 1
        if rest and self.words[self.at + 1].letters in lists_.filiation:  # a man's name: Sultan bin Abdulaziz
            return False
        if token.letters in lists_.titles and not self.pieces and rest:
            return True
        if token.letters in lists_.weak and rest and not self.pieces:
            piece = plain(token)
            piece.title = True
            self.titles.append(piece)
            return True
        return False

    def _name(self, token: Token, lists_: Lists) -> None:
        """The piece that begins here; moves on behind it."""
        start = self.at
        descent = False
        before = ""
        last = len(self.words) - 1
        while self.at < last and self._leads(self.words[self.at], self.words[self.at + 1], lists_):
            letters = self.words[self.at].letters
            descent |= letters in lists_.filiation or letters in lists_.particles
            before += letters if letters not in lists_.article else ""
            self.at += 1
        token = self.words[self.at]
        head = ""
        if self.at < last and token.letters in lists_.servant:
            head = "servant"
        elif self.at < last and token.letters in lists_.father:
            head = "father"
        if head:
            before = token.letters if head == "father" else ""
            self.at += 1
            while self.at < last and self._leads(self.words[self.at], self.words[self.at + 1], lists_):
                self.at += 1
            token = self.words[self.at]
        self.at += 1
        text = token.text if self.at == start + 1 else " ".join([t.text for t in self.words[start : self.at]])
        if not head and self.pieces and token.letters in lists_.tails:
            self._join_tail(text, lists_.tails[token.letters])
            return
        word = compared(token.letters, token.script, head, before)
        self.pieces.append(Piece(text, word, family=descent, initial=_initial(token, lists_)))

    def _leads(self, token: Token, following: Token, lists_: Lists) -> bool:
        """Whether a word only leads to the next: an article, or a particle of descent."""
        word = token.letters
        if following.script == NUMBER:
            return False
        if (word in lists_.article and word != "l") or word in lists_.filiation:
            return True
        if word in lists_.particles:
            return bool(self.pieces) or self.at > 0
        return word in lists_.assimilated and following.letters.startswith(lists_.assimilated[word])

    def _join_tail(self, text: str, tail: str) -> None:
        last = self.pieces.pop()
        first = last.word
        mark = bytes((alphabet().number["", tail],))
        word = make_word(f"{first.letters}+{tail}", first.script, [shape[0] + mark for shape in first.shapes])
        self.pieces.append(Piece(f"{last.text} {text}", word, family=last.family))


def _initial(token: Token, lists_: Lists) -> str:
    if token.script == LATIN and len(token.letters) == 1:
        return token.letters
    return lists_.letter_names.get(token.letters, "") if token.script == ARABIC else ""


def plain(token: Token) -> Piece:
    """A piece of one word as it stands."""
    return Piece(token.text, compared(token.letters, token.script))
