"""Whether reports surely tell of one and the same happening, whatever links hold its tellings together.

Of links that are wrong, none of their features tells: what a link is scored by has been used up. What tells is how a
report gives it: in its news, on the day, in words that another has too; with whom, where, on which days people met.
Two tellings may well be of one (`together`), or share so much of their own that they confirm each other (`surely`).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import combinations

from tawatur.compare.corpus import alike
from tawatur.compare.days import Days, between, days_of, length, meet, one_occasion
from tawatur.compare.events.marks import Marks
from tawatur.compare.events.sight import FAR
from tawatur.compare.facts.claims import Claim
from tawatur.compare.facts.particulars import ENOUGH, long_past, particulars
from tawatur.compare.groups import Groups
from tawatur.record.schema import ATTENDANCE
from tawatur.record.types import Interval

NEXT_DAY = 1  # days between two reports of the news of a day
COMMON, MANY = 2, 3  # words that the clauses of two tellings have in common at least, and in passing
MUCH = 0.3  # share of the words from which they are much of what both say
WEEK = 7  # days of an interval that tells a meeting from the next of one who met
THIRD = 11  # days of an interval, a third of a month, that tells it from the next of two who met
DAYS = 3  # days between two reports of a meeting that both set into one month
PAIR = 2  # who meet each other
WEEKS = 62  # days between the days of a visit and a report that gives none
_PLANNED = "planned"


def surely(a: Claim, b: Claim) -> bool:
    """Whether two tellings of a fact are surely of one happening, by what few others of its kind have in common."""
    kind = a.of.partition(".")[0]
    return _MAY_BE[kind](a, b) and _SURELY[kind](a, b)


def together(claims: Sequence[Claim]) -> list[list[Claim]]:
    """Tellings of one fact in groups that may well be of one happening, or are of one report."""
    may_be = _MAY_BE[claims[0].of.partition(".")[0]]
    groups: Groups[int] = Groups(range(len(claims)))
    first: dict[str, int] = {}
    for i, claim in enumerate(claims):
        groups.join(first.setdefault(claim.report, i), i)
    for i, j in combinations(range(len(claims)), 2):
        if groups.find(i) != groups.find(j) and may_be(claims[i], claims[j]):
            groups.join(i, j)
    return [[claims[i] for i in group] for group in groups.all()]


def _one_incident(a: Claim, b: Claim) -> bool:
    """Whether two reports may well tell one incident: by its kind and its days, where these are long past, or where
    both are told close to each other as news, of one town, or of one name that was struck; or, on one day or the next,
    in words in common: as their news, with one number, or in words that are much of what both say."""
    near, thing = one_occasion(a.day, b.day, NEXT_DAY), _one_thing(a.marks, b.marks)
    news = a.marks.news and b.marks.news
    if _one_time(a, b) and (_long_past(a, b) or (near and (news or thing))):
        return True
    if not near:
        return False
    one, other = frozenset(a.marks.gist), frozenset(b.marks.gist)
    common = len(one & other)
    much = common >= MANY and alike(one, other) >= MUCH
    return common >= COMMON and (much or news or _one_number(a, b))


def _one_meeting(a: Claim, b: Claim) -> bool:
    """Whether two reports may well tell one meeting: of the same days, if these are of a week, with one who met, its
    place or its number in common, or with two of these, if they are of a third of a month; else with two of these, told
    within days of each other."""
    here, there = a.marks, b.marks
    common = len(here.names & there.names) + (not here.towns.isdisjoint(there.towns)) + _one_number(a, b)
    if a.when is not None and b.when is not None:
        if not meet(days_of(a.when), days_of(b.when)):
            return False
        days = max(length(days_of(a.when)), length(days_of(b.when)))
        return common > 0 if days <= WEEK else common > 1 and (days <= THIRD or one_occasion(a.day, b.day, DAYS))
    return one_occasion(a.day, b.day, NEXT_DAY) and (
        common > 1 or (common > 0 and (_on_its_day(a, b) or _on_its_day(b, a)))
    )


def _one_visit(a: Claim, b: Claim) -> bool:
    """Whether two reports may tell one visit of those who come again: of one day, or within weeks of each other."""
    return _in_time(a, b, WEEKS)


def _one_deed(a: Claim, b: Claim) -> bool:
    """Whether two reports may tell one punishment, or one gift, of those who punish and give again: of one day, or
    within days of each other, and not one that is planned and one that is done, unless both give the day."""
    return not (_one_planned(a, b) and (a.when is None or b.when is None)) and _in_time(a, b, FAR)


def _same_incident(a: Claim, b: Claim) -> bool:
    """Whether two incidents that happened have enough in common that is no other's: what is to come, who plans it
    tells."""
    return _PLANNED not in (a.status, b.status) and sum(particulars(a, b).values()) >= ENOUGH


def _same_meeting(a: Claim, b: Claim) -> bool:
    """Whether two meetings have their town in common, two who met, or, as the news of it, one of them and the day: one
    man has several a day. Who comes, a plan of a day says where it names its town or more than two."""
    town, names = not a.marks.towns.isdisjoint(b.marks.towns), len(a.marks.names & b.marks.names)
    one_time = a.when is not None and b.when is not None and meet(days_of(a.when), days_of(b.when))
    news = _PLANNED not in (a.status, b.status) and one_occasion(a.day, b.day, NEXT_DAY)
    if a.of == ATTENDANCE and not news:
        return one_time and (town or names > PAIR)
    if names >= PAIR or (town and (one_time or a.of != ATTENDANCE)):
        return True
    return names > 0 and news and _same_days(a, b)


def _same_visit(a: Claim, b: Claim) -> bool:
    """Whether two visits of one man have a town in common, or one of these: their land, their days, those of their
    reports; of what is planned, two."""
    town = not a.marks.towns.isdisjoint(b.marks.towns)
    land = not a.marks.areas.isdisjoint(b.marks.areas)
    found = 2 * town + land + _same_days(a, b) + one_occasion(a.day, b.day, NEXT_DAY)
    return found > (_PLANNED in (a.status, b.status))


def _same_deed(a: Claim, b: Claim) -> bool:
    """Whether two punishments or gifts are both imposed, or both lifted: nobody has seen what is planned."""
    return a.status == b.status != _PLANNED


def _same_days(a: Claim, b: Claim) -> bool:
    return a.when is not None and a.when == b.when


def _one_planned(a: Claim, b: Claim) -> bool:
    return (a.status == _PLANNED) != (b.status == _PLANNED)


_MAY_BE: dict[str, Callable[[Claim, Claim], bool]] = {
    "incident": _one_incident,
    "meeting": _one_meeting,
    "visit": _one_visit,
    "designation": _one_deed,
    "funding": _one_deed,
}
_SURELY: dict[str, Callable[[Claim, Claim], bool]] = {
    "incident": _same_incident,
    "meeting": _same_meeting,
    "visit": _same_visit,
    "designation": _same_deed,
    "funding": _same_deed,
}
DOUBTFUL = frozenset(_MAY_BE)  # kinds of which a day has many, told in passing by many reports


def _in_time(a: Claim, b: Claim, days: int) -> bool:
    """Whether the days of two tellings, a day apart at most, or of one and of the other's report are so near."""
    here, there = _days(a), _days(b)
    slack = NEXT_DAY if a.when is not None and b.when is not None else days
    return here is not None and there is not None and between(here, there) <= slack


def _days(claim: Claim) -> Days | None:
    """The days that a telling gives, else that of its report."""
    if claim.when is not None:
        return days_of(claim.when)
    return (claim.day.toordinal(), claim.day.toordinal()) if claim.day is not None else None


def _on_its_day(dated: Claim, bare: Claim) -> bool:
    """Whether a report without a day came out when the meeting was that the other dates, the day before, or after."""
    if dated.when is None or bare.when is not None or bare.day is None or length(days_of(dated.when)) > NEXT_DAY:
        return False
    first, last = days_of(dated.when)
    return first - NEXT_DAY <= bare.day.toordinal() <= last + NEXT_DAY


def _one_time(a: Claim, b: Claim) -> bool:
    return _same_days(a, b) and a.marks.type == b.marks.type not in (None, "other")


def _long_past(a: Claim, b: Claim) -> bool:
    """Whether what two reports tell was long before both, and both know the day, or have words in common: of such days
    one happening is told again; of such years, many."""
    if not (long_past(a) and long_past(b)):
        return False
    return _told_by_days(a.when) or len(set(a.marks.gist) & set(b.marks.gist)) >= COMMON


def _told_by_days(when: Interval | None) -> bool:
    """Whether an interval is of a few days, or says since when."""
    return when is not None and (when.last is None or length(days_of(when)) <= WEEK)


def _one_thing(a: Marks, b: Marks) -> bool:
    return not a.towns.isdisjoint(b.towns) or not a.names.isdisjoint(b.names)


def _one_number(a: Claim, b: Claim) -> bool:
    here, there = a.marks.numbers, b.marks.numbers
    return any(here[slot] == there[slot] for slot in here.keys() & there.keys())
