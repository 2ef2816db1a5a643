"""Two Arabic spellings of one foreign word: writers differ in its long vowels and in which letter they hear.

Arabic has no usual spelling for a word of another language: each writer decides which of its vowels are written long,
and which letter stands for a sound that Arabic has not. In names of Arabic's own the same letters tell Hasan from
Husayn, so a word that many bear, or both spelt with letters that foreign words seldom get, is not read so.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Any

from tawatur.names.data import table
from tawatur.names.known import known
from tawatur.names.letters import ARABIC
from tawatur.names.sounds import Sounds, alphabet

Slots = tuple[Sounds, tuple[Sounds, ...]]  # consonants, and the vowels before, between and after them


@cache
def _costs() -> dict[str, Any]:
    found: dict[str, Any] = table("sounds")["foreign"]
    return found


@lru_cache(maxsize=1 << 15)
def may_be_foreign(letters: str) -> bool:
    """Whether an Arabic word may be one of another language: long enough, and no name that many bear."""
    rules = _costs()
    return len(letters) >= rules["shortest"] and "+" not in letters and known().count(letters) < rules["usual"]


@lru_cache(maxsize=1 << 15)
def slots(sounds: Sounds) -> Slots:
    """A word as its consonants and what is written between them."""
    vowel = alphabet().vowel
    consonants: list[int] = []
    between: list[Sounds] = []
    run: list[int] = []
    for sound in sounds:
        if vowel[sound]:
            run.append(sound)
        else:
            consonants.append(sound)
            between.append(bytes(run))
            run = []
    return bytes(consonants), (*between, bytes(run))


def foreign_distance(a: str, b: str, x: Sounds, y: Sounds, limit: float) -> float:
    """How far two Arabic words in plain letters, with their sounds, differ as spellings of one foreign word; `limit`
    where they cannot be that or differ so much."""
    if not may_be_foreign(a) or not may_be_foreign(b):
        return limit
    rules = _costs()
    if not (_seldom().isdisjoint(a) or _seldom().isdisjoint(b)):
        return limit
    mine, between = slots(x)
    theirs, other = slots(y)
    if len(mine) != len(theirs) or len(mine) < 2:
        return limit
    signs = alphabet()
    total = 0.0
    for one, two in zip(mine, theirs, strict=True):
        if cost := signs.cost[one][two]:
            total += max(0.0, cost - signs.respelt[ARABIC])  # the same sound, in the letter that another writer chose
            if total >= limit:
                return limit
    free = len(mine) >= rules["long"]
    last = len(between) - 1
    for place, (one_run, two_run) in enumerate(zip(between, other, strict=True)):
        if one_run != two_run:
            inner = free and 0 < place < last
            total += _vowels(one_run, two_run, rules if inner else None, signs.skip)
            if total >= limit:
                return limit
    return total


@cache
def _seldom() -> frozenset[str]:
    """The letters that foreign words seldom get."""
    return frozenset(_costs()["seldom"])


def _vowels(one: Sounds, two: Sounds, rules: dict[str, Any] | None, skip: list[tuple[float, float]]) -> float:
    """What it costs that different vowels are written at one place; without rules, what it does in Arabic words."""
    short, long = sorted((one, two), key=len)
    if len(long) == 1:
        if rules is not None:
            return float(rules["vowel_more"] if not short else rules["other_vowel"])
        return skip[long[0]][1] if not short else alphabet().cost[short[0]][long[0]]
    if rules is not None and len(long) == 2 and len(short) == 1 and short[0] in long:
        return float(rules["other_vowel"])
    return 1.0
