"""What is kept under keys and days, and whether a derived part of a record is there, in the tables of one record."""

from __future__ import annotations

import sqlite3

from tawatur import __version__
from tawatur.store.values import signed

_ROWS = {"meeting": "report", "telling_key": "telling"}  # what each table has under a key and a day
_TOP = 1 << 63


def nearest(
    db: sqlite3.Connection, table: str, key: int, day: int, limit: int, within: int | None = None
) -> list[tuple[int, int]]:
    """The rows of a table of (key, day, row) with a key, as (day, row): at most `limit` of those until a day, the
    nearest first, and then of those after it; `within` so many days."""
    first, last = (day - within, day + within) if within is not None else (-_TOP, _TOP - 1)
    row = _ROWS[table]
    found = db.execute(
        f"SELECT day, {row} FROM {table} WHERE key = ? AND day BETWEEN ? AND ? ORDER BY day DESC, {row} LIMIT ?",
        (signed(key), first, day, limit),
    ).fetchall()
    found += db.execute(
        f"SELECT day, {row} FROM {table} WHERE key = ? AND day > ? AND day <= ? ORDER BY day, {row} LIMIT ?",
        (signed(key), day, last, limit),
    ).fetchall()
    return found


def keep_made(db: sqlite3.Connection, table: str) -> None:
    """Keep, in a table of one row, that a part is there as this version makes it."""
    db.execute(f"INSERT OR REPLACE INTO {table} VALUES (1, ?)", (__version__,))


def is_made(db: sqlite3.Connection, table: str) -> bool:
    """Whether a part is there, as this version makes it."""
    row = db.execute(f"SELECT program FROM {table}").fetchone()
    return bool(row and row[0] == __version__)
