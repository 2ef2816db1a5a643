"""What shows that two tellings speak of one event although they contradict each other: named grounds, each with its
weight.

Reports that give other numbers, days or names mostly speak of other events: a day has many attacks, a king many guests.
So a contradiction counts only where the two have much in common that rests on nothing that is in dispute: the day,
the town, who was there or was struck, another number, a sentence of one text. What the event is known by (its day, its
place) has to be outweighed when it is in dispute itself.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tawatur.compare.corpus import alike
from tawatur.compare.countries import place_classes
from tawatur.compare.days import Days, between, days_of, length, meet, one_occasion
from tawatur.compare.events.marks import Marks
from tawatur.compare.events.sight import SAME_WORDS, Numbers, Ref
from tawatur.compare.facts.claims import ACTOR, Claim
from tawatur.compare.facts.numbers import numbers_agree
from tawatur.compare.facts.origins import Lineage
from tawatur.compare.facts.particulars import long_past
from tawatur.compare.facts.weighed import Alike, meetings
from tawatur.compare.families import one_family
from tawatur.record.schema import ATTENDANCE, SCHEMA
from tawatur.record.types import Number

EXPLAINED = 1.5  # from which two values are of one event, where time explains that they differ
CONTRADICTED = 2.25  # the same where nothing explains it
DENIED = 1.5  # the same of what one tells and another denies
ITSELF = 0.5  # more, where one outlet contradicts itself
KNOWN_BY = 0.75  # more, where an event is known by what is in dispute
CONTRAST = 0.5  # of two voices of one report that contradict each other
REMEMBERED = 1.0  # of what was long ago, in one month and one town, with tolls that are nearly the same
_NEARLY = 0.15  # of the larger of two tolls by which the other is off at most
_MONTH = 31  # days of the longest interval that tells when it was
SOLE = 1.5  # for two fundings that are each the only one of their giver in their report
_TELLING = ("names", "numbers", "past", "body")
_ONE_TEXT = 1.5  # the most that the reports of two tellings add
_FEW = 10  # below which it says little that two numbers are equal
_UNDATED, _SOON = 0.75, 3  # less, where what is denied was days before what is told without a day
YEAR = 366  # days after which a denial without a day is of another thing
SLACK = 1  # days by which a report is dated late, or early
_TWO_DAYS = -0.25  # of two who both say when it was, and name a day and the next
_YESTERDAY = -0.5  # of a report that is older than the day of which the other tells
_SOME_TEXT, _MUCH_TEXT = 0.1, 0.2  # shares of the shorter report


@dataclass(slots=True, frozen=True)
class _Met:
    """What two tellings have in common by the reports that they stand in: how much one text weighs, and whether one
    report tells both, or one outlet in two reports."""

    text: float = 0.0
    one_report: bool = False
    one_outlet: bool = False


def surely(x: Alike, y: Alike, lineage: Lineage, least: float, apart: bool = True) -> bool:
    """Whether two tellings are as surely as that of one event, whatever they say of it; `apart`: in two reports."""
    missing = least + _known_by(x.claim.of) - sum(_grounds(x.claim, y.claim).values())
    found = _met(x, y, lineage, missing)
    return any(_within(met, x, y) >= missing for met in found if not (apart and met.one_report))


def contradict(x: Alike, y: Alike, lineage: Lineage) -> bool:
    """Whether two tellings that give what cannot both hold are surely of one event: more than a day and a town tells,
    for one town is struck again and again, and an outlet that says otherwise tells of another or knows better now."""
    found = _grounds(x.claim, y.claim)
    missing = CONTRADICTED + _known_by(x.claim.of) - sum(found.values())
    telling = any(found[name] > 0 for name in _TELLING)
    for met in _met(x, y, lineage, missing):
        more = _within(met, x, y)
        if more >= missing + (ITSELF if met.one_outlet else 0.0) and (telling or more > 0):
            return True
    return False


def _known_by(of: str) -> float:
    kind, _, slot = of.partition(".")
    return KNOWN_BY if of != ATTENDANCE and SCHEMA.slot(kind, slot).known_by else 0.0


def _grounds(x: Claim, y: Claim) -> dict[str, float]:
    """What speaks for and against two tellings being of one event by what they say, without the slot that they
    claim."""
    a, b = x.marks, y.marks
    slot = x.of.partition(".")[2]
    return {
        "day": _days(x, y) if slot != "date" else 0.0,
        "place": _places(a, b) if slot != "place" else 0.0,
        "names": _company(a, b) if x.of.startswith("meeting.") else _names(x, y),
        "numbers": _numbers(a, b, slot),
        "past": REMEMBERED if _remembered(x, y) else 0.0,
        "type": _types(a, b),
        "lead": 0.5 if a.lead and b.lead else 0.0,
        "sole": _sums(x, y),
        "body": 0.5 if alike(a.body, b.body) >= SAME_WORDS else 0.0,
        "accused": 1.0 if _accused(x, y) or _accused(y, x) else 0.0,
        "rivals": -1.0 if _others_meant(x, y) else 0.0,
        "before": min(_early(x, y), _early(y, x)),
    }


def _sums(x: Claim, y: Claim) -> float:
    """Whether each is the one funding of its giver that its report tells, or the very sum that the other denies."""
    if x.marks.sole and y.marks.sole:
        return SOLE
    return 1.0 if x.of == "funding.amount" and x.value == y.value and "denied" in (x.status, y.status) else 0.0


def _accused(denial: Claim, told: Claim) -> bool:
    """Whether who denies it is who is said to have done it, by name or by the denial's own words for him."""
    if not denial.denies:
        return False
    sides, doer = {denial.voice, denial.behalf} - {None}, denial.value
    named = isinstance(doer, Ref) and denial.of == told.of == ACTOR and doer.id is None and doer.text in sides
    return named or not sides.isdisjoint(told.marks.doers)


def _others_meant(x: Claim, y: Claim) -> bool:
    """Whether one of two tellings may be of another incident that the other's report tells: one of several, or one
    with a number that fits. Of several, what reports open with is meant by who opens with it."""
    a, b = x.marks, y.marks
    if len(a.rivals) + len(b.rivals) > 1 and not (a.lead and b.lead):
        return True
    return _meant(y, a.rivals) or _meant(x, b.rivals)


def _meant(claim: Claim, rivals: Iterable[Numbers]) -> bool:
    """Whether a telling may speak of another incident of the other report: one with a number that fits it, or with none
    that can be held against it."""
    told = {slot: Number(value) for slot, value in claim.marks.numbers.items()}
    if isinstance(claim.value, Number):
        told[claim.of.partition(".")[2]] = claim.value
    for rival in rivals:
        fitting = [numbers_agree(told[slot], number) for slot, number in rival if slot in told]
        if not fitting or any(fitting):
            return True
    return False


def _early(denial: Claim, told: Claim) -> float:
    """What speaks against it where a denial is older than what it is held against, or a year younger: nobody denies
    what is still to come, nor mostly, of what was on one day, what is told days later without a day."""
    if denial.status != "denied" or told.status == "denied" or denial.day is None:
        return 0.0
    out, when = denial.day.toordinal(), told.marks.days
    of = denial.marks.days or (out, out)
    if denial.marks.days is None and told.when is not None and out - days_of(told.when)[1] > YEAR:
        return -math.inf
    if when is not None:
        return -math.inf if out + SLACK < when[0] else 0.0
    late = told.day is not None and told.day.toordinal() - of[1] > _SOON
    return -_UNDATED if late else 0.0


def _within(met: _Met, x: Alike, y: Alike) -> float:
    """What the reports add: one text, or two voices of one report that contradict each other."""
    return CONTRAST if met.one_report and x.claim.voice != y.claim.voice else met.text


def _met(x: Alike, y: Alike, lineage: Lineage, missing: float) -> Iterator[_Met]:
    """How these tellings meet in pairs of reports, each way once; none where no text makes up for what is missing."""
    if missing > _ONE_TEXT:
        return
    left, right = (lineage.passages.stretches(c.report, c.where) for c in (x.claim, y.claim))
    one_stretch = any(meet(left[p], right[p]) for p in left.keys() & right.keys())
    seen = set()
    for a, b in meetings(x, y, lineage):
        outlet = lineage.source(a).outlet
        one_outlet = a != b and outlet is not None and outlet == lineage.source(b).outlet
        met = _Met(0.0 if a == b else _text(one_stretch, lineage.share(a, b)), a == b, one_outlet)
        if met not in seen:
            seen.add(met)
            yield met


def _text(one_stretch: bool, share: float) -> float:
    """One stretch of a copied passage, which less is said by where little else is shared: a turn that recurs; or that
    two reports share text at all."""
    if one_stretch:
        return _ONE_TEXT if share >= _MUCH_TEXT else 0.75
    return 0.5 if share >= _SOME_TEXT else 0.0


def _days(x: Claim, y: Claim) -> float:
    a, b = x.marks.days, y.marks.days
    if a and b:
        if a == b:
            return 1.0
        return 0.25 if meet(a, b) else _TWO_DAYS if between(a, b) <= 1 else -1.5
    if (a and _before(y, a)) or (b and _before(x, b)):
        return _YESTERDAY
    if not one_occasion(x.day, y.day, 1):
        return 0.0
    return 0.5 if (b and _opens(x, b)) or (a and _opens(y, a)) else 0.25


def _before(claim: Claim, days: Days) -> bool:
    """Whether a report tells as done, before some day, what is held against what was on that day."""
    return claim.status == "done" and claim.day is not None and claim.day.toordinal() < days[0]


def _opens(claim: Claim, days: Days) -> bool:
    """Whether a report opens with what was on some day, on that day or the day after, without saying when it was."""
    return claim.marks.lead and claim.day is not None and 0 <= claim.day.toordinal() - days[1] <= 1


def _places(a: Marks, b: Marks) -> float:
    if a.towns and b.towns:
        return 1.0 if a.towns & b.towns else -1.5
    if (len(a.areas) > 1) != (len(b.areas) > 1):
        return -1.0  # what is summed up over two lands
    common = a.areas & b.areas
    return 0.5 if any(place_classes().get(p) == "region" for p in common) else 0.25 if common else 0.0


def _names(x: Claim, y: Claim) -> float:
    """Who was struck or was listed, a man most of all; who did it says less, for he does so again and again."""
    a, b = x.marks, y.marks
    claimed = {c.value.id for c in (x, y) if isinstance(c.value, Ref)}
    found = 0.5 if (a.doers & b.doers) - claimed else 0.0
    if (a.names & b.names) - claimed:
        return found + (1.5 if (a.persons & b.persons) - claimed else 1.0)
    if a.said and b.said:
        common = len(a.said & b.said)
        return found + (0.75 if common > 1 else 0.4 if common else -0.5)
    return found - (0.5 if a.names and b.names else 0.0)


def _company(a: Marks, b: Marks) -> float:
    """Who met: two of them in common; one alone receives many in turn."""
    common = a.names & b.names
    if a.names - common and b.names - common:
        return 0.0 if len(common) > 1 else -0.75
    return 1.5 if len(common) > 1 else 0.25 if common else 0.0


def _numbers(a: Marks, b: Marks, slot: str) -> float:
    pairs = [(n, b.numbers[s]) for s, n in a.numbers.items() if s != slot and s in b.numbers]
    return max((1.0 if m >= _FEW else 0.5 for m, n in pairs if m == n), default=0.0)


def _remembered(x: Claim, y: Claim) -> bool:
    """Whether both tell how many died in what was long before both, within a month and in one town, and the tolls are
    nearly the same: of a war's raids on a town, hardly two are remembered so."""
    a, b = x.value, y.value
    if x.of != y.of or not (isinstance(a, Number) and isinstance(b, Number)) or not x.marks.towns & y.marks.towns:
        return False
    if x.when is None or y.when is None or not (long_past(x) and long_past(y)):
        return False
    here, there = days_of(x.when), days_of(y.when)
    off = abs(a.value - b.value) <= _NEARLY * max(a.value, b.value)
    return off and min(a.value, b.value) >= _FEW and meet(here, there) and max(length(here), length(there)) <= _MONTH


def _types(a: Marks, b: Marks) -> float:
    if a.type is None or b.type is None:
        return 0.0
    if a.type == b.type:
        return 0.25 if a.type != "other" else 0.0
    return 0.0 if one_family(a.type, b.type) or "other" in (a.type, b.type) else -0.75
