"""An entity as one report knows it: its names, the positions it holds, the company it is named in, when and where."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache

from tawatur.compare.corpus import Corpus, head, name_words, person_words
from tawatur.compare.countries import country_of, homonym, homonym_of, place_classes
from tawatur.compare.entities.institutions import chamber
from tawatur.compare.entities.kin import NOBODY, Kin, kin_of
from tawatur.compare.entities.naming import Name, called, sounding
from tawatur.compare.entities.renowned import renowned
from tawatur.compare.entities.seats import countries_named, countries_of_all, home_of, homonym_seat, seat
from tawatur.compare.entities.statistics import Statistics
from tawatur.language.loader import load
from tawatur.record.types import Entity, Reading

Key = tuple[str, str]  # report, entity id there
Names = Mapping[Key, str]  # the merged id of every report's own
_NONE: frozenset[str] = frozenset()


@dataclass(slots=True, eq=False)
class Around:
    """What all entities of a report have around them: whom and what it names that tells them from namesakes, the
    country it is about with the towns it names, its day. `abroad`: the setting that tells persons apart, without the
    country of the paper: at home it tells of all their namesakes. `lands`: the countries that it names things of."""

    company: frozenset[str] = _NONE
    setting: frozenset[str] = _NONE
    abroad: frozenset[str] = _NONE
    lands: frozenset[str] = _NONE
    day: date | None = None


@dataclass(slots=True, eq=False)
class Profile:
    """An entity as one report knows it. `listed`: a word list knows it by its id; `spelt`: a person's full names as
    they are written, and those of papers and bodies that are told by their sound; `seat`: the country an institution is
    of, or a place whose name several countries have; `unplaced`: such a one, of nobody knows which."""

    key: Key
    entity: Entity
    listed: bool
    names: frozenset[Name] = frozenset()
    spelt: Mapping[Name, str] = field(default_factory=dict)
    fathers: frozenset[str] = _NONE
    heads: frozenset[str] = _NONE
    countries: frozenset[str] = _NONE
    around: Around = field(default_factory=Around, repr=False)
    seat: str | None = None
    unplaced: bool = False
    one_word: bool = False  # a person of whom the report gives the family name, or a first name, alone
    kin: Kin = NOBODY  # of such a one

    @property
    def type(self) -> str:
        return self.entity.type

    @property
    def written(self) -> list[str]:
        """A person's full names as they are written."""
        return list(self.spelt.values())


def company_sign(entity: Entity) -> str:
    """What stands for an entity among those that a report names beside another: its id where a list knows it, else its
    name by its consonants, which writers of a foreign name agree in (ميغان ماركل, ميغن ماركل)."""
    if entity.id in listed_ids():
        return entity.id
    name = entity.name.get("ar") or ""
    return " ".join(sounding(person_words(name) if entity.type == "person" else name_words(name))) or entity.id


@cache
def listed_ids() -> frozenset[str]:
    """The ids of all things that the language's lists name."""
    return frozenset(listed_names())


@cache
def listed_names() -> dict[str, frozenset[str]]:
    """What the language's lists call each thing first, in Arabic and in English, by its id."""
    found: dict[str, set[str]] = {}
    for data in (entry.data for entry in load("arabic").entries.get("name", ()) if "id" in entry.data):
        called = (data.get("ar") or next(iter(data.get("forms", ())), None), data.get("en"))
        found.setdefault(data["id"], set()).update(str(name) for name in called if name)
    return {ident: frozenset(names) for ident, names in found.items()}


def profiles(corpus: Corpus, statistics: Statistics | None = None) -> dict[Key, Profile]:
    """Every entity of every report; `statistics` of these reports are counted where they are not given."""
    known = statistics or Statistics(reading for _, reading in corpus)
    return {profile.key: profile for name, reading in corpus for profile in profiles_of(name, reading, known)}


def profiles_of(name: str, reading: Reading, statistics: Statistics) -> list[Profile]:
    """Every entity of one report, which goes by this name and is counted in the statistics."""
    paper = statistics.paper(reading.report.outlet)
    lands = countries_named(reading)
    home = home_of(lands) or paper
    company = frozenset(company_sign(e) for e in reading.entities if _telling(e) and statistics.tells(e.id))
    towns = _towns(reading)
    setting = towns | {home} if home else towns
    around = Around(company, setting, towns if home == paper else setting, frozenset(lands), reading.report.published)
    return [_profile(name, reading, entity, around, home, paper) for entity in reading.entities]


def _profile(
    name: str, reading: Reading, entity: Entity, around: Around, home: str | None, paper: str | None
) -> Profile:
    by = called(entity)
    profile = Profile((name, entity.id), entity, entity.id in listed_ids(), by.names, by.spelt, around=around)
    if entity.type == "person":
        profile.fathers = by.fathers
        profile.heads, profile.countries = _positions(reading, entity.id)
        profile.one_word = all(len(n) == 1 for n in by.names)
        profile.kin = kin_of(reading, entity) if profile.one_word else NOBODY
    elif entity.type == "organisation":
        profile.seat = by.seat
        if homonym(entity.id):
            profile.seat = by.seat or homonym_seat(reading, entity, home, paper)
            profile.unplaced = profile.seat is None
        elif profile.seat is None and profile.listed:
            profile.seat = countries_of_all().get(entity.id)
        elif profile.seat is None and by.everywhere:
            profile.seat = seat(reading, entity, home, paper)
            profile.unplaced = profile.seat is None
        if names := [one for n in by.names if (one := chamber(n, profile.seat))]:
            profile.names |= frozenset(names)
    elif entity.type == "other" and by.everywhere:
        profile.seat = seat(reading, entity, home, paper)
        profile.unplaced = profile.seat is None
    elif entity.type == "place" and homonym(entity.id):
        profile.seat = homonym_seat(reading, entity, home, paper)
        profile.unplaced = profile.seat is None
    return profile


def _positions(reading: Reading, ident: str) -> tuple[frozenset[str], frozenset[str]]:
    """The heads of a person's titles (minister, envoy) and the countries they are of."""
    held = [role for role in reading.roles if role.person == ident]
    if not held:
        return _NONE, _NONE
    heads: set[str] = set()
    countries: set[str] = set()
    places = {e.id for e in reading.entities if e.type == "place"}
    for role in held:
        heads.update(head(role.title))
        if role.of in places:
            countries.add(country_of(role.of) or role.of)
    return frozenset(heads), frozenset(countries)


def _telling(entity: Entity) -> bool:
    return entity.type in ("person", "organisation", "other") and " " in (entity.name.get("ar") or "")


def _towns(reading: Reading) -> frozenset[str]:
    """The towns that a report names."""
    return frozenset(
        m.entity for m in reading.mentions if m.type == "place" and place_classes().get(m.entity) == "city"
    )


def ids_of(profile: Profile) -> Sequence[str]:
    """The ids by which lists or Wikidata know a thing; one that things of several countries bear, with its country; and
    what stands for whoever is called by his one name everywhere."""
    if homonym(profile.entity.id):
        known = homonym_of(profile.entity.id, profile.seat)
        return (known,) if known else ()
    listed = profile.entity.id if profile.listed else None
    return [i for i in (listed, profile.entity.wikidata, renowned(profile.entity)) if i]
