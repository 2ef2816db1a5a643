"""Clusters from scored pairs: the strongest link first, as long as the two clusters fit as wholes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from tawatur.compare.groups import Groups


@dataclass(slots=True)
class Link:
    """A scored pair: `apart` where the two cannot be one, `why` the features of the score."""

    a: str
    b: str
    score: float
    apart: bool = False
    why: dict[str, float] = field(default_factory=dict)


def link_all(items: Sequence[str], links: Sequence[Link], enough: float, on_average: float) -> list[list[str]]:
    """Groups of items, each sorted.

    Two clusters join over a link of at least `enough` if no pair between them is `apart` and their pairs score
    `on_average` at least (a pair that was never scored counts nothing for or against).
    """
    groups: Groups[str] = Groups(items)
    members: dict[str, list[str]] = {i: [i] for i in items}
    known: dict[str, dict[str, Link]] = defaultdict(dict)
    for link in links:
        known[link.a][link.b] = known[link.b][link.a] = link
    for link in sorted(links, key=lambda x: (-x.score, x.a, x.b)):
        if link.score < enough:
            break
        a, b = groups.find(link.a), groups.find(link.b)
        if a == b:
            continue
        small, large = sorted((members[a], members[b]), key=len)
        others = set(large)
        between = [known[i][j] for i in small for j in known[i] if j in others]
        if any(x.apart for x in between) or sum(x.score for x in between) < on_average * len(between):
            continue
        groups.join(a, b)
        members[groups.find(a)] = members.pop(a) + members.pop(b)
    return groups.all()
