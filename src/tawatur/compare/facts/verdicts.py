"""Verdicts on a fact: told once, repeated, agreed, changed or disputed.

What differs (`relations`) has changed or is disputed, by what schema.yml says of its slot.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from itertools import combinations

from tawatur.compare.facts.claims import TYPE, Claim
from tawatur.compare.facts.confirming import confirmed
from tawatur.compare.facts.grounds import DENIED, surely
from tawatur.compare.facts.origins import Lineage
from tawatur.compare.facts.relations import relation
from tawatur.compare.facts.timing import FAR_APART, Tellings, contested, in_time
from tawatur.compare.facts.weighed import weighed
from tawatur.record.schema import SCHEMA
from tawatur.record.types import Number, Origin

HALF_A_DAY = timedelta(hours=12)


def verdict(values: Sequence[Tellings], denials: Sequence[Claim], origins: Sequence[Origin], lineage: Lineage) -> str:
    """The verdict on a fact's values; `origins`: those of all its tellings together."""
    reports = {c.report for tellings in values for c in tellings}
    if any(d.report not in reports or len(reports) > 1 for d in denials):
        return "disputed"
    if len(reports) == 1:
        return "single"
    unlike = [(v, w) for v, w in combinations(values, 2) if relation(v, w, lineage) == "differ"]
    if unlike:
        if any(_contradict(v, w, lineage) for v, w in unlike):
            return "disputed"
        explained = sum(1 if in_time(v, w, lineage) else -1 for v, w in unlike)
        return "changed" if explained > 0 else "disputed"
    return "agreed" if confirmed(origins, lineage) else "repeated"


def _contradict(v: Tellings, w: Tellings, lineage: Lineage) -> bool:
    """Whether one report lets two speakers give two tolls, or one toll is half as high again as another that came half
    a day later and more: that is no correction, whatever else rose; within hours, one outlet has the new count and
    another still prints the old one."""
    a, b = v[0].value, w[0].value
    if SCHEMA.differ(v[0].of) != "toll" or not isinstance(a, Number) or not isinstance(b, Number):
        return False
    if contested(v, w):
        return True
    if in_time(v, w, lineage) or max(a.value, b.value) < FAR_APART * min(a.value, b.value):
        return False
    return abs(lineage.at(v[0].report) - lineage.at(w[0].report)) >= HALF_A_DAY


def denying(denials: Sequence[Claim], told: Sequence[Claim], lineage: Lineage) -> list[Claim]:
    """Those of some denials that deny what is told: somebody is said to deny it, and surely the same event. Who denies
    that an incident was has to say just that: states deny their deeds."""
    meant = [d for d in denials if d.denies and (d.of != TYPE or d.undone)]
    values = weighed(told, lineage) if meant else []

    def surely_one(denial: Claim) -> bool:
        (alone,) = weighed([denial], lineage)
        return any(surely(one, alone, lineage, DENIED, apart=False) for one in values)

    return [d for d in meant if surely_one(d)]
