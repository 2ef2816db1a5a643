"""The record on disk: reports as they came, their readings, the comparison, people's decisions."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Self

from tawatur import __version__
from tawatur.errors import RecordError
from tawatur.record.codec.reading import dump_reading, dump_report, load_reading, load_report
from tawatur.record.decisions import REMOVED
from tawatur.record.naming import published_at, report_name
from tawatur.record.types import Comparison, Reading, Report
from tawatur.record.unmade import unmade
from tawatur.store.between import Between
from tawatur.store.corrected import Corrected
from tawatur.store.database import open_database, said, transaction
from tawatur.store.decisions import Decisions
from tawatur.store.finding import Finding
from tawatur.store.identities import Identities, identity
from tawatur.store.kept import Kept
from tawatur.store.listing import Listing
from tawatur.store.meetings import Meetings
from tawatur.store.objects import whole
from tawatur.store.search import index_sentences
from tawatur.store.shelf.reading import Shelf
from tawatur.store.shelf.writing import Shelving
from tawatur.store.tellings import Tellings
from tawatur.store.touched import Touched
from tawatur.store.values import as_json, marks, parts

_READINGS: Kept[Reading] = Kept(30_000_000)  # characters of JSON: some 4,000 reports
_HEADS: Kept[Report] = Kept(8_000_000)  # characters of JSON: some 10,000 reports with their texts


class Record:
    """One record, open. Use as a context manager; every method that writes is one transaction."""

    def __init__(self, path: Path, create: bool = False) -> None:
        self.path = path
        self._db = open_database(path, create)
        self.touched = Touched(self._db)
        self.decisions = Decisions(self._db, self.writing)
        self.identities = Identities(self._db)
        self.between = Between(self._db, self.writing)
        self.corrected = Corrected(self._db, self.writing)
        self.meetings = Meetings(self._db, self.writing)
        self.tellings = Tellings(self._db, self.writing)
        self.shelving = Shelving(self._db, self.writing)
        self.shelf = Shelf(self._db, self.touched)
        self.listing = Listing(self._db)
        self.finding = Finding(self._db, self.touched)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self._db.close()

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """One transaction over all that is written inside. Raises RecordError where the file cannot be written."""
        try:
            with transaction(self._db) as outermost:
                if outermost:
                    self._db.execute("UPDATE revision SET number = number + 1, at = ?", (_now(),))
                    self.touched.forget_old()
                yield self._db
        except sqlite3.OperationalError as error:
            raise RecordError(said(self.path, error)) from error

    @contextmanager
    def still(self) -> Iterator[None]:
        """Inside, the record is read as it stood at the first look, whatever others write meanwhile."""
        if self._db.in_transaction:
            yield
            return
        self._db.execute("BEGIN")
        try:
            yield
        finally:
            self._db.execute("ROLLBACK")

    # Reports and readings

    def add(self, reading: Reading) -> str:
        """Take a report in with its reading, in one transaction; gives the name the record knows it by."""
        report = reading.report
        with self.writing() as db:
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
                    as_json(dump_report(report)),
                    report.text,
                    report.original,
                    _now(),
                ),
            )
            assert cursor.lastrowid is not None  # an INSERT gives one
            for (older,) in db.execute(
                "SELECT id FROM report WHERE identity = ? AND version < ? AND text IS NOT NULL "
                "ORDER BY version DESC LIMIT 1",
                (identity(report), version),
            ).fetchall():
                self.between.wait(older, gone=True)
            self.between.wait(cursor.lastrowid)
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
            (row, __version__, as_json(dump_reading(reading))),
        )
        self.corrected.forget(row)
        index_sentences(self._db, row, reading.report)

    def reread(self, name: str, reading: Reading) -> None:
        """Replace a report's reading by a new one; all is to be compared anew."""
        with self.writing():
            self.put_reading(name, reading)
            self.between.forget()

    def put_reading(self, name: str, reading: Reading) -> None:
        """Replace a report's reading by a new one; what stands between reports is left to the caller."""
        with self.writing() as db:
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
        return {name: _reading(name, body, text) for name, body, text in rows}

    def readings_of(self, names: Iterable[str]) -> dict[str, Reading]:
        """The readings of these reports, also of older versions; those that were removed are left out."""
        query = (
            "SELECT r.name, g.body, r.text FROM report r JOIN reading g ON g.report = r.id "
            "WHERE r.name = ? AND r.text IS NOT NULL"
        )
        found = (self._db.execute(query, (name,)).fetchone() for name in sorted(set(names)))
        return {row[0]: _reading(row[0], row[1], row[2], many=False) for row in found if row}

    def kept_readings(self, names: Sequence[str]) -> dict[str, tuple[Reading, int]]:
        """The readings of these reports, as `readings_of` gives them, each with a hash of what it was made of. They are
        shared by all who ask: they must not be changed."""
        found: dict[str, tuple[Reading, int]] = {}
        for some in parts(names):
            rows = self._db.execute(
                "SELECT r.name, g.body, r.text FROM report r JOIN reading g ON g.report = r.id "
                f"WHERE r.name IN ({marks(some)}) AND r.text IS NOT NULL",
                some,
            )
            for name, body, text in rows:
                found[name] = _READINGS.get(name, body, partial(_unmade, name, body, text)), hash(body)
        return found

    def heads(self, names: Iterable[str]) -> dict[str, Report]:
        """These reports with their texts, also older versions, by name (`file` is that name), shared by all who ask:
        they must not be changed. Those that were removed are left out."""
        found: dict[str, Report] = {}
        for some in parts(sorted(set(names))):
            query = f"SELECT name, head, text FROM report WHERE name IN ({marks(some)}) AND text IS NOT NULL"
            for name, head, text in self._db.execute(query, some):
                found[name] = _HEADS.get(name, head, partial(_head, name, head, text))
        return found

    def texts(self, names: Iterable[str]) -> dict[str, str]:
        """The texts of these reports, by name."""
        query = "SELECT name, text FROM report WHERE name = ? AND text IS NOT NULL"
        found = (self._db.execute(query, (name,)).fetchone() for name in sorted(set(names)))
        return dict(row for row in found if row)

    def count(self) -> int:
        """How many reports are there (the newest text of each)."""
        query = "SELECT count(DISTINCT identity) FROM report WHERE text IS NOT NULL"
        return int(self._db.execute(query).fetchone()[0])

    def remove(self, name: str, who: str | None = None, why: str | None = None) -> None:
        """Take a report's text and reading away for good; the decision and its date stay."""
        with self.writing() as db:
            row = db.execute("SELECT id FROM report WHERE name = ? AND text IS NOT NULL", (name,)).fetchone()
            if row is None:
                raise RecordError(
                    f"{self.path}: there is no report {name} in the record; `tawatur sources` lists them."
                )
            index_sentences(db, row[0], None)
            db.execute("DELETE FROM reading WHERE report = ?", row)
            self.corrected.forget(row[0])
            self._revive(row[0])
            db.execute("UPDATE report SET text = NULL, original = NULL, head = '{}' WHERE id = ?", row)
            self.decisions.add(REMOVED, name, {}, who, why)

    def _revive(self, row: int) -> None:
        """A report goes; where it is the newest text of one, the text before it stands for it again."""
        identity, version = self._db.execute("SELECT identity, version FROM report WHERE id = ?", (row,)).fetchone()
        there = self._db.execute(
            "SELECT id, version FROM report WHERE identity = ? AND id != ? AND text IS NOT NULL "
            "ORDER BY version DESC LIMIT 1",
            (identity, row),
        ).fetchone()
        if there is None or there[1] < version:
            self.between.wait(row, gone=True)
        if there is not None and there[1] < version:
            self.between.wait(there[0])

    # Comparison

    def comparison(self) -> Comparison | None:
        """The comparison of the readings as they are now, or None where some are not compared."""
        if self.between.standing() is None or self.between.pending():
            return None
        found = whole(self.between, self.texts)
        rank = self._ranks(story.reports[0] for story in found.stories)
        found.stories.sort(key=lambda story: rank[story.reports[0]])
        return found

    def _ranks(self, names: Iterable[str]) -> dict[str, tuple[datetime, str]]:
        """The places of reports in time."""
        query = "SELECT head FROM report WHERE name = ?"
        heads = ((name, self._db.execute(query, (name,)).fetchone()[0]) for name in set(names))
        return {name: (published_at(load_report(json.loads(head), "")), name) for name, head in heads}


def _unmade(name: str, body: str, text: str) -> Reading:
    reading = unmade(json.loads(body), text)
    reading.report.file = name
    return reading


def _reading(name: str, body: str, text: str, many: bool = True) -> Reading:
    reading = load_reading(json.loads(body), text, many)
    reading.report.file = name
    return reading


def _head(name: str, head: str, text: str) -> Report:
    report = load_report(json.loads(head), text)
    report.file = name
    return report


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
