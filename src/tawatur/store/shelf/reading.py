"""Lists as pages ask for them, from the rows on the shelf: newest or most named first, paged by where the last page
ended."""

from __future__ import annotations

import json
import sqlite3
from typing import Any

from tawatur.record.types import Spelt
from tawatur.store.shelf.paging import PAGE, Where, page
from tawatur.store.shelf.rows import (
    Count,
    Doubt,
    EntityRow,
    Facets,
    FactRow,
    Filters,
    Revision,
    Rows,
    StoryRow,
    revision_of,
)
from tawatur.store.shelf.stories import FACET, Stories
from tawatur.store.shelf.words import folded
from tawatur.store.touched import Touched


class Shelf:
    """The lists of one record."""

    def __init__(self, db: sqlite3.Connection, touched: Touched) -> None:
        self._db = db
        self._stories = Stories(db, touched)

    def revision(self) -> Revision:
        """Which state of the record this is; it grows with every write."""
        return revision_of(self._db)

    def changed(self, story: str) -> Revision | None:
        """When what a story's page shows changed last; None where there is no such story."""
        row = self._db.execute("SELECT revision, changed_at FROM shelf_story WHERE ident = ?", (story,)).fetchone()
        return Revision(*row) if row else None

    def headings(self, story: str) -> dict[str, str]:
        """What a story is called, by language; empty where there is no such story."""
        row = self._db.execute("SELECT headings FROM shelf_story WHERE ident = ?", (story,)).fetchone()
        found: dict[str, str] = json.loads(row[0]) if row else {}
        return found

    def story_of(self, report: str) -> str | None:
        """The id of the story that a report is of."""
        query = (
            "SELECT s.ident FROM report r JOIN shelf_report x ON x.report = r.id JOIN shelf_story s ON s.id = x.story "
            "WHERE r.name = ?"
        )
        row = self._db.execute(query, (report,)).fetchone()
        return row[0] if row else None

    def stories(self, filters: Filters = Filters(), at: str | None = None, most: int = PAGE) -> Rows[StoryRow]:  # noqa: B008 - frozen
        """Stories, those with the newest reports first. `at`: `newer` or `older` of another page of the list."""
        return self._stories.rows(filters, at, most)

    def story_facets(self, filters: Filters = Filters(), most: int = FACET) -> Facets:  # noqa: B008 - frozen
        """What a list of stories can be narrowed by."""
        return self._stories.facets(filters, most)

    # Entities

    def entities(
        self, type_: str | None = None, words: str = "", at: str | None = None, most: int = PAGE
    ) -> Rows[EntityRow]:
        """Entities (of one type) of which a name has words that begin with these, those of most reports first."""
        parts, values = ["1"], list[Any]()
        if type_ is not None:
            parts, values = ["x.type = ?"], [type_]
        for word in sorted(folded(words, bare=False)):
            parts.append("x.thing IN (SELECT thing FROM name_word WHERE word >= ? AND word < ?)")
            values += [word, word + "\U0010ffff"]
        if words.strip() and not values[bool(type_) :]:
            parts.append("0")  # nothing in it that a name could have
        found = page(
            self._db,
            "x.reports, x.thing, t.ident, x.type, t.body, x.mentions, x.stories",
            "shelf_thing x JOIN thing t ON t.id = x.thing",
            ("x.reports", "x.thing"),
            (" AND ".join(parts), values),
            at,
            most,
        )
        rows = [
            EntityRow(ident, kind, json.loads(body)["name"], reports, mentions, stories)
            for reports, _, ident, kind, body, mentions, stories in found.rows
        ]
        return Rows(rows, found.total, found.newer, found.older)

    def entity(self, ident: str) -> EntityRow | None:
        """One entity; None where there is none of that id."""
        row = self._db.execute(
            "SELECT t.ident, x.type, t.body, x.reports, x.mentions, x.stories FROM thing t "
            "JOIN shelf_thing x ON x.thing = t.id WHERE t.ident = ?",
            (ident,),
        ).fetchone()
        return EntityRow(row[0], row[1], json.loads(row[2])["name"], *row[3:]) if row else None

    def spellings(self, ident: str, most: int) -> list[Spelt]:
        """The ways in which reports write an entity's name, the most used first."""
        rows = self._db.execute(
            "SELECT x.first, x.last, x.written, r.name, x.mentions FROM ("
            "SELECT s.written, sum(s.mentions) AS mentions, "
            "max(n.report) AS report, s.first, s.last FROM naming n JOIN spelt s ON s.naming = n.id "
            "WHERE n.thing = (SELECT id FROM thing WHERE ident = ?) GROUP BY s.written) x "
            "JOIN report r ON r.id = x.report ORDER BY x.mentions DESC, x.written LIMIT ?",
            (ident, most),
        )
        return [Spelt(*row) for row in rows]

    def entity_types(self) -> list[Count]:
        """How many entities of each type there are."""
        rows = self._db.execute("SELECT type, count(*) FROM shelf_thing GROUP BY type ORDER BY 2 DESC, 1")
        return [Count(*row) for row in rows]

    # Facts, and what is open

    def facts(self, verdict: str | None = None, at: str | None = None, most: int = PAGE) -> Rows[FactRow]:
        """Facts (of one verdict), those told last first."""
        where: Where = ("x.verdict = ?", [verdict]) if verdict is not None else ("1", [])
        columns = "x.at, x.id, x.ident, x.subject, x.property, x.verdict, x.reports, x.origins"
        found = page(self._db, columns, "shelf_fact x", ("x.at", "x.id"), where, at, most)
        return Rows([FactRow(*row[2:]) for row in found.rows], found.total, found.newer, found.older)

    def unsure(self, below: float, at: str | None = None, most: int = PAGE) -> Rows[Doubt]:
        """Joinings of names whose confidence is below this, the least sure first."""
        confidence = "json_extract(b.body, '$.confidence')"
        found = page(
            self._db,
            f"-{confidence}, b.rowid, t.ident, t.body, b.body",
            "belonging b JOIN thing t ON t.id = b.thing",
            (f"-{confidence}", "b.rowid"),
            (f"{confidence} < ?", [below]),
            at,
            most,
        )
        return Rows([_doubt(*row[2:]) for row in found.rows], found.total, found.newer, found.older)


def _doubt(ident: str, thing: str, body: str) -> Doubt:
    of, b = json.loads(thing), json.loads(body)
    beside = b["beside"]["report"], b["beside"]["entity"]
    member = b["report"], b["entity"]
    return Doubt(ident, of["name"], of["type"], member, beside, b["features"], b["confidence"])
