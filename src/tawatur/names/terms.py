"""An organisation's name taken apart: its words and phrases, each with what it means and how much it tells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from tawatur.names.compared import compared
from tawatur.names.data import table
from tawatur.names.letters import ARABIC, LATIN, NUMBER, Token, tokens
from tawatur.names.lists import lists
from tawatur.names.vocabulary import (
    DIGITS,
    FIELD,
    FIRM,
    GENERAL,
    HEAD,
    PLACE,
    PLAIN,
    stem,
    vocabulary,
)
from tawatur.names.words import Word

WEIGHTS = {HEAD: 0.4, FIRM: 0.6, GENERAL: 0.5, FIELD: 1.0, PLACE: 1.6, DIGITS: 1.5}
PLAIN_BITS = 6.0  # bits of a word that weighs 1
MOST_WEIGHT = 2.2
LONGEST_ACRONYM = 7
MOST_TERMS = 24


class Term:
    """A word or phrase of a body's name: what it may mean, and its sort; the rest is worked out when asked."""

    __slots__ = ("_split", "_tokens", "_weight", "_word", "concepts", "script", "sort")

    def __init__(
        self, words: Sequence[Token], concepts: frozenset[str], sort: str, weight: float | None = None
    ) -> None:
        self._tokens = words
        self.concepts = concepts
        self.sort = sort
        self.script = words[0].script if len(words) == 1 and sort != DIGITS else ""  # "" where no word is compared
        self._weight = WEIGHTS.get(sort) if weight is None else weight
        self._word: Word | None = None
        self._split: tuple[Term, ...] | None = None

    @classmethod
    def glued(cls, terms: Sequence[Term], weight: float) -> Term:
        """Several terms read as one word, that says so much."""
        return cls([w for t in terms for w in t._tokens], _NOTHING, PLAIN, weight)

    @property
    def word(self) -> Word | None:
        """The word that is compared; None for numbers and phrases, which are not compared by letters."""
        if self._word is None and self.script:
            first = self._tokens[0]
            self._word = compared(first.letters, first.script)
        return self._word

    @property
    def weight(self) -> float:
        """How much it tells: of a word without meaning, by how rare it is."""
        if self._weight is None:
            assert self.word is not None  # a word without meaning is no phrase
            self._weight = min(MOST_WEIGHT, self.word.bits / PLAIN_BITS)
        return self._weight

    @property
    def text(self) -> str:
        """The words as written."""
        return " ".join([w.text for w in self._tokens])

    @property
    def sign(self) -> str:
        """What it means in one sign without spaces; of a word without meaning its stem."""
        return "|".join(sorted(self.concepts)) or "+".join([stem(w.letters, w.script) for w in self._tokens])

    @property
    def initials(self) -> frozenset[str]:
        """The Latin letters that it may have in an acronym."""
        first = self._tokens[0]
        if self.sort == DIGITS:
            return _NOTHING
        return vocabulary().initials(self.concepts) | ({first.letters[0]} if first.script == LATIN else _NOTHING)

    @property
    def split(self) -> tuple[Term, ...]:
        """The words of a phrase, each by itself; none of a single word."""
        if self._split is None:
            many = len(self._tokens) > 1 and self.sort != PLAIN
            self._split = tuple([_term([w], _NOTHING, PLAIN) for w in self._tokens]) if many else ()
        return self._split


_NOTHING: frozenset[str] = frozenset()
Phrase = tuple[Sequence[Token], frozenset[str], str]  # words, what they may mean, sort


class Body:
    """An organisation's name: whether its words are a body's, and its terms, made when asked for."""

    __slots__ = ("_phrases", "_terms", "_words", "acronym", "capitals", "is_body", "known")

    def __init__(
        self,
        words: Sequence[Token],
        phrases: Sequence[Phrase] | None,
        known: frozenset[str],
        is_body: bool,
    ) -> None:
        self._words = words
        self._phrases = phrases  # found when asked for where None
        self._terms: tuple[Term, ...] | None = None
        self.known = known  # ids of the name as a whole in the list of organisations
        self.is_body = is_body
        short = len(words) == 1 and words[0].script == LATIN and len(words[0].letters) <= LONGEST_ACRONYM
        self.acronym = words[0].letters if short else ""  # the letters, where the name is one short Latin word
        self.capitals = short and words[0].text.isupper()  # whether that word is written in capitals

    def __len__(self) -> int:
        return len(self.terms)

    @property
    def spoken(self) -> str:
        """The first letters of its Latin words."""
        return "".join([w.letters[0] for w in self._words if w.script == LATIN])

    @property
    def terms(self) -> tuple[Term, ...]:
        """The words and phrases of the name in order."""
        if self._terms is None:
            phrases = _phrases(self._words, _stems(self._words)) if self._phrases is None else self._phrases
            self._terms = tuple([_term(*phrase) for phrase in phrases])
        return self._terms


@lru_cache(maxsize=1 << 15)
def body(name: str) -> Body:
    """Take an organisation's name apart."""
    return body_of(tokens(name))


def body_of(words: Sequence[Token]) -> Body:
    """An organisation's name out of its words."""
    known = vocabulary()
    letters = [w.letters for w in words]
    if not known.gathered.isdisjoint(letters):
        words = tuple(_gathered(words))
        letters = [w.letters for w in words]
    kept = words if known.stop.isdisjoint(letters) else [w for w in words if w.letters not in known.stop] or words
    if not known.may_name_body(kept):
        return Body(kept, None, _NOTHING, False)
    stems = _stems(kept)
    phrases = _phrases(kept, stems)
    named = known.bodies.get(tuple(stems), _NOTHING)
    sorts = {sort for _, _, sort in phrases}
    headed = HEAD in sorts or FIRM in sorts or (PLACE in sorts and FIELD in sorts and PLAIN not in sorts)
    titled = headed and words[0].letters in lists().titles and phrases[0][2] not in (HEAD, FIRM, PLACE)
    return Body(kept, phrases, named, bool(named) or (headed and not titled))


def _stems(words: Sequence[Token]) -> list[str]:
    return [stem(w.letters, w.script) for w in words]


def _phrases(words: Sequence[Token], stems: Sequence[str]) -> list[Phrase]:
    """The words of a body's name, those together that mean something together."""
    find = vocabulary().find
    found: list[Phrase] = []
    at = 0
    while at < len(words) and len(found) < MOST_TERMS:
        size, concepts, sort = find(stems, at)
        found.append((words[at : at + max(1, size)], concepts, sort))
        at += max(1, size)
    return found


def meaning(name: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What an organisation's name means, in signs of no language, sorted: of the words that tell it from others, and of
    those that are as often left out (national, supreme). Both empty where it has no two words or none of its own."""
    left_out, silent = _left_out()
    told: list[str] = []
    more: list[str] = []
    own = False
    terms = body(name).terms
    for term in terms:
        if term.concepts <= silent and term.concepts:
            continue
        own |= term.sort in (PLAIN, FIELD, PLACE)
        (more if term.concepts and term.concepts <= left_out else told).append(term.sign)
    return (tuple(sorted(told)), tuple(sorted(more))) if own and len(told) + len(more) > 1 and told else ((), ())


@cache
def _left_out() -> tuple[frozenset[str], frozenset[str]]:
    raw = table("bodies")
    return frozenset(raw["left_out"]), frozenset(raw["says_nothing"])


def _gathered(words: Sequence[Token]) -> Iterator[Token]:
    """Words with what belongs to them: Abd al-Aziz as one word, spelt-out letters (بي بي سي) as an acronym."""
    lists_ = lists()
    at = 0
    while at < len(words):
        end = at
        while end < len(words) and words[end].letters in lists_.letter_names:
            end += 1
        if end - at > 1:
            letters = "".join(lists_.letter_names[w.letters] for w in words[at:end])
            yield Token(" ".join(w.text for w in words[at:end]), letters, LATIN)
            at = end
            continue
        end = at + 1
        if words[at].letters in lists_.servant:
            while end < len(words) - 1 and words[end].letters in lists_.article:
                end += 1
            if end < len(words):
                served = words[end]
                root = lists_.servant_root.get(served.script, "")
                core = served.letters if served.script == ARABIC else "el" + served.letters.removeprefix("al")
                yield Token(" ".join(w.text for w in words[at : end + 1]), root + core, served.script)
                at = end + 1
                continue
        yield words[at]
        at += 1


def _term(words: Sequence[Token], concepts: frozenset[str], sort: str) -> Term:
    first = words[0]
    if first.script == NUMBER:
        return Term(words, frozenset((f"number:{first.letters}",)), DIGITS)
    return Term(words, concepts, sort)
