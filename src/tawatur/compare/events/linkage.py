"""Clusters from scored pairs: the strongest link first, as long as the two clusters fit as wholes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from math import fsum
from types import MappingProxyType
from typing import Protocol

from tawatur.compare.groups import Groups

_NOTHING: Mapping[str, float] = MappingProxyType({})


@dataclass(slots=True)
class Link:
    """A scored pair: `apart` where the two cannot be one, `why` the features of the score."""

    a: str
    b: str
    score: float
    apart: bool = False
    why: Mapping[str, float] = field(default_factory=lambda: _NOTHING)  # links are many: one empty mapping for all


class Clash(Protocol):
    """What forbids two clusters (named by their smallest item) to be one, where not every pair of theirs was scored."""

    def between(self, a: str, b: str) -> bool: ...

    def join(self, a: str, b: str, into: str) -> None: ...


def link_all(
    items: Sequence[str],
    links: Sequence[Link],
    enough: float,
    on_average: float,
    clash: Clash | None = None,
    tied: Iterable[Sequence[str]] = (),
) -> list[list[str]]:
    """Groups of items, each sorted. What is `tied` together is one whatever the links say.

    Two clusters join over a link of at least `enough` if no pair between them is `apart` and their pairs score
    `on_average` at least (a pair that was never scored counts nothing for or against), and nothing in them clashes.
    """
    groups: Groups[str] = Groups(items)
    members: dict[str, list[str]] = {i: [i] for i in items}
    there_are = frozenset(items) if tied else frozenset()
    known: dict[str, dict[str, Link]] = defaultdict(dict)
    refused: set[tuple[str, int, str, int]] = set()  # clusters by name and size: they grow, and are others then
    for link in links:
        known[link.a][link.b] = known[link.b][link.a] = link

    def join(a: str, b: str) -> None:
        small, large = sorted((a, b), key=lambda group: len(members[group]))
        groups.join(a, b)
        few, many = members.pop(small), members.pop(large)
        many += few
        members[groups.find(a)] = many
        if clash is not None:
            clash.join(a, b, groups.find(a))

    for keys in tied:
        there = [key for key in keys if key in there_are]
        for key in there[1:]:
            if groups.find(there[0]) != groups.find(key):
                join(groups.find(there[0]), groups.find(key))
    for link in sorted(links, key=lambda x: (-x.score, x.a, x.b)):
        if link.score < enough:
            break
        a, b = groups.find(link.a), groups.find(link.b)
        if a == b:
            continue
        tried = (a, len(members[a]), b, len(members[b]))
        if tried in refused or (*tried[2:], *tried[:2]) in refused:
            continue
        small, large = sorted((a, b), key=lambda group: len(members[group]))
        between = [x for i in members[small] for j, x in known[i].items() if groups.find(j) == large]
        apart = any(x.apart for x in between) or fsum(x.score for x in between) < on_average * len(between)
        if apart or (clash is not None and clash.between(a, b)):
            refused.add(tried)
            continue
        join(a, b)
    return groups.all()
