"""Lists as pages ask for them, from the rows on the shelf: newest or most named first, paged by where the last page
ended."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from functools import partial
from math import isfinite
from typing import Any, TypeVar

from tawatur.store.kept import Kept
from tawatur.store.search import NOTHING, query
from tawatur.store.shelf.rows import (
    KIND,
    OUTLET,
    VERDICT,
    Count,
    Doubt,
    EntityRow,
    Facets,
    FactRow,
    Filters,
    Revision,
    Rows,
    StoryRow,
)
from tawatur.store.shelf.words import folded
from tawatur.store.values import as_json, file_of, marks

PAGE = 25  # rows of a page
FACET = 12  # values of a facet
COUNTED = 150  # stories over which persons and places are counted where a list is filtered
_NAMED = 3  # persons and places beside a story
_TAGS = {"outlets": OUTLET, "kinds": KIND, "verdicts": VERDICT}
_PEOPLE = {"persons": "person", "places": "place"}
_FACETS_SIZE = 5000  # characters, about
_FACETS: Kept[Facets] = Kept(1000 * _FACETS_SIZE)
_ROW_SIZE = 1000
_STORIES: Kept[Rows[StoryRow]] = Kept(10_000 * _ROW_SIZE)
Row = TypeVar("Row")
Where = tuple[str, list[Any]]  # conditions and their values


class Shelf:
    """The lists of one record."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._file = file_of(db)

    def revision(self) -> Revision:
        """Which state of the record this is; it grows with every write."""
        return Revision(*self._db.execute("SELECT number, at FROM revision").fetchone())

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

    # Stories

    def stories(self, filters: Filters = Filters(), at: str | None = None, most: int = PAGE) -> Rows[StoryRow]:  # noqa: B008 - frozen
        """Stories, those with the newest reports first. `at`: `newer` or `older` of another page of the list."""
        made = partial(self._stories, filters, at, most)
        return _STORIES.get((self._file, filters, at, most), str(self.revision()), made, size=_ROW_SIZE * (most + 1))

    def _stories(self, filters: Filters, at: str | None, most: int) -> Rows[StoryRow]:
        where = self._of_stories(filters)
        columns = (
            "s.at, s.id, s.ident, s.headings, s.first, s.last, s.reports, s.origins, s.facts, s.revision, s.changed_at"
        )
        found = self._page(columns, "shelf_story s", ("s.at", "s.id"), where, at, most)
        beside = self._beside([row[1] for row in found.rows])
        rows = [
            StoryRow(ident, json.loads(headings), *rest, **beside[row]) for _, row, ident, headings, *rest in found.rows
        ]
        return Rows(rows, found.total, found.newer, found.older)

    def story_facets(self, filters: Filters = Filters(), most: int = FACET) -> Facets:  # noqa: B008 - frozen
        """What a list of stories can be narrowed by."""
        made = partial(self._facets, filters, most)
        return _FACETS.get((self._file, filters, most), str(self.revision()), made, size=_FACETS_SIZE)

    def _facets(self, filters: Filters, most: int) -> Facets:
        where, values = self._of_stories(filters)
        days = self._db.execute(
            f"SELECT s.last, count(*) FROM shelf_story s WHERE s.last IS NOT NULL AND {where} "
            "GROUP BY s.last ORDER BY s.last DESC LIMIT ?",
            (*values, most),
        )
        found: dict[str, Any] = {"days": [Count(*row) for row in days]}
        if filters == Filters():
            for name, kind in _TAGS.items():
                rows = self._db.execute(
                    "SELECT value, stories FROM tag WHERE kind = ? AND stories > 0 "
                    "ORDER BY stories DESC, value LIMIT ?",
                    (kind, most),
                )
                found[name] = [Count(*row) for row in rows]
            for name, type_ in _PEOPLE.items():
                rows = self._db.execute(
                    "SELECT t.ident, x.stories, t.body FROM shelf_thing x JOIN thing t ON t.id = x.thing "
                    "WHERE x.type = ? ORDER BY x.stories DESC, t.ident LIMIT ?",
                    (type_, most),
                )
                found[name] = [_named(row) for row in rows]
            (found["counted"],) = self._db.execute("SELECT count(*) FROM shelf_story").fetchone()
            return Facets(**found)
        fitting = f"SELECT s.id FROM shelf_story s WHERE {where} ORDER BY s.at DESC, s.id DESC"
        stories = [row for (row,) in self._db.execute(fitting, values)]
        found |= self._tags(stories, most) | self._people(stories[:COUNTED], most)
        return Facets(**found, counted=min(len(stories), COUNTED))

    def _tags(self, stories: Sequence[int], most: int) -> dict[str, list[Count]]:
        """The outlets, kinds of events and verdicts of most of these stories."""
        rows = self._db.execute(
            "SELECT t.kind, t.value, x.many FROM (SELECT x.tag, count(*) AS many FROM json_each(?) j "
            "CROSS JOIN story_tag x ON x.story = j.value GROUP BY x.tag) x JOIN tag t ON t.id = x.tag "
            "ORDER BY x.many DESC, t.value",
            (as_json(stories),),
        ).fetchall()
        return {name: [Count(v, n) for k, v, n in rows if k == kind][:most] for name, kind in _TAGS.items()}

    def _people(self, stories: Sequence[int], most: int) -> dict[str, list[Count]]:
        """The persons and places that most of these stories name."""
        rows = self._db.execute(
            "SELECT n.thing, count(DISTINCT r.story) FROM json_each(?) j "
            "CROSS JOIN shelf_report r ON r.story = j.value CROSS JOIN naming n ON n.report = r.report "
            "GROUP BY n.thing ORDER BY 2 DESC, 1",
            (as_json(stories),),
        )
        found: dict[str, list[Count]] = {name: [] for name in _PEOPLE}
        names = {kind: name for name, kind in _PEOPLE.items()}
        for thing, many in rows:
            query = "SELECT x.type, t.ident, t.body FROM shelf_thing x JOIN thing t ON t.id = x.thing WHERE x.thing = ?"
            type_, ident, body = self._db.execute(query, (thing,)).fetchone() or ("", "", "")
            if type_ in names and len(found[names[type_]]) < most:
                found[names[type_]].append(_named((ident, many, body)))
            if all(len(counts) == most for counts in found.values()):
                break
        return found

    def _of_stories(self, filters: Filters) -> Where:
        parts, values = ["1"], list[Any]()
        for kind, value in ((OUTLET, filters.outlet), (KIND, filters.kind), (VERDICT, filters.verdict)):
            if value is not None:
                parts.append(
                    "s.id IN (SELECT story FROM story_tag "
                    "WHERE tag = (SELECT id FROM tag WHERE kind = ? AND value = ?))"
                )
                values += [kind, value]
        for part, given in (
            ("s.last >= ?", filters.since),
            ("s.first <= ?", filters.until),
            ("s.changed_at > ?", filters.changed),
            (
                "s.id IN (SELECT r.story FROM naming n JOIN shelf_report r ON r.report = n.report "
                "WHERE n.thing = (SELECT id FROM thing WHERE ident = ?))",
                filters.entity,
            ),
        ):
            if given is not None:
                parts.append(part)
                values.append(given)
        if filters.words.strip():
            parts.append(
                "s.id IN (SELECT r.story FROM sentence_words w JOIN sentence x ON x.id = w.rowid "
                "JOIN shelf_report r ON r.report = x.report WHERE sentence_words MATCH ?)"
            )
            values.append(query(filters.words) or NOTHING)
        return " AND ".join(parts), values

    def _beside(self, stories: Sequence[int]) -> dict[int, dict[str, Any]]:
        """What stands beside each of these stories: its outlets, kinds of events, verdicts, and who and where."""
        found: dict[int, dict[str, Any]] = {row: {n: [] for n in (*_TAGS, *_PEOPLE)} for row in stories}
        names = {kind: name for name, kind in (*_TAGS.items(), *_PEOPLE.items())}
        rows = self._db.execute(
            "SELECT x.story, t.kind, t.value, x.many FROM story_tag x JOIN tag t ON t.id = x.tag "
            f"WHERE x.story IN ({marks(stories)}) ORDER BY x.many DESC, t.value",
            stories,
        )
        for story, kind, value, many in rows:
            found[story][names[kind]].append(Count(value, many))
        rows = self._db.execute(
            "SELECT r.story, h.type, t.ident, sum(n.mentions) AS many, t.body FROM shelf_report r "
            "CROSS JOIN naming n ON n.report = r.report CROSS JOIN shelf_thing h ON h.thing = n.thing "
            "JOIN thing t ON t.id = n.thing "
            f"WHERE r.story IN ({marks(stories)}) AND h.type IN ({marks(list(_PEOPLE))}) AND n.mentions > 0 "
            "GROUP BY r.story, n.thing ORDER BY count(*) DESC, many DESC, t.ident",
            (*stories, *_PEOPLE.values()),
        )
        for story, type_, *row in rows:
            if len(found[story][names[type_]]) < _NAMED:
                found[story][names[type_]].append(_named(row))
        return found

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
        found = self._page(
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

    def entity_types(self) -> list[Count]:
        """How many entities of each type there are."""
        rows = self._db.execute("SELECT type, count(*) FROM shelf_thing GROUP BY type ORDER BY 2 DESC, 1")
        return [Count(*row) for row in rows]

    # Facts, and what is open

    def facts(self, verdict: str | None = None, at: str | None = None, most: int = PAGE) -> Rows[FactRow]:
        """Facts (of one verdict), those told last first."""
        where: Where = ("x.verdict = ?", [verdict]) if verdict is not None else ("1", [])
        columns = "x.at, x.id, x.ident, x.subject, x.property, x.verdict, x.reports, x.origins"
        found = self._page(columns, "shelf_fact x", ("x.at", "x.id"), where, at, most)
        return Rows([FactRow(*row[2:]) for row in found.rows], found.total, found.newer, found.older)

    def verdicts(self) -> list[Count]:
        """How many facts of each verdict there are."""
        rows = self._db.execute("SELECT verdict, count(*) FROM shelf_fact GROUP BY verdict ORDER BY 2 DESC, 1")
        return [Count(*row) for row in rows]

    def unsure(self, below: float, at: str | None = None, most: int = PAGE) -> Rows[Doubt]:
        """Joinings of names whose confidence is below this, the least sure first."""
        confidence = "json_extract(b.body, '$.confidence')"
        found = self._page(
            f"-{confidence}, b.rowid, t.ident, t.body, b.body",
            "belonging b JOIN thing t ON t.id = b.thing",
            (f"-{confidence}", "b.rowid"),
            (f"{confidence} < ?", [below]),
            at,
            most,
        )
        return Rows([_doubt(*row[2:]) for row in found.rows], found.total, found.newer, found.older)

    # Pages

    def _page(
        self, columns: str, tables: str, order: tuple[str, str], where: Where, at: str | None, most: int
    ) -> Rows[Sequence[Any]]:
        """A page of rows whose first two columns are those they are ordered by, both from high to low."""
        conditions, values = where
        (total,) = self._db.execute(f"SELECT count(*) FROM {tables} WHERE {conditions}", values).fetchone()
        back, key = _place(at)
        side, direction = (">", "ASC") if back else ("<", "DESC")
        more = f" AND ({order[0]}, {order[1]}) {side} (?, ?)" if key else ""
        rows = self._db.execute(
            f"SELECT {columns} FROM {tables} WHERE {conditions}{more} "
            f"ORDER BY {order[0]} {direction}, {order[1]} {direction} LIMIT ?",
            (*values, *key, most + 1),
        ).fetchall()
        cut = len(rows) > most
        rows = rows[:most][::-1] if back else rows[:most]
        newer = f"-{rows[0][0]}:{rows[0][1]}" if rows and (cut if back else bool(key)) else None
        older = f"+{rows[-1][0]}:{rows[-1][1]}" if rows and (cut or back) else None
        return Rows(rows, total, newer, older)


def _place(at: str | None) -> tuple[bool, tuple[float, int] | tuple[()]]:
    """Whether a page goes back to newer rows, and the row that it begins after; what is no place is the first page."""
    number, _, row = (at or "")[1:].partition(":")
    try:
        key = float(number), int(row)
    except ValueError:
        return False, ()
    if not isfinite(key[0]) or abs(key[1]) >> 63:  # no row has such a number
        return False, ()
    return (at or "").startswith("-"), key


def _named(row: Sequence[Any]) -> Count:
    ident, many, body = row
    return Count(ident, many, json.loads(body)["name"])


def _doubt(ident: str, thing: str, body: str) -> Doubt:
    of, b = json.loads(thing), json.loads(body)
    beside = b["beside"]["report"], b["beside"]["entity"]
    member = b["report"], b["entity"]
    return Doubt(ident, of["name"], of["type"], member, beside, b["features"], b["confidence"])
