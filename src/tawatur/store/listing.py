"""All that a record holds, a page at a time, in the order it came: for programs that read it whole."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from tawatur.store.between import FACT

_NEWEST = (
    "r.text IS NOT NULL AND r.version = "
    "(SELECT max(n.version) FROM report n WHERE n.identity = r.identity AND n.text IS NOT NULL)"
)
_OF_OUTLET = (  # on the shelf, and those that are to come there
    "SELECT report FROM shelf_report WHERE outlet = ? UNION SELECT p.report FROM pending p "
    "JOIN report c ON c.id = p.report WHERE json_extract(c.head, '$.outlet') = ?"
)


@dataclass(frozen=True, slots=True)
class Page:
    """`items`: names and JSON objects of so many rows; `next`: after which row the next page begins, None at the end;
    `total`: of the whole list."""

    items: Sequence[tuple[str, dict[str, Any]]]
    next: int | None
    total: int


class Listing:
    """The lists of one record. `after`: the `next` of the page before, 0 for the first; `most` rows of a page."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def reports(self, after: int, most: int, outlet: str | None = None, since: str | None = None) -> Page:
        """Reports (the newest text of each): their heads. `since`: a day, ISO 8601, from which on they came."""
        where, values = _NEWEST, list[Any]()
        if outlet is not None:
            where, values = f"{where} AND r.id IN ({_OF_OUTLET})", [outlet, outlet]
        if since is not None:
            where, values = f"{where} AND r.taken_in >= ?", [*values, since]
        return self._page("r.id, r.name, r.head", "report r", "r.id", where, values, after, most)

    def readings(self, after: int, most: int) -> Page:
        """The readings of reports (the newest text of each)."""
        tables = "report r JOIN reading g ON g.report = r.id"
        return self._page("r.id, r.name, g.body", tables, "r.id", _NEWEST, [], after, most)

    def found(
        self,
        layer: str,
        after: int,
        most: int,
        report: str | None = None,
        subject: str | None = None,
        of: str | None = None,
        verdict: str | None = None,
    ) -> Page:
        """Stories, events or facts; those that a report tells, of facts those on a subject, of a property (`of`; of
        events and facts: a kind), of a verdict."""
        where, values = f"f.layer = '{layer}'", list[Any]()  # in words: indexes are of one layer
        if report is not None:
            where += (
                " AND f.id IN (SELECT x.found FROM found_report x JOIN report r ON r.id = x.report WHERE r.name = ?)"
            )
            values.append(report)
        if subject is not None:
            where += " AND f.subject = ?"
            values.append(subject)
        if of is not None:
            where += " AND f.property = ?" if layer == FACT else " AND json_extract(f.body, '$.kind') = ?"
            values.append(of)
        if verdict is not None:
            where += " AND json_extract(f.body, '$.verdict') = ?"
            values.append(verdict)
        return self._page("f.id, f.ident, f.body", "found f", "f.id", where, values, after, most)

    def entities(self, after: int, most: int, type_: str | None = None) -> Page:
        """Entities over all reports: type and name."""
        where, values = ("json_extract(t.body, '$.type') = ?", [type_]) if type_ is not None else ("1", [])
        return self._page("t.id, t.ident, t.body", "thing t", "t.id", where, values, after, most)

    def _page(
        self, columns: str, tables: str, row: str, where: str, values: Sequence[Any], after: int, most: int
    ) -> Page:
        (total,) = self._db.execute(f"SELECT count(*) FROM {tables} WHERE {where}", values).fetchone()
        rows = self._db.execute(
            f"SELECT {columns} FROM {tables} WHERE {where} AND {row} > ? ORDER BY {row} LIMIT ?",
            (*values, after, most + 1),
        ).fetchall()
        items = [(name, json.loads(body)) for _, name, body in rows[:most]]
        return Page(items, rows[most - 1][0] if len(rows) > most else None, total)
