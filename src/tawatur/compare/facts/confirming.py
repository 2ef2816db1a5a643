"""Whether what several tell is confirmed: by two origins that have neither house nor text nor speaker in common, and
of a happening by tellings that are surely of one and the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import combinations, islice, product

from tawatur.compare.corpus import pointing_stems, stems
from tawatur.compare.countries import is_country
from tawatur.compare.days import days_of, meet
from tawatur.compare.events.sight import Mouth
from tawatur.compare.facts.claims import Claim
from tawatur.compare.facts.happenings import DOUBTFUL, surely, together
from tawatur.compare.facts.origins import Lineage, origins
from tawatur.compare.facts.relations import HARD_BY
from tawatur.language.loader import load
from tawatur.record.types import Interval, Origin

Values = Sequence[Sequence[Claim]]  # the tellings of each value
SOME_TEXT = 0.15  # share of the shorter of two reports that is one text, from which neither confirms the other
ONE_SENTENCE, NEARLY_ALL = 7, 0.8  # words, and share of a clause's, in which two clauses are one sentence
SURE_SHARE = 0.2  # of the pairs of reports that would confirm each other, which are surely of one happening
PLEDGED = frozenset({"commitment"})  # kinds that all have from one: who binds himself
_MOST_PAIRS = 1000  # of reports that confirm each other, which are enough to tell how many surely do


def confirmed(found: Sequence[Origin], claims: Sequence[Claim], lineage: Lineage) -> bool:
    """Whether two of the origins of some tellings confirm each other."""
    return any(True for _ in _confirming(found, claims, lineage))


def _confirming(
    found: Sequence[Origin], claims: Sequence[Claim], lineage: Lineage
) -> Iterator[list[tuple[Claim, Claim]]]:
    """Of every two reports that have what they tell from origins that confirm each other, the tellings that do."""
    told: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims if len(found) > 1 else ():
        told[claim.report].append(claim)
    for a, b in combinations(found, 2):
        if (a.by is not None and a.by == b.by) or _of_one_text(a, b, lineage):
            continue  # one speaker who says it again, or what one took from the other
        for x, y in product(a.reports, b.reports):
            pairs = _confirm(told[x], told[y], lineage) if _apart(x, y, lineage) else []
            if pairs:
                yield pairs


def _of_one_text(a: Origin, b: Origin, lineage: Lineage) -> bool:
    """Whether a part of a report of one origin is the text of a report of the other."""
    there = dict.fromkeys(b.reports)
    return any(share >= SOME_TEXT for report in a.reports for _, share in lineage.partners(report, there))


def _confirm(here: Sequence[Claim], there: Sequence[Claim], lineage: Lineage) -> list[tuple[Claim, Claim]]:
    """The tellings of two reports that confirm each other. An outlet that says itself what it had from a speaker
    before, what somebody makes known of his own deeds, speakers who may be one, and what both have from one text, add
    nothing."""
    if not _one_day(here, there):
        return []
    own = [all(lineage.own(c) for c in told) for told in (here, there)]
    if any(own) and not all(own) and (_announced(here, there) if own[1] else _announced(there, here)):
        return []
    pairs = ((x, y) for x, y in product(here, there) if all(own) or not _one_mouth(x, y))
    return [(x, y) for x, y in pairs if not _one_wording(x, y)]


def _apart(x: str, y: str, lineage: Lineage) -> bool:
    """Whether two reports are of two houses, or of one that names two agencies."""
    one, other = lineage.source(x), lineage.source(y)
    if x == y:
        return False
    if one.outlet is None or one.outlet != other.outlet:
        return True
    return bool(one.credits and other.credits) and one.credits.isdisjoint(other.credits)


def _one_day(here: Sequence[Claim], there: Sequence[Claim]) -> bool:
    """Whether the days that two reports give, where it is days that they give, are the same."""
    days = [[days_of(c.value) for c in told if isinstance(c.value, Interval)] for told in (here, there)]
    return not all(days) or any(meet(x, y) for x, y in product(*days))


def _announced(said: Sequence[Claim], own: Sequence[Claim]) -> bool:
    """Whether all that one report tells of an incident it has from who did it, by its own account or the other's. What
    is done by announcing it, as sanctions are, whoever reports it has seen."""
    if said[0].of.partition(".")[0] != "incident":
        return False
    doers = frozenset().union(*(c.marks.doers for c in (*said, *own)))
    return all(c.voice in doers or c.behalf in doers for c in said)


def _one_wording(a: Claim, b: Claim) -> bool:
    """Whether an outlet tells itself what another tells, in nearly the same words: that is one agency's sentence,
    though neither names it. Two speakers may be quoted in like words."""
    if a.voice is not None and b.voice is not None:
        return False
    here, there = frozenset(a.marks.gist), frozenset(b.marks.gist)
    common = len(here & there)
    return common >= ONE_SENTENCE and common >= NEARLY_ALL * max(len(here), len(there))


def _one_mouth(a: Claim, b: Claim) -> bool:
    """Whether one has it from who tells the other: two who speak are one, or may be, or whom the other reports is who
    an outlet quotes right behind what it tells itself."""
    if a.voice is None and b.voice is None:
        return False
    here, there = _mouth(a), _mouth(b)
    return here is not None and there is not None and _may_be_one(here, there)


def _mouth(claim: Claim) -> Mouth | None:
    """Who speaks, or whom the outlet has it from."""
    if claim.voice is None:
        return claim.source
    return Mouth(claim.voice, claim.behalf, claim.called, claim.states)


def _may_be_one(a: Mouth, b: Mouth) -> bool:
    """Whether two who speak are one, or may be: who speaks for the other, two organs of one state, speakers of whom the
    one is described more fully, or who are called by one calling, without a name, or media of one land."""
    if not {a.voice, a.behalf}.isdisjoint({b.voice, b.behalf} - {None}) or not a.states.isdisjoint(b.states):
        return True
    if a.called and b.called and (a.called <= b.called or b.called <= a.called):
        return True
    return not (a.voice.isascii() or b.voice.isascii()) and alike(a.called, b.called)


@lru_cache(1 << 14)
def alike(here: frozenset[str], there: frozenset[str]) -> bool:
    """Whether two described speakers are called by one calling, or are media of one land: what its television says, its
    papers have from where it has it."""
    if any(_called(here, calling) and _called(there, calling) for calling in _callings()):
        return True
    media = pointing_stems("media")
    return bool(here & media and there & media) and any(is_country(word) for word in here & there)


def _called(words: frozenset[str], calling: Sequence[frozenset[str]]) -> bool:
    return any(name <= words for name in calling)


@cache
def _callings() -> Sequence[Sequence[frozenset[str]]]:
    """What speakers without a name are called, those of one calling together."""
    return [[stems(str(name)) for name in line] for line in load("arabic").data("pointing")["callings"]]


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
        if _surely_confirmed(firm, lineage):
            sure.append(part)
        else:
            others += part
    if not sure:
        return [(values, "repeated")]
    found = [(_of(part, values), "agreed") for part in sure]
    if others:
        found.append((_of(others, values), "repeated" if len({c.report for c in others}) > 1 else "single"))
    return found


def _surely_confirmed(claims: Sequence[Claim], lineage: Lineage) -> bool:
    """Whether some tellings confirm each other and are surely of one happening. Of hundreds some pair is alike by
    chance: of all pairs of reports that would confirm each other, a fifth have to be so sure (of the first thousand,
    where hundreds of reports tell it)."""
    if len({c.report for c in claims}) < 2:
        return False
    confirming = islice(_confirming(origins(claims, lineage), claims, lineage), _MOST_PAIRS)
    sure = [any(surely(*pair) for pair in pairs) for pairs in confirming]
    return any(sure) and sum(sure) >= SURE_SHARE * len(sure)


def _of(part: Sequence[Claim], values: Values) -> Values:
    """Those of some values' tellings that are in a part of them."""
    inside = {id(claim) for claim in part}
    return [own for told in values if (own := [c for c in told if id(c) in inside])]


def _firm(claim: Claim) -> bool:
    """Whether its value stands in the clause that tells the event, or hard by it."""
    where = claim.where
    return any(where.start - HARD_BY <= e.end and e.start <= where.end + HARD_BY for e in claim.evidence)
