"""Where two incidents of a report happened: in one place, in a country and a town of it, or apart."""

from __future__ import annotations

from functools import cache

from tawatur.language.loader import Language
from tawatur.read.entities import catalogue_data
from tawatur.read.events.context import Context
from tawatur.read.events.incidents.record import Incident


def agree(context: Context, a: list[str], b: list[str]) -> bool:
    """Whether two lists of places may be one place: something they share, or a country of which nothing says that the
    other place is not in it (في شمال تركيا، في إقليم أسكي شهر)."""
    if not a or not b or set(a) & set(b):
        return True
    lands, within = _lands(context.document.language)
    left, right = set(a) <= lands, set(b) <= lands
    if left == right:
        return False
    around, inside = (a, b) if left else (b, a)
    return all(within.get(place) in (None, *around) for place in inside)


def take_place(context: Context, one: Incident, other: Incident) -> None:
    """Name the town rather than the country alone where one telling of an incident names it."""
    lands, _ = _lands(context.document.language)
    if set(one.place) <= lands and not set(other.place) <= lands and agree(context, one.place, other.place):
        one.take("place", other)


@cache
def _lands(language: Language) -> tuple[frozenset[str], dict[str, str]]:
    """The countries of the lists, and the country of every town that they place."""
    listed = language.data("names/within")["countries"]
    countries = (key for key, data in catalogue_data(language).items() if data.get("class") == "country")
    return frozenset(countries), {town: country for country, towns in listed.items() for town in str(towns).split()}
