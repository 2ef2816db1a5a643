"""Putting rows on the shelf, in the transaction in which reports are compared."""

from __future__ import annotations

import json
import sqlite3
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager

from tawatur import __version__
from tawatur.record.types import Fact, Reading, Span
from tawatur.store.shelf.rows import NewStory
from tawatur.store.shelf.words import folded
from tawatur.store.values import as_json, marks, parts

_TABLES = (
    "shelf", "shelf_story", "story_tag", "tag", "shelf_report", "naming", "shelf_thing", "name_word", "stale_thing",
    "shelf_fact", "sentence_fact", "sentence_name", "sentence_kind",
)  # fmt: skip
_KEEP = ("shelf_story",)  # when a story changed is carried on


class Shelving:
    """The rows of one record's shelf, to be written. `write` opens a transaction, or joins the one that is open."""

    def __init__(self, db: sqlite3.Connection, write: Callable[[], AbstractContextManager[sqlite3.Connection]]) -> None:
        self._db = db
        self._write = write

    def clear(self) -> None:
        """Empty the shelf; when each story changed last stays known."""
        with self._write() as db:
            for table in _TABLES:
                if table not in _KEEP:
                    db.execute(f"DELETE FROM {table}")

    def filled(self) -> None:
        """Keep that the shelf is of all that is compared."""
        with self._write() as db:
            db.execute("INSERT OR REPLACE INTO shelf VALUES (1, ?)", (__version__,))

    def is_filled(self) -> bool:
        """Whether the shelf is of what is compared, as this version makes it."""
        row = self._db.execute("SELECT program FROM shelf").fetchone()
        return bool(row and row[0] == __version__)

    # Reports

    def put_report(self, row: int, reading: Reading, at: int) -> None:
        """Put what one report tells on the shelf: its day and outlet, who is named in which sentence, and where events
        are told. `row`: in the ledger; `at`: when it was published, in seconds."""
        report = reading.report
        with self._write() as db:
            db.execute(
                "INSERT INTO shelf_report (report, at, day, outlet) VALUES (?, ?, ?, ?) ON CONFLICT (report) DO UPDATE "
                "SET at = excluded.at, day = excluded.day, outlet = excluded.outlet",
                (row, at, report.published.isoformat() if report.published else None, report.outlet),
            )
            self._drop_namings(row)
            sentences = self._sentences(row)
            named: dict[str, list[Span]] = {entity.id: [] for entity in reading.entities}
            for mention in reading.mentions:
                named.setdefault(mention.entity, []).append(mention)
            called = {e.id: [n for n in (*e.name.values(), *e.aliases) if n] for e in reading.entities}
            for local, spans in named.items():
                words = sorted({w for text in (*called.get(local, ()), *(s.text for s in spans)) for w in folded(text)})
                cursor = db.execute(
                    "INSERT INTO naming (report, local, thing, mentions, words) VALUES (?, ?, "
                    "(SELECT thing FROM member WHERE report = ? AND local = ?), ?, ?)",
                    (row, local, row, local, len(spans), " ".join(words)),
                )
                db.executemany(
                    "INSERT INTO sentence_name VALUES (?, ?)",
                    sorted({(cursor.lastrowid, s) for span in spans for s in _within(sentences, span)}),
                )
            db.executemany(
                "INSERT INTO sentence_kind VALUES (?, ?)",
                sorted({(event.kind, s) for event in reading.events for s in _within(sentences, event)}),
            )

    def drop_report(self, row: int) -> None:
        """Take a report off the shelf."""
        with self._write() as db:
            self._drop_namings(row)
            db.execute("DELETE FROM shelf_report WHERE report = ?", (row,))

    def _drop_namings(self, row: int) -> None:
        mine = "SELECT id FROM naming WHERE report = ?"
        self._db.execute(f"DELETE FROM sentence_name WHERE naming IN ({mine})", (row,))
        self._db.execute("DELETE FROM naming WHERE report = ?", (row,))
        inside = "SELECT id FROM sentence WHERE report = ?"
        self._db.execute(f"DELETE FROM sentence_kind WHERE sentence IN ({inside})", (row,))

    def _sentences(self, row: int) -> list[tuple[int, int, int]]:
        """Where the sentences of a report begin and end, with their ids, in their order."""
        return self._db.execute(
            "SELECT first, last, id FROM sentence WHERE report = ? ORDER BY first", (row,)
        ).fetchall()

    # Stories

    def put_stories(self, stories: Iterable[NewStory], rows: Mapping[str, int]) -> None:
        """Put stories on the shelf; `rows`: the rows of their reports in the ledger. Of one that says what it said,
        when it changed stays."""
        with self._write() as db:
            number, at = db.execute("SELECT number, at FROM revision").fetchone()
            for one in stories:
                db.execute(
                    "INSERT INTO shelf_story (ident, at, first, last, reports, origins, facts, headings, digest, "
                    "revision, changed_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (ident) DO UPDATE SET "
                    "at = excluded.at, first = excluded.first, last = excluded.last, reports = excluded.reports, "
                    "origins = excluded.origins, facts = excluded.facts, headings = excluded.headings, "
                    "revision = CASE digest WHEN excluded.digest THEN revision ELSE excluded.revision END, "
                    "changed_at = CASE digest WHEN excluded.digest THEN changed_at ELSE excluded.changed_at END, "
                    "digest = excluded.digest",
                    (one.ident, one.at, one.first, one.last, len(one.reports), one.origins, one.facts,
                     as_json(one.headings), one.digest, number, at),
                )  # fmt: skip
                (row,) = db.execute("SELECT id FROM shelf_story WHERE ident = ?", (one.ident,)).fetchone()
                db.execute("UPDATE shelf_report SET story = NULL WHERE story = ?", (row,))
                db.executemany(
                    "UPDATE shelf_report SET story = ? WHERE report = ?", [(row, rows[name]) for name in one.reports]
                )
                db.execute("DELETE FROM story_tag WHERE story = ?", (row,))
                db.executemany("INSERT OR IGNORE INTO tag (kind, value) VALUES (?, ?)", sorted(one.tags))
                db.executemany(
                    "INSERT INTO story_tag SELECT id, ?, ? FROM tag WHERE kind = ? AND value = ?",
                    [(row, many, *tag) for tag, many in sorted(one.tags.items())],
                )

    def keep_stories(self, idents: Collection[str]) -> None:
        """Take all stories off the shelf but these."""
        there = {ident for (ident,) in self._db.execute("SELECT ident FROM shelf_story")}
        self.drop_stories(there - set(idents))

    def drop_stories(self, idents: Iterable[str]) -> None:
        """Take stories off the shelf."""
        with self._write() as db:
            for ident in sorted(set(idents)):
                for (row,) in db.execute("DELETE FROM shelf_story WHERE ident = ? RETURNING id", (ident,)).fetchall():
                    db.execute("DELETE FROM story_tag WHERE story = ?", (row,))
                    db.execute("UPDATE shelf_report SET story = NULL WHERE story = ?", (row,))

    def stories_of(self, rows: Iterable[int]) -> dict[int, str]:
        """The ids of the stories on the shelf that these reports, by their rows, are of."""
        found: dict[int, str] = {}
        for some in parts(sorted(set(rows))):
            query = (
                "SELECT r.report, s.ident FROM shelf_report r JOIN shelf_story s ON s.id = r.story "
                f"WHERE r.report IN ({marks(some)})"
            )
            found.update(self._db.execute(query, some))
        return found

    # Facts

    def put_facts(self, was: Sequence[Fact], now: Sequence[Fact], rows: Mapping[str, int]) -> None:
        """Put facts on the shelf instead of those that were; `rows`: the rows of their reports in the ledger."""
        before = {fact.id: fact for fact in was}
        known: dict[int, list[tuple[int, int, int]]] = {}
        with self._write() as db:
            gone = [(ident,) for ident in before.keys() - {fact.id for fact in now}]
            db.executemany("DELETE FROM sentence_fact WHERE fact = (SELECT id FROM shelf_fact WHERE ident = ?)", gone)
            db.executemany("DELETE FROM shelf_fact WHERE ident = ?", gone)
            for fact in now:
                old = before.get(fact.id)
                if old == fact:
                    continue
                row = self._put_fact(fact, rows)
                places, had = _places(fact), _places(old) if old is not None else set()
                if had - places:
                    db.execute("DELETE FROM sentence_fact WHERE fact = ?", (row,))
                    had = set()
                for report, start, end in sorted(places - had):
                    if rows[report] not in known:
                        known[rows[report]] = self._sentences(rows[report])
                    inside = _within(known[rows[report]], Span(start, end, ""))
                    db.executemany("INSERT OR IGNORE INTO sentence_fact VALUES (?, ?)", [(row, s) for s in inside])

    def _put_fact(self, fact: Fact, rows: Mapping[str, int]) -> int:
        reports = sorted({rows[r] for v in fact.values for r in v.reports})
        at = max(
            (
                found
                for some in parts(reports)
                for (found,) in self._db.execute(
                    f"SELECT coalesce(max(at), 0) FROM shelf_report WHERE report IN ({marks(some)})", some
                )
            ),
            default=0,
        )
        best = max((len(v.origins) for v in fact.values), default=0)
        self._db.execute(
            "INSERT INTO shelf_fact (ident, subject, property, verdict, at, reports, origins) "
            "VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (ident) DO UPDATE SET subject = excluded.subject, "
            "verdict = excluded.verdict, at = excluded.at, reports = excluded.reports, origins = excluded.origins",
            (fact.id, fact.subject, fact.property, fact.verdict, at, len(reports), best),
        )
        (row,) = self._db.execute("SELECT id FROM shelf_fact WHERE ident = ?", (fact.id,)).fetchone()
        return int(row)

    # Entities

    def settle(self) -> None:
        """Make the rows of entities anew that reports came to or left, or that have another name."""
        with self._write() as db:
            db.execute("DELETE FROM name_word WHERE thing IN (SELECT thing FROM stale_thing)")
            db.execute("DELETE FROM shelf_thing WHERE thing IN (SELECT thing FROM stale_thing)")
            db.execute(
                "INSERT INTO shelf_thing SELECT t.id, json_extract(t.body, '$.type'), count(DISTINCT n.report), "
                "sum(n.mentions), count(DISTINCT r.story) FROM stale_thing s JOIN thing t ON t.id = s.thing "
                "JOIN naming n ON n.thing = t.id LEFT JOIN shelf_report r ON r.report = n.report GROUP BY t.id"
            )
            for thing, body in db.execute(
                "SELECT t.id, t.body FROM stale_thing s JOIN thing t ON t.id = s.thing"
            ).fetchall():
                words = {w for name in json.loads(body)["name"].values() if name for w in folded(name)}
                for (called,) in db.execute("SELECT DISTINCT words FROM naming WHERE thing = ?", (thing,)):
                    words.update(called.split())
                db.executemany("INSERT INTO name_word VALUES (?, ?)", [(word, thing) for word in sorted(words)])
            db.execute("DELETE FROM stale_thing")


def _within(sentences: Sequence[tuple[int, int, int]], span: Span) -> list[int]:
    """The ids of the sentences in which a span stands, whole or in part."""
    last = bisect_left(sentences, (span.end, 0, 0))
    first = bisect_right(sentences, (span.start, 1 << 62, 0)) - 1
    return [ident for start, end, ident in sentences[max(0, first) : last] if start < span.end and span.start < end]


def _places(fact: Fact) -> set[tuple[str, int, int]]:
    told = (*(e for v in fact.values for e in v.evidence), *fact.denials)
    return {(e.report, e.start, e.end) for e in told}
