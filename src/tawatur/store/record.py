"""The record on disk: reports as they came, their readings, the comparison, people's decisions."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Self

from tawatur import __version__
from tawatur.errors import RecordError
from tawatur.record.codec import (
    dump_comparison,
    dump_reading,
    dump_report,
    load_comparison,
    load_reading,
    load_report,
)
from tawatur.record.decisions import REMOVED
from tawatur.record.types import Comparison, Reading, Report
from tawatur.store.database import open_database, said, transaction
from tawatur.store.decisions import Decisions
from tawatur.store.search import index_sentences, query


def identity(report: Report) -> str:
    """What makes two texts versions of one report: the url, else outlet and file."""
    return report.url or f"{report.outlet or ''}/{report.file}"


class Record:
    """One record, open. Use as a context manager; every method that writes is one transaction."""

    def __init__(self, path: Path, create: bool = False) -> None:
        self.path = path
        self._db = open_database(path, create)
        self.decisions = Decisions(self._db, self._write)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self._db.close()

    @contextmanager
    def _write(self) -> Iterator[sqlite3.Connection]:
        try:
            with transaction(self._db):
                yield self._db
        except sqlite3.OperationalError as error:
            raise RecordError(said(self.path, error)) from error

    # Reports and readings

    def known(self, report: Report) -> str | None:
        """The name under which this text of this report is in the record, or None.

        The same text under the same file name is the same report, though it came by another path.
        """
        rows = self._db.execute(
            "SELECT name, identity FROM report WHERE text_sha256 = ? AND text IS NOT NULL ORDER BY id",
            (report.text_sha256,),
        )
        return next((name for name, known in rows if _one_report(known, identity(report))), None)

    def has_identity(self, report: Report) -> bool:
        """Whether any text of this report was ever taken in."""
        query = "SELECT 1 FROM report WHERE identity = ?"
        return self._db.execute(query, (identity(report),)).fetchone() is not None

    def removed(self, report: Report) -> str | None:
        """The day on which a person removed this report, by whatever path it came, or None."""
        rows = self._db.execute(
            "SELECT d.made_at, r.identity FROM decision d JOIN report r ON r.name = d.subject "
            "WHERE d.kind = ? AND r.text IS NULL AND (r.identity = ? OR r.text_sha256 = ?) ORDER BY d.id DESC",
            (REMOVED, identity(report), report.text_sha256),
        )
        return next((at[:10] for at, known in rows if _one_report(known, identity(report))), None)

    def add(self, reading: Reading) -> str:
        """Take a report in with its reading, in one transaction; gives the name the record knows it by."""
        report = reading.report
        with self._write() as db:
            version = db.execute(
                "SELECT coalesce(max(version), 0) + 1 FROM report WHERE identity = ?", (identity(report),)
            ).fetchone()[0]
            name = self._free_name(report.file)
            cursor = db.execute(
                "INSERT INTO report (name, identity, version, text_sha256, head, text, original, taken_in) "
                "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    name,
                    identity(report),
                    version,
                    report.text_sha256,
                    _json(dump_report(report)),
                    report.text,
                    report.original,
                    _now(),
                ),
            )
            assert cursor.lastrowid is not None  # an INSERT gives one
            self._put_reading(cursor.lastrowid, reading)
        return name

    def _free_name(self, file: str) -> str:
        stem = name = report_name(file)
        number = 2
        while self._db.execute("SELECT 1 FROM report WHERE name = ?", (name,)).fetchone():
            name, number = f"{stem}-{number}", number + 1
        return name

    def _put_reading(self, row: int, reading: Reading) -> None:
        self._db.execute(
            "INSERT OR REPLACE INTO reading (report, program, body) VALUES (?, ?, ?)",
            (row, __version__, _json(dump_reading(reading))),
        )
        index_sentences(self._db, row, reading.report)
        self._db.execute("DELETE FROM comparison")  # it is of other readings now

    def reread(self, name: str, reading: Reading) -> None:
        """Replace a report's reading by a new one."""
        with self._write() as db:
            row = db.execute("SELECT id FROM report WHERE name = ?", (name,)).fetchone()
            self._put_reading(row[0], reading)

    def reports(self) -> dict[str, Report]:
        """Every report that is there (the newest text of each), by name, in the order they were taken in."""
        rows = self._db.execute(
            "SELECT name, head, text FROM report r WHERE text IS NOT NULL AND version = "
            "(SELECT max(version) FROM report n WHERE n.identity = r.identity AND n.text IS NOT NULL) ORDER BY id"
        )
        return {name: load_report(json.loads(head), text) for name, head, text in rows}

    def readings(self) -> dict[str, Reading]:
        """The readings of `reports()`, by the record's name of the report; `report.file` is that name."""
        rows = self._db.execute(
            "SELECT r.name, g.body, r.text FROM report r JOIN reading g ON g.report = r.id WHERE r.text IS NOT NULL "
            "AND version = (SELECT max(version) FROM report n WHERE n.identity = r.identity AND n.text IS NOT NULL) "
            "ORDER BY r.id"
        )
        found = {}
        for name, body, text in rows:
            reading = load_reading(json.loads(body), text)
            reading.report.file = name
            found[name] = reading
        return found

    def remove(self, name: str, who: str | None = None, why: str | None = None) -> None:
        """Take a report's text and reading away for good; the decision and its date stay."""
        with self._write() as db:
            row = db.execute("SELECT id FROM report WHERE name = ? AND text IS NOT NULL", (name,)).fetchone()
            if row is None:
                raise RecordError(
                    f"{self.path}: there is no report {name} in the record; `tawatur sources` lists them."
                )
            index_sentences(db, row[0], None)
            db.execute("DELETE FROM reading WHERE report = ?", row)
            db.execute("DELETE FROM comparison")
            db.execute("UPDATE report SET text = NULL, original = NULL, head = '{}' WHERE id = ?", row)
            self.decisions.add(REMOVED, name, {}, who, why)

    # Comparison

    def comparison(self) -> Comparison | None:
        """The comparison of the readings as they are now, or None where none was made since they changed."""
        row = self._db.execute("SELECT body FROM comparison").fetchone()
        return load_comparison(json.loads(row[0])) if row else None

    def put_comparison(self, comparison: Comparison) -> None:
        """Keep a comparison of the readings as they are now."""
        with self._write() as db:
            db.execute(
                "INSERT OR REPLACE INTO comparison (id, program, body) VALUES (1, ?, ?)",
                (__version__, _json(dump_comparison(comparison))),
            )

    # Search

    def sentences(self, words: str, limit: int = 50) -> list[tuple[str, int, int]]:
        """Sentences with these words (store/search.py says how they match): report name, start, end; best first."""
        match = query(words)
        if not match:
            return []
        rows = self._db.execute(
            "SELECT r.name, s.first, s.last FROM sentence_words w JOIN sentence s ON s.id = w.rowid "
            "JOIN report r ON r.id = s.report WHERE sentence_words MATCH ? ORDER BY rank, s.id LIMIT ?",
            (match, limit),
        )
        return [(name, first, last) for name, first, last in rows]


def _one_report(known: str, came: str) -> bool:
    """Whether two identities of one text are one report: the same, or one file of one outlet by two paths."""
    if known == came:
        return True
    if "://" in known or "://" in came:
        return False
    outlets, files = ([i.partition("/")[0] for i in (known, came)], [report_name(i) for i in (known, came)])
    return outlets[0] == outlets[1] and files[0] == files[1]


def report_name(file: str) -> str:
    """How comparisons name a report: its file's name without folder and ending."""
    base = file.replace("\\", "/").rsplit("/", 1)[-1]
    for ending in (".txt", ".html", ".htm", ".json"):
        base = base.removesuffix(ending)
    return base or "report"


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
