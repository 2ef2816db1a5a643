"""Agreements that are reached or that provide for something (التوصل إلى اتفاق يقضي بانسحاب ...), and their aims."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from tawatur.language.lexicon import Hit
from tawatur.read.events.clauses import Clause
from tawatur.read.events.context import Context
from tawatur.read.events.lists import is_masdar
from tawatur.read.events.phrases import proclitic

_REACHED = 8  # tokens from the word that says an agreement was reached to its noun
_HOPED = 6  # tokens from a word of hoping to a verbal noun of reaching
_FAR = 10  # tokens from the noun to its aim, parties between them


class Agreement(NamedTuple):
    """An agreement: its noun, the clause of that, the word that says it was reached (None where nothing does), the
    token at which what it is about begins, and whether it is only worked at."""

    hit: Hit
    clause: Clause
    reached: Hit | None
    aim: int
    hoped: bool = False


@lru_cache(maxsize=2)
def agreements(context: Context) -> tuple[Agreement, ...]:
    """The agreements of a report that say what they are about."""
    found: list[Agreement] = []
    for hit in context.document.hits("commitment.agreement"):
        clause = context.clause_at(hit.first)
        if clause is None:
            continue
        near = _near(context, hit, clause)
        hoped = near is not None and _ahead(context, near)  # يحاولون التوصل إلى اتفاق يقضي بانسحاب ...
        reached = near if not (clause.negated or hoped) else None
        aim = _aim(context, hit, clause, reached is not None)
        if aim is not None:
            found.append(Agreement(hit, clause, reached, aim, hoped))
    return tuple(found)


def _near(context: Context, hit: Hit, clause: Clause) -> Hit | None:
    """The word that says that the agreement was or would be reached (توصل، إبرام), in its clause."""
    words = context.document.hits("commitment.reached", within=clause.sentence)
    near = [h for h in words if max(clause.first, hit.first - _REACHED) <= h.first < hit.first]
    return near[-1] if near else None


def _ahead(context: Context, reached: Hit) -> bool:
    """Whether a verbal noun of reaching is what is hoped for or worked at (يأمل في التوصل إلى اتفاق)."""
    if reached.features.get("form"):
        return False
    mark = context.particles.get(reached.first - 1)
    for_it = proclitic(context, reached.first)[1] == context.letters.for_
    near = range(reached.first - _HOPED, reached.first)
    hoped = any(h.first in near for h in context.document.hits("commitment.hope"))
    return for_it or hoped or (mark is not None and bool(mark.data.get("sake")))


def _aim(context: Context, hit: Hit, clause: Clause, reached: bool) -> int | None:
    """The verbal noun that an agreement is about: behind what it provides, and where it was just reached behind ل, على
    or حول too."""
    last = min(clause.sentence.last, hit.last + 1 + _FAR)
    provides = {h.last for h in context.document.hits("commitment.provides", within=clause.sentence)}
    for index in range(hit.last + 1, last):
        if index in provides:
            return next((i for i in range(index + 1, min(index + 3, last)) if is_masdar(context, i)), None)
        if not reached or index >= clause.last:
            continue
        mark = context.particles.get(index)
        about = mark is not None and mark.last == index and bool(mark.data.get("about"))
        if about and index + 1 < last and is_masdar(context, index + 1):
            return index + 1
        if proclitic(context, index)[1] == context.letters.for_ and is_masdar(context, index):
            return index
    return None
