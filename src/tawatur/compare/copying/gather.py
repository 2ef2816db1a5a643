"""The passages of pairs gathered: one object for a passage in all its places, with who has it first and of what kind it
is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b

from tawatur.compare.copying.align import Passage
from tawatur.compare.copying.edges import settled
from tawatur.compare.copying.provenance import Provenance, provenance
from tawatur.compare.groups import Groups
from tawatur.record.types import Copied, Copy, Reading

Side = tuple[str, str, Passage]  # two reports, and a passage that they share
Spot = tuple[str, int, int]  # a report, and where in its text a passage starts and ends
MOSTLY = 0.5  # share of the shorter of two reports from which one outlet's later one is the earlier one told anew
_SAME = 0.85  # overlap from which two spans of a report may be one place of a passage ...
_MOST = 0.7  # of the longer of two spans that is their passage's common part
_EDGE = 15  # ... and characters, two words, by which each of their ends may differ


@dataclass(slots=True)
class Stretch:
    """A passage in all its places; `told_anew`: whether two of its reports share most of the shorter one."""

    spots: list[Spot]
    told_anew: bool = False


def gather(sides: Sequence[Side], readings: Mapping[str, Reading]) -> list[Copy]:
    """One object for a passage in all its places.

    The sides are those of one component or all, in any order; a component is what sides and `alike` link. `readings`
    has their reports.
    """
    return described(stretches(sides), readings)


def stretches(sides: Iterable[Side]) -> list[Stretch]:
    """The passages of sides: sides that are nearly the same stretch of one report are one place."""
    sides = list(sides)
    spots = sorted({spot for a, b, p in sides for spot in ((a, *p.a), (b, *p.b))})
    heads = _clusters(spots)
    cores = _cores(heads)
    groups: Groups[Spot] = Groups(set(heads.values()))
    anew = []
    for a, b, p in sides:
        groups.join(heads[a, *p.a], heads[b, *p.b])
        if p.share >= MOSTLY:
            anew.append(heads[a, *p.a])
    found: dict[Spot, Stretch] = defaultdict(lambda: Stretch([]))
    for head, core in cores.items():
        found[groups.find(head)].spots.append(core)
    for head in anew:
        found[groups.find(head)].told_anew = True
    for stretch in found.values():
        stretch.spots = _apart(stretch.spots)
    return [s for s in found.values() if len(s.spots) > 1]


def alike(spots: Sequence[Spot]) -> list[tuple[Spot, Spot]]:
    """Pairs of spans of one report that may be one place of a passage; `spots` are sorted."""
    return [(spots[i], spots[j]) for i in range(len(spots)) for j in _near(spots, i)]


def _near(spots: Sequence[Spot], i: int) -> Iterable[int]:
    report, start, end = spots[i]
    for j in range(i + 1, len(spots)):
        other, later, until = spots[j]
        if other != report or later - start > _EDGE:
            break
        if abs(until - end) <= _EDGE and min(end, until) - later >= _SAME * (max(end, until) - start):
            yield j


def _clusters(spots: Sequence[Spot]) -> dict[Spot, Spot]:
    """For every span the one that it is one place with: the first that is near enough and is with no other."""
    heads: dict[Spot, Spot] = {}
    for i, spot in enumerate(spots):
        if spot not in heads:
            heads[spot] = spot
            for j in _near(spots, i):
                heads.setdefault(spots[j], spot)
    return heads


def _cores(heads: Mapping[Spot, Spot]) -> dict[Spot, Spot]:
    """For every head what all spans that are one place with it have in common: a word at an edge that a report shares
    with one other only is no part of what all share."""
    cores: dict[Spot, Spot] = {}
    for spot, head in heads.items():
        name, start, end = cores.get(head, spot)
        cores[head] = name, max(start, spot[1]), min(end, spot[2])
    return cores


def _apart(spots: Sequence[Spot]) -> list[Spot]:
    """Spans of which none overlaps another, sorted: of those that do, what they have in common where that is most of
    both, else the longer one."""
    kept: list[Spot] = []
    for spot in sorted(spots):
        if kept and kept[-1][0] == spot[0] and spot[1] < kept[-1][2]:
            longer = max(spot, kept[-1], key=lambda s: s[2] - s[1])
            core = spot[0], max(spot[1], kept[-1][1]), min(spot[2], kept[-1][2])
            kept[-1] = core if core[2] - core[1] >= _MOST * (longer[2] - longer[1]) else longer
        else:
            kept.append(spot)
    return kept


def described(found: Iterable[Stretch], readings: Mapping[str, Reading]) -> list[Copy]:
    """The passages as the record has them, each once, sorted by their places."""
    known = _Known(lambda name: provenance(name, readings[name]))
    copies = [copy_of(s, known, [readings[name].report.text[a:b] for name, a, b in s.spots]) for s in found]
    return sorted({c.id: c for c in copies}.values(), key=lambda c: [(p.report, p.start, p.end) for p in c.places])


class _Known(dict[str, Provenance]):
    def __init__(self, make: Callable[[str], Provenance]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, name: str) -> Provenance:
        made = self[name] = self._make(name)
        return made


def copy_of(stretch: Stretch, known: Mapping[str, Provenance], texts: Sequence[str]) -> Copy:
    """A passage as the record has it, its ends settled; `texts` has the words of each of its spots."""
    places = []
    for (name, start, _), text, (a, b) in zip(stretch.spots, texts, settled(texts), strict=True):
        of = known[name]
        share = round(min(1.0, (b - a) / of.size), 3)
        places.append(Copied(start + a, start + b, text[a:b], name, share, list(of.agencies), of.borrowed))
    mark = "|".join(f"{p.report}:{p.start}:{p.end}" for p in places)
    reports = [known[name] for name in dict.fromkeys(name for name, _, _ in stretch.spots)]
    order = first_of(reports)
    ident = "copy-" + blake2b(mark.encode(), digest_size=5).hexdigest()
    return Copy(ident, places, _kind(reports, stretch.told_anew), order.first, order.unsure)


def _kind(reports: Sequence[Provenance], told_anew: bool) -> str:
    if len({of.publisher for of in reports}) > 1:
        return "copy"
    if len({of.outlet for of in reports}) > 1:
        return "publisher"
    return "update" if told_anew and len(reports) > 1 else "repeat"


@dataclass(slots=True)
class Order:
    """The report that has a passage first, and what keeps that from being certain."""

    first: str | None
    unsure: list[str] = field(default_factory=list)


def first_of(reports: Sequence[Provenance]) -> Order:
    """Which of the reports that have a passage has it first.

    A report that says its text is an agency's or another outlet's is not first, whatever its date: clocks disagree,
    and feeds date what they collect. Where all say so, the first to bring the text is named, and that all borrowed it.
    """
    dated = [(of.earliest, of.latest, of) for of in reports if of.earliest is not None and of.latest is not None]
    own = [d for d in dated if not d[2].borrowed] or dated
    if not own:
        return Order(None, ["undated"])
    start, end, first = min(own, key=lambda d: (d[0], d[1], d[2].report))
    unsure = ["undated"] if len(dated) < len(reports) else []
    others = [d for d in own if d[2] is not first]
    if any(d[0] < end or d[0] == start for d in others):
        unsure.append("same_time")
    if first.borrowed:
        unsure.append("all_borrowed")
    elif any(d[0] < start for d in dated if d[2].borrowed):
        unsure.append("borrowed")
    if any((d[0], d[1]) == (start, end) for d in others):
        return Order(None, unsure)
    return Order(first.report, unsure)
