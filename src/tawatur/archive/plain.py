"""Objects that stages hand on, as text: what dataclasses of comparing hold, field by field, and back."""

from __future__ import annotations

import json
from array import array
from dataclasses import fields
from datetime import date
from typing import Any, TypeVar

from tawatur.record.types import Interval

T = TypeVar("T")


def dump(one: object) -> str:
    """A dataclass as text; its fields in order."""
    return json.dumps([_out(getattr(one, f.name)) for f in fields(one)], ensure_ascii=False)  # type: ignore[arg-type]


def load(of: type[T], text: str) -> T:
    """The dataclass of a text that `dump` made."""
    return of(*map(_in, json.loads(text)))


def _out(value: Any) -> Any:
    if isinstance(value, dict):
        return {"map": [[_out(k), _out(v)] for k, v in value.items()]}  # in its order, which sums follow
    if isinstance(value, Interval):
        return {"interval": [_out(value.first), _out(value.last)]}
    if isinstance(value, date):
        return {"date": value.isoformat()}
    if isinstance(value, frozenset):
        return {"set": [_out(v) for v in sorted(value)]}
    if isinstance(value, array):
        return {"floats": list(value)}
    if isinstance(value, tuple):
        return {"tuple": [_out(v) for v in value]}
    return value


def _in(value: Any) -> Any:
    if not isinstance(value, dict):
        return value
    ((kind, inner),) = value.items()
    if kind == "map":
        return {_in(k): _in(v) for k, v in inner}
    if kind == "interval":
        return Interval(*map(_in, inner))
    if kind == "date":
        return date.fromisoformat(inner)
    if kind == "set":
        return frozenset(map(_in, inner))
    if kind == "floats":
        return array("f", inner)
    return tuple(map(_in, inner))
