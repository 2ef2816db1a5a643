"""What each report tells of its events, as it is kept to be compared, and the keys by which tellings of one event meet.
Hashes are the caller's."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Container, Iterable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any

from tawatur.store.keyed import is_made, keep_made, nearest
from tawatur.store.values import as_json, marks, parts, signed


@dataclass(frozen=True, slots=True)
class ToldRow:
    """A telling: its row, that of its report in the ledger, the event's id there, and what is kept of it."""

    row: int
    report: int
    event: str
    body: Any


class Tellings:
    """The tellings of one record. Reports are named by their rows in the ledger."""

    def __init__(self, db: sqlite3.Connection, write: Callable[[], AbstractContextManager[sqlite3.Connection]]) -> None:
        self._db = db
        self._write = write

    def clear(self) -> None:
        """Take all away."""
        with self._write() as db:
            for table in ("telling_key", "telling", "tellings"):
                db.execute(f"DELETE FROM {table}")

    def filled(self) -> None:
        """Keep that there are tellings of all reports that are compared."""
        with self._write() as db:
            keep_made(db, "tellings")

    def is_filled(self) -> bool:
        """Whether there are tellings of all reports that are compared, as this version makes them."""
        return is_made(self._db, "tellings")

    def compared(self) -> list[int]:
        """The rows of the reports that are compared."""
        return [report for (report,) in self._db.execute("SELECT report FROM source ORDER BY report")]

    def put(self, tellings: Iterable[tuple[int, str, str, bool, Any]]) -> None:
        """Keep tellings of reports that have none: (report, kind, event, whether others of the report say something of
        it, what is kept)."""
        rows = ((report, kind, event, beside, as_json(body)) for report, kind, event, beside, body in tellings)
        with self._write() as db:
            db.executemany(
                "INSERT OR REPLACE INTO telling (report, kind, event, beside, body) VALUES (?, ?, ?, ?, ?)", rows
            )

    def drop(self, report: int) -> None:
        """Take the tellings of a report away."""
        with self._write() as db:
            for (row,) in db.execute("DELETE FROM telling WHERE report = ? RETURNING id", (report,)).fetchall():
                db.execute("DELETE FROM telling_key WHERE telling = ?", (row,))

    def of_reports(self, reports: Iterable[int]) -> list[ToldRow]:
        """All tellings of these reports."""
        return self._rows("SELECT id, report, event, body FROM telling WHERE report IN ({})", reports)

    def at(self, rows: Iterable[int]) -> list[ToldRow]:
        """The tellings in these rows, and those of their reports that say something of them."""
        query = (
            "SELECT o.id, o.report, o.event, o.body FROM telling t JOIN telling o "
            "ON o.report = t.report AND o.kind = t.kind WHERE t.id IN ({}) AND (o.id = t.id OR t.beside)"
        )
        return self._rows(query, rows)

    def _rows(self, query: str, values: Iterable[int]) -> list[ToldRow]:
        found: dict[int, ToldRow] = {}
        for some in parts(sorted(set(values))):
            for row, report, event, body in self._db.execute(query.format(marks(some)), some):
                if row not in found:
                    found[row] = ToldRow(row, report, event, json.loads(body))
        return [found[row] for row in sorted(found)]

    def rows(self, told: Mapping[int, Iterable[str]]) -> dict[tuple[int, str], int]:
        """The rows of tellings, by report and event; of events that no report tells none."""
        found: dict[tuple[int, str], int] = {}
        for report, events in told.items():
            every = dict(self._db.execute("SELECT event, id FROM telling WHERE report = ?", (report,)))
            found.update({(report, event): every[event] for event in events if event in every})
        return found

    # Keys

    def put_keys(self, keys: Mapping[int, Iterable[tuple[int, int]]], new: bool = False) -> None:
        """Keep the keys by which tellings meet others, as (hash, day) by the telling's row, and no others; `new`: they
        have none yet."""
        wanted = {(signed(key), day, row) for row, some in keys.items() for key, day in some}
        known: set[tuple[int, int, int]] = set()
        for row in () if new else keys:
            known.update(self._db.execute("SELECT key, day, telling FROM telling_key WHERE telling = ?", (row,)))
        with self._write() as db:
            gone = sorted(known - wanted)
            db.executemany("DELETE FROM telling_key WHERE key = ? AND day = ? AND telling = ?", gone)
            db.executemany("INSERT INTO telling_key VALUES (?, ?, ?)", sorted(wanted - known))

    def nearest(self, key: int, day: int, limit: int, within: int) -> list[int]:
        """The tellings with a key, by their rows: at most `limit` of those until a day, and of those after it, `within`
        so many days."""
        return [row for _, row in nearest(self._db, "telling_key", key, day, limit, within)]

    def told_by(self, rows: Iterable[int], reports: Container[int]) -> set[int]:
        """Those of the tellings in these rows that any of these reports tells."""
        found: set[int] = set()
        for some in parts(sorted(rows)):
            query = f"SELECT id, report FROM telling WHERE id IN ({marks(some)})"
            found.update(row for row, report in self._db.execute(query, some) if report in reports)
        return found

    def days_before(self, key: int, first: int, day: int, limit: int) -> list[int]:
        """The days of the tellings with a key from a first day on that are before another, the nearest first."""
        query = "SELECT day FROM telling_key WHERE key = ? AND day >= ? AND day < ? ORDER BY day DESC LIMIT ?"
        return [found for (found,) in self._db.execute(query, (signed(key), first, day, limit))]

    def many_on(self, key: int, day: int) -> int:
        """How many tellings of a day have a key."""
        query = "SELECT count(*) FROM telling_key WHERE key = ? AND day = ?"
        return int(self._db.execute(query, (signed(key), day)).fetchone()[0])

    def told_on(self, key: int, day: int) -> list[tuple[str, str]]:
        """The tellings of a day with a key: the report's name, the event's id there."""
        query = (
            "SELECT r.name, t.event FROM telling_key k JOIN telling t ON t.id = k.telling "
            "JOIN report r ON r.id = t.report WHERE k.key = ? AND k.day = ?"
        )
        return self._db.execute(query, (signed(key), day)).fetchall()
