"""The ledger of people's decisions in the record: rows are added, never changed, never deleted."""

from __future__ import annotations

import getpass
import json
import os
import sqlite3
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from tawatur.errors import AskedError
from tawatur.record.decisions import REMOVED, UNDONE, Decision, standing, undone
from tawatur.store.values import as_json

_ROWS = "SELECT id, made_at, made_by, kind, subject, detail, why, undoes FROM decision"
_CHAIN = (  # what a row takes back, through rows that take back others, and all that takes any of these back
    "WITH RECURSIVE up (id) AS (SELECT value FROM json_each(?) UNION "
    "SELECT d.undoes FROM decision d JOIN up ON d.id = up.id WHERE d.undoes IS NOT NULL), "
    "down (id) AS (SELECT id FROM up UNION SELECT d.id FROM decision d JOIN down ON d.undoes = down.id) "
    f"{_ROWS} WHERE id IN (SELECT id FROM down) ORDER BY id"
)


def user() -> str:
    """Who decides where nobody is named: the user's name, as TAWATUR_USER or the system gives it."""
    try:
        return os.environ.get("TAWATUR_USER") or getpass.getuser()
    except (KeyError, OSError):  # a system without an entry for this user
        return "unknown"


class Decisions:
    """The decisions of one record. `write` opens a transaction, or joins the one that is open."""

    def __init__(self, db: sqlite3.Connection, write: Callable[[], AbstractContextManager[sqlite3.Connection]]) -> None:
        self._db = db
        self._write = write

    def all(self) -> list[Decision]:
        """Every decision ever made, in order."""
        return self._read(f"{_ROWS} ORDER BY id")

    def before(self, ident: int | None, most: int) -> list[Decision]:
        """At most so many rows, the newest first, of those before this one; of all where it is None."""
        where, values = ("WHERE id < ? ", [ident]) if ident is not None else ("", [])
        return self._read(f"{_ROWS} {where}ORDER BY id DESC LIMIT ?", *values, most)

    def with_chains(self, idents: Iterable[int]) -> list[Decision]:
        """The rows of these numbers, with the decisions that they take back and all that takes any of these back: what
        tells whether they stand. In order."""
        return self._read(_CHAIN, as_json(list(idents)))

    def _read(self, query: str, *values: object) -> list[Decision]:
        rows = self._db.execute(query, values)
        return [Decision(i, at, by, k, s, json.loads(d), why, u) for i, at, by, k, s, d, why, u in rows]

    def last(self) -> int:
        """The number of the last decision; 0 where nobody decided yet."""
        return int(self._db.execute("SELECT coalesce(max(id), 0) FROM decision").fetchone()[0])

    def standing(self, *kinds: str) -> list[Decision]:
        """Those of these kinds (all where none is given) that were not taken back, in order."""
        return standing(self.all(), *kinds)

    def add(
        self, kind: str, subject: str, detail: dict[str, Any], by: str | None = None, why: str | None = None
    ) -> Decision:
        """Keep a decision. `subject` is what it is on, for people; `detail` (JSON) all that the program needs to hold
        it through re-reading; `by` is the user of the system where None."""
        return self._put(kind, subject, detail, by, why, None)

    def take(self, decision: Decision, undoes: int | None) -> Decision:
        """Keep a decision that was made in another record, with who made it and when; `undoes` is the number here of
        the row that it takes back."""
        return self._insert(replace(decision, undoes=undoes))

    def undo(self, ident: int, by: str | None = None, why: str | None = None) -> Decision:
        """Take a decision back, by a row of its own; what it was stays on record. A row that takes one back can be
        taken back as well: then the decision stands again.

        Raises AskedError where there is no such decision, it does not stand, or it cannot be taken back.
        """
        decisions = self.all()
        found = next((d for d in decisions if d.id == ident), None)
        if found is None:
            raise AskedError(f"{ident}: there is no such decision; `tawatur decisions` lists them.")
        if found.kind == REMOVED:
            raise AskedError(f"{ident}: a removed text is gone for good; take the report in again from its source.")
        if ident in undone(decisions):
            raise AskedError(f"{ident}: this decision was taken back already; `tawatur decisions` shows by whom.")
        return self._put(UNDONE, found.subject, {}, by, why, ident)

    def _put(
        self,
        kind: str,
        subject: str,
        detail: dict[str, Any],
        by: str | None,
        why: str | None,
        undoes: int | None,
    ) -> Decision:
        made_at = datetime.now(UTC).isoformat(timespec="seconds")
        by = (by or "").strip() or user()
        return self._insert(Decision(0, made_at, by, kind, subject, detail, why, undoes))

    def _insert(self, made: Decision) -> Decision:
        """Keep a row, whatever its number was; gives it with the number that it has."""
        with self._write() as db:
            cursor = db.execute(
                "INSERT INTO decision (made_at, made_by, kind, subject, detail, why, undoes) "
                "VALUES (?, ?, ?, ?, ?, ?, ?)",
                (made.made_at, made.made_by, made.kind, made.subject, as_json(made.detail), made.why, made.undoes),
            )
        assert cursor.lastrowid is not None  # an INSERT gives one
        return replace(made, id=cursor.lastrowid)
