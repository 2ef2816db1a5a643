"""Persons named in full in one report and shortened in another: Khalid bin Fahd Al Hasan, Khalid Al Hasan."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from tawatur.compare.groups import Groups

if TYPE_CHECKING:
    from tawatur.compare.entities import Key, Profile

NEAR = 7  # days between the two reports, where the person has no position in common

Name = tuple[str, ...]


def join_shortened(profiles: Sequence[Profile], groups: Groups[Key]) -> None:
    """Join persons whose name is another's shortened, its first and last parts kept: if only one can be meant."""
    blocks: dict[tuple[str, str], list[tuple[Name, Profile]]] = defaultdict(list)
    for profile in profiles:
        for name in profile.names:
            if profile.entity.type == "person" and len(name) > 1:
                blocks[name[0], name[-1]].append((name, profile))
    for block in blocks.values():
        for short, profile in block:
            fuller = [(full, p) for full, p in block if is_shortened(short, full) and _may_be(profile, p)]
            if fuller and _one_line({full for full, _ in fuller}):
                for _, other in fuller:
                    groups.join(profile.key, other.key)


def is_shortened(short: Name, full: Name) -> bool:
    """Whether all parts of a name stand in the other in their order, the first and the last at its ends."""
    if not 1 < len(short) < len(full) or (short[0], short[-1]) != (full[0], full[-1]):
        return False
    rest = iter(full)
    return all(part in rest for part in short)


def _one_line(names: set[Name]) -> bool:
    """Whether of any two names one is the other shortened: then they can all be one man's."""
    ordered = sorted(names, key=len)
    return all(is_shortened(a, b) for a, b in pairwise(ordered))


def _may_be(a: Profile, b: Profile) -> bool:
    near = a.day is not None and b.day is not None and abs((a.day - b.day).days) <= NEAR
    return near or bool(a.heads & b.heads)
