"""The desk's own file: opened by every process of a desk, readable by its owner alone."""

from __future__ import annotations

import os
import sqlite3
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path
from typing import Any, Self

from tawatur.desk.beside.accounts import Accounts
from tawatur.desk.beside.attempts import Attempts
from tawatur.desk.beside.hosts import Hosts
from tawatur.desk.beside.jobs import Jobs
from tawatur.desk.beside.sessions import Sessions
from tawatur.errors import RecordError
from tawatur.store.database import transaction

VERSION = 1
APPLICATION = 0x7A7A7264  # marks the file as a desk's (PRAGMA application_id)
_WAIT_SECONDS = 10.0


def beside(record: Path) -> Path:
    """Where the desk of a record keeps its own file: `my.tawatur.desk` beside `my.tawatur`."""
    return record.with_name(record.name + ".desk")


class DeskFile:
    """The desk's file, open. One connection for all threads of a process, which take turns.

    `clock` gives seconds since 1970. Raises RecordError where the file cannot be used.
    """

    def __init__(self, path: Path, clock: Callable[[], float] = time.time) -> None:
        self.path = path
        self.clock = clock
        self._turn = threading.RLock()
        self._own_writes = 0
        self._db = self._opened(path)
        self.accounts = Accounts(self)
        self.sessions = Sessions(self)
        self.attempts = Attempts(self)
        self.hosts = Hosts(self)
        self.jobs = Jobs(self)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        with self._turn:
            self._db.close()

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """One transaction over all that is written inside."""
        with self._turn, self._told():
            with transaction(self._db):
                yield self._db
            self._own_writes += 1

    def rows(self, query: str, *values: Any) -> list[Any]:
        """The rows of a query."""
        with self._turn, self._told():
            return self._db.execute(query, values).fetchall()

    def state(self) -> tuple[int, int]:
        """What differs after every change of the file, by whichever process; nothing is read from the disk for it."""
        with self._turn:
            return self._db.execute("PRAGMA data_version").fetchone()[0], self._own_writes

    def now(self) -> str:
        """The moment, UTC, ISO 8601."""
        return datetime.fromtimestamp(self.clock(), UTC).isoformat(timespec="seconds")

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.OperationalError as error:
            raise RecordError(f"{self.path}: the desk's own file cannot be used ({error}); try again.") from error

    def _opened(self, path: Path) -> sqlite3.Connection:
        try:
            os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))  # before SQLite makes it readable for others
            db = sqlite3.connect(path, timeout=_WAIT_SECONDS, isolation_level=None, check_same_thread=False)
            db.execute("PRAGMA foreign_keys = ON")
            db.execute("PRAGMA journal_mode = WAL")
            db.execute("PRAGMA synchronous = FULL")
            db.execute("PRAGMA secure_delete = ON")
            _prepare(db, path)
        except (OSError, sqlite3.Error) as error:
            raise RecordError(
                f"{path}: the desk's own file cannot be opened ({error}); check that its folder can be written."
            ) from error
        return db


def _prepare(db: sqlite3.Connection, path: Path) -> None:
    with transaction(db):  # two processes may come to a new file at once
        version, application = (
            db.execute(f"PRAGMA {name}").fetchone()[0] for name in ("user_version", "application_id")
        )
        if db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0] == 0:
            for statement in files(__package__).joinpath("schema.sql").read_text(encoding="utf-8").split(";\n"):
                db.execute(statement)
            db.execute(f"PRAGMA user_version = {VERSION}")
            db.execute(f"PRAGMA application_id = {APPLICATION}")
        elif application != APPLICATION or version != VERSION:
            raise RecordError(
                f"{path}: this file is not of this version's desk; move it away, or use the other tawatur."
            )
