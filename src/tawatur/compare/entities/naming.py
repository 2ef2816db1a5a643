"""What an entity is called, in folded words: the names under which it can meet others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import pairwise
from types import MappingProxyType

from tawatur.compare.corpus import name_words, person_words, skeleton
from tawatur.compare.entities.institutions import (
    institution_words,
    numbered_words,
    of_every_state,
    place_words,
    placed_words,
)
from tawatur.language.loader import load
from tawatur.names import meaning
from tawatur.record.types import Entity
from tawatur.text.folding import fold

Name = tuple[str, ...]  # folded words
SOUNDS = "~"  # the first part of a name that is told by its consonants
MEANING, GIST = "=", "≈"  # and of one told by what its words mean, in any order; by those that it is never without
_LONG = 5  # consonants of a name that is compared by them
_UNSPELT: Mapping[Name, str] = MappingProxyType({})


@dataclass(slots=True, eq=False)
class Called:
    """What an entity is called. `spelt`: a person's full names as they are written; `fathers`: whose son they say he
    is; `seat`: the country in an organisation's name; `everywhere`: every state has an institution of this name."""

    names: frozenset[Name]
    spelt: Mapping[Name, str] = field(default_factory=lambda: _UNSPELT)
    fathers: frozenset[str] = frozenset()
    seat: str | None = None
    everywhere: bool = False


def called(entity: Entity) -> Called:
    """What an entity is called; entities that are called the same share the answer."""
    names = tuple(n for n in entity.name.values() if n)
    return _called(entity.type, names, tuple(entity.aliases) if entity.type == "person" else ())


@lru_cache(maxsize=1 << 16)
def _called(kind: str, names: tuple[str, ...], aliases: tuple[str, ...]) -> Called:
    texts = list(dict.fromkeys(t for n in (*names, *_more_names(names, aliases)) for t in _scripts(n)))
    if kind == "person":
        parts = {t: person_words(t) for t in texts}
        spelt = {p: t for t, p in reversed(parts.items()) if len(p) > 1}
        fathers = frozenset(f for t in spelt.values() if (f := father(t)))
        return Called(frozenset(p for p in parts.values() if p), spelt or _UNSPELT, fathers)
    if kind == "organisation":
        placed = [institution_words(t) for t in texts]
        found = frozenset(n for words, _ in placed if words for n in (words, sounding(words), *meant(words)))
        found |= {n for t in texts if (full := placed_words(t)[0]) for n in (sounding(full), *meant(full))}
        country = next((s for _, s in placed if s), None)
        proper = {words: t for t, (words, _) in zip(texts, placed, strict=True) if words and _proper(words)}
        return Called(found, proper or _UNSPELT, seat=country, everywhere=any(of_every_state(t) for t in texts))
    words = [w for t in texts if (w := place_words(t) if kind == "place" else numbered_words(t))]
    sounds = sounding if kind == "work" else together if kind == "place" else tuple
    spelt = {w: t for t in texts if kind == "work" and _proper(w := numbered_words(t))}
    everywhere = kind == "other" and any(of_every_state(t) for t in texts if not any(c.isdigit() for c in t))  # a law
    return Called(frozenset(n for w in words for n in (w, sounds(w))), spelt or _UNSPELT, everywhere=everywhere)


def sounding(words: Name) -> Name:
    """A name of several words by its consonants: وزارة الشؤون and وزارة الشئون, بزنس إنسايدر and بيزنس إنسايدر.

    Names of one word, and short ones, stay as they are: too much sounds like them.
    """
    sounds = tuple(_sounds(w) for w in words)
    return (SOUNDS, *sounds) if len(words) > 1 and len("".join(sounds)) >= _LONG else words


def meant(words: Name) -> Iterator[Name]:
    """An organisation's name by the meaning of its words, whatever their order, form and language, and that without the
    words that are as often left out."""
    told, more = meaning(" ".join(words))
    if told:
        yield (MEANING, *sorted((*told, *more)))
        yield (GIST, *told)


def _proper(words: Name) -> bool:
    """Whether a name of several words is none of words that mean something, so that writers spell it by its sound: لو
    باريزيان, بوكا جونيورز."""
    told = next(meant(words), ())
    return sounding(words)[0] == SOUNDS and bool(told) and not any(":" in sign for sign in told)


def _sounds(word: str) -> str:
    """A word's consonants, and the letter that it begins with where that is one there."""
    rest = skeleton(word)
    return word[0] + rest if word[:1] in _glides() and word[0] != rest[:1] else rest


@cache
def _glides() -> frozenset[str]:
    return frozenset(load("arabic").data("spelling")["glides"])


def together(words: Name) -> Name:
    """A place's name by its consonants, however its words are parted: كفر بطنا and كفربطنا; a short one as it is."""
    sounds = "".join(skeleton(w) for w in words)
    return (SOUNDS, sounds) if len(sounds) > _LONG else words


def _scripts(name: str) -> list[str]:
    """A name, and its halves where it is given in two scripts: واشنطن بوست Washington Post."""
    if " " not in name or name.isascii():
        return [name]
    latin = [w for w in name.split() if w.isascii()]
    other = [w for w in name.split() if not w.isascii()]
    halves = [" ".join(half) for half in (other, latin)]
    return [name, *halves] if latin and other and all(" " in half for half in halves) else [name]


def _more_names(names: Iterable[str], aliases: Iterable[str]) -> list[str]:
    """Other names of a person in full, with a part in common or in Latin letters."""
    main = {w for n in names for w in person_words(n)} if aliases else set()
    return [a for a in aliases if " " in a and (main & set(person_words(a)) or a.isascii())]


@cache
def father(name: str) -> str | None:
    """What stands after the first word for "son of" in a person's name, folded; None where the name has none.

    The name of a house (آل, or a word with the article) is no father's.
    """
    return next(iter(lineage(name)), None)


@cache
def lineage(name: str) -> tuple[str, ...]:
    """A person's father and those before him, as far as his name calls each the son of the next, folded."""
    words = name.split()
    sons = [i for i, word in enumerate(words[:-1]) if i > 0 and fold(word) in _filiation()]
    found: list[str] = []
    for start, end in pairwise((*sons, len(words))):
        parts = person_words(" ".join(words[start + 1 : end]))
        following = fold(words[start + 1])
        if not parts or name_words(following)[:1] != (following,):
            break
        found.append(parts[0])
        if len(parts) > 1:  # names stand between: what follows is no father's father
            break
    return tuple(found)


def is_filiation(word: str) -> bool:
    """Whether a word says "son of" or "daughter of"."""
    return fold(word) in _filiation()


@cache
def _filiation() -> frozenset[str]:
    return frozenset(fold(str(w)) for w in load("arabic").data("spelling")["filiation"])
