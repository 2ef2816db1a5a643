"""Where two incidents of a report happened: in one place, in a country and a town of it, or apart."""

from __future__ import annotations

from tawatur.read.entities import countries, lands
from tawatur.read.events.context import Context
from tawatur.read.events.incidents.record import Incident

_NEAR = 3  # sentences over which what was told last is still spoken of
_BESIDE = 1  # sentences between which one tells where and when the other was
_FAR = 10  # sentences behind which a report has come to other matters
_LEAD = 3  # sentences in which a report says what it is about


def near(known: Incident, one: Incident) -> bool:
    """Whether an incident is told at most three sentences behind what was told last of a known one."""
    return 0 <= one.sentence - known.last <= _NEAR


def apart(known: Incident, one: Incident) -> int:
    """How many sentences lie from one incident to another."""
    return abs(one.sentence - known.sentence)


def beside(known: Incident, one: Incident) -> bool:
    """Whether two incidents are told in one sentence or in two that follow each other."""
    return apart(known, one) <= _BESIDE


def far(known: Incident, one: Incident) -> bool:
    """Whether so much stands between two incidents that what is said of one is no more known of the other."""
    return apart(known, one) > _FAR


def in_lead(one: Incident) -> bool:
    """Whether an incident is one that the report begins with."""
    return one.sentence < _LEAD


def agree(context: Context, a: list[str], b: list[str]) -> bool:
    """Whether two lists of places may be one place: something they share, or a country of which nothing says that the
    other place is not in it (في شمال تركيا، في إقليم أسكي شهر)."""
    if not a or not b or set(a) & set(b):
        return True
    states, within = countries(context.document.language), lands(context.document.language)
    left, right = set(a) <= states, set(b) <= states
    if left == right:
        return False
    around, inside = (a, b) if left else (b, a)
    return all(within.get(place) in (None, *around) for place in inside)


def take_place(context: Context, one: Incident, other: Incident) -> None:
    """Name the town rather than the country alone where one telling of an incident names it."""
    states = countries(context.document.language)
    if set(one.place) <= states and not set(other.place) <= states and agree(context, one.place, other.place):
        one.take("place", other)


def in_one_town(context: Context, a: list[str], b: list[str]) -> bool:
    """Whether two lists share a place that is no country."""
    return bool((set(a) & set(b)) - countries(context.document.language))
