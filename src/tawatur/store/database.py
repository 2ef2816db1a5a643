"""Opening a record's file: creating it, checking its version, migrating an older one after keeping a copy."""

from __future__ import annotations

import re
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path

from tawatur.errors import RecordError

VERSION = 8
APPLICATION = 0x7A7A7274  # marks the file as a record of this program (PRAGMA application_id)
WAIT_SECONDS = 5.0
_CACHE = 64 << 20  # bytes of the file that a connection holds: one report's comparison looks at more than 2 MB of it

_TABLES = (
    "schema.sql", "between.sql", "corrected.sql", "shelf.sql", "naming.sql", "touched.sql", "touching.sql", "spelt.sql",
    "tellings.sql",
)  # fmt: skip

# In version 1 the comparison was one JSON text. Its stories stay, so that their ids can be carried on.
_FROM_ONE_TEXT = """
INSERT INTO found (layer, ident, body) SELECT 'story', json_extract(s.value, '$.id'), s.value
    FROM comparison, json_each(comparison.body, '$.stories') AS s;
DROP TABLE comparison;
"""


def _sql(name: str) -> str:
    return files(__package__).joinpath(name).read_text(encoding="utf-8")


def _anew(name: str) -> str:
    """A script of triggers and views that takes those of its names away first."""
    made = re.findall(r"^CREATE (TRIGGER|VIEW) (\w+)", _sql(name), re.MULTILINE)
    return "".join(f"DROP {kind} IF EXISTS {called};\n" for kind, called in made[::-1]) + _sql(name)


_SHELF_ANEW = "DELETE FROM shelf;\n"  # it is filled at the next look


# MIGRATIONS[n] is the SQL that makes version n + 1 of version n.
MIGRATIONS: dict[int, str] = {
    1: _sql("between.sql") + _FROM_ONE_TEXT,
    2: _sql("corrected.sql"),
    3: _sql("shelf.sql"),
    4: _sql("touched.sql") + _sql("touching.sql"),
    5: _anew("touching.sql") + _sql("spelt.sql") + _SHELF_ANEW,
    6: "CREATE INDEX IF NOT EXISTS found_layer ON found (layer, id);\n" + _sql("tellings.sql"),
    7: _anew("naming.sql") + _anew("touching.sql"),
}


def open_database(path: Path, create: bool) -> sqlite3.Connection:
    """A connection to the record at `path`, of this program's version.

    Raises RecordError where there is no record, or it is not one, of a newer version, or held by another process.
    """
    if not create and not path.exists():
        raise RecordError(f"{path}: there is no record here; make one with `tawatur add --record {path} SOURCE`.")
    if path.is_dir():
        raise RecordError(f"{path}: this is a folder; give the name of a file for the record.")
    if not path.parent.is_dir():
        raise RecordError(f"{path}: the folder {path.parent} does not exist; make it first.")
    try:
        connection = sqlite3.connect(path, timeout=WAIT_SECONDS, isolation_level=None)
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute(f"PRAGMA cache_size = -{_CACHE >> 10}")
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA secure_delete = ON")  # a removed report's text must not stay in free pages
        _prepare(connection, path)
    except sqlite3.OperationalError as error:
        raise RecordError(said(path, error)) from error
    except sqlite3.DatabaseError as error:
        raise RecordError(f"{path}: this file is not a record of tawatur; give another name with --record.") from error
    return connection


def said(path: Path, error: sqlite3.OperationalError) -> str:
    """What a database error means to a user."""
    if "locked" in str(error) or "busy" in str(error):
        return f"{path}: another process holds this record; wait until it has finished and try again."
    if "full" in str(error) or "disk I/O" in str(error):
        return (
            f"{path}: the disk is full or fails ({error}); nothing that was confirmed is lost: make room and try again."
        )
    return f"{path}: the record cannot be used ({error}); check that the file and its folder can be written."


def _prepare(connection: sqlite3.Connection, path: Path) -> None:
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    empty = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0] == 0
    if empty:
        with transaction(connection):
            for name in _TABLES:
                for statement in _statements(_sql(name)):
                    connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {VERSION}")
            connection.execute(f"PRAGMA application_id = {APPLICATION}")
    elif application != APPLICATION:
        raise RecordError(f"{path}: this database is not a record of tawatur; give another name with --record.")
    elif version > VERSION:
        raise RecordError(
            f"{path}: this record is of version {version}, this program knows version {VERSION}; use a newer tawatur."
        )
    elif version < VERSION:
        _migrate(connection, path, version)


def _migrate(connection: sqlite3.Connection, path: Path, version: int) -> None:
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    kept = path.with_name(f"{path.name}.version-{version}")
    if not kept.exists():
        shutil.copy2(path, kept)
    for step in range(version, VERSION):
        with transaction(connection):
            for statement in _statements(MIGRATIONS[step]):
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {step + 1}")


def _statements(script: str) -> Iterator[str]:
    pending = ""
    for line in script.splitlines():
        pending += line + "\n"
        if sqlite3.complete_statement(pending):
            yield pending
            pending = ""


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[bool]:
    """All or nothing: what is written inside is kept whole when the block ends, and undone when it fails.

    A block within a block belongs to the outer one; gives whether this is the outermost.
    """
    if connection.in_transaction:
        yield False
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield True
    except BaseException:
        if connection.in_transaction:  # where the disk is full, SQLite has undone it itself
            connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")
