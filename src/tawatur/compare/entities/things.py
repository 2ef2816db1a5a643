"""What several profiles joined so far say of one thing, as a whole; and how a record keeps that."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeVar

from tawatur.compare.countries import homonym
from tawatur.compare.entities.kin import Kin
from tawatur.compare.entities.naming import Name
from tawatur.compare.entities.profiles import Key, Profile, company_sign, ids_of
from tawatur.record.types import Entity

Side = tuple[int, int]  # a decision that two things are two, and on which side of it a thing stands
T = TypeVar("T")
_NONE: AbstractSet[str] = frozenset()
_SHORT = 2  # words


@dataclass(slots=True, eq=False)
class Thing:
    """One thing. `faces`: those of its profiles that brought a name or a father with them, the first of all at least;
    `size`: how many profiles it has; `lands`: of a place that no list knows, the countries that its reports name things
    of; `sides`: what people decided that it is not."""

    faces: list[Profile]
    size: int = 1
    names: AbstractSet[Name] = frozenset()
    fathers: AbstractSet[str] = _NONE
    heads: AbstractSet[str] = _NONE
    countries: AbstractSet[str] = _NONE
    company: AbstractSet[str] = _NONE
    setting: AbstractSet[str] = _NONE
    lands: AbstractSet[str] = _NONE
    seats: AbstractSet[str] = _NONE
    ids: AbstractSet[str] = _NONE  # of lists
    wikidata: AbstractSet[str] = _NONE
    kin: AbstractSet[str] = _NONE  # whose relative, of one who was called by one name
    types: AbstractSet[str] = _NONE
    days: AbstractSet[date] = frozenset()
    unplaced: bool = False
    sides: set[Side] = field(default_factory=set)

    @classmethod
    def of(cls, profile: Profile) -> Thing:
        """The thing that one profile is."""
        entity, around = profile.entity, profile.around
        mine = company_sign(entity)
        listed, wikidata = _only(entity.id if profile.listed else None), _only(entity.wikidata)
        if homonym(entity.id):
            listed, wikidata = frozenset(ids_of(profile)), frozenset()
        setting = around.abroad if entity.type == "person" else around.setting
        return cls(
            [profile], 1, profile.names, profile.fathers, profile.heads, profile.countries,
            around.company - {mine} if mine in around.company else around.company, setting,
            around.lands if _told_by_lands(profile) else _NONE,
            _only(profile.seat), listed, wikidata, profile.kin.signs,
            _only(entity.type), frozenset((around.day,)) if around.day else frozenset(), profile.unplaced,
        )  # fmt: skip

    def take(self, other: Thing) -> None:
        """Become one with another thing."""
        self.faces += [f for f in other.faces if not (f.names <= self.names and f.fathers <= self.fathers)]
        self.size += other.size
        self.names = _grown(self.names, other.names)
        self.fathers = _grown(self.fathers, other.fathers)
        self.heads = _grown(self.heads, other.heads)
        self.countries = _grown(self.countries, other.countries)
        self.company = _grown(self.company, other.company)
        self.setting = _grown(self.setting, other.setting)
        self.lands = _grown(self.lands, other.lands)
        self.seats = _grown(self.seats, other.seats)
        self.ids = _grown(self.ids, other.ids)
        self.wikidata = _grown(self.wikidata, other.wikidata)
        self.kin = _grown(self.kin, other.kin)
        self.types = _grown(self.types, other.types)
        self.days = _grown(self.days, other.days)
        self.unplaced = self.unplaced and other.unplaced
        self.sides |= other.sides

    @property
    def written(self) -> list[str]:
        """A person's full names as they are written, each once, those of the first reports first."""
        return list(dict.fromkeys(text for face in self.faces for text in face.written))


def _told_by_lands(profile: Profile) -> bool:
    """Whether a place that no list knows has so short a name that another country has one, too, or it is a word."""
    return profile.type == "place" and not profile.listed and all(len(name) <= _SHORT for name in profile.names)


def _only(value: str | None) -> frozenset[str]:
    return frozenset((value,)) if value else frozenset()


def _grown(mine: AbstractSet[T], more: AbstractSet[T]) -> AbstractSet[T]:
    """Both sets together; a set that has grown before grows in place, the one of a profile is left as it is."""
    if isinstance(mine, set):
        mine |= more
        return mine
    return mine if more <= mine else {*mine, *more}


_SETS = ("fathers", "heads", "countries", "company", "setting", "lands", "seats", "ids", "wikidata", "kin", "types")


def dump_thing(thing: Thing) -> dict[str, Any]:
    """A thing as JSON has it; what is empty is left out."""
    sets = {name: sorted(found) for name in _SETS if (found := getattr(thing, name))}
    return {
        "size": thing.size,
        "faces": [_dump_face(face) for face in thing.faces],
        **sets,
        "days": [day.isoformat() for day in sorted(thing.days)],
        "unplaced": thing.unplaced,
        "sides": [list(side) for side in sorted(thing.sides)],
    }


def load_thing(raw: dict[str, Any]) -> Thing:
    """The thing that `dump_thing` gave."""
    faces = [_load_face(face) for face in raw["faces"]]
    thing = Thing(faces, raw["size"], {n for face in faces for n in face.names})
    for name in _SETS:
        setattr(thing, name, set(raw.get(name, ())))
    thing.days = {date.fromisoformat(day) for day in raw["days"]}
    thing.unplaced = raw["unplaced"]
    thing.sides = {(decision, side) for decision, side in raw["sides"]}
    return thing


def _dump_face(face: Profile) -> dict[str, Any]:
    found: dict[str, Any] = {
        "key": list(face.key),
        "type": face.type,
        "names": _joined(face.names),
        "name": {language: name for language, name in face.entity.name.items() if name},
    }
    more = {
        "spelt": {" ".join(name): text for name, text in face.spelt.items()},
        "fathers": sorted(face.fathers),
        "listed": face.listed,
        "wikidata": face.entity.wikidata,
        "seat": face.seat,
        "unplaced": face.unplaced,
        "one_word": face.one_word,
        "kin_names": _joined(face.kin.names),
    }
    return found | {name: value for name, value in more.items() if value}


def _joined(names: Iterable[Name]) -> list[str]:
    return sorted(" ".join(name) for name in names)


def _load_face(raw: dict[str, Any]) -> Profile:
    key: Key = (raw["key"][0], raw["key"][1])
    return Profile(
        key,
        Entity(key[1], raw["type"], dict(raw["name"]), [], raw.get("wikidata")),
        raw.get("listed", False),
        frozenset(tuple(name.split()) for name in raw["names"]),
        {tuple(name.split()): text for name, text in raw.get("spelt", {}).items()},
        frozenset(raw.get("fathers", ())),
        seat=raw.get("seat"),
        unplaced=raw.get("unplaced", False),
        one_word=raw.get("one_word", False),
        kin=Kin(names=frozenset(tuple(name.split()) for name in raw.get("kin_names", ()))),
    )
