"""What one more report needs to meet those that are there: fingerprints, aligned passages, keys, how common words and
names are, claims. Hashes are the caller's."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Collection, Iterable, Mapping
from contextlib import AbstractContextManager
from typing import Any

from tawatur.store.keyed import nearest
from tawatur.store.values import as_json, marks, parts, signed

POSITIONS = ""  # the event of claims that are of none: positions of persons
# Two reports, start and end of a passage in the first and in the second, words in common, share of the shorter report.
SideRow = tuple[int, int, int, int, int, int, int, float]


class Meetings:
    """The working tables of one record. Reports are named by their rows in the ledger."""

    def __init__(self, db: sqlite3.Connection, write: Callable[[], AbstractContextManager[sqlite3.Connection]]) -> None:
        self._db = db
        self._write = write

    def clear(self) -> None:
        """Empty all tables."""
        with self._write() as db:
            for table in ("print", "side", "meeting", "tally", "claim", "source", "sketch", "stale", "note"):
                db.execute(f"DELETE FROM {table}")

    # Fingerprints and passages

    def put_prints(self, prints: Iterable[tuple[int, int, int]]) -> None:
        """Keep fingerprints: (print, seconds, report)."""
        rows = ((signed(mark), at, report) for mark, at, report in prints)
        with self._write() as db:
            db.executemany("INSERT OR IGNORE INTO print VALUES (?, ?, ?)", rows)

    def holders(self, mark: int, at: int, limit: int) -> list[tuple[int, int]]:
        """The reports with a fingerprint as (seconds, report), in order of time: at most `limit` published until `at`,
        the last of those, and as many after."""
        mark = signed(mark)
        few = self._db.execute(
            "SELECT at, report FROM print WHERE print = ? ORDER BY at, report LIMIT ?", (mark, limit)
        ).fetchall()
        if len(few) < limit:
            return few
        before = "SELECT at, report FROM print WHERE print = ? AND at <= ? ORDER BY at DESC, report DESC LIMIT ?"
        after = "SELECT at, report FROM print WHERE print = ? AND at > ? ORDER BY at, report LIMIT ?"
        found = self._db.execute(before, (mark, at, limit)).fetchall()[::-1]
        return found + self._db.execute(after, (mark, at, limit)).fetchall()

    def put_sides(self, sides: Iterable[SideRow]) -> None:
        """Keep aligned passages."""
        with self._write() as db:
            db.executemany("INSERT OR REPLACE INTO side VALUES (?, ?, ?, ?, ?, ?, ?, ?)", sides)

    def sides(self, reports: Iterable[int]) -> list[SideRow]:
        """The aligned passages of which any of these reports has one side."""
        found: set[SideRow] = set()
        for some in parts(sorted(set(reports))):
            for column in "ab":
                found.update(self._db.execute(f"SELECT * FROM side WHERE {column} IN ({marks(some)})", some))
        return sorted(found)

    # Keys

    def put_keys(self, keys: Iterable[tuple[int, int, int]]) -> None:
        """Keep keys by which reports meet: (hash, day, report)."""
        rows = ((signed(key), day, report) for key, day, report in keys)
        with self._write() as db:
            db.executemany("INSERT OR IGNORE INTO meeting VALUES (?, ?, ?)", rows)

    def nearest(self, key: int, day: int, limit: int, within: int | None = None) -> list[int]:
        """The reports with a key, nearest to a day first: at most `limit` before and after, `within` so many days."""
        found = nearest(self._db, "meeting", key, day, limit, within)
        return [report for _, report in sorted(found, key=lambda f: (abs(f[0] - day), f[1]))]

    def under(self, key: int) -> list[int]:
        """The reports with a key, in order of their days."""
        rows = self._db.execute("SELECT report FROM meeting WHERE key = ? ORDER BY day, report", (signed(key),))
        return [report for (report,) in rows]

    # How common

    def counts(self, keys: Iterable[int]) -> dict[int, int]:
        """In how many reports each of these stands; those in none are left out."""
        found: dict[int, int] = {}
        for some in parts([signed(k) for k in sorted(set(keys))]):
            rows = self._db.execute(f"SELECT key, reports FROM tally WHERE key IN ({marks(some)})", some)
            found.update({key % (1 << 64): reports for key, reports in rows})
        return found

    def add_counts(self, counts: Mapping[int, int]) -> None:
        """Add to (or, of negative numbers, take from) the number of reports that each stands in."""
        rows = sorted((signed(key), count) for key, count in counts.items())
        with self._write() as db:
            db.executemany(
                "INSERT INTO tally VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET reports = reports + excluded.reports",
                rows,
            )

    def note(self, name: str) -> dict[str, Any]:
        """Counts that are kept together under a name; empty where there are none."""
        row = self._db.execute("SELECT body FROM note WHERE name = ?", (name,)).fetchone()
        found: dict[str, Any] = json.loads(row[0]) if row else {}
        return found

    def put_note(self, name: str, body: Mapping[str, Any]) -> None:
        """Keep counts together under a name."""
        with self._write() as db:
            db.execute("INSERT OR REPLACE INTO note VALUES (?, ?)", (name, as_json(body)))

    # Claims and sources

    def put_claims(self, claims: Iterable[tuple[int, int, str]]) -> None:
        """Keep claims: (hash of subject and property, report, the claim as JSON)."""
        rows = [(signed(key), report, body) for key, report, body in claims]
        with self._write() as db:
            db.executemany("INSERT INTO claim VALUES (?, ?, ?)", rows)

    def claims_of(self, report: int, events: Collection[str] | None = None) -> list[tuple[int, int, str]]:
        """The claims of a report, or those that it makes in these of its events (POSITIONS: in none): (row, hash of
        subject and property, the claim as JSON)."""
        told = ""
        if events is not None:
            told = f" AND coalesce(json_extract(body, '$[1].event'), '{POSITIONS}') IN ({marks(sorted(events))})"
        query = f"SELECT rowid, key, body FROM claim WHERE report = ?{told} ORDER BY rowid"
        rows = self._db.execute(query, (report, *sorted(events or ())))
        return [(row, key % (1 << 64), body) for row, key, body in rows]

    def drop_claims(self, rows: Iterable[int]) -> None:
        """Take the claims in these rows away."""
        with self._write() as db:
            db.executemany("DELETE FROM claim WHERE rowid = ?", [(row,) for row in sorted(rows)])

    def count_claims(self, key: int) -> int:
        """How many claims there are of a subject and property."""
        return int(self._db.execute("SELECT count(*) FROM claim WHERE key = ?", (signed(key),)).fetchone()[0])

    def claims(self, key: int) -> list[tuple[int, Any]]:
        """The claims of a subject and property: (report, the claim)."""
        rows = self._db.execute("SELECT report, body FROM claim WHERE key = ? ORDER BY report, rowid", (signed(key),))
        return [(report, json.loads(body)) for report, body in rows]

    def put_sources(self, sources: Iterable[tuple[int, int, Any]]) -> None:
        """Keep the sources of reports: (report, characters, source)."""
        rows = [(report, size, as_json(body)) for report, size, body in sources]
        with self._write() as db:
            db.executemany("INSERT OR REPLACE INTO source VALUES (?, ?, ?)", rows)

    def sources(self, reports: Iterable[int]) -> list[tuple[int, Any]]:
        """The sources of these reports: (characters, source)."""
        found: list[tuple[int, Any]] = []
        for some in parts(sorted(set(reports))):
            rows = self._db.execute(f"SELECT size, body FROM source WHERE report IN ({marks(some)})", some)
            found += [(size, json.loads(body)) for size, body in rows]
        return found

    def _bodies(self, table: str, reports: Iterable[int]) -> dict[int, Any]:
        found: dict[int, Any] = {}
        for some in parts(sorted(set(reports))):
            rows = self._db.execute(f"SELECT report, body FROM {table} WHERE report IN ({marks(some)})", some)
            found.update({report: json.loads(body) for report, body in rows})
        return found

    def put_sketches(self, sketches: Iterable[tuple[int, Any]]) -> None:
        """Keep reports as stories are made."""
        rows = [(report, as_json(body)) for report, body in sketches]
        with self._write() as db:
            db.executemany("INSERT OR REPLACE INTO sketch VALUES (?, ?)", rows)

    def sketches(self, reports: Iterable[int]) -> dict[int, Any]:
        """These reports as stories are made."""
        return self._bodies("sketch", reports)

    def put_stale(self, subject: str, of: str) -> None:
        """Keep that the facts of a subject and property are to be made anew when they are asked for."""
        with self._write() as db:
            db.execute("INSERT OR IGNORE INTO stale VALUES (?, ?)", (subject, of))

    def stale_subjects(self) -> list[tuple[str, str]]:
        """The subjects and properties whose facts are to be made anew."""
        return self._db.execute("SELECT subject, property FROM stale ORDER BY subject, property").fetchall()

    def fresh(self, subject: str, of: str) -> None:
        """Keep that the facts of a subject and property are made."""
        with self._write() as db:
            db.execute("DELETE FROM stale WHERE subject = ? AND property = ?", (subject, of))

    # A report that went

    def drop(self, report: int, prints: Iterable[tuple[int, int]], keys: Iterable[tuple[int, int]]) -> None:
        """Take a report away: its fingerprints (print, seconds), its keys (hash, day), its passages."""
        with self._write() as db:
            db.executemany(
                "DELETE FROM print WHERE print = ? AND at = ? AND report = ?",
                [(signed(mark), at, report) for mark, at in prints],
            )
            db.executemany(
                "DELETE FROM meeting WHERE key = ? AND day = ? AND report = ?",
                [(signed(key), day, report) for key, day in keys],
            )
            db.execute("DELETE FROM side WHERE a = ? OR b = ?", (report, report))
            db.execute("DELETE FROM source WHERE report = ?", (report,))
            db.execute("DELETE FROM sketch WHERE report = ?", (report,))

    def drop_all_of(self, report: int) -> None:
        """Take a report away whose text is gone: all tables are searched."""
        with self._write() as db:
            for table in ("print", "meeting", "source", "sketch", "claim"):
                db.execute(f"DELETE FROM {table} WHERE report = ?", (report,))
            db.execute("DELETE FROM side WHERE a = ? OR b = ?", (report, report))
