"""Letters of every script as sounds, and how far two words differ in them: a weighted edit distance.

The costs are data (language/names/sounds.yml); they are made into one table of all letters against all when first
asked for. The distance is that of Needleman and Wunsch (1970), given up as soon as it passes a limit; cells beyond
it are left out (Ukkonen 1985).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from tawatur.names.data import table
from tawatur.names.letters import ARABIC, CYRILLIC, LATIN

Sounds = bytes  # the numbers of letters: no more than 256 of all scripts
SCRIPTS = (ARABIC, LATIN, CYRILLIC)
MARKS = ("servant", "father", "din", "allah")  # halves of compounds that are read as one sound
MARK_DIFFERS, MARK_SKIPPED = 1.6, 1.0
FRAMED, MOST_FRAMES = 0.3, 4  # the cost up to which a reading counts for a frame; frames of one word at most
_NONE: dict[str, str] = {}
LEAST_ALONE = 0.8  # what it costs at least that one of most consonants stands alone
LEAST_RESPELT = 0.7  # what another Arabic consonant costs at least, though both words be foreign
STEP, STEPS = 0.2, 4  # by which it is told what it costs at least that nothing answers to a letter
ROUNDING = 1e-6  # of sums of costs
VOWEL_LENGTH = 0.3  # what a vowel adds to a word's length, a consonant being 1


class _Reader:
    """How a script's words are cut into letters: the longest groups first, some only at a word's beginning or end."""

    def __init__(self, script: str, number: Mapping[tuple[str, str], int]) -> None:
        own = [letters for at, letters in number if at == script]
        self.inner = {g: number[script, g] for g in own if g.strip("^$") == g}
        self.initial = {g[1:]: number[script, g] for g in own if g[0] == "^"}
        self.final = {g[:-1]: number[script, g] for g in own if g[-1] == "$"}
        patterns = [
            ("" if g.strip("^$") in self.inner else "\\A" if g[0] == "^" else "")
            + g.strip("^$")
            + ("" if g.strip("^$") in self.inner else "\\Z" if g[-1] == "$" else "")
            for g in sorted(own, key=lambda g: -len(g.strip("^$")))
        ]
        self.inner.update(dict.fromkeys([g.strip("^$") for g in own if g.strip("^$") not in self.inner], -1))
        self.groups = re.compile("|".join(dict.fromkeys(patterns)))


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
        self.also: dict[str, dict[str, str]] = {s: raw[s].get("also", {}) for s in SCRIPTS}
        self.also_openings = tuple(opening for also in self.also.values() for opening in also)
        self.apart: dict[str, str] = raw[LATIN]["apart"]
        consonant = tuple(raw["skip"])
        for script in SCRIPTS:
            for kind in ("letters", "vowels"):
                for letters, sounds in raw[script][kind].items():
                    skip = tuple(
                        raw[script]["skip"].get(letters) or raw[script]["skip"].get(letters.strip("^$"), consonant)
                    )
                    self._add(script, letters, sounds, skip, kind == "vowels")
            for letters, costs in raw[script]["skip"].items():
                if (script, letters) not in self.number:
                    plain = letters.strip("^$")
                    kind = "vowels" if plain in raw[script]["vowels"] else "letters"
                    self._add(script, letters, raw[script][kind][plain], tuple(costs), kind == "vowels")
        for mark in MARKS:
            self._add("", mark, {mark: 0.0}, (MARK_SKIPPED, MARK_SKIPPED), False)
        self.respelt: dict[str, float] = {script: float(cost) for script, cost in raw["respelt"].items()}
        self._near = {frozenset(pair[:2]): float(pair[2]) for pair in raw["near"]}
        self.mask = self._masks()
        frame = {sound: mark for mark, sounds in raw["frame"].items() for sound in sounds}
        frame.update({mark: mark[0].upper() for mark in MARKS})
        self.frame = [
            tuple(dict.fromkeys(frame.get(sound, "") for sound, cost in sounds.items() if cost <= FRAMED))
            for sounds in self._sounds
        ]
        size = len(self.skip)
        self._readers = {script: _Reader(script, self.number) for script in SCRIPTS}
        self.long = [VOWEL_LENGTH if vowel else 1.0 for vowel in self.vowel]
        self.sure, self.answers = self._answers()
        self.alone = tuple([costs[same] for costs in self.skip] for same in (0, 1))  # by whether it is one script
        self.cost = [[self._cost(raw, i, j) for j in range(size)] for i in range(size)]
        self.asks, self.meets = self._steps()
        asked = _union(self.asks)
        self.high = asked.bit_length()  # what does not answer stands above what is not met
        self.everything = _union(self.sure) << self.high | asked
        self.lacks = [
            self.everything & ~(answers << self.high | meets)
            for answers, meets in zip(self.answers, self.meets, strict=True)
        ]
        self.told = list(zip(self.asks, self.lacks, self.long, strict=True))  # what a word is made of, letter by letter
        self.free = [  # consonants that agree cost nothing; a vowel may go with another of a run
            [not vowel and not cost for cost in row] for vowel, row in zip(self.vowel, self.cost, strict=True)
        ]
        self._spelt = [self._letters.index(letters) for letters in self._letters]
        self._again = [spelt if self._repeats(code) else -2 for code, spelt in enumerate(self._spelt)]

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

    def _answers(self) -> tuple[list[int], list[int]]:
        """For each letter a bit of its own, where it is a consonant that costs `LEAST_ALONE` to leave out; and the bits
        of those consonants that share a sound with it, or a near one: no other letter can stand for them."""
        sure = [0 if vowel or min(self.skip[i]) < LEAST_ALONE else 1 << i for i, vowel in enumerate(self.vowel)]
        shared = [_union(bit for bit, other in zip(sure, self.mask, strict=True) if own & other) for own in self.mask]
        return sure, shared

    def _steps(self) -> tuple[list[int], list[int]]:
        """For each letter as many bits of its own as there are steps in the cost of its standing alone; and the bits of
        all letters to which it answers for less. What a word asks for and another does not meet is a cost, in steps."""
        asks, meets = [0] * len(self.skip), [0] * len(self.skip)
        bit = 1
        for i, alone in enumerate(self.skip):
            for step in range(1, STEPS + 1):
                if min(alone) < STEP * step - ROUNDING:
                    break
                asks[i] |= bit
                for j, costs in enumerate(self.cost):
                    if costs[i] < STEP * step - ROUNDING:
                        meets[j] |= bit
                bit <<= 1
        return asks, meets

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
            best = min(worst, best + self.respelt[self.script[i]])
        return best

    def read(self, letters: str, script: str) -> Sounds:
        """A word of plain letters as the numbers of its letters; letters of no table are left out."""
        reader = self._readers.get(script)
        if reader is None:
            return b""
        for short, full in self.expand.get(script, _NONE).items():
            if short in letters:
                letters = letters[:1] + letters[1:].replace(short, full)
        groups = reader.groups.findall(letters)
        if not groups:
            return b""
        inner = reader.inner
        found = [inner[group] for group in groups]
        found[-1] = reader.final.get(groups[-1], found[-1])
        found[0] = reader.initial.get(groups[0], found[0])
        spelt, again = self._spelt, self._again
        last = -1
        for code in found:
            if code < 0 or again[code] == last:
                break
            last = spelt[code]
        else:
            return bytes(found)
        return self._once(found)

    def _once(self, found: Sequence[int]) -> Sounds:
        """Letters without those of no table, and those written double once."""
        last = -1
        kept: list[int] = []
        for code in found:
            if code >= 0 and self._again[code] != last:
                kept.append(code)
                last = self._spelt[code]
        return bytes(kept)

    def _repeats(self, code: int) -> bool:
        """Doubled letters are one sound; in Arabic only the long vowels are written double for one."""
        return self.script[code] != ARABIC or self.vowel[code]

    def skeletons(self, sounds: Sounds) -> list[str]:
        """The frames of a word: the classes of its consonants, those that come twice in a row once."""
        found = [""]
        for s in sounds:
            marks = self.frame[s]
            if len(marks) > 1 and len(found) * len(marks) > MOST_FRAMES:
                marks = marks[:1]
            found = [frame + mark if mark and frame[-1:] != mark else frame for frame in found for mark in marks]
        return found


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
    free = letters.free
    start, end_a, end_b = 0, len(a), len(b)
    while start < end_a and start < end_b and free[a[start]][b[start]]:
        start += 1
    while end_a > start and end_b > start and free[a[end_a - 1]][b[end_b - 1]]:
        end_a -= 1
        end_b -= 1
    if end_a > end_b:  # fewer rows
        a, b, end_a, end_b = b, a, end_b, end_a
    return _aligned(a[start:end_a], b[start:end_b], letters.cost, letters.alone[same_script], limit)


def _aligned(
    a: Sounds, b: Sounds, cost: Sequence[Sequence[float]], alone_costs: Sequence[float], limit: float
) -> float:
    """The distance by rows; cells that reach the limit are not gone into again (Ukkonen 1985)."""
    skips = [alone_costs[s] for s in b]
    last = len(skips)
    row = [limit] * (last + 1)
    row[0] = 0.0
    low, high = 0, 0
    for one in skips:
        total = row[high] + one
        if total >= limit:
            break
        high += 1
        row[high] = total
    for s in a:
        costs = cost[s]
        alone = alone_costs[s]
        above = row[low]
        left = above + alone
        if left > limit:
            left = limit
        row[low] = left
        reached = low
        for j in range(low, last):
            best = above + costs[b[j]]
            above = row[j + 1]
            if (other := above + alone) < best:
                best = other
            if (other := left + skips[j]) < best:
                best = other
            if best < limit:
                reached = j + 1
            else:
                best = limit
                if j >= high:
                    row[j + 1] = limit
                    break
            row[j + 1] = left = best
        high = reached
        while low < high and row[low] >= limit:
            low += 1
        if row[low] >= limit:
            return limit
    return row[last]
