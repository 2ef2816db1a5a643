"""Sentences by words and by what stands in them: outlet, days, kinds of events, who is named, verdicts of facts."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from tawatur.store.held import Held, Made, bits, names_of
from tawatur.store.search import LONG, query
from tawatur.store.shelf.rows import Count, Facets, Filters, named
from tawatur.store.touched import Touched
from tawatur.store.values import as_json, file_of
from tawatur.text.stems import closeness, found_places

PAGE = 20  # sentences of a page
FACET = 12  # values of a facet
LOOKED = 3000  # sentences that are ranked; of more, the newest are shown, in the order they came
NEAREST = 60  # of the best, that are put in order by how nearly they have the words
COUNTED = 1000  # sentences over which persons and places are counted
_NAMED = {"persons": "person", "places": "place"}  # facets, by the type of their entities


_Row = tuple[int, str | None, str | None, int, int, float]  # a sentence, its report's outlet, day, moment, row; rank


@dataclass(frozen=True, slots=True)
class Hit:
    """A sentence that was found: where it stands, its text, and the stretches of that text that were asked for, as
    half-open offsets in it."""

    report: str
    start: int
    end: int
    text: str
    marks: Sequence[tuple[int, int]]
    outlet: str | None
    day: str | None
    title: str | None
    story: str | None


@dataclass(frozen=True, slots=True)
class Hits:
    """A page of sentences: `total` that were found, `at` where this page begins. Facets are counted over the first
    `facets.counted` of them (persons and places over fewer); `ranked`: the best stand first, else the newest."""

    rows: Sequence[Hit]
    total: int
    at: int
    facets: Facets
    ranked: bool

    @property
    def after(self) -> int | None:
        """Where the next page begins; None where this is the last one that can be shown."""
        there = self.at + len(self.rows)
        return there if self.rows and there < min(self.total, LOOKED) else None


_NONE = Made(Hits((), 0, 0, Facets(), True), b"", frozenset())
_HIT = 500  # characters, about
_HITS: Held[Hits] = Held(20_000 * _HIT, lambda changes: changes.searched)


class Finding:
    """The sentences of one record."""

    def __init__(self, db: sqlite3.Connection, touched: Touched) -> None:
        self._db = db
        self._file = file_of(db)
        self._touched = touched

    def sentences(self, filters: Filters, at: int = 0, most: int = PAGE) -> Hits:
        """Sentences that have all these words and fit all filters, the best first and the newest of equally good ones;
        none where neither words nor filters are given, or the words hold nothing that can be looked for."""
        asked = self._file, filters, at, most, LOOKED
        belong, make = partial(self._in_any, filters), partial(self._sentences, filters, at, most)
        return _HITS.get(asked, self._touched, belong, make, _HIT * (most + 1))

    def _sentences(self, filters: Filters, at: int, most: int) -> Made[Hits]:
        match = query(filters.words)
        if filters.words.strip() and not match:
            return _NONE
        tables, where, values = _conditions(filters, match)
        if not where:
            return _NONE
        order = "w.rowid" if match else "x.id"
        rank = "bm25(sentence_words)" if match else "0.0"
        found = self._db.execute(
            f"SELECT x.id, r.outlet, r.day, r.at, x.report, {rank} FROM {tables} WHERE {where} ORDER BY {order} DESC "
            "LIMIT ?",
            (*values, LOOKED + 1),
        ).fetchall()
        total, ranked = len(found), bool(match)
        reports = {row[4] for row in found}
        if total > LOOKED:
            every = self._db.execute(f"SELECT x.report, count(*) FROM {tables} WHERE {where} GROUP BY 1", values)
            many = dict(every.fetchall())
            total, reports = sum(many.values()), set(many)
            found, ranked = found[:LOOKED], False
        found.sort(key=lambda row: (row[5] if ranked else 0.0, -row[3], row[0]))
        at = max(0, at)
        if ranked:
            found[:NEAREST] = self._nearest_first(found[:NEAREST], filters.words[:LONG])
        rows = self._hits([row[0] for row in found[at : at + most]], filters.words[:LONG])
        facets = self._facets(found)
        hits = Hits(rows, total, at, facets, ranked)
        return Made(hits, bits(reports), names_of(facets.persons, facets.places))

    def _in_any(self, filters: Filters, reports: Sequence[int]) -> bool:
        """Whether any sentence of these reports fits; those of one report stand one after the other."""
        match = query(filters.words)
        tables, where, values = _conditions(filters, match, of_one=True)
        for report in reports if where else ():
            ends = "SELECT min(id), max(id) FROM sentence WHERE report = ?"
            near = f"{'w.rowid' if match else 'x.id'} BETWEEN ? AND ? AND +x.report = ?"
            given = (*values, *self._db.execute(ends, (report,)).fetchone(), report)
            if self._db.execute(f"SELECT 1 FROM {tables} WHERE {where} AND {near} LIMIT 1", given).fetchone():
                return True
        return False

    def _nearest_first(self, found: Sequence[_Row], words: str) -> list[_Row]:
        """The best sentences with those first that have the words as the user typed them."""
        rows = self._db.execute(
            "SELECT x.id, substr(p.text, x.first + 1, x.last - x.first) FROM json_each(?) j "
            "JOIN sentence x ON x.id = j.value JOIN report p ON p.id = x.report",
            (as_json([row[0] for row in found]),),
        )
        near = {sentence: closeness(text, words) for sentence, text in rows}
        return sorted(found, key=lambda row: -near[row[0]])

    def _hits(self, sentences: Sequence[int], words: str) -> list[Hit]:
        rows = self._db.execute(
            "SELECT p.name, x.first, x.last, substr(p.text, x.first + 1, x.last - x.first), r.outlet, r.day, "
            "json_extract(p.head, '$.title'), s.ident FROM json_each(?) j JOIN sentence x ON x.id = j.value "
            "JOIN report p ON p.id = x.report JOIN shelf_report r ON r.report = x.report "
            "LEFT JOIN shelf_story s ON s.id = r.story ORDER BY j.key",
            (as_json(sentences),),
        )
        return [
            Hit(name, first, last, text, found_places(text, words), outlet, day, title, story)
            for name, first, last, text, outlet, day, title, story in rows
        ]

    def _facets(self, found: Sequence[_Row]) -> Facets:
        every = as_json([row[0] for row in found])
        some = as_json([row[0] for row in found[:COUNTED]])
        return Facets(
            outlets=_most(row[1] for row in found),
            days=[Count(day, many) for day, many in sorted(Counter(r[2] for r in found if r[2]).items())[::-1][:FACET]],
            kinds=self._counts("SELECT k.kind, count(*) FROM {} JOIN sentence_kind k ON k.sentence = j.value", every),
            verdicts=self._counts(
                "SELECT f.verdict, count(DISTINCT j.value) FROM {} JOIN sentence_fact x ON x.sentence = j.value "
                "JOIN shelf_fact f ON f.id = x.fact",
                every,
            ),
            **self._named(some),
            counted=len(found),
        )

    def _counts(self, select: str, sentences: str) -> list[Count]:
        query = select.format("json_each(?) j") + " GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ?"
        return [Count(*row) for row in self._db.execute(query, (sentences, FACET))]

    def _named(self, sentences: str) -> dict[str, list[Count]]:
        """The persons and places that most of these sentences name."""
        rows = self._db.execute(
            "SELECT e.type, t.ident, h.many, t.body FROM (SELECT n.thing, count(*) AS many FROM json_each(?) j "
            "JOIN sentence_name x ON x.sentence = j.value JOIN naming n ON n.id = x.naming GROUP BY n.thing) h "
            "JOIN shelf_thing e ON e.thing = h.thing JOIN thing t ON t.id = h.thing WHERE e.type IN (?, ?) "
            "ORDER BY h.many DESC, t.ident",
            (sentences, *_NAMED.values()),
        )
        of = {type_: name for name, type_ in _NAMED.items()}
        found: dict[str, list[Count]] = {name: [] for name in _NAMED}
        for type_, *row in rows:
            if len(found[of[type_]]) < FACET:
                found[of[type_]].append(named(row))
        return found


def _conditions(filters: Filters, match: str, of_one: bool = False) -> tuple[str, str, list[Any]]:
    """The tables, the conditions and their values of what is looked for; `of_one`: among few sentences."""
    tables = "sentence x JOIN shelf_report r ON r.report = x.report"
    parts: list[str] = []
    values: list[Any] = []
    if match:
        tables = f"sentence_words w CROSS JOIN sentence x ON x.id = w.rowid {tables.removeprefix('sentence x')}"
        parts.append("sentence_words MATCH ?")
        values.append(match)
    for part, value in (
        ("r.outlet = ?", filters.outlet),
        ("r.day >= ?", filters.since),
        ("r.day <= ?", filters.until),
        ("{} FROM sentence_kind s WHERE s.kind = ?", filters.kind),
        (
            "{} FROM thing t JOIN naming n ON n.thing = t.id JOIN sentence_name s ON s.naming = n.id WHERE t.ident = ?",
            filters.entity,
        ),
        ("{} FROM shelf_fact f JOIN sentence_fact s ON s.fact = f.id WHERE f.verdict = ?", filters.verdict),
    ):
        if value is not None:
            if part.startswith("{}"):
                among = f"x.id IN ({part.format('SELECT s.sentence')})"
                part = f"EXISTS ({part.format('SELECT 1')} AND s.sentence = x.id)" if of_one else among
            parts.append(part)
            values.append(value)
    return tables, " AND ".join(parts), values


def _most(values: Iterable[str | None]) -> list[Count]:
    counts = Counter(value for value in values if value)
    return [Count(*count) for count in sorted(counts.items(), key=lambda c: (-c[1], c[0]))[:FACET]]
