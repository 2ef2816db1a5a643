"""What one more report needs to meet those that are there: fingerprints, aligned passages, keys, and how common words
and names are. Hashes are the caller's; they are kept as signed numbers of 64 bits, which is all that SQLite has."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager

Side = tuple[str, str, int, int, int, int, int]  # two reports, where the passage stands in both, words in common
_MANY = 500  # values of one query
_TOP = 1 << 63


class Meetings:
    """The working tables of one record. Reports are named by their rows in the ledger."""

    def __init__(self, db: sqlite3.Connection, write: Callable[[], AbstractContextManager[sqlite3.Connection]]) -> None:
        self._db = db
        self._write = write

    def clear(self) -> None:
        """Empty all tables."""
        with self._write() as db:
            for table in ("print", "side", "meeting", "tally"):
                db.execute(f"DELETE FROM {table}")

    # Fingerprints and passages

    def put_prints(self, prints: Iterable[tuple[int, int, int]]) -> None:
        """Keep fingerprints: (print, seconds, report)."""
        rows = ((_signed(mark), at, report) for mark, at, report in prints)
        with self._write() as db:
            db.executemany("INSERT OR IGNORE INTO print VALUES (?, ?, ?)", rows)

    def holders(self, mark: int, at: int, limit: int) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
        """The reports with a fingerprint published until `at`, the last first, and after it, the first first: each as
        (seconds, report), at most `limit` on each side."""
        mark = _signed(mark)
        before = "SELECT at, report FROM print WHERE print = ? AND at <= ? ORDER BY at DESC, report DESC LIMIT ?"
        after = "SELECT at, report FROM print WHERE print = ? AND at > ? ORDER BY at, report LIMIT ?"
        return self._db.execute(before, (mark, at, limit)).fetchall(), self._db.execute(
            after, (mark, at, limit)
        ).fetchall()

    def put_sides(self, sides: Iterable[tuple[int, int, int, int, int, int, int]]) -> None:
        """Keep aligned passages: two reports, start and end in the first and in the second, words in common."""
        with self._write() as db:
            db.executemany("INSERT OR REPLACE INTO side VALUES (?, ?, ?, ?, ?, ?, ?)", sides)

    def sides(self, reports: Iterable[int]) -> list[tuple[int, int, int, int, int, int, int]]:
        """The aligned passages of which any of these reports has one side."""
        found: set[tuple[int, int, int, int, int, int, int]] = set()
        for some in _parts(sorted(set(reports))):
            for column in "ab":
                found.update(self._db.execute(f"SELECT * FROM side WHERE {column} IN ({_marks(some)})", some))
        return sorted(found)

    # Keys

    def put_keys(self, keys: Iterable[tuple[int, int, int]]) -> None:
        """Keep keys by which reports meet: (hash, day, report)."""
        rows = ((_signed(key), day, report) for key, day, report in keys)
        with self._write() as db:
            db.executemany("INSERT OR IGNORE INTO meeting VALUES (?, ?, ?)", rows)

    def nearest(self, key: int, day: int, limit: int, within: int | None = None) -> list[int]:
        """The reports with a key, nearest to a day first: at most `limit` before and after, `within` so many days."""
        key = _signed(key)
        first, last = (day - within, day + within) if within is not None else (-_TOP, _TOP - 1)
        found = self._db.execute(
            "SELECT day, report FROM meeting WHERE key = ? AND day BETWEEN ? AND ? ORDER BY day DESC, report LIMIT ?",
            (key, first, day, limit),
        ).fetchall()
        found += self._db.execute(
            "SELECT day, report FROM meeting WHERE key = ? AND day > ? AND day <= ? ORDER BY day, report LIMIT ?",
            (key, day, last, limit),
        ).fetchall()
        return [report for _, report in sorted(found, key=lambda f: (abs(f[0] - day), f[1]))]

    # How common

    def counts(self, keys: Iterable[int]) -> dict[int, int]:
        """In how many reports each of these stands; those in none are left out."""
        found: dict[int, int] = {}
        for some in _parts([_signed(k) for k in sorted(set(keys))]):
            rows = self._db.execute(f"SELECT key, reports FROM tally WHERE key IN ({_marks(some)})", some)
            found.update({key % (1 << 64): reports for key, reports in rows})
        return found

    def add_counts(self, counts: Mapping[int, int]) -> None:
        """Add to (or, of negative numbers, take from) the number of reports that each stands in."""
        rows = sorted((_signed(key), count) for key, count in counts.items())
        with self._write() as db:
            db.executemany(
                "INSERT INTO tally VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET reports = reports + excluded.reports",
                rows,
            )

    # A report that went

    def drop(self, report: int, prints: Iterable[tuple[int, int]], keys: Iterable[tuple[int, int]]) -> None:
        """Take a report away: its fingerprints (print, seconds), its keys (hash, day), its passages."""
        with self._write() as db:
            db.executemany(
                "DELETE FROM print WHERE print = ? AND at = ? AND report = ?",
                [(_signed(mark), at, report) for mark, at in prints],
            )
            db.executemany(
                "DELETE FROM meeting WHERE key = ? AND day = ? AND report = ?",
                [(_signed(key), day, report) for key, day in keys],
            )
            db.execute("DELETE FROM side WHERE a = ? OR b = ?", (report, report))


def _signed(number: int) -> int:
    return number - (1 << 64) if number >= _TOP else number


def _parts(values: Sequence[int]) -> Iterable[Sequence[int]]:
    return (values[i : i + _MANY] for i in range(0, len(values), _MANY))


def _marks(values: Sequence[int]) -> str:
    return ",".join("?" * len(values))
