"""Text that reports share: who has it first, how much of either it is, and whom they say that they have it from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tawatur.record.types import Copied, Copy, Statement
from tawatur.tell.view import View

MOST = 0.05  # share of a report from which it is drawn that it has its text from another
_HALF = 0.5  # of a passage that stands in what somebody is made to say


@dataclass(slots=True, frozen=True)
class Shared:
    """The text that a report has in common with the first that has it: passages, and how much they are of either, 0 to
    1. `taken`: the later one has it from the first, as far as days tell, and names nobody else for it; `words`: the
    longest of them."""

    first: str
    later: str
    copies: tuple[Copy, ...]
    of_first: float
    of_later: float
    taken: bool
    words: str


def shared_text(view: View, reports: Sequence[str]) -> list[Shared]:
    """Of these reports, who has text from whom: the first that has a passage, and each later one; the largest share of
    the later one first. Never all with all."""
    pairs = [_shared(view, *ends, copies) for ends, copies in _pairs(view, reports).items()]
    return _ranked(view, pairs)


def ties(view: View, reports: Sequence[str]) -> list[Shared]:
    """The same for what is enough to be drawn, passages that the later one has from somebody apart from the others."""
    found = []
    for (first, later), copies in _pairs(view, reports).items():
        by: dict[bool, list[Copy]] = defaultdict(list)
        for copy in copies:
            by[_from_elsewhere(view, copy, first, later)].append(copy)
        found += [_shared(view, first, later, some) for some in by.values()]
    return _ranked(view, [tie for tie in found if tie.of_later >= MOST])


def source_of(view: View, place: Copied) -> Statement | None:
    """What somebody is made to say in a report that holds at least half of a passage there; of several the one with the
    longest chain, then the shortest."""
    key = (place.report, place.start, place.end)
    if key not in view.sources:
        reading = view.readings.get(place.report)
        holding = [s for s in reading.statements if (s.speaker or s.via) and holds(s, place)] if reading else []
        view.sources[key] = max(holding, key=lambda s: (len(s.via), s.start - s.end), default=None)
    return view.sources[key]


def holds(statement: Statement, place: Copied) -> bool:
    """Whether at least half of a passage stands in what somebody is made to say."""
    common = min(statement.end, place.end) - max(statement.start, place.start)
    return common >= _HALF * (place.end - place.start)


def _pairs(view: View, reports: Sequence[str]) -> dict[tuple[str, str], list[Copy]]:
    among = set(reports) & view.number.keys()
    found: dict[tuple[str, str], list[Copy]] = defaultdict(list)
    for copy in view.copies_of(reports):
        inside = sorted({p.report for p in copy.places} & among, key=view.number.__getitem__)
        first = copy.first if copy.first in inside else inside[0]
        for later in inside:
            if later != first:
                found[first, later].append(copy)
    return found


def _ranked(view: View, pairs: list[Shared]) -> list[Shared]:
    return sorted(pairs, key=lambda s: (-s.of_later, view.number[s.first], view.number[s.later]))


def _shared(view: View, first: str, later: str, copies: Sequence[Copy]) -> Shared:
    places = (p for c in copies for p in c.places if p.report == first)
    words = max(places, key=lambda p: p.end - p.start).text
    taken = any(_ordered(view, c, first, later) and not _from_elsewhere(view, c, first, later) for c in copies)
    of_first, of_later = _share(view, first, copies), _share(view, later, copies)
    return Shared(first, later, tuple(copies), of_first, of_later, taken, " ".join(words.split()))


def _ordered(view: View, copy: Copy, first: str, later: str) -> bool:
    """Whether days tell that the first of two reports had a passage before the other."""
    if copy.first != first or "all_borrowed" in copy.unsure:
        return False
    days = [view.heads[name].published for name in (first, later)]
    return None not in days and (days[0] != days[1] or "same_time" not in copy.unsure)


def _from_elsewhere(view: View, copy: Copy, first: str, later: str) -> bool:
    """Whether a report names somebody for a passage who is not the outlet that had it first."""
    outlet = (view.heads[first].outlet or "").casefold()
    for place in (p for p in copy.places if p.report == later):
        statement = source_of(view, place)
        links = [x for x in (statement.speaker, *statement.via) if x] if statement else []
        named = {n.casefold() for x in links for n in _names(view, view.local(later, x))}
        named |= {name.casefold() for name in place.agencies}
        if named:
            return outlet not in named
    return False


def _names(view: View, ident: str) -> list[str]:
    entity = view.entities.get(ident)
    return [n for n in entity.name.values() if n] if entity else [ident]


def _share(view: View, report: str, copies: Iterable[Copy]) -> float:
    """How much of a report's text outside its junk these passages are; they may lie in one another."""
    covered, until = 0, 0
    for start, end in sorted((p.start, p.end) for c in copies for p in c.places if p.report == report):
        covered += max(0, end - max(start, until))
        until = max(until, end)
    return round(min(1.0, covered / max(1, view.heads[report].size)), 2)
