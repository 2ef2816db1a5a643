"""Who may come to a desk that is not on its own machine: accounts, and tokens for programs."""

from __future__ import annotations

import hashlib
import secrets
import sqlite3
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from tawatur.desk.security.passwords import check_strength, hashed
from tawatur.errors import AskedError, OptionError

if TYPE_CHECKING:
    from tawatur.desk.beside.file import DeskFile

_LONGEST_NAME = 60
_TOKEN_MARK = "tawatur_"  # by which a token that was committed somewhere by mistake is recognised


class Role(StrEnum):
    """What a person may do: read; also correct and add; also remove for good and say whence pages are fetched."""

    reader = "reader"
    editor = "editor"
    admin = "admin"

    def may(self, needed: Role) -> bool:
        """Whether this role includes that one."""
        ranks = list(Role)
        return ranks.index(self) >= ranks.index(needed)


@dataclass(frozen=True, slots=True)
class Person:
    """Who asks: the name decisions are signed with, and the role."""

    name: str
    role: Role


@dataclass(frozen=True, slots=True)
class Account(Person):
    """An account: since when (UTC), and the labels of its tokens."""

    made_at: str
    tokens: tuple[str, ...]


def key_of(secret: str) -> bytes:
    """What is kept of a session or token: whoever reads the file cannot use it."""
    return hashlib.sha256(secret.encode()).digest()


class Accounts:
    """The accounts of one desk."""

    def __init__(self, file: DeskFile) -> None:
        self._file = file

    def add(self, name: str, role: Role, password: str) -> Person:
        """Make an account. Raises OptionError for a name that is taken or none, or a password that is too short."""
        name = clean_name(name)
        check_strength(password)
        kept = hashed(password)
        try:
            with self._file.writing() as db:
                db.execute(
                    "INSERT INTO account (name, role, password, made_at) VALUES (?, ?, ?, ?)",
                    (name, role.value, kept, self._file.now()),
                )
        except sqlite3.IntegrityError as error:
            raise OptionError(f"{name}: there is such an account; remove it first, or choose another name.") from error
        return Person(name, role)

    def all(self) -> list[Account]:
        """Every account, by name."""
        tokens: dict[int, list[str]] = {}
        for account, label in self._file.rows("SELECT account, label FROM token ORDER BY id"):
            tokens.setdefault(account, []).append(label)
        rows = self._file.rows("SELECT id, name, role, made_at FROM account ORDER BY name")
        return [Account(name, Role(role), at, tuple(tokens.get(row, ()))) for row, name, role, at in rows]

    def any(self) -> bool:
        """Whether there is one."""
        return bool(self._file.rows("SELECT 1 FROM account LIMIT 1"))

    def remove(self, name: str) -> None:
        """Take an account away, with its sessions and tokens. Raises AskedError where there is none."""
        row = self._row(name)
        with self._file.writing() as db:
            db.execute("DELETE FROM account WHERE id = ?", (row,))

    def change(self, name: str, role: Role | None = None, password: str | None = None) -> None:
        """Give an account another role or password; whoever is signed in by it must sign in again."""
        row = self._row(name)
        kept = None
        if password is not None:
            check_strength(password)
            kept = hashed(password)
        with self._file.writing() as db:
            db.execute(
                "UPDATE account SET role = coalesce(?, role), password = coalesce(?, password) WHERE id = ?",
                (role.value if role else None, kept, row),
            )
            db.execute("DELETE FROM session WHERE account = ?", (row,))

    def give_token(self, name: str, label: str) -> str:
        """A new token of an account, for a program; it is told this once and kept hashed."""
        row = self._row(name)
        token = _TOKEN_MARK + secrets.token_urlsafe(32)
        with self._file.writing() as db:
            db.execute(
                "INSERT INTO token (key, account, label, made_at) VALUES (?, ?, ?, ?)",
                (key_of(token), row, label, self._file.now()),
            )
        return token

    def take_token(self, name: str, label: str) -> int:
        """Take the tokens of that label away; gives how many. Raises AskedError where there is none."""
        row = self._row(name)
        with self._file.writing() as db:
            gone = db.execute("DELETE FROM token WHERE account = ? AND label = ?", (row, label)).rowcount
        if not gone:
            raise AskedError(f"{name}: this account has no token {label}; `tawatur account list` shows them.")
        return gone

    def password_of(self, name: str) -> str | None:
        """The hash of an account's password, or None where there is no such account."""
        rows = self._file.rows("SELECT password FROM account WHERE name = ?", name)
        return str(rows[0][0]) if rows else None

    def keep_password(self, name: str, kept: str) -> None:
        """Keep a hash of the same password with newer parameters."""
        with self._file.writing() as db:
            db.execute("UPDATE account SET password = ? WHERE name = ?", (kept, name))

    def _row(self, name: str) -> int:
        rows = self._file.rows("SELECT id FROM account WHERE name = ?", clean_name(name))
        if not rows:
            raise AskedError(f"{name}: there is no such account; `tawatur account list` shows them.")
        return int(rows[0][0])


def clean_name(name: str) -> str:
    """A name as accounts have it. Raises OptionError for one that is empty, too long, or holds control characters."""
    clean = " ".join(unicodedata.normalize("NFC", name).split())
    steering = any(unicodedata.category(c) in ("Cc", "Cf", "Cs") for c in clean)
    if not clean or len(clean) > _LONGEST_NAME or steering:
        raise OptionError(f"an account's name has 1 to {_LONGEST_NAME} letters and no control characters.")
    return clean
