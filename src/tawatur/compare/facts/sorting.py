"""Claims of one subject and property sorted into what each fact holds, and into values that are the same."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import combinations

from tawatur.compare.corpus import alike, head, pointing_stems
from tawatur.compare.events.sight import SAME_WORDS, Ref
from tawatur.compare.facts.claims import ACTOR, TITLE, Claim, sorted_into
from tawatur.compare.facts.numbers import counts_of_other_things, of_one_measuring
from tawatur.compare.families import persons
from tawatur.record.schema import ATTENDANCE, SCHEMA
from tawatur.record.types import Number

_COUNTED_APART = ("designation.count", "funding.amount", "incident.count", "incident.killed")


def by_part(claims: Sequence[Claim]) -> list[list[Claim]]:
    """Claims of an event by the part of it that is surely one, with the denials that stand alone: each part is asked
    whether they are of it (`denying`). Those of a body or a place are all of one."""
    if not SCHEMA.of_event(claims[0].of):
        return [list(claims)]
    parts: dict[int, list[Claim]] = defaultdict(list)
    for claim in claims:
        parts[claim.part].append(claim)
    told = [part for part in parts.values() if any(c.status != "denied" for c in part)]
    if not told:
        return list(parts.values())
    denials = [c for part in parts.values() if part not in told for c in part]
    return [[*part, *denials] for part in told]


def split(claims: Sequence[Claim]) -> Iterable[tuple[str | None, list[Claim]]]:
    """The claims of one subject and property by what each fact holds: a filler, a person, a measure, a unit."""
    of = claims[0].of
    if of == TITLE:
        return [(None, g) for g in _by_office(claims)]
    kind, _, slot = of.partition(".")
    if SCHEMA.kinds[kind].subject == "place":
        return _by_measure(claims)
    if of == ATTENDANCE:
        return _by_ref(claims, [c.qualifier for c in claims], named=True)
    if SCHEMA.slot(kind, slot).facts == "each":
        return _by_ref(claims, [c.value for c in claims], named=False)
    if of in _COUNTED_APART:
        return _by_unit(claims)
    return [(None, list(claims))]


def _by_ref(claims: Sequence[Claim], refs: Sequence[object], named: bool) -> Iterable[tuple[str | None, list[Claim]]]:
    given = [r if isinstance(r, Ref) else Ref(None, "", frozenset()) for r in refs]
    found = sorted_into(given)
    described = not named and claims[0].of == ACTOR
    for members in _described(claims, found) if described else found.values():
        first = given[members[0]]
        yield (first.id or first.text or None) if named else None, [claims[i] for i in members]


def _described(claims: Sequence[Claim], found: Mapping[int, list[int]]) -> list[list[int]]:
    """Who did it is one by whatever words: the army of a land and the forces of its government are values of one fact,
    where each of two reports gives one doer of what is surely one event."""
    told = {first: [claims[i] for i in members] for first, members in found.items()}
    groups = {first: list(found[first]) for first in found if _name(told[first])}
    for first, members in found.items():
        if first not in groups:
            near = [name for name in groups if _one_doer(told[name], told[first])]
            groups.setdefault(near[0] if len(near) == 1 else first, []).extend(members)
    return sorted(map(sorted, groups.values()))


def _name(claims: Sequence[Claim]) -> bool:
    return isinstance(claims[0].value, Ref) and claims[0].value.id is not None


def _one_doer(name: Sequence[Claim], words: Sequence[Claim]) -> bool:
    """Whether a name and a description with a word in common are each the only doer that their reports give of one
    event."""
    both = (*name, *words)
    if any(c.status == "denied" or len(c.group) > 1 for c in both):
        return False
    if {c.report for c in name} & {c.report for c in words} or len({(c.part, c.marks.type) for c in both}) > 1:
        return False
    a, b = name[0].value, words[0].value
    return isinstance(a, Ref) and isinstance(b, Ref) and b.id is None and not a.stems.isdisjoint(b.stems)


def _by_measure(claims: Sequence[Claim]) -> Iterable[tuple[str | None, list[Claim]]]:
    """What is measured, by its wording (claims leave out the place's name): American gold, American crude and American
    growth have nothing in common. Words that say no more than the place are of one measure where the number is one.
    The time of a figure is that of no other figure."""
    timed = not isinstance(claims[0].value, Number)
    for group in by_first(claims, _same_measure):
        measure = group[0].qualifier
        for told in by_first(group, _same_figure) if timed else [group]:
            yield measure.text if isinstance(measure, Ref) else None, told


def _same_measure(a: Claim, b: Claim) -> bool:
    left, right = (c.qualifier.stems if isinstance(c.qualifier, Ref) else frozenset() for c in (a, b))
    return _one_measure(left, right) or (not left and not right and same_value(a, b))


def _same_figure(a: Claim, b: Claim) -> bool:
    return a.marks.numbers.get("value") == b.marks.numbers.get("value")


def _one_measure(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether two wordings are of one measure; a single word is soon in another."""
    if min(len(a), len(b)) > 1:
        return alike(a, b) >= SAME_WORDS
    return len(a & b) > SAME_WORDS * len(a | b)


def _by_office(claims: Sequence[Claim]) -> list[list[Claim]]:
    """Positions by their first word and whom they serve, and by their wording: minister and minister of water, not
    minister and ambassador, nor the minister of water and that of finance."""
    offices: list[tuple[Ref, set[str], list[Claim]]] = []
    for claim in claims:
        title = claim.value
        if not isinstance(title, Ref):
            continue
        of = {title.id} if title.id else set()
        for known, served, group in offices:
            if head(known.text) == head(title.text) and (not of or not served or of & served) and _meant(known, title):
                group.append(claim)
                served |= of
                break
        else:
            offices.append((title, of, [claim]))
    return [group for _, _, group in offices]


def _by_unit(claims: Sequence[Claim]) -> Iterable[tuple[str | None, list[Claim]]]:
    """Ten persons and four entities that one report counts are two facts; the unit is the second one's qualifier."""
    units = Counter(c.value.unit for c in claims if isinstance(c.value, Number))
    kinds = {(c.voice, c.value): c for c in claims if isinstance(c.value, Number)}.values()
    apart = {
        (a.value.unit, b.value.unit)
        for a, b in combinations(kinds, 2)
        if isinstance(a.value, Number) and isinstance(b.value, Number) and _counted_apart(a, b, a.value, b.value)
    }
    fronts: list[tuple[list[str | None], list[Claim]]] = []
    for unit in sorted(units, key=lambda u: (-units[u], next(i for i, c in enumerate(claims) if _unit(c) == u))):
        told = [c for c in claims if _unit(c) == unit]
        for known, group in fronts:
            if not any((unit, u) in apart or (u, unit) in apart for u in known):
                known.append(unit)
                group.extend(told)
                break
        else:
            fronts.append(([unit], told))
    order = {id(c): i for i, c in enumerate(claims)}
    for i, (known, group) in enumerate(fronts):
        yield (known[0] if i else None), sorted(group, key=lambda c: order[id(c)])


def _unit(claim: Claim) -> str | None:
    return claim.value.unit if isinstance(claim.value, Number) else None


def _counted_apart(a: Claim, b: Claim, x: Number, y: Number) -> bool:
    """One report counts both, or two reports count what cannot be one: persons and entities, not persons and names."""
    if a.of == "incident.killed":
        return counts_of_other_things(a, b)
    return a.voice == b.voice and x.unit != y.unit and x.value != y.value and None not in (x.unit, y.unit)


def by_first(claims: Sequence[Claim], same: Callable[[Claim, Claim], bool]) -> list[list[Claim]]:
    """Claims in groups, each with the first that it is the same as, in order of time."""
    found: list[list[Claim]] = []
    for claim in claims:
        for group in found:
            if same(group[0], claim):
                group.append(claim)
                break
        else:
            found.append([claim])
    return found


def same_value(a: Claim, b: Claim) -> bool:
    """Whether two claims of one slot give one value."""
    x, y = a.value, b.value
    if isinstance(x, Ref) and isinstance(y, Ref):
        if a.of == TITLE:
            return a.former == b.former
        if x.id is not None or y.id is not None:
            return x.id == y.id
        return alike(x.stems, y.stems) >= SAME_WORDS
    if isinstance(x, Number) and isinstance(y, Number):
        unit = persons(x, y) or x.unit is None or y.unit is None
        apart = _summed_apart(a, b) or (SCHEMA.differ(a.of) == "measure" and not of_one_measuring(a, b))
        return (x.value, x.high, x.bound) == (y.value, y.high, y.bound) and unit and not apart
    return x == y


def _summed_apart(a: Claim, b: Claim) -> bool:
    """Whether one of two tolls sums up many days, or counts only some, and the other does not: a hundred since March
    are not a hundred of today, nor three and the driver three."""
    if SCHEMA.differ(a.of) != "toll" or a.scope is None or b.scope is None:
        return False
    return (a.scope.since, a.scope.part) != (b.scope.since, b.scope.part)


def _meant(a: Ref, b: Ref) -> bool:
    """One office by other words: of what the shorter title says beside its first word, half is in the other."""
    left, right = (t.stems - pointing_stems("former") - set(head(t.text)) for t in (a, b))
    return len(left & right) * 2 >= min(len(left), len(right))
