"""The comparison of a record in tables: an object a row, so that one more report changes few of them."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any

from tawatur import __version__
from tawatur.store.touched import Touched
from tawatur.store.values import as_json, marks, parts, signed

COPY, STORY, EVENT, FACT, REJECTED = "copy", "story", "event", "fact", "rejected"
Key = tuple[str, str]  # report, entity id there
Text = Sequence[str]  # id, JSON and subject of an object


@dataclass(slots=True)
class Found:
    """A copy, a story, an event or a fact as the record keeps it: its JSON, the reports it is of, a fact's subject."""

    ident: str
    body: dict[str, Any]
    reports: Sequence[str]
    subject: str | None = None
    property: str | None = None


@dataclass(slots=True)
class Standing:
    """What the tables are of: `compared` reports together, and `since` that came or went one by one."""

    program: str
    compared: int
    since: int


class Between:
    """The tables of what stands between reports. `write` opens a transaction, or joins the one that is open."""

    def __init__(
        self,
        db: sqlite3.Connection,
        write: Callable[[], AbstractContextManager[sqlite3.Connection]],
        touched: Touched,
    ) -> None:
        self._db = db
        self._write = write
        self._touched = touched

    # What the tables are of

    def standing(self) -> Standing | None:
        """What the tables are of; None where all must be compared anew."""
        row = self._db.execute("SELECT program, compared, since FROM standing").fetchone()
        return Standing(*row) if row and row[0] == __version__ else None

    def pending(self) -> list[tuple[str, bool]]:
        """Reports that are not compared yet, in the order they came, and whether they went."""
        rows = self._db.execute("SELECT r.name, p.gone FROM pending p JOIN report r ON r.id = p.report ORDER BY r.id")
        return [(name, bool(gone)) for name, gone in rows]

    def wait(self, row: int, gone: bool = False) -> None:
        """Keep that the report in row `row` of the ledger came, or went, and is to be compared."""
        self._db.execute("INSERT OR REPLACE INTO pending (report, gone) VALUES (?, ?)", (row, gone))

    def done(self, names: Iterable[str]) -> None:
        """Keep that these reports are compared."""
        with self._write() as db:
            rows = [(row,) for row in self.rows(names).values()]
            db.executemany("DELETE FROM pending WHERE report = ?", rows)
            db.execute("UPDATE standing SET since = since + ?", (len(rows),))

    def forget(self) -> None:
        """Keep that all must be compared anew."""
        with self._write() as db:
            db.execute("DELETE FROM standing")

    def clear(self, compared: int) -> None:
        """Empty all tables and keep that they are of `compared` reports; what belongs in them follows."""
        with self._write() as db:
            self._touched.everything()
            for table in ("standing", "pending", "found", "found_report", "thing", "thing_key", "member", "belonging"):
                db.execute(f"DELETE FROM {table}")
            db.execute("INSERT INTO standing VALUES (1, ?, ?, 0)", (__version__, compared))

    # Reports by row

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

    # Copies, stories, events, facts

    def all(self, layer: str) -> list[Found]:
        """Every object of a layer; facts of one subject in their order."""
        rows = self._db.execute("SELECT ident, body, subject FROM found WHERE layer = ? ORDER BY subject, id", (layer,))
        return [Found(ident, json.loads(body), (), subject) for ident, body, subject in rows]

    def of_reports(self, layer: str, names: Iterable[str]) -> list[Found]:
        """The objects of a layer that are of any of these reports."""
        return [Found(ident, json.loads(body), (), subject) for ident, body, subject in self.texts_of(layer, names)]

    def texts_of(self, layer: str, names: Iterable[str], holding: str | None = None) -> list[Text]:
        """The objects of a layer that are of any of these reports, as (id, JSON, subject) in their order; with
        `holding`, those alone that have this word as a value."""
        rows: dict[int, Text] = {}
        value = [as_json(holding)] if holding is not None else []
        for some in parts(sorted(self.rows(names).values())):
            query = (
                "SELECT f.id, f.ident, f.body, f.subject FROM found f WHERE +f.layer = ? AND f.id IN "
                f"(SELECT found FROM found_report WHERE report IN ({marks(some)}))"
            )  # bodies are long: they are read where they are asked for, and no title is an entity
            query += " AND f.property IS NOT 'role.title' AND instr(f.body, ?)" if value else ""
            rows.update({row: text for row, *text in self._db.execute(query, (layer, *some, *value))})
        return [rows[row] for row in sorted(rows)]

    def texts_on(self, subjects: Iterable[str], layer: str = FACT) -> list[Text]:
        """The facts of these subjects as (id, JSON, subject) in their order; with REJECTED those that people
        rejected."""
        rows: dict[int, Text] = {}
        for some in parts(sorted(set(subjects))):
            query = f"SELECT id, ident, body, subject FROM found WHERE subject IN ({marks(some)}) AND +layer = ?"
            rows.update({row: text for row, *text in self._db.execute(query, (*some, layer))})
        return [rows[row] for row in sorted(rows)]

    def idents(self, layer: str) -> list[str]:
        """The ids of all objects of a layer."""
        return [ident for (ident,) in self._db.execute("SELECT ident FROM found WHERE layer = ? ORDER BY id", (layer,))]

    def named(self, layer: str, idents: Iterable[str]) -> list[Found]:
        """The objects of a layer that have these ids."""
        return self._with(layer, "ident", idents)

    def facts_on(self, subject: str, of: str, layer: str = FACT) -> list[Found]:
        """The facts of a subject and property, in their order; with REJECTED those that people rejected."""
        query = "SELECT ident, body FROM found WHERE subject = ? AND property = ? AND layer = ? ORDER BY id"
        return [Found(i, json.loads(b), (), subject, of) for i, b in self._db.execute(query, (subject, of, layer))]

    def texts_named(self, layer: str, idents: Iterable[str]) -> list[Text]:
        """The objects of a layer that have these ids, as (id, JSON, subject)."""
        found: list[Text] = []
        for some in parts(sorted(set(idents))):
            query = f"SELECT ident, body, subject FROM found WHERE layer = ? AND ident IN ({marks(some)}) ORDER BY id"
            found += self._db.execute(query, (layer, *some))
        return found

    def _with(self, layer: str, column: str, values: Iterable[str]) -> list[Found]:
        found = []
        for some in parts(sorted(set(values))):
            wanted = f"layer = ? AND {column} IN ({marks(some)})"
            rows = self._db.execute(
                f"SELECT ident, body, subject FROM found WHERE {wanted} ORDER BY id", (layer, *some)
            )
            found += [Found(i, json.loads(b), (), s) for i, b, s in rows]
        return found

    def replace(self, layer: str, gone: Iterable[str], come: Sequence[Found]) -> None:
        """Take objects away by their ids, and put others in."""
        with self._write() as db:
            was: dict[str, int] = {}
            for ident in {*gone, *(one.ident for one in come)}:
                was.update(
                    db.execute("DELETE FROM found WHERE layer = ? AND ident = ? RETURNING ident, id", (layer, ident))
                )
            rows = self.rows(name for one in come for name in one.reports)
            for one in come:
                cursor = db.execute(
                    "INSERT INTO found (layer, ident, subject, property, body) VALUES (?, ?, ?, ?, ?)",
                    (layer, one.ident, one.subject, one.property, as_json(one.body)),
                )
                assert cursor.lastrowid is not None  # an INSERT gives one
                self._put_parts(cursor.lastrowid, was.pop(one.ident, None), {rows[name] for name in one.reports})
            db.executemany("DELETE FROM found_report WHERE found = ?", [(row,) for row in was.values()])

    def _put_parts(self, found: int, was: int | None, reports: set[int]) -> None:
        """Keep the reports that an object is of, whose row was another one before: those that stay are not touched."""
        before: set[int] = set()
        if was is not None:
            self._db.execute("UPDATE found_report SET found = ? WHERE found = ?", (found, was))
            before.update(r for (r,) in self._db.execute("SELECT report FROM found_report WHERE found = ?", (found,)))
        gone, come = sorted(before - reports), sorted(reports - before)
        self._db.executemany("DELETE FROM found_report WHERE report = ? AND found = ?", [(r, found) for r in gone])
        self._db.executemany("INSERT INTO found_report VALUES (?, ?)", [(r, found) for r in come])

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
        by_row = {row: name for name, row in self.rows(names).items()}
        found: dict[Key, str] = {}
        for some in parts(sorted(by_row)):
            query = (
                "SELECT m.report, m.local, t.ident FROM member m JOIN thing t ON t.id = m.thing "
                f"WHERE m.report IN ({marks(some)})"
            )
            found.update({(by_row[row], local): ident for row, local, ident in self._db.execute(query, some)})
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

    def naming(self, ident: str, most: int) -> tuple[list[str], int]:
        """The reports that name an entity, the newest first, at most so many; and how many there are."""
        found = self._db.execute(
            "SELECT DISTINCT m.report FROM member m WHERE m.thing = (SELECT id FROM thing WHERE ident = ?)", (ident,)
        )
        rows = sorted((row for (row,) in found), reverse=True)
        names = self.names(rows[:most])
        return [names[row] for row in rows[:most]], len(rows)

    def newest(self, names: Iterable[str]) -> list[str]:
        """These reports, the newest first."""
        return [name for name, _ in sorted(self.rows(names).items(), key=lambda r: -r[1])]

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
            db.execute(
                "INSERT INTO thing (ident, body, known) VALUES (?, ?, ?) "
                "ON CONFLICT (ident) DO UPDATE SET body = excluded.body, known = excluded.known",
                (ident, as_json(body), as_json(known) if known is not None else None),
            )
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
            db.executemany(
                "INSERT INTO member (report, local, thing) VALUES (?, ?, ?) "
                "ON CONFLICT (report, local) DO UPDATE SET thing = excluded.thing WHERE thing != excluded.thing",
                sorted((rows[report], local, things[ident]) for (report, local), ident in given),
            )

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

    def rename(self, old: str, new: str) -> None:
        """Make one entity of two, under the id of the second; or give one another id."""
        with self._write() as db:
            rows = self._thing_rows((old, new))
            if new not in rows:
                db.execute("UPDATE thing SET ident = ? WHERE ident = ?", (new, old))
                return
            for table in ("member", "belonging"):
                db.execute(f"UPDATE {table} SET thing = ? WHERE thing = ?", (rows[new], rows[old]))
            db.execute(
                "INSERT OR IGNORE INTO thing_key SELECT key, ? FROM thing_key WHERE thing = ?", (rows[new], rows[old])
            )
            db.execute("DELETE FROM thing_key WHERE thing = ?", (rows[old],))
            db.execute("DELETE FROM thing WHERE id = ?", (rows[old],))

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
