"""The list of stories as pages ask for it, what it can be narrowed by, and what stands beside each story."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Hashable, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from tawatur.store.held import Held, Made, bits, names_of
from tawatur.store.search import NOTHING, query
from tawatur.store.shelf.paging import PAGE, Where, page
from tawatur.store.shelf.rows import (
    KIND,
    OUTLET,
    VERDICT,
    Count,
    Facets,
    Filters,
    Rows,
    StoryRow,
    named,
)
from tawatur.store.touched import Touched
from tawatur.store.values import as_json, file_of, marks

FACET = 12  # values of a facet
COUNTED = 150  # stories over which persons and places are counted where a list is filtered
_NAMED = 3  # persons and places beside a story
_TAGS = {"outlets": OUTLET, "kinds": KIND, "verdicts": VERDICT}
_PEOPLE = {"persons": "person", "places": "place"}
_FACETS_SIZE = 5000  # characters, about
_ROW_SIZE = 1000
_HELD: Held[Any] = Held(15_000_000, lambda changes: changes.stories)
T = TypeVar("T")


class Stories:
    """The stories of one record."""

    def __init__(self, db: sqlite3.Connection, touched: Touched) -> None:
        self._db = db
        self._file = file_of(db)
        self._touched = touched

    def rows(self, filters: Filters = Filters(), at: str | None = None, most: int = PAGE) -> Rows[StoryRow]:  # noqa: B008 - frozen
        """Stories, those with the newest reports first. `at`: `newer` or `older` of another page of the list."""

        def made() -> Made[Rows[StoryRow]]:
            rows = self._rows(filters, at, most)
            names = names_of(*(some for row in rows.rows for some in (row.persons, row.places)))
            return Made(rows, bits(self._fitting(filters)), names)

        return self._held(filters, (at, most), made, _ROW_SIZE * (most + 1))

    def _rows(self, filters: Filters, at: str | None, most: int) -> Rows[StoryRow]:
        where = self._of_stories(filters)
        columns = (
            "s.at, s.id, s.ident, s.headings, s.first, s.last, s.reports, s.origins, s.facts, s.revision, s.changed_at"
        )
        found = page(self._db, columns, "shelf_story s", ("s.at", "s.id"), where, at, most)
        beside = self._beside([row[1] for row in found.rows])
        rows = [
            StoryRow(ident, json.loads(headings), *rest, **beside[row]) for _, row, ident, headings, *rest in found.rows
        ]
        return Rows(rows, found.total, found.newer, found.older)

    def facets(self, filters: Filters = Filters(), most: int = FACET) -> Facets:  # noqa: B008 - frozen
        """What a list of stories can be narrowed by."""

        def made() -> Made[Facets]:
            stories = self._fitting(filters)
            facets = self._facets(filters, stories, most)
            return Made(facets, bits(stories), names_of(facets.persons, facets.places))

        return self._held(filters, most, made, _FACETS_SIZE)

    def _held(self, filters: Filters, part: Hashable, make: Callable[[], Made[T]], size: int) -> T:
        """A part of what is told of the stories that fit: as it was made last, where nothing of them was written."""

        def belong(stories: Sequence[int]) -> bool:
            where, values = self._of_stories(filters)
            query = f"SELECT 1 FROM shelf_story s WHERE s.id IN ({marks(stories)}) AND {where} LIMIT 1"
            return self._db.execute(query, (*stories, *values)).fetchone() is not None

        asked = self._file, filters, part
        found: T = _HELD.get(asked, self._touched, belong, make, size)
        return found

    def _fitting(self, filters: Filters) -> list[int]:
        """The rows of the stories that fit, those with the newest reports first."""
        where, values = self._of_stories(filters)
        query = f"SELECT s.id FROM shelf_story s WHERE {where} ORDER BY s.at DESC, s.id DESC"
        return [row for (row,) in self._db.execute(query, values)]

    def _facets(self, filters: Filters, stories: Sequence[int], most: int) -> Facets:
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
                found[name] = [named(row) for row in rows]
            return Facets(**found, counted=len(stories))
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
                found[names[type_]].append(named((ident, many, body)))
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
            "SELECT r.story, h.type, n.thing, sum(n.mentions) AS many FROM shelf_report r "
            "CROSS JOIN naming n ON n.report = r.report CROSS JOIN shelf_thing h ON h.thing = n.thing "
            f"WHERE r.story IN ({marks(stories)}) AND h.type IN ({marks(list(_PEOPLE))}) AND n.mentions > 0 "
            "GROUP BY r.story, n.thing ORDER BY count(*) DESC, many DESC, n.thing",
            (*stories, *_PEOPLE.values()),
        )
        first: dict[tuple[int, str], list[tuple[int, int]]] = {}
        for story, type_, thing, many in rows:
            if len(some := first.setdefault((story, type_), [])) < _NAMED:
                some.append((thing, many))
        things = sorted({thing for some in first.values() for thing, _ in some})
        query = f"SELECT id, ident, 0, body FROM thing WHERE id IN ({marks(things)})"
        called = {row: named(rest) for row, *rest in self._db.execute(query, things)}
        for (story, type_), some in first.items():
            found[story][names[type_]] = [replace(called[thing], many=many) for thing, many in some]
        return found
