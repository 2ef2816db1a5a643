"""Whether what several tell is confirmed: by two origins that have neither house nor text nor speaker in common, and
of an incident by tellings that are surely of one and the same.

Links hold tellings of one event together; of those that are wrong, none of their features tells: what a link is scored
by has been used up. What tells is how a report gives it: in its news, on the day, in words that another has too.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations, product

from tawatur.compare.corpus import alike
from tawatur.compare.events.marks import Marks
from tawatur.compare.events.sight import FAR
from tawatur.compare.facts.claims import Claim
from tawatur.compare.facts.origins import PARTLY, Lineage, origins
from tawatur.compare.facts.relations import HARD_BY
from tawatur.compare.groups import Groups
from tawatur.record.types import Origin

Values = Sequence[Sequence[Claim]]  # the tellings of each value

DOUBTFUL = frozenset({"incident"})  # kinds of which a day has many, told in passing by many reports
NEXT_DAY = 1  # days between two reports of the news of a day
COMMON, MANY = 2, 3  # words that the clauses of two tellings have in common at least, and in passing
MUCH = 0.3  # share of the words from which they are much of what both say


def confirmed(found: Sequence[Origin], lineage: Lineage) -> bool:
    """Whether two of some origins confirm each other."""
    return any(_confirm(a, b, lineage) for a, b in combinations(found, 2))


def _confirm(a: Origin, b: Origin, lineage: Lineage) -> bool:
    """Whether two origins are independent beyond what keeps them apart: one speaker who says it again, and an outlet
    that says itself what it had from a speaker before, add nothing, nor do reports of which a part is one text."""
    if a.by is not None and a.by == b.by:
        return False
    return any(_apart(x, y, lineage) for x, y in product(a.reports, b.reports))


def _apart(x: str, y: str, lineage: Lineage) -> bool:
    one, other = lineage.source(x), lineage.source(y)
    if x == y or lineage.share(x, y) >= PARTLY:
        return False
    if one.outlet is None or one.outlet != other.outlet:
        return True
    return bool(one.credits and other.credits) and one.credits.isdisjoint(other.credits)


def by_sureness(values: Values, lineage: Lineage) -> list[tuple[Values, str]]:
    """What several origins say, with its verdict: of an incident, the tellings that are surely of one are agreed where
    they alone are confirmed, and the others stand beside them; where none are, it is told again and no more."""
    claims = [claim for told in values for claim in told]
    if claims[0].of.partition(".")[0] not in DOUBTFUL:
        return [(values, "agreed")]
    sure, others = [], []
    for group in _together(claims):
        part = [claims[i] for i in group]
        firm = [c for c in part if _firm(c)]
        if len({c.report for c in firm}) > 1 and confirmed(origins(firm, lineage), lineage):
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


def _together(claims: Sequence[Claim]) -> list[list[int]]:
    """Tellings (by their places) that are surely of one incident, or of one report."""
    groups: Groups[int] = Groups(range(len(claims)))
    first: dict[str, int] = {}
    for i, claim in enumerate(claims):
        groups.join(first.setdefault(claim.report, i), i)
    for i, j in combinations(range(len(claims)), 2):
        if groups.find(i) != groups.find(j) and _surely_one(claims[i], claims[j]):
            groups.join(i, j)
    return groups.all()


def _firm(claim: Claim) -> bool:
    """Whether its value stands in the clause that tells the event, or hard by it."""
    where = claim.where
    return any(where.start - HARD_BY <= e.end and e.start <= where.end + HARD_BY for e in claim.evidence)


def _surely_one(a: Claim, b: Claim) -> bool:
    """Whether two reports surely tell one incident: by its kind and its days, where these are long past, or where both
    are told close to each other as news, of one town, or of one name that was struck; or, on one day or the next, in
    words in common: as their news, with one number, or in words that are much of what both say."""
    near = a.day is not None and b.day is not None and abs((a.day - b.day).days) <= NEXT_DAY
    news = a.marks.news and b.marks.news
    if _one_time(a, b) and (_long_past(a, b) or (near and (news or _one_thing(a.marks, b.marks)))):
        return True
    one, other = frozenset(a.marks.gist), frozenset(b.marks.gist)
    common = len(one & other)
    if not near or common < COMMON:
        return False
    much = common >= MANY and alike(one, other) >= MUCH
    return much or news or _one_number(a, b)


def _one_time(a: Claim, b: Claim) -> bool:
    return a.when is not None and a.when == b.when and a.marks.type == b.marks.type not in (None, "other")


def _long_past(a: Claim, b: Claim) -> bool:
    """Whether what two reports tell was long before both: of such days one happening is told again."""
    return all(c.day and c.when and (end := c.when.last or c.when.first) and (c.day - end).days > FAR for c in (a, b))


def _one_thing(a: Marks, b: Marks) -> bool:
    return not a.towns.isdisjoint(b.towns) or not a.names.isdisjoint(b.names)


def _one_number(a: Claim, b: Claim) -> bool:
    here, there = a.marks.numbers, b.marks.numbers
    return any(here[slot] == there[slot] for slot in here.keys() & there.keys())
