"""The ledger of people's decisions in the record: rows are added, never changed, never deleted."""

from __future__ import annotations

import getpass
import json
import os
import sqlite3
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from tawatur.errors import AskedError
from tawatur.record.decisions import REMOVED, UNDONE, Decision, standing, undone
from tawatur.store.values import as_json

_ROWS = "SELECT id, made_at, made_by, kind, subject, detail, why, undoes FROM decision ORDER BY id"


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
        rows = self._db.execute(_ROWS)
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
