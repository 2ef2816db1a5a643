"""What speaks for two things being one, and what against: named features, weighted and added."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from math import log10

from tawatur.compare.entities.institutions import kind_words
from tawatur.compare.entities.naming import GIST, MEANING, Name
from tawatur.compare.entities.seats import PART_OF
from tawatur.compare.entities.things import Thing

ENOUGH = 1.0
NEAR = 7  # days
CLOSE = 3  # named in common: reports that name so many of the same are of one matter
FAR = 300
OCCASION = 45  # days from which on what was held at a place is another
AT_ONE_TIME = 730  # days: who holds another position elsewhere within them is another man
_MANY_BEARERS = 0.05  # expected namesakes from which a name alone is not enough


def days_between(a: Thing, b: Thing) -> int | None:
    """Days between the nearest two reports of two things; None where one has no date."""
    if not a.days or not b.days:
        return None
    if not a.days.isdisjoint(b.days):
        return 0
    ordered = sorted([(day, True) for day in a.days] + [(day, False) for day in b.days])
    return min((y - x).days for (x, mine), (y, other) in pairwise(ordered) if mine != other)


def same_id(a: Thing, b: Thing) -> float:
    """One entry of the lists, or of Wikidata."""
    return float(bool(a.ids & b.ids or a.wikidata & b.wikidata))


def another_id(a: Thing, b: Thing) -> float:
    """Two entries of the lists."""
    return float(bool(a.ids and b.ids) and not (a.ids & b.ids or a.wikidata & b.wikidata))


def same_name(a: Thing, b: Thing) -> float:
    """One name in folded spelling, of persons in full."""
    person = a.types == b.types == {"person"}
    return float(any((len(n) > 1 or not person) and n[0] != GIST for n in a.names & b.names))


def same_gist(a: Thing, b: Thing) -> float:
    """One name of organisations but for a word that is as often left out, and that one of them leaves out."""
    if same_name(a, b):
        return 0.0
    names = a.names | b.names
    return float(any(n[0] == GIST and (MEANING, *n[1:]) in names for n in a.names & b.names))


def same_position(a: Thing, b: Thing) -> float:
    return float(not a.heads.isdisjoint(b.heads))


def same_office(a: Thing, b: Thing) -> float:
    """One position of one country."""
    return float(bool(a.heads & b.heads and a.countries & b.countries))


def same_service(a: Thing, b: Thing) -> float:
    """Two positions of one country, as its envoy is called by two titles."""
    return float(bool(a.countries & b.countries) and not a.heads & b.heads)


def same_kin(a: Thing, b: Thing) -> float:
    """Both are called by a word for a relative, of one sort and of one man."""
    return float(not a.kin.isdisjoint(b.kin))


def in_company(a: Thing, b: Thing) -> float:
    """The reports name somebody else in common, or a body that few reports name."""
    return float(not a.company.isdisjoint(b.company))


def in_close_company(a: Thing, b: Thing) -> float:
    """And several others; persons only: a matter of two states has two ministries of one name."""
    return float(a.types == b.types == {"person"} and len(a.company & b.company) >= CLOSE)


def same_setting(a: Thing, b: Thing) -> float:
    return float(not a.setting.isdisjoint(b.setting))


def near_in_time(a: Thing, b: Thing) -> float:
    apart = days_between(a, b)
    return float(apart is not None and apart <= NEAR)


def far_in_time(a: Thing, b: Thing) -> float:
    """Persons only: a body stays, and another man comes to a name."""
    apart = days_between(a, b) if a.types == b.types == {"person"} else None
    return float(apart is not None and apart > FAR)


def same_country(a: Thing, b: Thing) -> float:
    return float(not a.seats.isdisjoint(b.seats))


def another_country(a: Thing, b: Thing) -> float:
    """Two countries, or two bodies that they are parts of."""
    return float(bool(a.seats and b.seats) and not a.seats & b.seats and not of_a_body(a, b))


def of_a_body(a: Thing, b: Thing) -> float:
    """A part of a body without a country, and an institution of a country: they may be one."""
    mine, theirs = ({seat.startswith(PART_OF) for seat in thing.seats} for thing in (a, b))
    return float(bool(mine and theirs) and mine.isdisjoint(theirs))


def of_no_known_country(a: Thing, b: Thing) -> float:
    """An institution that every state has, without its country on one side or both."""
    return float(a.unplaced or b.unplaced)


def without_its_country(a: Thing, b: Thing) -> float:
    """The one name has a country in it, the other none."""
    return float(bool(a.seats) != bool(b.seats) and not (a.unplaced or b.unplaced))


def no_land_in_common(a: Thing, b: Thing) -> float:
    """Places that no list knows, by reports that name nothing of one country: the village of one, a word of another."""
    return float(bool(a.lands and b.lands) and a.lands.isdisjoint(b.lands))


def another_occasion(a: Thing, b: Thing) -> float:
    """Meetings that are called by where they were held: the Paris conference, of another month."""
    if not any(name[0] in kind_words("occasion") for name in a.names & b.names):
        return 0.0
    apart = days_between(a, b) if a.types == b.types == {"other"} else None
    return float(apart is not None and apart > OCCASION)


def another_position(a: Thing, b: Thing) -> float:
    return float(bool(a.heads and b.heads) and not a.heads & b.heads)


def another_position_elsewhere(a: Thing, b: Thing) -> float:
    """Namesakes: other positions in other countries at one time."""
    if not (a.heads and b.heads and a.countries and b.countries) or a.heads & b.heads or a.countries & b.countries:
        return 0.0
    apart = days_between(a, b)
    return float(apart is None or apart <= AT_ONE_TIME)


def another_type(a: Thing, b: Thing) -> float:
    return float(not a.types & b.types)


Features = dict[Callable[[Thing, Thing], float], float]

KNOWN: Features = {same_id: 1.5, another_id: -2.0}  # looked at where a list knows one of them
NAMED: Features = {same_name: 1.0, same_gist: 0.65, another_type: -0.6, another_occasion: -0.5}
HELD: Features = {  # looked at where both hold a position, or are of a country
    same_position: 0.3,
    same_office: 0.15,
    same_service: 0.15,
    another_position: -0.2,
    another_position_elsewhere: -1.5,
}
AROUND: Features = {
    same_kin: 0.4,
    in_company: 0.3,
    in_close_company: 0.1,
    same_setting: 0.15,
    near_in_time: 0.1,
    far_in_time: -0.2,
    no_land_in_common: -0.3,
}
SEATED: Features = {  # looked at where one of them has a seat, or should have
    same_country: 0.2,
    another_country: -2.0,
    of_a_body: -0.3,
    of_no_known_country: -0.5,
    without_its_country: -0.2,
}
FEATURES: Features = {**KNOWN, **NAMED, **HELD, **AROUND, **SEATED}

Why = dict[str, float]
Namesakes = Callable[[Name], float]  # how many other bearers of a name are to be expected: `Statistics.namesakes`


def enough(why: Why) -> bool:
    """Whether the features make two things one."""
    return sum(why.values()) > ENOUGH - 1e-9


def likeness(a: Thing, b: Thing, namesakes: Namesakes) -> Why:
    """The features that speak for and against, by name and weight."""
    why: Why = {}
    if a.ids or b.ids or a.wikidata or b.wikidata:
        _rate(KNOWN, a, b, why)
    _rate(NAMED, a, b, why)
    if (a.heads or a.countries) and (b.heads or b.countries):
        _rate(HELD, a, b, why)
    _rate(AROUND, a, b, why)
    if a.seats or b.seats or a.unplaced or b.unplaced:
        _rate(SEATED, a, b, why)
    if "same_name" in why and "same_id" not in why:
        if common := _common_name(a, b, namesakes):
            why["common_name"] = common
        else:  # a name that one man bears is his for all times and in all his positions
            why.pop("far_in_time", None)
            why.pop("another_position", None)
    return why


def _rate(features: Features, a: Thing, b: Thing, why: Why) -> None:
    for feature, weight in features.items():
        if value := feature(a, b):
            why[feature.__name__] = weight * value


def _common_name(a: Thing, b: Thing, namesakes: Namesakes) -> float:
    return common_name(min((namesakes(n) for n in a.names & b.names if len(n) > 1), default=0.0))


def common_name(expected: float) -> float:
    """What a name loses by being borne by so many others: -0.15 for every tenfold, at most -0.45."""
    return 0.0 if expected <= _MANY_BEARERS else -min(0.45, 0.15 * log10(expected / _MANY_BEARERS) + 0.05)
