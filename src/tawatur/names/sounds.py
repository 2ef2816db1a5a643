"""Letters of every script as sounds, and how far two words differ in them: a weighted edit distance.

The costs are data (language/names/sounds.yml); they are made into one table of all letters against all when first
asked for. The distance is that of Needleman and Wunsch (1970), given up as soon as it passes a limit.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from tawatur.names.data import table
from tawatur.names.letters import ARABIC, CYRILLIC, LATIN

Sounds = tuple[int, ...]
SCRIPTS = (ARABIC, LATIN, CYRILLIC)
MARKS = ("servant", "father", "din", "allah")  # halves of compounds that are read as one sound
MARK_DIFFERS, MARK_SKIPPED = 1.6, 1.0
VOWEL_LENGTH = 0.3  # what a vowel adds to a word's length, a consonant being 1
_LONGEST_GROUP = 4


class Alphabet:
    """All letters of all scripts, numbered; `cost[i][j]` of one for the other, `skip[i]` of standing alone."""

    def __init__(self, raw: Mapping[str, Any]) -> None:
        self.number: dict[tuple[str, str], int] = {}
        self.skip: list[tuple[float, float]] = []  # against another script, against the same
        self.vowel: list[bool] = []
        self.script: list[str] = []
        self._sounds: list[dict[str, float]] = []
        self._letters: list[str] = []
        self.expand = {LATIN: dict(raw[LATIN]["expand"])}
        self.also: dict[str, str] = raw[LATIN]["also"]
        consonant = tuple(raw["skip"])
        for script in SCRIPTS:
            for kind in ("letters", "vowels"):
                for letters, sounds in raw[script][kind].items():
                    skip = tuple(
                        raw[script]["skip"].get(letters) or raw[script]["skip"].get(letters.strip("^$"), consonant)
                    )
                    self._add(script, letters, sounds, skip, kind == "vowels")
            for letters, skip in raw[script]["skip"].items():
                if (script, letters) not in self.number:
                    plain = letters.strip("^$")
                    kind = "vowels" if plain in raw[script]["vowels"] else "letters"
                    self._add(script, letters, raw[script][kind][plain], tuple(skip), kind == "vowels")
        for mark in MARKS:
            self._add("", mark, {mark: 0.0}, (MARK_SKIPPED, MARK_SKIPPED), False)
        self._near = {frozenset(pair[:2]): float(pair[2]) for pair in raw["near"]}
        self.mask = self._masks()
        frame = {sound: mark for mark, sounds in raw["frame"].items() for sound in sounds}
        frame.update({mark: mark[0].upper() for mark in MARKS})
        self.frame = [frame.get(min(s, key=lambda x: (s[x], x)), "") if s else "" for s in self._sounds]
        size = len(self.skip)
        self.cost = [[self._cost(raw, i, j) for j in range(size)] for i in range(size)]

    def _add(self, script: str, letters: str, sounds: dict[str, float], skip: Sequence[float], vowel: bool) -> None:
        self.number[script, letters] = len(self.skip)
        self.skip.append((float(skip[0]), float(skip[1])))
        self.vowel.append(vowel)
        self.script.append(script)
        self._sounds.append({s: float(c) for s, c in sounds.items()})
        self._letters.append(letters.strip("^$"))

    def _masks(self) -> list[int]:
        """For each letter the sounds it may stand for, and those near them, as bits: no common bit, no agreement."""
        bits = {s: 1 << n for n, s in enumerate(sorted({s for sounds in self._sounds for s in sounds}))}
        near: dict[str, int] = dict(bits)
        for pair in self._near:
            a, *rest = pair
            b = rest[0] if rest else a
            if a in bits and b in bits:
                near[a] |= bits[b]
                near[b] |= bits[a]
        return [_union(near[s] for s in sounds) for sounds in self._sounds]

    def _cost(self, raw: Mapping[str, Any], i: int, j: int) -> float:
        if i == j or (self.script[i] == self.script[j] and self._letters[i] == self._letters[j]):
            return 0.0
        if not self.script[i] or not self.script[j]:
            return MARK_DIFFERS
        if self.vowel[i] and self.vowel[j]:
            worst = raw["vowel_differ"]
        else:
            worst = raw["mixed_differ" if self.vowel[i] != self.vowel[j] else "differ"]
        best: float = worst
        for a, x in self._sounds[i].items():
            for b, y in self._sounds[j].items():
                between = 0.0 if a == b else self._near.get(frozenset((a, b)))
                if between is not None:
                    best = min(best, x + y + between)
        if self.script[i] == self.script[j]:
            best = min(worst, best + raw["respelt"][self.script[i]])
        return best

    def read(self, letters: str, script: str) -> Sounds:
        """A word of plain letters as the numbers of its letters; letters of no table are left out."""
        for short, full in self.expand.get(script, {}).items():
            letters = letters[:1] + letters[1:].replace(short, full)
        number = self.number
        found: list[int] = []
        at, end = 0, len(letters)
        while at < end:
            for size in range(min(_LONGEST_GROUP, end - at), 0, -1):
                group = letters[at : at + size]
                code = number.get((script, "^" + group)) if at == 0 else None
                if code is None and at + size == end:
                    code = number.get((script, group + "$"))
                if code is None:
                    code = number.get((script, group))
                if code is not None:
                    break
            if code is not None and not (found and self._repeats(found[-1], code)):
                found.append(code)
            at += size
        return tuple(found)

    def _repeats(self, last: int, code: int) -> bool:
        """Doubled letters are one sound; in Arabic only the long vowels are written double for one."""
        if self._letters[last] != self._letters[code]:
            return False
        return self.script[code] != ARABIC or self.vowel[code]

    def skeleton(self, sounds: Sounds) -> str:
        """The frame of a word: the classes of its consonants, doubled ones once; its vowels' own if it has no others."""
        found = ""
        for s in sounds:
            mark = self.frame[s]
            if mark and not found.endswith(mark):
                found += mark
        return found

    def length(self, sounds: Sounds) -> float:
        """How long a word is to the ear."""
        return sum(VOWEL_LENGTH if self.vowel[s] else 1.0 for s in sounds)


def _union(masks: Any) -> int:
    whole = 0
    for mask in masks:
        whole |= mask
    return whole


@cache
def alphabet() -> Alphabet:
    """The alphabet of all scripts, made once a process."""
    return Alphabet(table("sounds"))


def distance(a: Sounds, b: Sounds, same_script: bool, limit: float) -> float:
    """The least cost of making one word the other; `limit` where it is that much or more."""
    letters = alphabet()
    which = 1 if same_script else 0
    skip = letters.skip
    skips = [skip[s][which] for s in b]
    row = [0.0]
    total = 0.0
    for s in skips:
        total += s
        row.append(total)
    for s in a:
        costs = letters.cost[s]
        alone = skip[s][which]
        left = row[0] + alone
        new = [left]
        least = left
        above = row[0]
        for j, t in enumerate(b):
            best = above + costs[t]
            above = row[j + 1]
            if (other := above + alone) < best:
                best = other
            if (other := left + skips[j]) < best:
                best = other
            new.append(best)
            left = best
            if best < least:
                least = best
        if least >= limit:
            return limit
        row = new
    return min(row[-1], limit)
