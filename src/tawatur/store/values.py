"""Values as SQLite's statements take them."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Sequence
from typing import Any, TypeVar

T = TypeVar("T")
_MANY = 500  # values of one statement


def signed(number: int) -> int:
    """A number of 64 bits as tables have it, which know no others than signed ones."""
    return number - (1 << 64) if number >> 63 else number


def parts(values: Sequence[T]) -> Iterator[Sequence[T]]:
    """Values in as many as one statement takes."""
    return (values[i : i + _MANY] for i in range(0, len(values), _MANY))


def marks(values: Sequence[Any]) -> str:
    """A question mark for each value."""
    return ",".join("?" * len(values))


def as_json(value: Any) -> str:
    """A value as compact JSON."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def file_of(db: sqlite3.Connection) -> str:
    """The file of a database."""
    return str(db.execute("PRAGMA database_list").fetchone()[2])
