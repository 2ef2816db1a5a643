"""An entity as one report knows it: its names, the positions it holds, the company it is named in, when and where."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache

from tawatur.compare.corpus import Corpus, head, person_words, skeleton
from tawatur.compare.countries import country_of, homonym, place_classes
from tawatur.compare.seats import (
    homes,
    homonym_seat,
    institution_words,
    numbered_words,
    of_every_state,
    place_words,
    seat,
)
from tawatur.language.loader import load
from tawatur.record.types import Entity, Reading

Key = tuple[str, str]  # report, entity id there
Name = tuple[str, ...]  # folded words
Names = Mapping[Key, str]  # the merged id of every report's own
_LONG = 5  # consonants of a name that is compared by them
COMMON = 0.02  # of the reports; what more of them name is no company that tells two persons apart
COMMON_AT_LEAST = 12  # reports


@dataclass(slots=True, eq=False)
class Profile:
    """An entity as one report knows it. `listed`: a word list knows it by its id; `seat`: the country an institution is
    of, or a place whose name several countries have; `unplaced`: such a one, of nobody knows which."""

    key: Key
    entity: Entity
    listed: bool
    names: frozenset[Name] = frozenset()
    spelt: Mapping[Name, str] = field(default_factory=dict)  # persons' full names as they are written
    heads: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()
    company: frozenset[str] = field(default=frozenset(), repr=False)
    setting: frozenset[str] = field(default=frozenset(), repr=False)
    seat: str | None = None
    unplaced: bool = False
    day: date | None = None

    @property
    def type(self) -> str:
        return self.entity.type

    @property
    def written(self) -> list[str]:
        """A person's full names as they are written."""
        return list(self.spelt.values())

    @property
    def one_word(self) -> bool:
        """A person of whom the report gives the family name, or a first name, alone."""
        return self.type == "person" and all(len(n) == 1 for n in self.names)


@cache
def listed_ids() -> frozenset[str]:
    """The ids of all things that the language's lists name."""
    return frozenset(e.data["id"] for e in load("arabic").entries.get("name", ()) if "id" in e.data)


def profiles(corpus: Corpus) -> dict[Key, Profile]:
    """Every entity of every report."""
    in_reports = Counter(e.id for _, reading in corpus for e in reading.entities)
    most = max(COMMON_AT_LEAST, COMMON * len(corpus.readings))
    found = {}
    at_home, papers = homes(corpus)
    for name, reading in corpus:
        home = at_home.get(name)
        setting = _setting(reading, home)
        company = {e.id for e in reading.entities if _telling(e) and in_reports[e.id] <= most}
        for entity in reading.entities:
            profile = _profile(name, reading, entity, home, papers.get(reading.report.outlet or ""))
            profile.company, profile.setting = frozenset(company - {entity.id}), setting
            found[profile.key] = profile
    return found


def _profile(name: str, reading: Reading, entity: Entity, home: str | None, paper: str | None) -> Profile:
    profile = Profile((name, entity.id), entity, entity.id in listed_ids(), day=reading.report.published)
    texts = list(dict.fromkeys(t for n in (*entity.name.values(), *_more_names(entity)) if n for t in _scripts(n)))
    if entity.type == "person":
        parts = {t: person_words(t) for t in texts}
        profile.names = frozenset(p for p in parts.values() if p)
        profile.spelt = {p: t for t, p in reversed(parts.items()) if len(p) > 1}
        profile.heads, profile.countries = _positions(reading, entity.id)
    elif entity.type == "organisation":
        placed = [institution_words(t) for t in texts]
        profile.names = frozenset(n for words, _ in placed if words for n in (words, sounding(words)))
        profile.seat = next((s for _, s in placed if s), None)
        if profile.seat is None and not profile.listed and any(of_every_state(t) for t in texts):
            profile.seat = seat(reading, entity, home, paper)
            profile.unplaced = profile.seat is None
    else:
        words = [w for t in texts if (w := place_words(t) if entity.type == "place" else numbered_words(t))]
        sounds = sounding if entity.type == "work" else together if entity.type == "place" else tuple
        profile.names = frozenset(n for w in words for n in (w, sounds(w)))
        if entity.type == "place" and homonym(entity.id):
            profile.seat = homonym_seat(reading, entity, home, paper)
            profile.unplaced = profile.seat is None
    return profile


def sounding(words: Name) -> Name:
    """A name of several words by its consonants: وزارة الشؤون and وزارة الشئون, بزنس إنسايدر and بيزنس إنسايدر.

    Names of one word, and short ones, stay as they are: too much sounds like them.
    """
    sounds = tuple(skeleton(w) for w in words)
    return ("~", *sounds) if len(words) > 1 and len("".join(sounds)) >= _LONG else words


def together(words: Name) -> Name:
    """A place's name by its consonants, however its words are parted: كفر بطنا and كفربطنا; a short one as it is."""
    sounds = "".join(skeleton(w) for w in words)
    return ("~", sounds) if len(sounds) > _LONG else words


def _scripts(name: str) -> list[str]:
    """A name, and its halves where it is given in two scripts: واشنطن بوست Washington Post."""
    if " " not in name or name.isascii():
        return [name]
    latin = [w for w in name.split() if w.isascii()]
    other = [w for w in name.split() if not w.isascii()]
    halves = [" ".join(half) for half in (other, latin)]
    return [name, *halves] if latin and other and all(" " in half for half in halves) else [name]


def _more_names(entity: Entity) -> Sequence[str]:
    """Other names of a person in full, with a part in common or in Latin letters."""
    if entity.type != "person":
        return ()
    main = {w for n in entity.name.values() if n for w in person_words(n)}
    return [a for a in entity.aliases if " " in a and (main & set(person_words(a)) or a.isascii())]


def _positions(reading: Reading, ident: str) -> tuple[frozenset[str], frozenset[str]]:
    """The heads of a person's titles (minister, envoy) and the countries they are of."""
    heads: set[str] = set()
    countries: set[str] = set()
    places = {e.id for e in reading.entities if e.type == "place"}
    for role in reading.roles:
        if role.person == ident:
            heads.update(head(role.title))
            if role.of in places:
                countries.add(country_of(role.of) or role.of)
    return frozenset(heads), frozenset(countries)


def _telling(entity: Entity) -> bool:
    return entity.type in ("person", "organisation", "other") and " " in (entity.name.get("ar") or "")


def _setting(reading: Reading, home: str | None) -> frozenset[str]:
    """The country a report is about, and the towns it names."""
    towns = {m.entity for m in reading.mentions if m.type == "place" and place_classes().get(m.entity) == "city"}
    return frozenset(towns | ({home} if home else set()))


def namesakes(all_profiles: Mapping[Key, Profile]) -> dict[Name, float]:
    """How many other bearers of a person's full name are to be expected among the persons of the reports, by chance.

    The number of distinct full names, times how often each part of the name stands in them: a common first name before
    the name of a large tribe is borne by many, a rare one by one (Winkler's frequency-based weights, 1989).
    """
    full = {n for p in all_profiles.values() if p.type == "person" for n in p.names if len(n) > 1}
    parts = Counter(w for n in full for w in set(n))
    expected = {}
    for name in full:
        chance = 1.0
        for word in name:
            chance *= (parts[word] - 1) / len(full)
        expected[name] = chance * len(full)
    return expected
