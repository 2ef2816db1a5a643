"""Verdicts on a fact: told once, repeated, agreed, changed or disputed.

What differs (`relations`) has changed or is disputed, by what schema.yml says of its slot.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import combinations

from tawatur.compare.facts.claims import TYPE, Claim
from tawatur.compare.facts.confirming import confirmed
from tawatur.compare.facts.grounds import DENIED, surely
from tawatur.compare.facts.origins import Lineage
from tawatur.compare.facts.relations import relation
from tawatur.compare.facts.timing import Tellings, contested, in_time, no_correction
from tawatur.compare.facts.weighed import weighed
from tawatur.record.schema import SCHEMA
from tawatur.record.types import Number, Origin


def verdict(values: Sequence[Tellings], denials: Sequence[Claim], origins: Sequence[Origin], lineage: Lineage) -> str:
    """The verdict on a fact's values; `origins`: those of all its tellings together."""
    reports = {c.report for tellings in values for c in tellings}
    if any(d.report not in reports or len(reports) > 1 for d in denials):
        return "disputed"
    if len(reports) == 1:
        return "single"
    unlike = [(v, w) for v, w in combinations(values, 2) if relation(v, w, lineage) == "differ"]
    if unlike:
        if any(_contradict(v, w, lineage) and not _bridged(v, w, values, lineage) for v, w in unlike):
            return "disputed"
        explained = sum(_apart(v, w) if in_time(v, w, lineage) else -_apart(v, w) for v, w in unlike)
        return "changed" if explained > 0 else "disputed"
    return "agreed" if confirmed(origins, [c for tellings in values for c in tellings], lineage) else "repeated"


def _bridged(v: Tellings, w: Tellings, values: Sequence[Tellings], lineage: Lineage) -> bool:
    """Whether a toll rose from one value to the other over a third that was told before the second."""
    low, high = sorted((v, w), key=lambda t: lineage.at(t[0].report))
    a, b = low[0].value, high[0].value
    if not isinstance(a, Number) or not isinstance(b, Number) or contested(v, w):
        return False
    told = ((t[0].value, lineage.at(t[0].report)) for t in values)
    end = lineage.at(high[0].report)
    return any(isinstance(n, Number) and a.value < n.value < b.value and at <= end for n, at in told)


def _apart(v: Tellings, w: Tellings) -> float:
    """How much it says of a fact that two values of it differ: of tolls, how far; old counts are carried on beside new
    ones, and 15 that are told after 16 say little where 3 were told before."""
    a, b = v[0].value, w[0].value
    if SCHEMA.differ(v[0].of) != "toll" or not isinstance(a, Number) or not isinstance(b, Number):
        return 1.0
    low, high = sorted((max(a.value, 1.0), max(b.value, 1.0)))
    return math.log(high / low)


def _contradict(v: Tellings, w: Tellings, lineage: Lineage) -> bool:
    """Whether one report lets two speakers give two tolls, or one toll is too far below one of half a day before to be
    a correction, whatever else rose."""
    a, b = v[0].value, w[0].value
    if SCHEMA.differ(v[0].of) != "toll" or not isinstance(a, Number) or not isinstance(b, Number):
        return False
    return contested(v, w) or no_correction(v, w, lineage)


def denying(denials: Sequence[Claim], told: Sequence[Claim], lineage: Lineage) -> list[Claim]:
    """Those of some denials that deny what is told: somebody is said to deny it, and surely the same event. Who denies
    that an incident was has to say just that: states deny their deeds."""
    meant = [d for d in denials if d.denies and (d.of != TYPE or d.undone)]
    values = weighed(told, lineage) if meant else []

    def surely_one(denial: Claim) -> bool:
        (alone,) = weighed([denial], lineage)
        return any(surely(one, alone, lineage, DENIED, apart=False) for one in values)

    return [d for d in meant if surely_one(d)]
