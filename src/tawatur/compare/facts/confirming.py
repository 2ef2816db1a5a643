"""Whether what several tell is confirmed: by two origins that have neither house nor text nor speaker in common, and
of a happening by tellings that are surely of one and the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import combinations, product

from tawatur.compare.corpus import pointing_stems, stems
from tawatur.compare.countries import is_country
from tawatur.compare.days import days_of, meet
from tawatur.compare.facts.claims import Claim
from tawatur.compare.facts.happenings import DOUBTFUL, together
from tawatur.compare.facts.origins import PARTLY, Lineage, origins
from tawatur.compare.facts.relations import HARD_BY
from tawatur.record.types import Interval, Origin

Values = Sequence[Sequence[Claim]]  # the tellings of each value
PLEDGED = frozenset({"commitment"})  # kinds that all have from one: who binds himself


def confirmed(found: Sequence[Origin], claims: Sequence[Claim], lineage: Lineage) -> bool:
    """Whether two of the origins of some tellings confirm each other."""
    told: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims if len(found) > 1 else ():
        told[claim.report].append(claim)
    return any(_confirm(a, b, told, lineage) for a, b in combinations(found, 2))


def _confirm(a: Origin, b: Origin, told: Mapping[str, Sequence[Claim]], lineage: Lineage) -> bool:
    """Whether two origins are independent beyond what keeps them apart: one speaker who says it again, and an outlet
    that says itself what it had from a speaker before, add nothing, nor do reports of which a part is one text, or
    what somebody makes known of his own deeds."""
    if a.by is not None and a.by == b.by:
        return False
    return any(
        _apart(x, y, lineage) and _one_day(told[x], told[y]) and not _of_one_mouth(told[x], told[y], lineage)
        for x, y in product(a.reports, b.reports)
    )


def _apart(x: str, y: str, lineage: Lineage) -> bool:
    one, other = lineage.source(x), lineage.source(y)
    if x == y or lineage.share(x, y) >= PARTLY:
        return False
    if one.outlet is None or one.outlet != other.outlet:
        return True
    return bool(one.credits and other.credits) and one.credits.isdisjoint(other.credits)


def _one_day(here: Sequence[Claim], there: Sequence[Claim]) -> bool:
    """Whether the days that two reports give, where it is days that they give, are the same."""
    days = [[days_of(c.value) for c in told if isinstance(c.value, Interval)] for told in (here, there)]
    return not all(days) or any(meet(x, y) for x, y in product(*days))


def _of_one_mouth(here: Sequence[Claim], there: Sequence[Claim], lineage: Lineage) -> bool:
    """Whether two reports have it from one who speaks: the one says itself what the other has from the doer, or both
    have it from speakers that are one by other words."""
    own = [all(lineage.own(c) for c in told) for told in (here, there)]
    if any(own):
        return not all(own) and (_announced(here, there) if own[1] else _announced(there, here))
    return all(_one_speaker(a.voice, b.voice) for a, b in product(here, there))


def _announced(said: Sequence[Claim], own: Sequence[Claim]) -> bool:
    """Whether all that one report tells of an incident it has from who did it, by its own account or the other's. What
    is done by announcing it, as sanctions are, whoever reports it has seen."""
    if said[0].of.partition(".")[0] != "incident":
        return False
    doers = frozenset().union(*(c.marks.doers for c in (*said, *own)))
    return all(c.voice in doers or c.behalf in doers for c in said)


@lru_cache(1 << 14)
def _one_speaker(a: str | None, b: str | None) -> bool:
    """Whether two speakers are described in words of which the one says no more than the other (the police, the police
    of the town), or are media of one land: what its television says, its papers have from where it has it."""
    if a is None or b is None or a.isascii() or b.isascii():
        return a == b
    here, there = stems(a), stems(b)
    if here <= there or there <= here:
        return True
    media = pointing_stems("media")
    return bool(here & media and there & media) and any(is_country(word) for word in here & there)


def by_sureness(values: Values, lineage: Lineage) -> list[tuple[Values, str]]:
    """What several origins say, with its verdict: of a happening, the tellings that are surely of one are agreed where
    they alone are confirmed, and the others stand beside them; where none are, it is told again and no more. So is what
    somebody binds himself to, which all have from him."""
    claims = [claim for told in values for claim in told]
    kind = claims[0].of.partition(".")[0]
    if kind in PLEDGED:
        return [(values, "repeated")]
    if kind not in DOUBTFUL:
        return [(values, "agreed")]
    sure, others = [], []
    for part in together(claims):
        firm = [c for c in part if _firm(c)] if part[0].of.startswith("incident.") else part
        if len({c.report for c in firm}) > 1 and confirmed(origins(firm, lineage), firm, lineage):
            sure.append(part)
        else:
            others += part
    if not sure:
        return [(values, "repeated")]
    found = [(_of(part, values), "agreed") for part in sure]
    if others:
        found.append((_of(others, values), "repeated" if len({c.report for c in others}) > 1 else "single"))
    return found


def _of(part: Sequence[Claim], values: Values) -> Values:
    """Those of some values' tellings that are in a part of them."""
    inside = {id(claim) for claim in part}
    return [own for told in values if (own := [c for c in told if id(c) in inside])]


def _firm(claim: Claim) -> bool:
    """Whether its value stands in the clause that tells the event, or hard by it."""
    where = claim.where
    return any(where.start - HARD_BY <= e.end and e.start <= where.end + HARD_BY for e in claim.evidence)
