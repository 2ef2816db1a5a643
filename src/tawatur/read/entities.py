"""The entities of a report: those word lists know by id, and where they are mentioned."""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache
from typing import Any

from tawatur.language.loader import Language
from tawatur.read.document import Document
from tawatur.record.types import Entity, Mention


@lru_cache(maxsize=8)
def catalogue(language: Language) -> dict[str, Entity]:
    """Every entity of a language's lists of names, by id. Read only: `known` gives a report its own copy."""
    found: dict[str, Entity] = {}
    wikidata: dict[str, str] = language.data("names/wikidata")
    for entry in language.entries.get("name", ()):
        data = entry.data
        forms = [str(form) for form in data.get("forms", ())]
        entity = found.get(data["id"])
        if entity is None:
            name = {"ar": data.get("ar") or forms[0], "en": data.get("en")}
            found[data["id"]] = Entity(data["id"], data["type"], name, forms, wikidata.get(data["id"]))
        else:  # a second line of the list for the same thing: further forms, bound to a context
            entity.aliases.extend(form for form in forms if form not in entity.aliases)
            entity.name["ar"] = data.get("ar") or entity.name["ar"]
            entity.name["en"] = entity.name["en"] or data.get("en")
    for entity in found.values():
        entity.aliases = [form for form in entity.aliases if form != entity.name["ar"]]
    return found


@lru_cache(maxsize=8)
def catalogue_data(language: Language) -> dict[str, dict[str, Any]]:
    """What the lists say of every entity besides its names (class, of, government), by id."""
    found: dict[str, dict[str, Any]] = {}
    for entry in language.entries.get("name", ()):
        found[entry.data["id"]] = {**entry.data, **found.get(entry.data["id"], {})}
    return found


@lru_cache(maxsize=8)
def capitals(language: Language) -> dict[str, str]:
    """The capital of every country whose government is called by it, by the country's id."""
    found: dict[str, list[str]] = {}
    for key, data in catalogue_data(language).items():
        if data.get("government"):
            found.setdefault(str(data["government"]), []).append(key)
    return {country: cities[0] for country, cities in found.items() if len(cities) == 1}


@lru_cache(maxsize=8)
def governed_from(language: Language) -> dict[str, str]:
    """The country whose government is called by a capital, by the capital's id."""
    return {city: country for country, city in capitals(language).items()}


@lru_cache(maxsize=8)
def with_article(language: Language) -> dict[str, str]:
    """The ids of the places that the lists name in one word with the article, by that word without it."""
    data = catalogue_data(language)
    return {
        form.removeprefix("ال"): entity.id
        for entity in catalogue(language).values()
        if entity.type == "place" and not data[entity.id].get("only")
        for form in (entity.name["ar"] or "", *entity.aliases)
        if form.startswith("ال") and " " not in form
    }


@lru_cache(maxsize=8)
def countries(language: Language) -> frozenset[str]:
    """The ids of the countries."""
    return frozenset(key for key, data in catalogue_data(language).items() if data.get("class") == "country")


@lru_cache(maxsize=8)
def lands(language: Language) -> dict[str, str]:
    """The country of every town that the lists place, by their ids."""
    listed = language.data("names/within")["countries"]
    return {town: country for country, towns in listed.items() for town in str(towns).split()}


def known(document: Document, entity_id: str) -> str:
    """Make sure that an entity of the lists (a country reached through a demonym) is in `reading.entities`.

    Returns its id; an id that no list has is returned as it is, and nothing is added.
    """
    entities = document.reading.entities
    if not any(entity.id == entity_id for entity in entities):
        entity = catalogue(document.language).get(entity_id)
        if entity is not None:
            entities.append(Entity(entity.id, entity.type, dict(entity.name), list(entity.aliases), entity.wikidata))
    return entity_id


def mentions_in(document: Document, start: int, end: int) -> list[Mention]:
    """The mentions that lie wholly inside [start, end), in order."""
    mentions = document.reading.mentions
    first = bisect_left(mentions, start, key=lambda m: m.start)
    last = bisect_left(mentions, end, key=lambda m: m.start)
    return [m for m in mentions[first:last] if m.end <= end]
