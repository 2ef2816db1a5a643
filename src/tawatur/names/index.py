"""One name against many: a list of names that is asked which of them a name may be.

Words are looked up, not names: every different word of the list stands once (`wordbook`), with the places of the names
that have it. A name asked for is taken apart, its words are compared with those of their frames, and the names that
share the words that say most are compared in full.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from heapq import nlargest
from itertools import combinations, pairwise, product
from math import log, prod

from tawatur.names.bodies import SHORTEST_ACRONYM
from tawatur.names.bounds import Bound, is_plain
from tawatur.names.compared import joined
from tawatur.names.letters import LONGEST, tokens
from tawatur.names.matching import THRESHOLD, Match, match
from tawatur.names.persons import Parser, Person, person
from tawatur.names.terms import LONGEST_ACRONYM, Body, body, body_of
from tawatur.names.texts import Texts
from tawatur.names.vocabulary import FIRM, GENERAL, HEAD, vocabulary
from tawatur.names.wordbook import WordBook
from tawatur.names.words import PAIRED, Word, skeletons

MOST_COMPARED = 80  # names that are compared in full
LEAST_BITS, LEAST_SHARE = 7.9, 0.4  # what a name must share to be compared: so much, or so much of the best's
MOST_NAMES = 30_000  # places that are gone through before usual words only add to them
MOST_KEPT = 4_000  # and to no more than so many: those that share most
ALONE_BITS = 1.5  # what a part more in a name takes from what it shares
FULL_BITS = 8.0  # what a translated word says
MOST_ACRONYMS = 32  # of one name
_ROUNDING = 1e-9
LONGEST_JOINED = 12  # letters of neighbours that may be written as one

Like = dict[int, float]  # words or signs of the index by number, and how like a word each is
Shared = tuple[float, Like]  # the bits of a word asked for, and the words or signs like it by number


@dataclass(frozen=True, slots=True)
class Found:
    """A name of the index, its key, and how it answers to the name asked for."""

    key: str
    name: str
    match: Match


class Index:
    """Names with their keys, to be searched by any spelling. Several names may share a key."""

    def __init__(self, items: Iterable[tuple[str, str]]) -> None:
        self._keys, self._names = Texts(), Texts()
        self._long: list[int] = []  # places of names that are compared as they stand
        self._sizes = array("B")  # how many parts each name has
        self._plain = array("B")  # how many of a person's name are words and nothing else; 0 of other names
        self._book = WordBook()
        self._signs: dict[str, int] = {}
        self._places: list[array[int]] = []  # of each word, and of each sign, the names that have it
        self._of_word: list[int] = []  # the number in `_places` of each word of the book
        self._word_at: dict[int, Word] = {}  # and the word of each number that is one's
        self._has = array("I")  # the words and signs of all names, one name after the other
        self._ends = array("I")  # and where each name's end
        for key, name in items:
            self._add(key, name)

    def __len__(self) -> int:
        return len(self._names)

    def _add(self, key: str, name: str) -> None:
        place = len(self._names)
        self._keys.append(key)
        self._names.append(name)
        if len(name) > LONGEST:
            self._long.append(place)
            self._sizes.append(255)
            self._plain.append(0)
            self._ends.append(len(self._has))
            return
        words = tokens(name)
        taken = Parser(words).person()
        has = [self._number_of(piece.word) for piece in taken.pieces]
        self._sizes.append(min(255, len(has)))
        plain = is_plain(taken) and self._tells(taken, has)
        if len(words) == 1 or vocabulary().may_name_body(words):
            named = body_of(words)
            plain = plain and not named.is_body and not named.acronym
            for sign in _signs(named):
                number = self._signs.get(sign)
                if number is None:
                    number = self._signs[sign] = self._new()
                has.append(number)
        self._plain.append(taken.names if plain else 0)
        for number in dict.fromkeys(has):
            self._places[number].append(place)
            self._has.append(number)
        self._ends.append(len(self._has))

    def _number_of(self, word: Word) -> int:
        known = self._book.number(word)
        if known == len(self._of_word):
            self._of_word.append(self._new())
            self._word_at[self._of_word[known]] = word
        return self._of_word[known]

    def _tells(self, name: Person, has: Sequence[int]) -> bool:
        """Whether the numbers of a name's words say all of it: each another, and read as the word of that number is."""
        own = [piece.word for piece in name.pieces]
        return len(set(has)) == len(has) and all(
            word.shapes == self._word_at[number].shapes for word, number in zip(own, has, strict=True)
        )

    def _new(self) -> int:
        self._places.append(array("I"))
        return len(self._places) - 1

    def search(self, name: str, limit: int = 10, floor: float = THRESHOLD) -> list[Found]:
        """The names that score at least `floor`, best first; of equal ones the earlier in the index."""
        found = []
        for place in self._reaching(name, self._candidates(name, floor < THRESHOLD), floor):
            answer = match(name, self._names[place])
            if answer.score >= floor:
                found.append((answer.score, -place, answer))
        best = nlargest(limit, found, key=lambda item: item[:2])
        return [Found(self._keys[-minus], self._names[-minus], answer) for _, minus, answer in best]

    def _reaching(self, name: str, places: Iterable[int], floor: float) -> Iterator[int]:
        """Those of the places whose names can score so much."""
        if not 0 < floor < 1 or len(name) > LONGEST:
            yield from places
            return
        least = log(floor / (1 - floor))
        taken, named = person(name), body(name)
        if not is_plain(taken) or named.is_body or named.acronym:
            yield from places
            return
        bound = Bound(taken)
        for place in places:
            count = self._plain[place]
            if not count or bound.most([self._word_at[n] for n in self._at(place)[:count]]) >= least - _ROUNDING:
                yield place

    def _at(self, place: int) -> array[int]:
        """The words and signs of the name at a place."""
        return self._has[self._ends[place - 1] if place else 0 : self._ends[place]]

    def _like(self, word: Word) -> Like:
        """The words of the index that a word is like, by number."""
        return {self._of_word[n]: like for n, like in self._book.like(word, PAIRED).items()}

    def _candidates(self, name: str, near: bool) -> list[int]:
        """Places of the names that share most with a name; the words that fewest names have are gone through first.

        Those that share little are left out, unless near names are asked for too."""
        if len(name) > LONGEST:
            return self._long
        sharing = [(sum(len(self._places[n]) for n in alike), bits, alike) for bits, alike in self._alike(name)]
        sharing.sort(key=lambda item: (item[0], -item[1]))
        scores: dict[int, float] = {}
        usual: list[Shared] = []
        for count, bits, alike in sharing:
            if scores and len(scores) + count > MOST_NAMES:
                usual.append((bits, alike))
                continue
            for number, like in alike.items():
                said = bits * like
                for place in self._places[number]:
                    scores[place] = scores.get(place, 0.0) + said
        if usual:
            scores = self._with_usual(scores, usual)
        least = 0.0 if near else min(LEAST_BITS, LEAST_SHARE * max(scores.values(), default=0.0))
        found = self._best({place: said for place, said in scores.items() if said >= least}, MOST_COMPARED)
        return sorted(found, key=lambda place: (self._rank(place, scores[place]), -place), reverse=True)

    def _rank(self, place: int, said: float) -> float:
        return said - ALONE_BITS * self._sizes[place]

    def _best(self, scores: dict[int, float], most: int) -> Iterable[int]:
        """The places that rank first, in no order; of equal ones the earlier."""
        if len(scores) <= most:
            return scores
        sizes = self._sizes
        ranks = [said - ALONE_BITS * sizes[place] for place, said in scores.items()]
        last = sorted(ranks, reverse=True)[most - 1]
        found = [place for place, rank in zip(scores, ranks, strict=True) if rank > last]
        equal = sorted(place for place, rank in zip(scores, ranks, strict=True) if rank == last)
        return found + equal[: most - len(found)]

    def _with_usual(self, scores: dict[int, float], usual: list[Shared]) -> dict[int, float]:
        """The names that share most, with what usual words add to them; those bring in no names of their own."""
        kept = self._best(scores, MOST_KEPT)
        found = {place: scores[place] for place in kept}
        for place in kept:
            own = self._at(place)
            more = 0.0
            for bits, alike in usual:
                likest = 0.0
                for number in own:
                    if number in alike and alike[number] > likest:
                        likest = alike[number]
                more += bits * likest
            found[place] += more
        return found

    def _alike(self, name: str) -> Iterator[Shared]:
        """For each word of a name its bits, and the words of the index like it by number, with their likeness."""
        seen: set[tuple[str, str]] = set()
        for word in _words(name, neighbours=True):
            if (word.script, word.letters) in seen:
                continue
            seen.add((word.script, word.letters))
            if alike := self._like(word):
                yield word.bits, alike
        for sign in _signs(body(name)):
            if sign in self._signs:
                yield FULL_BITS, {self._signs[sign]: 1.0}


def _words(name: str, neighbours: bool = False) -> Iterator[Word]:
    """The words of a name; and its neighbours read as one, for those who write them together."""
    pieces = person(name).pieces
    for piece in pieces:
        yield piece.word
    for one, two in pairwise(pieces) if neighbours else ():
        if len(one.word.letters) + len(two.word.letters) <= LONGEST_JOINED:
            yield joined(one.word, two.word)


def _signs(named: Body) -> Iterator[str]:
    """What a body's name means, in signs of no language: meanings of its words, its acronym, its entry in a list."""
    for known in sorted(named.known):
        yield f"known:{known}"
    if named.acronym:
        yield f"acronym:{''.join(sorted(named.acronym))}"
    if named.is_body:
        yield from _acronyms(named)
        for term in named.terms:
            if term.sort not in (HEAD, FIRM, GENERAL):
                yield from sorted(term.concepts)
        if SHORTEST_ACRONYM <= len(named.spoken) <= LONGEST_ACRONYM:
            yield f"acronym:{''.join(sorted(named.spoken))}"


def _acronyms(named: Body) -> Iterator[str]:
    """The acronyms that a body's name may have in translation, their letters in order of the alphabet."""
    options = [sorted(term.initials) for term in named.terms]
    if (
        not named.spoken
        and SHORTEST_ACRONYM <= len(options) <= LONGEST_ACRONYM
        and 0 < prod(len(letters) for letters in options) <= MOST_ACRONYMS
    ):
        yield from sorted({f"acronym:{''.join(sorted(letters))}" for letters in product(*options)})


@lru_cache(1 << 11)  # one report's persons, and those that they meet, are asked for several times while it is compared
def pair_keys(name: str) -> frozenset[str]:
    """Keys for bringing persons' names together by two of their parts: the frames of every two."""
    taken = person(name) if len(name) <= LONGEST else person("")
    words = taken.words
    frames = [sorted(skeletons(word)) for word in words]
    together = [(i, sorted(skeletons(joined(*pair)))) for i, pair in enumerate(pairwise(words)) if len(words) > 2]
    pairs = [*combinations(frames, 2)]
    pairs += [(both, other) for i, both in together for j, other in enumerate(frames) if j not in (i, i + 1)]
    return frozenset(" ".join(sorted((x, y))) for first, second in pairs for x in first for y in second)


def keys(name: str) -> frozenset[str]:
    """Keys for bringing names together: two spellings of one name share at least one, nearly always.

    A person's are the frames of every two parts, and of the last alone; a body's what its words mean.
    """
    if len(name) > LONGEST:
        return frozenset()
    words = person(name).words
    last = skeletons(words[-1]) if words else frozenset()
    return pair_keys(name) | last | frozenset(_signs(body(name)))


__all__ = ["Found", "Index", "keys", "pair_keys"]
