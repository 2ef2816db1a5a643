"""What stages make of a report, as JSON and back: profiles, sketches, sights, claims, with all that they are made of.

Field by field, whatever fields they have; what a field has by default is left out. Every JSON array begins with what it
stands for, an object is a mapping with words as keys; one with other keys is an array of pairs. Only the classes named
here are made from what is read.
"""

from __future__ import annotations

import json
from array import array
from collections.abc import Mapping
from dataclasses import MISSING, fields
from datetime import date, datetime
from functools import cache
from typing import Any

from tawatur.compare.entities.profiles import Around, Profile
from tawatur.compare.events.marks import Marks
from tawatur.compare.events.offices import Office
from tawatur.compare.events.scopes import Scope
from tawatur.compare.events.sight import Mouth, Ref, Sight
from tawatur.compare.events.told import Telling
from tawatur.compare.facts.claims import Claim
from tawatur.compare.facts.sources import Source
from tawatur.compare.stories.link import StoryLink
from tawatur.compare.stories.outline import Outline
from tawatur.compare.stories.sketch import Sketch
from tawatur.record.types import Entity, Event, Evidence, Interval, Number, Place, Span

_CLASSES: dict[str, type] = {
    c.__name__: c
    for c in (
        Around, Claim, Entity, Event, Evidence, Interval, Marks, Mouth, Number, Office, Outline, Place, Profile, Ref,
        Scope, Sight, Sketch, Source, Span, StoryLink, Telling,
    )
}  # fmt: skip
_LIST, _TUPLE, _SET, _DATE, _TIME, _FLOATS, _MAP = "[", "(", "{", "d", "t", "f", ":"
_WHOLE = frozenset({str, int, bool, type(None)})  # what most values are, told here to save a call of each
_BARE = _WHOLE | {float}
_DIGITS = 5  # of a fraction, as records keep it


def pack(value: Any, digits: int | None = _DIGITS) -> Any:
    """A value as JSON has it, fractions with so many digits (None: with all). Raises TypeError for what `unpack` could
    not make again."""
    kind: type = value.__class__
    if kind in _WHOLE:
        return value
    if _CLASSES.get(kind.__name__) is kind:
        return [kind.__name__, _fields(value, _defaults(kind), digits)]
    if isinstance(value, float):
        return value if digits is None else round(value, digits)
    if isinstance(value, str | int):
        return value
    if isinstance(value, datetime):
        return [_TIME, value.isoformat()]
    if isinstance(value, date):
        return [_DATE, value.isoformat()]
    if isinstance(value, frozenset | set):
        packed = [v if v.__class__ in _WHOLE else pack(v, digits) for v in value]
        return [_SET, *sorted(packed, key=repr if any(isinstance(v, list) for v in packed) else None)]
    if isinstance(value, list | tuple):
        packed = [v if v.__class__ in _WHOLE else pack(v, digits) for v in value]
        return [_LIST if isinstance(value, list) else _TUPLE, *packed]
    if isinstance(value, array):
        return [_FLOATS, *(pack(v, digits) for v in value)]
    if isinstance(value, Mapping):
        if any(not isinstance(key, str) for key in value):
            return [_MAP, *([pack(key, digits), pack(item, digits)] for key, item in value.items())]
        return {key: pack(item, digits) for key, item in value.items()}
    raise TypeError(f"{kind.__name__} is nothing that a record keeps")


def _fields(value: Any, default: Mapping[str, Any], digits: int | None) -> dict[str, Any]:
    """The fields of an object that are not as they are by default."""
    told: dict[str, Any] = {}
    for name, usual in default.items():
        v = getattr(value, name)
        if v is not usual and v != usual:
            told[name] = v if v.__class__ in _WHOLE else pack(v, digits)
    return told


@cache
def _defaults(kind: type) -> dict[str, Any]:
    """The fields that a class is made with, and what each has by default (MISSING where it has nothing)."""
    return {
        f.name: f.default_factory() if f.default_factory is not MISSING else f.default for f in fields(kind) if f.init
    }


def unpack(raw: Any) -> Any:
    """The value that `pack` gave."""
    if isinstance(raw, list):
        kind = raw[0]
        if kind in _CLASSES:
            return _CLASSES[kind](**_values(raw[1]))
        if kind == _DATE:
            return date.fromisoformat(raw[1])
        if kind == _TIME:
            return datetime.fromisoformat(raw[1])
        if kind == _FLOATS:
            return array(_FLOATS, raw[1:])
        if kind == _MAP:
            return {unpack(key): unpack(item) for key, item in raw[1:]}
        made = [v if v.__class__ in _BARE else unpack(v) for v in raw[1:]]
        return made if kind == _LIST else tuple(made) if kind == _TUPLE else frozenset(made)
    return _values(raw) if isinstance(raw, dict) else raw


def _values(raw: dict[str, Any]) -> dict[str, Any]:
    return {key: v if v.__class__ in _BARE else unpack(v) for key, v in raw.items()}


def dump(value: Any) -> str:
    """A value as text, to the last digit: what one stage of an archive hands on to the next."""
    return json.dumps(pack(value, None), ensure_ascii=False, separators=(",", ":"))


def load(text: str) -> Any:
    """The value of a text that `dump` made."""
    return unpack(json.loads(text))
