"""A person's name taken apart: given and family names with what belongs to them, titles and numbers aside."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from tawatur.names.data import table
from tawatur.names.known import known
from tawatur.names.letters import ARABIC, LATIN, NUMBER, Token, tokens, variants
from tawatur.names.sounds import MARKS, Sounds, alphabet
from tawatur.names.words import NOTHING, Word, make_word

_VOWELS = "aeiou"
INITIAL_FITS = 0.2  # the cost up to which a sound is an initial's own
_REST = 3  # letters that must remain of a word from which something glued is taken


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


class _Lists:
    """The lists of words.yml as sets, per script."""

    def __init__(self, raw: dict[str, Any]) -> None:
        def both(entry: dict[str, Any]) -> frozenset[str]:
            return frozenset(form for script in (ARABIC, LATIN) for w in entry.get(script, ()) for form in _written(w))

        def mapped(entry: dict[str, Any]) -> dict[str, Any]:
            return {form: value for word, value in entry.items() for form in _written(word)}

        self.article = both(raw["article"])
        self.assimilated = {
            v + c: c
            for v in raw["article"]["assimilated"]["vowels"]
            for c in raw["article"]["assimilated"]["consonants"]
        }
        self.article_vowels = frozenset(raw["article"]["assimilated"]["vowels"])
        self.glued_article = {s: tuple(raw["article"]["glued"][s]) for s in (ARABIC, LATIN)}
        self.filiation = both(raw["filiation"])
        self.particles = both(raw["particles"])
        self.heard: dict[str, str] = raw["particles_heard"]
        self.servant = both(raw["servant"])
        self.allah = frozenset(raw["servant"]["god"])
        self.servant_root: dict[str, str] = raw["servant"]["root"]
        self.father = both(raw["father"])
        self.glued_father = {s: tuple(raw["father"]["glued"][s]) for s in (ARABIC, LATIN)}
        self.openings = (*self.servant_root.values(), *self.glued_father[ARABIC], *self.glued_father[LATIN])
        self.tails = {w: tail["as"] for tail in raw["tails"] for script in (ARABIC, LATIN) for w in tail[script]}
        self.glued_tails = sorted(
            ((g, tail["as"]) for tail in raw["tails"] for g in (*tail["glued"], *tail[ARABIC])),
            key=lambda pair: -len(pair[0]),
        )
        self.all_tails = tuple(ending for ending, _ in self.glued_tails)
        self.titles = both(raw["titles"])
        self.weak = both(raw["weak_titles"])
        self.ordinals: dict[str, int] = mapped({**raw["ordinals"][ARABIC], **raw["ordinals"][LATIN]})
        self.tens: dict[str, int] = raw["ordinals"]["arabic_tens"]
        self.roman: dict[str, int] = raw["ordinals"]["roman"]
        self.generations: dict[str, str] = {**raw["generations"][ARABIC], **raw["generations"][LATIN]}
        self.letter_names: dict[str, str] = mapped(raw["letter_names"])
        self.read_as: dict[str, str] = mapped({**raw["read_as"][ARABIC], **raw["read_as"][LATIN]})
        self.silent: dict[str, str] = raw["silent"]
        self.short: dict[str, str] = {**raw["short"][ARABIC], **raw["short"][LATIN]}
        self.marked = frozenset().union(  # all words that are anything else than a name by themselves
            *(self.article, self.assimilated, self.filiation, self.particles, self.servant, self.father),
            *(self.tails, self.titles, self.weak, self.ordinals, self.roman, self.generations, self.letter_names),
            (words.split()[0] for words in self.tens),
        )


def _written(word: str) -> tuple[str, ...]:
    """A word of the lists as names have it: final heh may be teh marbuta, final yeh alef maqsura."""
    word = "".join(variants().get(ord(c), c) for c in word)
    if word.endswith("ه"):
        return word, word[:-1] + "ة"
    return (word, word[:-1] + "ى") if word.endswith("ي") else (word,)


@cache
def lists() -> _Lists:
    """The lists, made once a process."""
    return _Lists(table("words"))


@lru_cache(maxsize=1 << 15)
def person(name: str) -> Person:
    """Take a person's name apart."""
    words = tokens(name)
    letters = [token.letters for token in words]
    alone = lists().marked.isdisjoint(letters) and NUMBER not in {token.script for token in words}
    if words and alone and min(map(len, letters)) > 1:  # no word is anything but a name by itself
        return Person(tuple([plain(token) for token in words]), len(words))
    return Parser(words).person()


def without_article(letters: str, script: str) -> tuple[str, bool]:
    """A word without its glued article, and whether that is certain: Latin Al- may belong to the word."""
    lists_ = lists()
    if script == ARABIC:
        if letters.startswith(lists_.glued_article[ARABIC]) and len(letters) > _REST:
            return letters[2:], True
        return letters, False
    if script != LATIN:
        return letters, False
    if len(letters) >= 4 + _REST - 1 and letters.startswith(lists_.glued_article[LATIN]):
        return letters[2:], False
    if letters[0] in lists_.article_vowels:
        for size in (4, 2):  # ashshami, arrashid
            half = letters[1 : 1 + size // 2]
            if (
                letters[0] + half in lists_.assimilated
                and letters[1 : 1 + size] == half * 2
                and len(letters) > size + _REST
            ):
                return letters[1 + size // 2 :], False
    return letters, False


def servant_of(letters: str, script: str) -> str:
    """What a glued servant name serves: fattah of abdelfattah, rahman of abdurrahman; "" for other words."""
    root = lists().servant_root.get(script)
    if root is None or not letters.startswith(root) or len(letters) < len(root) + _REST:
        return ""
    rest = letters[len(root) :]
    if script == ARABIC:
        return rest[2:] if rest.startswith(lists().glued_article[ARABIC]) else rest
    bare = rest.lstrip(_VOWELS)
    if len(rest) - len(bare) > 2:
        return ""
    if bare in lists().allah:
        return bare
    if bare != rest and bare.startswith("l") and len(bare) > 2:
        return bare[1:]
    for size in (2, 1):
        if bare != rest and bare[:size] == bare[size : 2 * size] and len(bare) > 2 * size:
            return bare[size:]
    return bare if len(bare) >= _REST else ""


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
        marked = lists_.marked
        end = len(self.words)
        while self.at < end:
            token = self.words[self.at]
            if len(token.letters) > 1 and token.letters not in marked and token.script != NUMBER:
                self.pieces.append(plain(token))
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
        self.result.of_descent = any(p.family for p in self.result.pieces)
        return self.result

    def _number(self, value: int, text: str) -> None:
        self.result.number, self.result.number_text = value, text

    def _mark(self, token: Token, lists_: _Lists) -> bool:
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

    def _title(self, token: Token, lists_: _Lists) -> bool:
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

    def _name(self, token: Token, lists_: _Lists) -> None:
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
        text = " ".join(t.text for t in self.words[start : self.at])
        if not head and self.pieces and token.letters in lists_.tails:
            self._join_tail(text, lists_.tails[token.letters])
            return
        word = compared(token.letters, token.script, head, before)
        self.pieces.append(Piece(text, word, family=descent, initial=_initial(token, lists_)))

    def _leads(self, token: Token, following: Token, lists_: _Lists) -> bool:
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
        mark = alphabet().number["", tail]
        word = make_word(f"{first.letters}+{tail}", first.script, [(*shape[0], mark) for shape in first.shapes])
        self.pieces.append(Piece(f"{last.text} {text}", word, family=last.family))


def _initial(token: Token, lists_: _Lists) -> str:
    if token.script == LATIN and len(token.letters) == 1:
        return token.letters
    return lists_.letter_names.get(token.letters, "") if token.script == ARABIC else ""


def plain(token: Token) -> Piece:
    """A piece of one word as it stands."""
    return Piece(token.text, compared(token.letters, token.script, "", ""))


ABDALLAH = "abd+allah"


@cache
def _marked() -> dict[str, int]:
    return {mark: alphabet().number["", mark] for mark in MARKS}


def _compound(letters: str, script: str) -> tuple[str, Sounds]:
    """A compound in one word, named by its halves, and its reading; ("", ()) where it is none."""
    lists_ = lists()
    if not letters.startswith(lists_.openings) and not letters.endswith(lists_.all_tails):
        return "", ()
    signs, marked = alphabet(), _marked()
    served = servant_of(letters, script)
    if served in lists_.allah:
        return ABDALLAH, (marked["servant"], marked["allah"])
    if served and script == ARABIC and not letters[3:].startswith(lists_.glued_article[ARABIC]):
        return letters, (marked["servant"], *signs.read(served, script))  # ربه of عبدربه; or a word of its own
    if served:
        return f"servant+{served}", (marked["servant"], *signs.read(served, script))
    if letters.endswith(lists_.all_tails):
        for ending, tail in lists_.glued_tails:
            if letters.endswith(ending) and len(letters) >= len(ending) + (2 if script == ARABIC else _REST):
                stem = without_article(letters[: -len(ending)], script)[0]
                return f"{stem}+{tail}", (*signs.read(stem, script), marked[tail])
    for opening in lists_.glued_father.get(script, ()):
        rest = letters[len(opening) :]
        if letters.startswith(opening) and len(rest) >= _REST:
            return (f"father+{rest}" if script == ARABIC else letters), (marked["father"], *signs.read(rest, script))
    return "", ()


@lru_cache(maxsize=1 << 16)
def compared(letters: str, script: str, head: str, before: str) -> Word:
    """The word that is compared: with the half of a compound before it, without article, in all its readings."""
    lists_ = lists()
    signs = alphabet()
    letters = lists_.read_as.get(letters, letters)
    core, certain = without_article(letters, script)
    forms = (letters,) if core == letters else (core, letters) if certain else (letters, core)
    readings: list[Sounds] = []
    name = forms[0]
    if head:
        marked = _marked()
        if head == "servant" and (core in lists_.allah or letters in lists_.tails):
            return make_word(ABDALLAH, script, [(marked["servant"], marked["allah"])])
        readings += [(marked[head], *signs.read(form, script)) for form in (core, letters)]
        name = f"{head}+{core}"
        if before:
            readings.append(signs.read(before + core, script))
        return make_word(name, script, readings)
    compound, reading = _compound(letters, script)
    if compound:
        name = compound
        readings.append(reading)
    if name == ABDALLAH:
        return make_word(name, script, readings)
    readings += [signs.read(lists_.silent.get(form, form), script) for form in forms]
    if letters.startswith(signs.also_openings):
        for opening, full in signs.also.get(script, {}).items():
            if letters.startswith(opening) and len(letters) >= len(opening) + _REST:
                readings.append(signs.read(full + letters[len(opening) :], script))
    if letters in lists_.short:
        readings.append(signs.read(lists_.short[letters], script))
    if before:
        readings.append(signs.read(before + letters, script))
        if before in lists_.heard:
            readings.append(signs.read(lists_.heard[before] + letters, script))
    return make_word(name, script, [r for r in readings if r])


def may_be_joined(first: Word, second: Word, other: Word) -> bool:
    """Whether neighbouring parts read as one word may be like another word: the least that it can cost, at once."""
    if not first.shapes or not second.shapes:
        return False
    if other.names and known().spelt(first.letters + second.letters, first.script)[0]:
        return True  # the table of names says
    (_, one, _, one_length), (_, two, _, two_length) = first.shapes[0], second.shapes[0]
    heard, length = one | two, one_length + two_length
    for _, _, masks, other_length in other.shapes:
        missing = sum(alone for mask, alone in masks if not mask & heard)
        if missing < NOTHING * max(length, other_length):
            return True
    return False


@lru_cache(maxsize=1 << 15)
def joined(first: Word, second: Word) -> Word:
    """Neighbouring parts read as one word: Jong Un, Jongun."""
    readings = [one[0] + two[0] for one, two in zip(first.shapes[:1], second.shapes[:1], strict=False)]
    return make_word(first.letters + second.letters, first.script, readings)
