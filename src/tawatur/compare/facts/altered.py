"""Numbers that one outlet altered in a text that it took over: the passage is one text but for the number.

That is neither another source nor news: an agency that counts anew tells it to all who print it. So a number is altered
where one publisher alone gives it, in a copied passage in which others give another number at the same place, one of
them before it or at the same time; and the publisher is no agency, which may correct its own text. A toll rises while a
text is handed on: a higher one is altered only where others go on printing the lower one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from tawatur.compare.facts.claims import Claim
from tawatur.compare.facts.numbers import numbers_agree, rounded
from tawatur.compare.facts.origins import MOSTLY, Lineage
from tawatur.compare.families import TENS
from tawatur.compare.publishers import agency_of
from tawatur.record.schema import SCHEMA
from tawatur.record.types import Number, Span

_DRIFT = 12  # characters by which a number's place in its clause may differ: that of other words for it
_WHOLE = 0.8  # of the longer clause that must lie in the other


def altered(values: Sequence[Sequence[Claim]], lineage: Lineage) -> dict[int, set[int]]:
    """Those of a fact's values (by position) that one publisher altered, each with the values that it had instead."""
    found: dict[int, set[int]] = {}
    for i, own in enumerate(values):
        outlets = {lineage.source(c.report).outlet for c in own}
        outlet = next(iter(outlets))
        if len(outlets) > 1 or outlet is None or agency_of(outlet) or not isinstance(own[0].value, Number):
            continue
        instead = {
            j
            for j, others in enumerate(values)
            if j != i and not _fit(own, others) and _instead(own, others, outlet, lineage)
        }
        if instead:
            found[i] = instead
    return found


def _fit(own: Sequence[Claim], others: Sequence[Claim]) -> bool:
    """Whether both numbers may be one: about seven and seven, nineteen and nineteen at least."""
    a, b = own[0].value, others[0].value
    return isinstance(a, Number) and isinstance(b, Number) and (rounded(a, b) or numbers_agree(a, b))


def _instead(own: Sequence[Claim], others: Sequence[Claim], outlet: str, lineage: Lineage) -> bool:
    """Whether every telling of a value stands where others, of other publishers, have the other value before it."""
    elsewhere: dict[str, list[Claim]] = defaultdict(list)
    for claim in others:
        if lineage.source(claim.report).outlet != outlet:
            elsewhere[claim.report].append(claim)
    rises = _rises(own, others)

    def instead(one: Claim) -> bool:
        at = lineage.at(one.report)
        near = (other for other, share in lineage.partners(one.report, elsewhere) if share >= MOSTLY)
        there = [lineage.at(r) for r in near if any(_one_place(one, other, lineage) for other in elsewhere[r])]
        return any(other <= at for other in there) and (not rises or any(other >= at for other in there))

    return bool(elsewhere) and all(map(instead, own))


def _rises(own: Sequence[Claim], others: Sequence[Claim]) -> bool:
    """Whether a value is a toll higher than the other."""
    a, b = own[0].value, others[0].value
    toll = SCHEMA.differ(own[0].of) == "toll"
    return toll and isinstance(a, Number) and isinstance(b, Number) and a.value > b.value


def _one_place(a: Claim, b: Claim, lineage: Lineage) -> bool:
    """Whether two numbers stand at one place of one copied clause."""
    x, y = _number(a), _number(b)
    if not _one_scale(a, b) or lineage.apart(a, b):
        return False  # a turn that recurs, with the numbers of another day
    if x is None or y is None or abs((x.start - a.where.start) - (y.start - b.where.start)) > _DRIFT:
        return False
    left, right = (lineage.passages.stretches(c.report, c.where) for c in (a, b))
    return any(_meets(left[p], right[p]) for p in left.keys() & right.keys())


def _one_scale(a: Claim, b: Claim) -> bool:
    """Whether one number may have been put for the other, and neither is a price, which is another every day."""
    x, y = a.value, b.value
    if not isinstance(x, Number) or not isinstance(y, Number) or SCHEMA.differ(a.of) == "measure":
        return False
    return max(x.value, y.value) <= TENS * max(1, min(x.value, y.value))


def _number(claim: Claim) -> Span | None:
    """Where a claim's number stands, where that is told within the clause."""
    return next(
        (e for e in claim.evidence if claim.placed and claim.where.start <= e.start and e.end <= claim.where.end), None
    )


def _meets(a: tuple[int, int], b: tuple[int, int]) -> bool:
    return min(a[1], b[1]) - max(a[0], b[0]) >= _WHOLE * max(a[1] - a[0], b[1] - b[0])
