"""The comparison of a record in tables: an object a row, so that one more report changes few of them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from tawatur import __version__
from tawatur.store.things import Things
from tawatur.store.touched import touch_all
from tawatur.store.values import as_json, marks, parts

COPY, STORY, EVENT, FACT, REJECTED = "copy", "story", "event", "fact", "rejected"
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


class Between(Things):
    """The tables of what stands between reports. `write` opens a transaction, or joins the one that is open."""

    # What the tables are of

    def standing(self) -> Standing | None:
        """What the tables are of; None where all must be compared anew."""
        row = self._db.execute("SELECT program, compared, since FROM standing").fetchone()
        return Standing(*row) if row and row[0] == __version__ else None

    def made_by(self) -> str | None:
        """The version of the program that made the tables, None where they must be made anyhow."""
        row = self._db.execute("SELECT program FROM standing").fetchone()
        return str(row[0]) if row else None

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
            touch_all(db)
            for table in ("standing", "pending", "found", "found_report", "thing", "thing_key", "member", "belonging"):
                db.execute(f"DELETE FROM {table}")
            db.execute("INSERT INTO standing VALUES (1, ?, ?, 0)", (__version__, compared))

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
        among = self.rows(names).values() if self.has_any(layer) else ()
        for some in parts(sorted(among)):
            query = (
                "SELECT f.id, f.ident, f.body, f.subject FROM found f WHERE f.layer = ? AND f.id IN "
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

    def has_any(self, layer: str) -> bool:
        """Whether there is anything of a layer: of most records nothing was rejected."""
        return self._db.execute("SELECT 1 FROM found WHERE layer = ? LIMIT 1", (layer,)).fetchone() is not None

    def idents(self, layer: str) -> list[str]:
        """The ids of all objects of a layer."""
        return [ident for (ident,) in self._db.execute("SELECT ident FROM found WHERE layer = ? ORDER BY id", (layer,))]

    def has(self, layer: str, ident: str) -> bool:
        """Whether an object of a layer has this id."""
        query = "SELECT 1 FROM found WHERE layer = ? AND ident = ?"
        return self._db.execute(query, (layer, ident)).fetchone() is not None

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
        """Take objects away by their ids, and put others in, in the order given: each in the row that it has, or in a
        new one where that row does not follow. What is as it was is not touched."""
        with self._write() as db:
            was = self._rows_of(layer, {*gone, *(one.ident for one in come)})
            (top,) = db.execute("SELECT coalesce(max(id), 0) FROM found").fetchone()
            reports = self.rows(name for one in come for name in one.reports)
            last = 0
            for one in come:
                before, *as_it_was = was.pop(one.ident, (None,))
                row = before if before is not None and before > last else top + 1
                last, top = row, max(row, top)
                made = one.subject, one.property, as_json(one.body)
                if as_it_was == [*made]:
                    db.execute("UPDATE found SET id = ?1 WHERE id = ?2 AND id != ?1", (row, before))
                else:
                    db.execute("DELETE FROM found WHERE id = ?", (before,))
                    db.execute(
                        "INSERT INTO found (id, layer, ident, subject, property, body) VALUES (?, ?, ?, ?, ?, ?)",
                        (row, layer, one.ident, *made),
                    )
                self._put_parts(row, before, {reports[name] for name in one.reports})
            for row, *_ in was.values():
                for table, column in (("found_report", "found"), ("found", "id")):
                    db.execute(f"DELETE FROM {table} WHERE {column} = ?", (row,))

    def _rows_of(self, layer: str, idents: Iterable[str]) -> dict[str, tuple[Any, ...]]:
        """The rows of objects: number, subject, property and JSON, by id."""
        found: dict[str, tuple[Any, ...]] = {}
        for some in parts(sorted(idents)):
            query = f"SELECT ident, id, subject, property, body FROM found WHERE layer = ? AND ident IN ({marks(some)})"
            found.update({ident: tuple(rest) for ident, *rest in self._db.execute(query, (layer, *some))})
        return found

    def _put_parts(self, found: int, was: int | None, reports: set[int]) -> None:
        """Keep the reports that an object is of, whose row may have been another one before: those that stay are not
        touched."""
        before: set[int] = set()
        if was is not None:
            self._db.execute("UPDATE found_report SET found = ?1 WHERE found = ?2 AND found != ?1", (found, was))
            before.update(r for (r,) in self._db.execute("SELECT report FROM found_report WHERE found = ?", (found,)))
        gone, come = sorted(before - reports), sorted(reports - before)
        self._db.executemany("DELETE FROM found_report WHERE report = ? AND found = ?", [(r, found) for r in gone])
        self._db.executemany("INSERT INTO found_report VALUES (?, ?)", [(r, found) for r in come])
