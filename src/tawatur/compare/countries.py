"""What the lists say of a place: its class, and the country that it lies in."""

from __future__ import annotations

from functools import cache

from tawatur.language.loader import load


@cache
def place_classes() -> dict[str, str]:
    """City, country, region ... of every place that the language's lists name, by id."""
    entries = load("arabic").entries.get("name", ())
    return {
        e.data["id"]: e.data.get("class") or "" for e in entries if e.data.get("type") == "place" and "id" in e.data
    }


@cache
def _countries() -> dict[str, str]:
    listed = load("arabic").data("names/within")["countries"]
    return {place: country for country, places in listed.items() for place in places.split()}


def is_country(ident: str | None) -> bool:
    """Whether this is the id of a country of the lists."""
    return place_classes().get(ident or "") == "country"


def country_of(place: str) -> str | None:
    """The country a place lies in, a country itself; None where the lists do not say."""
    return place if is_country(place) else _countries().get(place)


@cache
def homonym(ident: str) -> frozenset[str]:
    """The countries that have a place, or a body, of this name of the lists; empty where one alone has it."""
    listed = load("arabic").data("names/homonyms")["countries"]
    return frozenset(listed.get(ident, ()))


@cache
def surely_in(place: str) -> str | None:
    """The country a place lies in whoever names it; None for a name that places of several countries bear."""
    return None if homonym(place) else country_of(place)
