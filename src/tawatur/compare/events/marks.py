"""What a telling says that tells its event from others of its kind: when, where, who, how many dead."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from tawatur.compare.countries import place_classes
from tawatur.compare.days import Days, length
from tawatur.compare.events.fillers import telling
from tawatur.compare.events.sight import Numbers, Ref, Sight, key_of
from tawatur.compare.events.worded import gathering
from tawatur.compare.families import vague
from tawatur.record.types import Number

_NIGHTS = 3  # days of an interval that still tells one happening from the next
_LEAD = 0.2  # share of a report in which it opens with its news
_WIDE = frozenset({"country", "region"})
DOERS = frozenset({"actor", "authority", "donor"})  # that do the same again and again
_NUMBERS = ("killed", "count", "amount", "session", "value")


@dataclass(slots=True, frozen=True)
class Marks:
    """`names`: who met, was struck, was listed, by their ids; `doers`: who did it; `persons`: who was struck by name;
    `said`: stems of what was struck where no name tells it; `lead`: a report opens with it; `rivals`: the numbers of
    others that its report tells and that might be meant; `sole`: its report tells no other funding of its giver;
    `body`: stems of what a conference is called; `news`: it stands where its report tells its news; `gist`: the words
    of its clause, as a sight has them. What is one of many numbers (tens) is none of `numbers`."""

    days: Days | None = None
    towns: frozenset[str] = frozenset()
    areas: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    doers: frozenset[str] = frozenset()
    persons: frozenset[str] = frozenset()
    said: frozenset[str] = frozenset()
    numbers: Mapping[str, float] = field(default_factory=dict)
    type: str | None = None
    lead: bool = False
    rivals: frozenset[Numbers] = frozenset()
    sole: bool = False
    body: frozenset[str] = frozenset()
    news: bool = False
    gist: str = ""


def marks_of(sight: Sight, members: Collection[str]) -> Marks:
    """The marks of a telling of an event that has these tellings (by their keys)."""
    slots, refs = sight.event.slots, sight.refs
    places = [r.id for r in refs.get("place", ()) if r.id]
    wide = frozenset(p for p in places if place_classes().get(p) in _WIDE)
    named = {slot: [r for r in found if r.id and r.id not in places] for slot, found in refs.items() if slot != "place"}
    numbers = ((slot, slots.get(slot)) for slot in _NUMBERS)
    return Marks(
        sight.days if sight.firm and sight.days and length(sight.days) <= _NIGHTS else None,
        frozenset(places) - wide,
        wide,
        _ids(r for slot, found in named.items() if slot not in DOERS for r in found),
        _ids(r for slot, found in named.items() if slot in DOERS for r in found),
        sight.victims,
        frozenset(s for r in telling(refs.get("target", ())) if not r.id for s in r.stems),
        {slot: number.value for slot, number in numbers if isinstance(number, Number) and not vague(number)},
        sight.type,
        sight.event.start <= _LEAD * sight.size,
        frozenset(n for ident, n in sight.rivals.items() if key_of(sight.report, ident) not in members),
        sight.sole,
        frozenset(s for r in refs.get("body", ()) if not r.id and gathering(r.text) for s in r.stems),
        sight.news,
        sight.gist,
    )


def _ids(refs: Iterable[Ref]) -> frozenset[str]:
    return frozenset(r.id for r in refs if r.id)
