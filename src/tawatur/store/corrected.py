"""Readings that people corrected, beside what the program read: pages and comparing take the corrected ones."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager

from tawatur.record.codec.reading import dump_reading, load_correction, load_reading
from tawatur.record.types import Correction, Reading
from tawatur.store.values import as_json, marks, parts


class Corrected:
    """The corrected readings of one record. `write` opens a transaction, or joins the one that is open."""

    def __init__(self, db: sqlite3.Connection, write: Callable[[], AbstractContextManager[sqlite3.Connection]]) -> None:
        self._db = db
        self._write = write

    def as_read(self, name: str) -> Reading | None:
        """What the program read in a report, whatever people corrected; None where there is no such report."""
        row = self._db.execute(
            "SELECT coalesce(a.body, g.body), r.text FROM report r JOIN reading g ON g.report = r.id "
            "LEFT JOIN as_read a ON a.report = r.id WHERE r.name = ? AND r.text IS NOT NULL",
            (name,),
        ).fetchone()
        if row is None:
            return None
        reading = load_reading(json.loads(row[0]), row[1])
        reading.report.file = name
        return reading

    def put(self, name: str, reading: Reading) -> None:
        """Keep a report's reading as it is corrected; what the program read stays beside it."""
        with self._write() as db:
            (row,) = db.execute("SELECT id FROM report WHERE name = ?", (name,)).fetchone()
            if reading.corrections:
                db.execute(
                    "INSERT OR IGNORE INTO as_read (report, body) SELECT report, body FROM reading WHERE report = ?",
                    (row,),
                )
            else:
                db.execute("DELETE FROM as_read WHERE report = ?", (row,))
            db.execute("UPDATE reading SET body = ? WHERE report = ?", (as_json(dump_reading(reading)), row))

    def forget(self, row: int) -> None:
        """The report in row `row` of the ledger was read anew, or is gone: what was read before is nothing any more."""
        with self._write() as db:
            db.execute("DELETE FROM as_read WHERE report = ?", (row,))

    def why_gone(self, names: Iterable[str]) -> dict[str, str]:
        """Which of these reports are read no more: `report` where one was removed or never was, `version` where it has
        a newer text."""
        found = dict.fromkeys(names, "report")
        for some in parts(sorted(found)):
            rows = self._db.execute(
                "SELECT name, version = (SELECT max(version) FROM report n WHERE n.identity = r.identity "
                f"AND n.text IS NOT NULL) FROM report r WHERE name IN ({marks(some)}) AND text IS NOT NULL",
                some,
            )
            for name, newest in rows:
                if newest:
                    del found[name]
                else:
                    found[name] = "version"
        return found

    def made(self, names: Iterable[str]) -> dict[str, list[Correction]]:
        """What people set in the readings of these reports, with what could not be set, by report."""
        found: dict[str, list[Correction]] = {}
        for some in parts(sorted(set(names))):
            rows = self._db.execute(
                "SELECT r.name, json_extract(g.body, '$.corrections') FROM report r JOIN reading g ON g.report = r.id "
                f"WHERE r.name IN ({marks(some)})",
                some,
            )
            found.update({name: [load_correction(c) for c in json.loads(body)] for name, body in rows if body})
        return found
