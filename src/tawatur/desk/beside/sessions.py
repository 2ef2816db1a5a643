"""Who is signed in: random keys, kept hashed, that end."""

from __future__ import annotations

import secrets
import threading
from typing import TYPE_CHECKING

from tawatur.desk.beside.accounts import Person, Role, key_of

if TYPE_CHECKING:
    from tawatur.desk.beside.file import DeskFile

UNUSED_SECONDS = 12 * 3600.0  # a session ends when it was not used for so long,
LONGEST_SECONDS = 7 * 24 * 3600.0  # and after a week in any case
_NOTED_SECONDS = 600.0  # its use is written down no more often than this
_REMEMBERED = 1_000


class Sessions:
    """The sessions and tokens of one desk. What was looked up is remembered until the desk's file changes."""

    def __init__(self, file: DeskFile) -> None:
        self._file = file
        self._turn = threading.Lock()
        self._known: dict[bytes, tuple[Person, float]] = {}
        self._known_at: tuple[int, int] | None = None

    def begin(self, name: str) -> str:
        """A new session of an account; gives what its cookie holds. Sessions that have ended are swept away."""
        secret, now = secrets.token_urlsafe(32), self._file.clock()
        with self._file.writing() as db:
            db.execute(
                "INSERT INTO session (key, account, made, used) SELECT ?, id, ?, ? FROM account WHERE name = ?",
                (key_of(secret), now, now, name),
            )
            db.execute("DELETE FROM session WHERE used < ? OR made < ?", (now - UNUSED_SECONDS, now - LONGEST_SECONDS))
        return secret

    def end(self, secret: str) -> None:
        """End a session."""
        with self._file.writing() as db:
            db.execute("DELETE FROM session WHERE key = ?", (key_of(secret),))

    def who(self, secret: str) -> Person | None:
        """Whose session this is; None where it is none, or has ended."""
        key, now = key_of(secret), self._file.clock()
        known = self._remembered(key)
        if known is not None and now < known[1]:
            return known[0]
        rows = self._file.rows(
            "SELECT a.name, a.role, s.made, s.used FROM session s JOIN account a ON a.id = s.account WHERE s.key = ?",
            key,
        )
        if not rows or rows[0][3] < now - UNUSED_SECONDS or rows[0][2] < now - LONGEST_SECONDS:
            return None
        name, role, made, used = rows[0]
        if used < now - _NOTED_SECONDS:
            with self._file.writing() as db:
                db.execute("UPDATE session SET used = ? WHERE key = ?", (now, key))
            used = now
        return self._remember(key, Person(name, Role(role)), min(used + _NOTED_SECONDS, made + LONGEST_SECONDS))

    def of_token(self, token: str) -> Person | None:
        """Whose token this is; None where it is none."""
        key = key_of(token)
        known = self._remembered(key)
        if known is not None:
            return known[0]
        rows = self._file.rows(
            "SELECT a.name, a.role FROM token t JOIN account a ON a.id = t.account WHERE t.key = ?", key
        )
        return self._remember(key, Person(rows[0][0], Role(rows[0][1])), float("inf")) if rows else None

    def _remembered(self, key: bytes) -> tuple[Person, float] | None:
        with self._turn:
            state = self._file.state()
            if state != self._known_at or len(self._known) > _REMEMBERED:
                self._known.clear()
                self._known_at = state
            return self._known.get(key)

    def _remember(self, key: bytes, person: Person, until: float) -> Person:
        with self._turn:
            if self._file.state() == self._known_at:
                self._known[key] = (person, until)
        return person
