"""The readings that are compared, by report name and in order of time, with what every stage asks of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cache, lru_cache

from tawatur.language.lexicon import Entry, Hit, Lexicon
from tawatur.language.loader import load
from tawatur.record.naming import published_at as published_at
from tawatur.record.naming import report_name
from tawatur.record.types import Reading
from tawatur.text.folding import fold
from tawatur.text.stems import light_stem
from tawatur.text.words import SIGN, Token, analyses, tokenize

_BOUND = "-"  # before a part of a name that stands after Abd or Abu
_REMEMBERED = 1 << 16  # wordings of which what was made of them is kept: news repeats its names
_LONG = 3  # letters of a word that carries meaning; shorter ones are particles


def by_name(readings: Iterable[Reading]) -> dict[str, Reading]:
    """Readings by the names of their reports; reports of one name are told apart by a number, in order of their files
    and texts."""
    first: dict[str, Reading] = {}
    more: list[tuple[str, Reading]] = []
    for reading in sorted(readings, key=lambda r: (r.report.file, r.report.text_sha256)):
        name = report_name(reading.report.file)
        if first.setdefault(name, reading) is not reading:
            more.append((name, reading))
    used: Counter[str] = Counter()
    for name, reading in more:
        number = max(2, used[name] + 1)
        while f"{name}-{number}" in first:
            number += 1
        first[f"{name}-{number}"] = reading
        used[name] = number
    return first


class Corpus:
    """Readings by report name, first published first (reports of one moment in order of their names)."""

    def __init__(self, readings: Sequence[Reading]) -> None:
        named = by_name(readings)
        self.at = {name: published_at(r.report) for name, r in named.items()}
        self.readings = {name: named[name] for name in sorted(named, key=lambda n: (self.at[n], n))}
        self.rank = {name: i for i, name in enumerate(self.readings)}

    def __iter__(self) -> Iterator[tuple[str, Reading]]:
        return iter(self.readings.items())

    def day(self, name: str) -> date | None:
        """The day a report came out, by its own calendar."""
        return self.readings[name].report.published

    def days_apart(self, a: str, b: str) -> int | None:
        """Days between two reports; None where one of them has no date."""
        left, right = self.day(a), self.day(b)
        return abs((left - right).days) if left and right else None

    def in_order(self, names: Sequence[str] | set[str]) -> list[str]:
        """Report names, first published first, each once."""
        return sorted(set(names), key=lambda n: self.rank[n])


@lru_cache(_REMEMBERED)
def stems(text: str) -> frozenset[str]:
    """The stems of a text's words and numbers, without its particles: what two wordings have in common.

    A country's name and the adjective of its nation are one: the embassy of the United States, the American embassy.
    """
    tokens = [t for t in tokenize(text) if t.kind != SIGN]
    of = nations(tokens)
    found = {of.get(i) or light_stem(t.form) for i, t in enumerate(tokens) if _says(t.form)}
    return frozenset(found)


@cache
def pointing_stems(key: str) -> frozenset[str]:
    """The stems of the words that point at somebody in one way: as who held a title once (`former`), as who is thought
    to have done it (`suspects`)."""
    return frozenset().union(*(stems(word) for word in load("arabic").data("pointing")[key]))


def one_voice(a: str | None, b: str | None) -> bool:
    """Whether two speakers, each a merged id or words, are one: Russia and Syria are Syria and Russia."""
    if a is None or b is None:
        return False
    return a == b or (not a.isascii() and not b.isascii() and stems(a) == stems(b) != frozenset())


@lru_cache(_REMEMBERED)
def head(title: str) -> tuple[str, ...]:
    """The stem of the first word of a title that is no country (minister, envoy), alone; nothing where it has none."""
    tokens = [t for t in tokenize(title) if t.kind != SIGN]
    of = nations(tokens)
    return tuple(light_stem(t.form) for i, t in enumerate(tokens) if i not in of and _says(t.form))[:1]


def nations(tokens: Sequence[Token]) -> dict[int, str]:
    """The country of every word among these that is a country's name or the adjective of its nation, by position."""
    for i, token in enumerate(tokens):
        token.index = i
    found: dict[int, str] = {}
    for hit in _nations().match(tokens):
        nation = hit.data.get("of") if hit.entry.kind == "demonym" else _country(hit)
        for i in range(hit.first, hit.last + 1) if nation else ():
            found[i] = str(nation)
    return found


@cache
def _nations() -> Lexicon:
    """The names of countries and the adjectives of their nations: a small part of all that the lists name."""
    return load("arabic").lexicon.part(lambda entry: entry.kind == "demonym" or _is_country(entry))


def _is_country(entry: Entry) -> bool:
    return entry.kind == "name" and entry.data.get("class") == "country"


def _country(hit: Hit) -> str | None:
    return hit.data["id"] if _is_country(hit.entry) else None


def _says(form: str) -> bool:
    return len(form) >= _LONG or form.isdecimal()


def alike(a: frozenset[str], b: frozenset[str]) -> float:
    """How much two wordings share: words in common by all words, 1 where one says all the other does."""
    if not a or not b:
        return 0.0
    common = len(a & b)
    return 1.0 if common == min(len(a), len(b)) else common / len(a | b)


@lru_cache(_REMEMBERED)
def name_words(name: str) -> tuple[str, ...]:
    """A name's folded words, each without its article."""
    return tuple(_bare(t.form) for t in tokenize(name) if t.kind != SIGN and t.form)


def _bare(form: str) -> str:
    return next((rest for rest in _after_article(form) if len(rest) >= _LONG), form)


def _after_article(form: str) -> list[str]:
    """What a word may be without the article that it begins with, however short."""
    return [a.rest for a in analyses(form) if a.article and not a.preposition and not a.conjunction]


@lru_cache(_REMEMBERED)
def person_words(name: str) -> tuple[str, ...]:
    """A person's name in parts: Abd and Abu make one part with what follows, Allah with what is before it; ibn and the
    like are left out where something follows."""
    joint, prefix, god = _person_particles()
    words = name_words(name)
    parts: list[str] = []
    bound = False
    for i, word in enumerate(words):
        if word in joint and i + 1 < len(words):
            continue
        if word in god and parts and not bound:
            parts[-1] += word
            continue
        word = _written_apart(word, prefix)
        parts.append(_BOUND + word if bound else word)
        bound = word in prefix
        if bound:
            parts.pop()
    return tuple(parts)


def _written_apart(word: str, prefix: frozenset[str]) -> str:
    """Abdussalam in one word as in two."""
    for first in prefix:
        rest = word.removeprefix(first)
        if rest != word and len(first) >= _LONG and _after_article(rest):
            return _BOUND + _bare(rest)
    return word


@cache
def _person_particles() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    words = load("arabic").data("names/parts")["words"]
    joint, prefix, god = (frozenset(fold(str(w)) for w in words[kind]) for kind in ("joint", "prefix", "god"))
    return joint, prefix, god


@lru_cache(_REMEMBERED)
def skeleton(word: str) -> str:
    """A word without vowel letters, its doubtful consonants made one."""
    data = load("arabic").data("spelling")
    sounds = word.translate(str.maketrans(data["doubtful"]))
    return sounds.translate(str.maketrans("", "", "".join(data["vowels"]))) or sounds
