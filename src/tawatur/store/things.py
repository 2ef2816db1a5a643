"""Entities over all reports in tables: what they are called, who belongs to them and why, by what they meet others."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any

from tawatur.store.values import as_json, marks, parts, signed

Key = tuple[str, str]  # report, entity id there
_DIGITS = 19  # of a row's number at most


@dataclass(frozen=True, slots=True)
class Naming:
    """Some of the reports that name an entity, the newest first, of `many` in all; `older`: the row before which others
    are, None where there are none."""

    reports: list[str]
    many: int
    older: int | None


class Things:
    """The entities of one record, and the rows of its reports, which they are named by. `write` opens a transaction, or
    joins the one that is open."""

    def __init__(self, db: sqlite3.Connection, write: Callable[[], AbstractContextManager[sqlite3.Connection]]) -> None:
        self._db = db
        self._write = write

    # The ledger of reports

    def rows(self, names: Iterable[str]) -> dict[str, int]:
        """The rows of reports in the ledger, by name."""
        found: dict[str, int] = {}
        for some in parts(sorted(set(names))):
            query = f"SELECT name, id FROM report WHERE name IN ({marks(some)})"
            found.update(self._db.execute(query, some))
        return found

    def names(self, rows: Iterable[int]) -> dict[int, str]:
        """The names of reports, by row."""
        found: dict[int, str] = {}
        for some in parts(sorted(set(rows))):
            found.update(self._db.execute(f"SELECT id, name FROM report WHERE id IN ({marks(some)})", some))
        return found

    def report_meant(self, asked: str) -> str:
        """The name of the report that a user calls by it, or by its number on pages; what is neither stays as it is."""
        number = asked.strip("[]")
        if self.rows([asked]) or not (number.isascii() and number.isdecimal() and len(number) < _DIGITS):
            return asked
        return self.names([int(number)]).get(int(number), asked)

    def newest(self, names: Iterable[str]) -> list[str]:
        """These reports, the newest first."""
        return [name for name, _ in sorted(self.rows(names).items(), key=lambda r: -r[1])]

    # Entities

    def things(self) -> dict[str, dict[str, Any]]:
        """Every entity over all reports, without its members."""
        rows = self._db.execute("SELECT ident, body FROM thing ORDER BY ident")
        return {ident: json.loads(body) for ident, body in rows}

    def things_named(self, idents: Iterable[str]) -> dict[str, dict[str, Any]]:
        """The entities of these ids, without their members."""
        return {ident: json.loads(body) for ident, body in self.thing_texts(idents).items()}

    def thing_texts(self, idents: Iterable[str]) -> dict[str, str]:
        """The JSON of the entities of these ids, without their members."""
        found: dict[str, str] = {}
        for some in parts(sorted(set(idents))):
            found.update(self._db.execute(f"SELECT ident, body FROM thing WHERE ident IN ({marks(some)})", some))
        return found

    def members(self) -> Iterable[tuple[str, str, str]]:
        """Every member of every entity: the entity's id, report, entity id there."""
        return self._db.execute(
            "SELECT t.ident, r.name, m.local FROM member m JOIN thing t ON t.id = m.thing "
            "JOIN report r ON r.id = m.report"
        )

    def belongings(self) -> Iterable[tuple[str, str, str, dict[str, Any]]]:
        """Why members belong to their entities: the entity's id, report, entity id there, and the reason."""
        rows = self._db.execute(
            "SELECT t.ident, r.name, b.local, b.body FROM belonging b JOIN thing t ON t.id = b.thing "
            "JOIN report r ON r.id = b.report ORDER BY b.rowid"
        )
        return ((ident, name, local, json.loads(body)) for ident, name, local, body in rows)

    def merged(self, names: Iterable[str]) -> dict[Key, str]:
        """The merged id of every entity of these reports."""
        return {key: ident for own in self.merged_of(names).values() for key, ident in own.items()}

    def merged_of(self, names: Iterable[str]) -> dict[str, dict[Key, str]]:
        """The merged id of every entity of these reports, by report."""
        found: dict[str, dict[Key, str]] = {name: {} for name in names}
        by_row = {row: name for name, row in self.rows(found).items()}
        for some in parts(sorted(by_row)):
            query = (
                "SELECT m.report, m.local, t.ident FROM member m JOIN thing t ON t.id = m.thing "
                f"WHERE m.report IN ({marks(some)})"
            )
            for row, local, ident in self._db.execute(query, some):
                name = by_row[row]
                found[name][name, local] = ident
        return found

    def members_of(self, idents: Iterable[str]) -> dict[str, list[Key]]:
        """The members of these entities, by its id: report, entity id there."""
        found: dict[str, list[Key]] = {ident: [] for ident in idents}
        for ident in found:
            rows = self._db.execute(
                "SELECT r.name, m.local FROM member m JOIN report r ON r.id = m.report "
                "WHERE m.thing = (SELECT id FROM thing WHERE ident = ?) ORDER BY r.name, m.local",
                (ident,),
            )
            found[ident] = [(report, local) for report, local in rows]
        return found

    def size_of(self, ident: str) -> int:
        """How many members an entity has."""
        query = "SELECT count(*) FROM member WHERE thing = (SELECT id FROM thing WHERE ident = ?)"
        return int(self._db.execute(query, (ident,)).fetchone()[0])

    def naming(self, ident: str, most: int, before: int | None = None) -> Naming:
        """The reports that name an entity, the newest first, at most so many; of those `before` a row alone."""
        found = self._db.execute(
            "SELECT DISTINCT m.report FROM member m WHERE m.thing = (SELECT id FROM thing WHERE ident = ?)", (ident,)
        )
        every = sorted((row for (row,) in found), reverse=True)
        rows = [row for row in every if before is None or row < before]
        names = self.names(rows[:most])
        older = rows[most - 1] if len(rows) > most else None
        return Naming([names[row] for row in rows[:most]], len(every), older)

    def belongings_in(self, ident: str, names: Iterable[str]) -> list[dict[str, Any]]:
        """Why what these reports name belongs to an entity."""
        rows: list[tuple[int, str]] = []
        for some in parts(sorted(self.rows(names).values())):
            rows += self._db.execute(
                "SELECT rowid, body FROM belonging WHERE thing = (SELECT id FROM thing WHERE ident = ?) "
                f"AND report IN ({marks(some)})",
                (ident, *some),
            )
        return [json.loads(body) for _, body in sorted(rows)]

    def rows_naming(self, idents: Iterable[str]) -> set[int]:
        """The rows of the reports that name any of these entities."""
        query = "SELECT DISTINCT report FROM member WHERE thing = ?"
        things = self._thing_rows(idents).values()
        return {row for thing in things for (row,) in self._db.execute(query, (thing,))}

    def reports_of(self, ident: str, most: int) -> list[str]:
        """The reports that name an entity, at most so many."""
        rows = self._db.execute(
            "SELECT DISTINCT r.name FROM member m JOIN thing t ON t.id = m.thing JOIN report r ON r.id = m.report "
            "WHERE t.ident = ? LIMIT ?",
            (ident, most),
        )
        return [name for (name,) in rows]

    def put_thing(
        self, ident: str, body: Mapping[str, Any], known: Mapping[str, Any] | None = None, keys: Iterable[int] = ()
    ) -> None:
        """Keep an entity, or what it is called now: `known` is what it is compared by, `keys` (hashes) by which it
        meets others; those that it has already stay."""
        with self._write() as db:
            values = as_json(body), as_json(known) if known is not None else None, ident
            # An upsert would make OR IGNORE of the triggers fail.
            if not db.execute("UPDATE thing SET body = ?, known = ? WHERE ident = ?", values).rowcount:
                db.execute("INSERT INTO thing (body, known, ident) VALUES (?, ?, ?)", values)
            (row,) = self._thing_rows([ident]).values()
            db.executemany(
                "INSERT OR IGNORE INTO thing_key VALUES (?, ?)", [(signed(key), row) for key in sorted(keys)]
            )

    def things_under(self, keys: Iterable[int], most: int) -> dict[str, dict[str, Any]]:
        """What the entities under any of these keys are compared by, by id; `most` of each key, the first kept."""
        rows: set[int] = set()
        query = "SELECT thing FROM thing_key WHERE key = ? LIMIT ?"
        for key in keys:
            rows.update(row for (row,) in self._db.execute(query, (signed(key), most)))
        found = {}
        for some in parts(sorted(rows)):
            query = f"SELECT ident, known FROM thing WHERE id IN ({marks(some)}) AND known IS NOT NULL"
            found.update({ident: json.loads(known) for ident, known in self._db.execute(query, some)})
        return found

    def put_members(self, members: Iterable[tuple[Key, str]]) -> None:
        """Keep to which entity (by its id) what reports call so belongs; it belongs to no other any more."""
        given = list(members)
        with self._write() as db:
            rows = self.rows(report for (report, _), _ in given)
            things = self._thing_rows(ident for _, ident in given)
            new = sorted((rows[report], local, things[ident]) for (report, local), ident in given)
            db.executemany("UPDATE member SET thing = ?3 WHERE report = ?1 AND local = ?2 AND thing != ?3", new)
            db.executemany("INSERT OR IGNORE INTO member (report, local, thing) VALUES (?, ?, ?)", new)

    def put_belongings(self, reasons: Iterable[tuple[str, Key, Mapping[str, Any]]]) -> None:
        """Keep why members belong to entities: the entity's id, the member, the reason."""
        given = list(reasons)
        with self._write() as db:
            rows = self.rows(report for _, (report, _), _ in given)
            things = self._thing_rows(ident for ident, _, _ in given)
            db.executemany(
                "INSERT INTO belonging (thing, report, local, body) VALUES (?, ?, ?, ?)",
                [(things[ident], rows[report], local, as_json(body)) for ident, (report, local), body in given],
            )

    def rename(self, old: str, new: str) -> bool:
        """Make one entity of two, under the id of the second; or give one another id. Whether they were two."""
        rows = self._thing_rows((old, new))
        with self._write() as db:
            if new not in rows:
                db.execute("UPDATE thing SET ident = ? WHERE ident = ?", (new, old))
            else:
                for table in ("member", "belonging"):
                    db.execute(f"UPDATE {table} SET thing = ? WHERE thing = ?", (rows[new], rows[old]))
                db.execute(
                    "INSERT OR IGNORE INTO thing_key SELECT key, ? FROM thing_key WHERE thing = ?",
                    (rows[new], rows[old]),
                )
                db.execute("DELETE FROM thing_key WHERE thing = ?", (rows[old],))
                db.execute("DELETE FROM thing WHERE id = ?", (rows[old],))
        return new in rows

    def drop_things(self, idents: Iterable[str]) -> None:
        """Take entities away with their members, whoever names them."""
        with self._write() as db:
            for row in self._thing_rows(idents).values():
                for table, column in (
                    ("member", "thing"),
                    ("belonging", "thing"),
                    ("thing_key", "thing"),
                    ("thing", "id"),
                ):
                    db.execute(f"DELETE FROM {table} WHERE {column} = ?", (row,))

    def drop_members(self, name: str) -> list[str]:
        """Take a report's entities away; gives the ids of those that no report names any more, which are gone too."""
        with self._write() as db:
            (row,) = self.rows([name]).values()
            things = db.execute("SELECT DISTINCT thing FROM member WHERE report = ?", (row,)).fetchall()
            db.execute("DELETE FROM member WHERE report = ?", (row,))
            db.execute("DELETE FROM belonging WHERE report = ?", (row,))
            gone = []
            for (thing,) in things:
                if db.execute("SELECT 1 FROM member WHERE thing = ?", (thing,)).fetchone() is None:
                    db.execute("DELETE FROM thing_key WHERE thing = ?", (thing,))
                    gone += [i for (i,) in db.execute("DELETE FROM thing WHERE id = ? RETURNING ident", (thing,))]
        return gone

    def _thing_rows(self, idents: Iterable[str]) -> dict[str, int]:
        found: dict[str, int] = {}
        for some in parts(sorted(set(idents))):
            found.update(self._db.execute(f"SELECT ident, id FROM thing WHERE ident IN ({marks(some)})", some))
        return found
