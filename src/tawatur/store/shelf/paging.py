"""A page of rows: told by the row that it begins after, so that it stays where it is while rows come before it."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from math import isfinite
from typing import Any

from tawatur.store.shelf.rows import Rows

PAGE = 25  # rows of a page
Where = tuple[str, list[Any]]  # conditions and their values


def page(
    db: sqlite3.Connection, columns: str, tables: str, order: tuple[str, str], where: Where, at: str | None, most: int
) -> Rows[Sequence[Any]]:
    """A page of rows whose first two columns are those they are ordered by, both from high to low."""
    conditions, values = where
    (total,) = db.execute(f"SELECT count(*) FROM {tables} WHERE {conditions}", values).fetchone()
    back, key = _place(at)
    side, direction = (">", "ASC") if back else ("<", "DESC")
    more = f" AND ({order[0]}, {order[1]}) {side} (?, ?)" if key else ""
    rows = db.execute(
        f"SELECT {columns} FROM {tables} WHERE {conditions}{more} "
        f"ORDER BY {order[0]} {direction}, {order[1]} {direction} LIMIT ?",
        (*values, *key, most + 1),
    ).fetchall()
    cut = len(rows) > most
    rows = rows[:most][::-1] if back else rows[:most]
    newer = f"-{rows[0][0]}:{rows[0][1]}" if rows and (cut if back else bool(key)) else None
    older = f"+{rows[-1][0]}:{rows[-1][1]}" if rows and (cut or back) else None
    return Rows(rows, total, newer, older)


def _place(at: str | None) -> tuple[bool, tuple[float, int] | tuple[()]]:
    """Whether a page goes back to newer rows, and the row that it begins after; what is no place is the first page."""
    number, _, row = (at or "")[1:].partition(":")
    try:
        key = float(number), int(row)
    except ValueError:
        return False, ()
    if not isfinite(key[0]) or abs(key[1]) >> 63:  # no row has such a number
        return False, ()
    return (at or "").startswith("-"), key
