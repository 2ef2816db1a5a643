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
    listed = load("arabic").data("names/homonyms")["countries"].get(ident, ())
    return _all_countries() if listed == "all" else frozenset(listed)


@cache
def _all_countries() -> frozenset[str]:
    return frozenset(place for place, kind in place_classes().items() if kind == "country")


def homonym_of(ident: str, country: str | None) -> str | None:
    """The id of what a name that several countries have is in a country: that of the lists where they have one, and
    where no country is said what it is then; else None."""
    named = load("arabic").data("names/homonyms")["of_country"].get(ident, {})
    known = named.get(country or "elsewhere")
    return str(known) if known else (f"{ident} {country}" if country else None)


@cache
def surely_in(place: str) -> str | None:
    """The country a place lies in whoever names it; None for a name that places of several countries bear."""
    return None if homonym(place) else country_of(place)
