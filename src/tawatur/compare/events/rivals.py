"""Incidents of one report that may be meant by who speaks of another of them."""

from __future__ import annotations

from collections.abc import Sequence

from tawatur.compare.days import meet
from tawatur.compare.events.sight import Sight
from tawatur.compare.families import one_family
from tawatur.compare.places import relation
from tawatur.record.types import Number

_SO_MANY = ("killed", "count")


def with_rivals(found: Sequence[Sight]) -> None:
    """Tell every incident of a report which others of it might be meant by who speaks of the one: of one family, not
    elsewhere, not of other days, with dead or wounded of their own."""
    counted = [s for s in found if s.kind == "incident" and s.event.status != "denied" and _counts(s)]
    for a in counted:
        a.rivals = frozenset(b.event.id for b in counted if b is not a and _rival(a, b))


def _counts(sight: Sight) -> bool:
    return any(isinstance(sight.event.slots.get(slot), Number) for slot in _SO_MANY)


def _rival(a: Sight, b: Sight) -> bool:
    left, right = a.event.slots.get("type"), b.event.slots.get("type")
    if not (left == right or one_family(left, right) or "other" in (left, right)):
        return False
    if a.days and b.days and not meet(a.days, b.days):
        return False
    here, there = a.refs.get("place", ()), b.refs.get("place", ())
    return relation(here, there) == "same" if here and there else not here and not there
