"""What people gave to be read, kept until it is in the record: whoever ends in between loses nothing."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tawatur.desk.beside.file import DeskFile

WAITING, READING, COMPARING, DONE, FAILED = "waiting", "reading", "comparing", "done", "failed"
UNDER_WAY = (WAITING, READING, COMPARING)
MOST_WAITING = 200
_KEPT = 200  # jobs that are over, for looking back
_COLUMNS = "id, kind, given, asked_by, asked_at, state, tries, read, total, outcome, ended_at"


@dataclass(frozen=True, slots=True)
class Part:
    """A file that was given: the name its reports go by, and its bytes."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Job:
    """What somebody gave to be read.

    `kind`: paste, upload or url. `given`: outlet, published, title, url, where given. `tries`: how often it was begun.
    `read`: reports read so far, of `total`.
    `outcome`: once it is over, names of reports under `added`, `versions`, `known`, sentences under `aside`, and
    under `why` the one sentence of why it failed.
    """

    id: int
    kind: str
    given: dict[str, str]
    asked_by: str
    asked_at: str
    state: str
    tries: int
    read: int
    total: int
    outcome: dict[str, Any]
    ended_at: str | None

    @property
    def over(self) -> bool:
        """Whether nothing more will come of it."""
        return self.state not in UNDER_WAY


class Jobs:
    """The queue of one desk, in the order of asking."""

    def __init__(self, file: DeskFile) -> None:
        self._file = file

    def add(self, kind: str, given: dict[str, str], parts: Sequence[Part], by: str) -> int:
        """Keep what was given; once this returns it will be read. Gives the job's number."""
        with self._file.writing() as db:
            cursor = db.execute(
                "INSERT INTO job (kind, given, asked_by, asked_at, state) VALUES (?, ?, ?, ?, ?)",
                (kind, json.dumps(given, ensure_ascii=False), by, self._file.now(), WAITING),
            )
            assert cursor.lastrowid is not None  # an INSERT gives one
            db.executemany(
                "INSERT INTO job_part VALUES (?, ?, ?, ?)",
                [(cursor.lastrowid, number, part.name, part.data) for number, part in enumerate(parts)],
            )
            return cursor.lastrowid

    def get(self, ident: int) -> Job | None:
        """The job of that number."""
        return next(iter(self._jobs("WHERE id = ?", ident)), None)

    def latest(self, most: int = 30) -> list[Job]:
        """The latest jobs, newest first."""
        return self._jobs("ORDER BY id DESC LIMIT ?", most)

    def waiting(self) -> int:
        """How many are not over."""
        marks = ", ".join("?" * len(UNDER_WAY))
        return int(self._file.rows(f"SELECT count(*) FROM job WHERE state IN ({marks})", *UNDER_WAY)[0][0])

    def next(self) -> Job | None:
        """The first that is not over. There is one reader of a queue: what is under way was left by one that ended."""
        marks = ", ".join("?" * len(UNDER_WAY))
        return next(iter(self._jobs(f"WHERE state IN ({marks}) ORDER BY id LIMIT 1", *UNDER_WAY)), None)

    def parts(self, ident: int) -> list[Part]:
        """The files of a job; none once they are taken in."""
        rows = self._file.rows("SELECT name, data FROM job_part WHERE job = ? ORDER BY number", ident)
        return [Part(name, data) for name, data in rows]

    def begin(self, ident: int) -> None:
        """Keep that a job is begun, from its start."""
        with self._file.writing() as db:
            db.execute(
                "UPDATE job SET state = ?, tries = tries + 1, read = 0, total = 0 WHERE id = ?", (READING, ident)
            )

    def note(self, ident: int, state: str, read: int, total: int) -> None:
        """Keep how far a job is."""
        with self._file.writing() as db:
            db.execute("UPDATE job SET state = ?, read = ?, total = ? WHERE id = ?", (state, read, total, ident))

    def wait(self, ident: int) -> None:
        """Put a job back: it was begun, and something else stood in its way."""
        with self._file.writing() as db:
            db.execute("UPDATE job SET state = ?, tries = tries - 1 WHERE id = ?", (WAITING, ident))

    def end(self, ident: int, state: str, outcome: dict[str, Any]) -> None:
        """Keep what became of a job; its files go, unless it failed and may be tried again."""
        with self._file.writing() as db:
            db.execute(
                "UPDATE job SET state = ?, outcome = ?, ended_at = ? WHERE id = ?",
                (state, json.dumps(outcome, ensure_ascii=False), self._file.now(), ident),
            )
            if state == DONE:
                db.execute("DELETE FROM job_part WHERE job = ?", (ident,))
            db.execute(
                f"DELETE FROM job WHERE state IN ('{DONE}', '{FAILED}') AND id <= (SELECT max(id) FROM job) - ?",
                (_KEPT,),
            )

    def again(self, ident: int) -> None:
        """Read anew what failed."""
        with self._file.writing() as db:
            db.execute(
                "UPDATE job SET state = ?, tries = 0, read = 0, outcome = NULL, ended_at = NULL "
                "WHERE id = ? AND state = ?",
                (WAITING, ident, FAILED),
            )

    def _jobs(self, where: str, *values: Any) -> list[Job]:
        rows = self._file.rows(f"SELECT {_COLUMNS} FROM job {where}", *values)
        return [
            Job(ident, kind, json.loads(given), by, at, state, tries, read, total, json.loads(outcome or "{}"), ended)
            for ident, kind, given, by, at, state, tries, read, total, outcome, ended in rows
        ]
