"""What a person's name can score against one that is asked for, told from their words, before their parts are aligned.

A word answers to the word that it is most like, though another may answer to it too; only what surely stays alone
speaks against. So the score is never more than this, and a name that cannot reach a floor need not be aligned.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from tawatur.names.align import LONGER
from tawatur.names.compared import may_be_joined
from tawatur.names.features import ENOUGH_BITS, LEFT_OUT, USUAL_FIRST
from tawatur.names.persons import MOST_PIECES, Person
from tawatur.names.weights import BASE, FEATURES
from tawatur.names.words import PAIRED, Word, likeness

_WEIGHT = {feature.__name__: weight for feature, weight in FEATURES.items()}


def is_plain(name: Person) -> bool:
    """Whether nothing but its words is compared of a name: no ruler's number, no initial."""
    return not (name.number or name.generation or name.has_initials) and 0 < name.names <= MOST_PIECES


class Bound:
    """A person's plain name that many are held against."""

    def __init__(self, name: Person) -> None:
        self._words = name.words
        self._base = BASE + (_WEIGHT["father_agrees"] if name.of_descent else 0.0)
        self._met: dict[Word, tuple[float, ...]] = {}

    def most(self, words: Sequence[Word]) -> float:
        """The most that a plain name of these words, in their order, can score: the sum that `weights.total` gives,
        before the logistic function. Infinite where all of both names may agree."""
        mine = self._words
        said = [0.0] * len(mine)
        met = [False] * len(words)
        near = 0.0
        for j, other in enumerate(words):
            for i, like in enumerate(self._met.get(other) or self._meet(other)):
                if like >= PAIRED:
                    met[j] = True
                    said[i] = max(said[i], like * min(mine[i].bits, other.bits))
                else:
                    near = max(near, like)
        held = [bits > 0 for bits in said]
        more = _together(mine, words, held, met) + _together(words, mine, met, held)
        if all(held) and all(met):
            return float("inf")
        bits = min(ENOUGH_BITS, sum(said) + more)
        agreeing = _WEIGHT["agreeing_parts"] * bits + _WEIGHT["rare_part"] * max(*said, more)
        return self._base + agreeing / 10 + self._alone(words, held, met, near)

    def _meet(self, other: Word) -> tuple[float, ...]:
        found = self._met[other] = tuple([likeness(word, other)[0] for word in self._words])
        return found

    def _alone(self, words: Sequence[Word], held: Sequence[bool], met: Sequence[bool], near: float) -> float:
        """The least that what surely stays alone speaks against."""
        if len(words) == 1 or len(self._words) == 1:
            return _WEIGHT["one_part_only"] if len(words) != len(self._words) else 0.0
        found = 0.0
        if not held[0] or not met[0]:
            found += _WEIGHT["other_given_name"] * (1 - near)
            if held[0] or met[0]:
                first = words[0] if held[0] else self._words[0]
                left_out = LEFT_OUT if first.bits < USUAL_FIRST else 1.0
                found = max(found, _WEIGHT["given_name_missing"] * left_out)
        if not held[-1] or not met[-1]:
            other = _WEIGHT["other_family_name"] * (1 - near)
            found += max(other, _WEIGHT["family_name_missing"]) if held[-1] or met[-1] else other
        return found


def _together(mine: Sequence[Word], others: Sequence[Word], held: list[bool], met: list[bool]) -> float:
    """Mark neighbours of one side that, read as one, may be a word of the other; the bits that they can add."""
    more = 0.0
    for i, (one, two) in enumerate(pairwise(mine)):
        length = one.length + two.length
        for j, other in enumerate(others):
            if abs(length - other.length) <= LONGER * length and may_be_joined(one, two, other):
                held[i] = held[i + 1] = met[j] = True
                more += other.bits
    return more
