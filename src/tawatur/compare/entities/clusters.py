"""Profiles joined into things, with the reason of every joining, within what people decided."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import exp

from tawatur.compare.entities.likeness import ENOUGH, Why
from tawatur.compare.entities.profiles import Key, Profile
from tawatur.compare.entities.things import Side, Thing
from tawatur.compare.groups import Groups
from tawatur.record.types import Belonging


class Clusters:
    """Things that grow by joining; two things that people parted are never joined, directly or by a chain.

    `settled`: things that were compared with each other before, by faces that are among the profiles: two of them are
    joined only where one new profile is itself one with both.
    """

    def __init__(self, profiles: Mapping[Key, Profile], settled: Iterable[Thing] = ()) -> None:
        self._profiles = profiles
        self._groups: Groups[Key] = Groups(profiles)
        self._grown: dict[Key, Thing] = {}  # by the heads of their groups; what is alone is its profile
        self._settled: set[Key] = set()
        self._before: set[Key] = set()  # the faces of those
        self._why: dict[Key, list[Belonging]] = {}
        self._told: dict[tuple[tuple[str, float], ...], dict[str, float]] = {}  # reasons, each kept once
        for thing in settled:
            for face in thing.faces[1:]:
                self._groups.join(thing.faces[0].key, face.key)
            head = self._groups.find(thing.faces[0].key)
            self._grown[head] = thing
            self._settled.add(head)
            self._before.update(face.key for face in thing.faces)

    def thing(self, key: Key) -> Thing:
        """The thing that a profile is part of."""
        head = self._groups.find(key)
        return self._grown.get(head) or Thing.of(self._profiles[head])

    def one(self, a: Key, b: Key) -> bool:
        """Whether two profiles are one thing by now."""
        return self._groups.find(a) == self._groups.find(b)

    def each(self, keys: Iterable[Key]) -> list[Key]:
        """One profile of every thing among these, the first of each, or the first that is new."""
        found: dict[Key, Key] = {}
        for key in keys:
            head = self._groups.find(key)
            if found.setdefault(head, key) in self._before and key not in self._before:
                found[head] = key
        return list(found.values())

    def is_settled(self, key: Key) -> bool:
        """Whether a profile is of a thing that nothing new was joined with."""
        return self._groups.find(key) in self._settled

    def may_join(self, a: Key, b: Key) -> bool:
        """Whether they are of one thing, or of two that no standing decision parts, and one of them is new."""
        if self.one(a, b):
            return True
        return not self.met_before(a, b) and not self.parted(a, b)

    def met_before(self, *keys: Key) -> bool:
        """Whether all are faces of things that were compared with each other before."""
        return self._before.issuperset(keys)

    def parted(self, a: Key, b: Key) -> bool:
        """Whether a standing decision keeps the things of two profiles apart."""
        mine, theirs = (self._sides(self._groups.find(key)) for key in (a, b))
        return any((decision, 1 - side) in theirs for decision, side in mine)

    def _sides(self, head: Key) -> set[Side]:
        thing = self._grown.get(head)
        return thing.sides if thing else set()

    def part(self, decision: int, sides: tuple[Iterable[Key], Iterable[Key]]) -> bool:
        """Keep what stands on the one side from ever joining what stands on the other; False where they are one."""
        heads = [{self._groups.find(k) for k in side} for side in sides]
        if heads[0] & heads[1]:
            return False
        for side, found in enumerate(heads):
            for head in found:
                self._grown.setdefault(head, self.thing(head)).sides.add((decision, side))
        return True

    def join(self, a: Key, b: Key, why: Why, confidence: float | None = None) -> bool:
        """Make one thing of two; False where people parted them. Every joining is kept with its reason."""
        left, right = self._groups.find(a), self._groups.find(b)
        if left == right:
            return True
        if not self.may_join(a, b):
            return False
        mine, other = self.thing(left), self.thing(right)
        if mine.size < other.size:
            left, right, a, b, mine, other = right, left, b, a, other, mine
        self._groups.join(left, right)
        head = self._groups.find(left)
        for old in (left, right):
            self._grown.pop(old, None)
            self._settled.discard(old)
        mine.take(other)
        self._grown[head] = mine
        sure = confidence if confidence is not None else confidence_of(why)
        told = {k: round(v, 3) for k, v in why.items()}
        told = self._told.setdefault(tuple(told.items()), told)
        edge = Belonging(b, a, told, round(sure, 3))
        reasons = self._why.pop(left, [])
        reasons += self._why.pop(right, [])
        reasons.append(edge)
        self._why[head] = reasons
        return True

    def all(self) -> list[tuple[list[Profile], list[Belonging]]]:
        """The profiles of every thing, with the reasons of its joinings, in order of its smallest member."""
        members: dict[Key, list[Profile]] = {}
        for key in sorted(self._profiles):
            members.setdefault(self._groups.find(key), []).append(self._profiles[key])
        return [(found, self._why.get(head, [])) for head, found in members.items()]


def confidence_of(why: Why) -> float:
    """How sure a joining is by its score: 0.92 at the least score that joins two things, near 1 from a third more."""
    return 1 / (1 + exp(-8 * (sum(why.values()) - ENOUGH + 0.3)))
