"""What one report tells beside an event: others that may be meant by who speaks of it, and the day to which it was put
off. Which events of a report this looks at, `told` says before."""

from __future__ import annotations

from collections.abc import Sequence

from tawatur.compare.days import meet
from tawatur.compare.events.pair import common
from tawatur.compare.events.sight import Numbers, Sight
from tawatur.compare.events.told import SO_MANY, counts
from tawatur.compare.families import one_type
from tawatur.compare.places import relation
from tawatur.record.types import Event, Number


def with_rivals(found: Sequence[Sight]) -> None:
    """Tell every incident of a report which others of it might be meant by who speaks of the one, and their numbers: of
    one family, not elsewhere, not of other days, with dead or wounded of their own."""
    counted = [s for s in found if s.kind == "incident" and s.event.status != "denied" and counts(s.event)]
    for a in counted:
        a.rivals = {b.event.id: _numbers(b.event) for b in counted if b is not a and _rival(a, b)}


def _numbers(event: Event) -> Numbers:
    """Its dead, and how many else it struck."""
    told = ((slot, event.slots.get(slot)) for slot in SO_MANY)
    return frozenset((slot, number) for slot, number in told if isinstance(number, Number))


def with_moved(found: Sequence[Sight]) -> None:
    """Tell of every plan whether it is that of its report which was called off on another day, put off to this one."""
    for off in (s for s in found if s.event.status == "cancelled" and s.days):
        for plan in found:
            if plan.event.status == "planned" and plan.kind == off.kind and plan.days and off.days:
                plan.moved = plan.moved or (not meet(plan.days, off.days) and _one_plan(off, plan))


def _one_plan(off: Sight, plan: Sight) -> bool:
    """Whether a plan names somebody whom the one that was called off names, or nobody, nor another place."""
    if relation(off.refs.get("place", ()), plan.refs.get("place", ())) == "apart":
        return False
    named = [slot for slot, refs in plan.refs.items() if refs and slot != "place"]
    return not named or any(common(plan.refs[slot], off.refs.get(slot, ())) for slot in named)


def _rival(a: Sight, b: Sight) -> bool:
    if not one_type(a.type, b.type) and "other" not in (a.type, b.type):
        return False
    if a.days and b.days and not meet(a.days, b.days):
        return False
    here, there = a.refs.get("place", ()), b.refs.get("place", ())
    return relation(here, there) == "same" if here and there else not here and not there
