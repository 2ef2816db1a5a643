"""Numbers that stand alone against a count that many tell: of some of the dead, of what came after, of a list."""

from __future__ import annotations

from collections.abc import Sequence

from tawatur.compare.facts.claims import Claim
from tawatur.compare.facts.origins import Lineage
from tawatur.compare.facts.timing import FAR_APART, in_time
from tawatur.compare.families import vague
from tawatur.record.schema import SCHEMA
from tawatur.record.types import Number

_COUNTED = ("toll", "state")
MANY = 4  # reports that tell a count, from which one that contradicts it is of something else


def without_lone(group: Sequence[int], values: Sequence[Sequence[Claim]], lineage: Lineage) -> list[list[int]]:
    """The values (by position) that stand in one fact, and each by itself that one report alone tells, after most
    others told far more: nobody else takes it for the toll."""
    if SCHEMA.differ(values[group[0]][0].of) not in _COUNTED:
        return [list(group)]
    reports = {i: {c.report for c in values[i]} for i in group}
    lone = [i for i in group if len(reports[i]) == 1 and _alone(i, group, values, reports, lineage)]
    rest = [i for i in group if i not in lone]
    return [rest, *([i] for i in lone)]


def _alone(
    i: int,
    group: Sequence[int],
    values: Sequence[Sequence[Claim]],
    reports: dict[int, set[str]],
    lineage: Lineage,
) -> bool:
    own = values[i][0].value
    if not isinstance(own, Number) or vague(own):
        return False
    others = [j for j in group if j != i]
    told = set().union(*(reports[j] for j in others))
    if len(told) < MANY:
        return False
    against: set[str] = set()
    for number in {_value(values[j]) for j in others}:
        same = [j for j in others if _value(values[j]) == number]
        claims = sorted((c for j in same for c in values[j]), key=lambda c: lineage.at(c.report))
        if _far(claims, values[i], lineage):
            against |= {c.report for c in claims}
    return 2 * len(against) > len(told)


def _value(told: Sequence[Claim]) -> float | None:
    number = told[0].value
    return number.value if isinstance(number, Number) else None


def _far(others: Sequence[Claim], lone: Sequence[Claim], lineage: Lineage) -> bool:
    """Whether others tell far more than one does, or of a state far less, and time does not explain it."""
    a, b = others[0].value, lone[0].value
    if not isinstance(a, Number) or not isinstance(b, Number):
        return False
    less = lone[0].state and b.value >= FAR_APART * a.value
    return (less or a.value >= FAR_APART * b.value) and not in_time(others, lone, lineage)
