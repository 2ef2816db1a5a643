"""Profiles joined into things, with the reason of every joining, within what people decided."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import exp

from tawatur.compare.groups import Groups
from tawatur.compare.likeness import ENOUGH, Thing, Why
from tawatur.compare.profiles import Key, Profile
from tawatur.record.types import Belonging

Side = tuple[int, int]  # a decision that two things are two, and on which side of it a thing stands


class Clusters:
    """Things that grow by joining; two things that people parted are never joined, directly or by a chain."""

    def __init__(self, profiles: Mapping[Key, Profile]) -> None:
        self._groups: Groups[Key] = Groups(profiles)
        self._things = {key: Thing.of(profile) for key, profile in profiles.items()}
        self._sides: dict[Key, set[Side]] = {}
        self._why: dict[Key, list[Belonging]] = {}

    def thing(self, key: Key) -> Thing:
        """The thing that a profile is part of."""
        return self._things[self._groups.find(key)]

    def one(self, a: Key, b: Key) -> bool:
        """Whether two profiles are one thing by now."""
        return self._groups.find(a) == self._groups.find(b)

    def each(self, keys: Iterable[Key]) -> list[Key]:
        """One profile of every thing among these, the first of each."""
        return list({self._groups.find(k): k for k in reversed(list(keys))}.values())[::-1]

    def may_join(self, a: Key, b: Key) -> bool:
        """Whether no standing decision parts the two things."""
        left, right = (self._sides.get(self._groups.find(k), set()) for k in (a, b))
        return not any((decision, 1 - side) in right for decision, side in left)

    def part(self, decision: int, sides: tuple[Iterable[Key], Iterable[Key]]) -> bool:
        """Keep what stands on the one side from ever joining what stands on the other; False where they are one."""
        heads = [{self._groups.find(k) for k in side} for side in sides]
        if heads[0] & heads[1]:
            return False
        for side, found in enumerate(heads):
            for head in found:
                self._sides.setdefault(head, set()).add((decision, side))
        return True

    def join(self, a: Key, b: Key, why: Why, confidence: float | None = None) -> bool:
        """Make one thing of two; False where people parted them. Every joining is kept with its reason."""
        if self.one(a, b):
            return True
        if not self.may_join(a, b):
            return False
        left, right = self._groups.find(a), self._groups.find(b)
        if len(self._things[left].members) < len(self._things[right].members):
            left, right, a, b = right, left, b, a
        self._groups.join(left, right)
        head = self._groups.find(left)
        thing = self._things.pop(left)
        thing.take(self._things.pop(right))
        self._things[head] = thing
        sides = self._sides.pop(left, set()) | self._sides.pop(right, set())
        if sides:
            self._sides[head] = sides
        sure = confidence if confidence is not None else confidence_of(why)
        edge = Belonging(b, a, {k: round(v, 3) for k, v in why.items()}, round(sure, 3))
        reasons = self._why.pop(left, [])
        reasons += self._why.pop(right, [])
        reasons.append(edge)
        self._why[head] = reasons
        return True

    def all(self) -> list[tuple[Thing, list[Belonging]]]:
        """Every thing with the reasons of its joinings, in order of its smallest member."""
        return [(self._things[h], self._why.get(h, [])) for h in sorted(self._things)]


def confidence_of(why: Why) -> float:
    """How sure a joining is by its score: 0.92 at the least score that joins two things, near 1 from a third more."""
    return 1 / (1 + exp(-8 * (sum(why.values()) - ENOUGH + 0.3)))
