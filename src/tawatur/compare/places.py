"""Places against each other: one place, a country and what lies in it, two cities, or nothing that can be said."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from tawatur.compare.countries import country_of, place_classes
from tawatur.compare.events.sight import Ref

Relation = Literal["same", "within", "unknown", "apart"]

_SAYS = {"country": 0.5, "region": 0.7}  # of what a city says


def relation(a: Sequence[Ref], b: Sequence[Ref]) -> Relation:
    """How the places of two events stand to each other: the nearest two decide, of each the most exact ones."""
    pairs = [_one_to_one(x, y) for x in exact(a) for y in exact(b)]
    order: tuple[Relation, ...] = ("same", "within", "unknown", "apart")
    return min(pairs, key=order.index, default="unknown")


def exact(refs: Sequence[Ref]) -> Sequence[Ref]:
    """Places without the countries that others of them lie in."""
    if len(refs) < 2:
        return refs
    around = {country_of(r.id) for r in refs if r.id and place_classes().get(r.id) != "country"}
    return [r for r in refs if not r.id or r.id not in around]


def _one_to_one(a: Ref, b: Ref) -> Relation:
    if a.same(b):
        return "same"
    if not a.id or not b.id:
        return "unknown"
    left, right = country_of(a.id), country_of(b.id)
    if left is None or right is None:
        return "unknown"
    if left != right:
        return "apart"
    classes = {place_classes().get(a.id, ""), place_classes().get(b.id, "")}
    return "within" if len(classes) > 1 else "apart"


def towns(refs: Sequence[Ref]) -> set[str]:
    """The cities among places."""
    return {r.id for r in refs if r.id and place_classes().get(r.id) == "city"}


def scales_differ(a: Sequence[Ref], b: Sequence[Ref]) -> bool:
    """A city and a region or a country: the one may lie in the other."""
    left, right = ({place_classes().get(r.id or "", "") for r in refs} for refs in (a, b))
    return not left & right


def unplaced(a: Sequence[Ref], b: Sequence[Ref]) -> bool:
    """Whether of one of two places no list says what it is or where it lies: a quarter of the other, may be."""
    return any(not any(r.id and (place_classes().get(r.id) or country_of(r.id)) for r in refs) for refs in (a, b))


def spread(a: Sequence[Ref], b: Sequence[Ref]) -> float:
    """How much it says that two events are in one place: the larger it is, the less."""
    common = [x for x in exact(a) for y in exact(b) if x.same(y)]
    return max((_SAYS.get(place_classes().get(r.id or "", ""), 1.0) for r in common), default=1.0)
