"""What people said is one thing and what is two, of events and of stories: it holds through any chain.

Of two decisions that cannot both hold, the later one does, as for entities (`judgements`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from tawatur.compare.events.sight import key_of
from tawatur.compare.groups import Groups
from tawatur.record.anchors import Lost, place_of
from tawatur.record.decisions import ON_EVENTS, ON_ONE_THING, ON_STORIES, Decision
from tawatur.record.types import Reading

Side = tuple[int, int]  # a decision that two things are two, and on which side of it something stands
Sides = frozenset[Side]
Said = tuple[int, bool, Sequence[str], Sequence[str]]  # number of a decision, whether it makes one, its two sides
_NONE: Sides = frozenset()
DECISION = "decision "  # before its number: the feature of a link that people made


class Ties:
    """The keys that people tied together or parted. `overruled`: the numbers of decisions that a later one overrules,
    in whole or in part."""

    def __init__(self, said: Iterable[Said] = ()) -> None:
        self._groups: Groups[str] = Groups()
        self._sides: dict[str, Sides] = {}
        self._by: dict[str, int] = {}
        self.overruled: list[int] = []
        for decision, one, a, b in sorted(said, key=lambda s: -s[0]):
            held = self._tie(decision, [*a, *b]) if one else self._part(decision, a, b)
            if not held:
                self.overruled.append(decision)
        self._members: dict[str, list[str]] = {group[0]: group for group in self._groups.all() if len(group) > 1}

    def __bool__(self) -> bool:
        return bool(self._sides or self._members)

    def sides(self, key: str) -> Sides:
        """On which sides of what was parted something stands, itself or by what it is tied to."""
        return self._sides.get(self._groups.find(key), _NONE) if self._sides else _NONE

    def tied(self, key: str) -> Sequence[str]:
        """What people said is one thing with this, this included; nothing where they said so of nothing."""
        return self._members.get(self._groups.find(key), ())

    def all(self) -> Iterable[tuple[int, Sequence[str]]]:
        """Everything that is tied together, each with the number of the last decision that ties it."""
        return ((self._by[head], keys) for head, keys in self._members.items())

    def _tie(self, decision: int, keys: Sequence[str]) -> bool:
        """Tie these together; what a later decision parted stays so, and the rest goes with the first that it may."""
        apart: list[str] = []
        for key in keys:
            if not any(self._join(decision, other, key) for other in apart):
                apart.append(key)
        return len(apart) < 2

    def _join(self, decision: int, one: str, other: str) -> bool:
        a, b = self._groups.find(one), self._groups.find(other)
        if a == b:
            return True
        mine, theirs = self._sides.get(a, _NONE), self._sides.get(b, _NONE)
        if parted(mine, theirs):
            return False
        self._groups.join(a, b)
        head = self._groups.find(a)
        by = max(self._by.pop(a, 0), self._by.pop(b, 0), decision)
        for old in (a, b):
            self._sides.pop(old, None)
        self._by[head] = by
        if mine or theirs:
            self._sides[head] = mine | theirs
        return True

    def _part(self, decision: int, a: Sequence[str], b: Sequence[str]) -> bool:
        heads = [{self._groups.find(key) for key in side} for side in (a, b)]
        if heads[0] & heads[1]:
            return False
        for side, found in enumerate(heads):
            for head in found:
                self._sides[head] = self._sides.get(head, _NONE) | {(decision, side)}
        return True


def parted(mine: Iterable[Side], theirs: Sides | set[Side]) -> bool:
    """Whether somebody said that two things are two that stand on these sides."""
    return any((decision, 1 - side) in theirs for decision, side in mine) if theirs else False


def event_ties(decisions: Iterable[Decision], readings: Mapping[str, Reading]) -> Ties:
    """What people said of events, by the keys of tellings (`sight.key_of`); anchors that fit nothing are left out."""
    said: list[Said] = []
    for decision in decisions:
        if decision.kind in ON_EVENTS:
            a, b = (event_keys(decision.detail[side]["places"], readings) for side in ("a", "b"))
            if a and b:
                said.append((decision.id, decision.kind in ON_ONE_THING, a, b))
    return Ties(said)


def event_keys(places: Iterable[Mapping[str, object]], readings: Mapping[str, Reading]) -> list[str]:
    """The tellings that stand at these places now."""
    found = []
    for place in places:
        reading = readings.get(str(place["report"]))
        if reading is None:
            continue
        try:
            event = reading.events[place_of(reading, place)]
        except Lost:
            continue
        found.append(key_of(str(place["report"]), event.id))
    return found


def story_ties(decisions: Iterable[Decision]) -> Ties:
    """What people said of stories, by the names of reports."""
    return Ties((d.id, d.kind in ON_ONE_THING, *_reports(d)) for d in decisions if d.kind in ON_STORIES)


def near_to(decisions: Sequence[Decision], reports: Iterable[str]) -> list[Decision]:
    """Those decisions on two sides that reach these reports, directly or through others, in their order."""
    reached = set(reports)
    found: dict[int, Decision] = {}
    ahead = True
    while ahead:
        ahead = False
        for decision in decisions:
            named = {name for side in _reports(decision) for name in side} if decision.id not in found else set()
            if named & reached:
                found[decision.id] = decision
                reached |= named
                ahead = True
    return [found[ident] for ident in sorted(found)]


def reports_of(decisions: Iterable[Decision]) -> set[str]:
    """The reports that these decisions on two sides name."""
    return {name for decision in decisions for side in _reports(decision) for name in side}


def _reports(decision: Decision) -> tuple[list[str], list[str]]:
    a, b = ([place["report"] for place in decision.detail[side]["places"]] for side in ("a", "b"))
    return a, b
