"""Putting rows on the shelf, in the transaction in which reports are compared."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping
from contextlib import AbstractContextManager
from hashlib import blake2b

from tawatur.record.types import Fact, Reading, Span
from tawatur.store.keyed import is_made, keep_made
from tawatur.store.shelf.naming import drop_namings, put_namings, sentences_of, settle_entities, within
from tawatur.store.shelf.rows import VERDICT, InStory, NewStory
from tawatur.store.touched import touch_all
from tawatur.store.values import as_json, marks, parts

_TABLES = (
    "shelf", "shelf_story", "story_tag", "tag", "shelf_report", "naming", "spelt", "shelf_thing", "name_word",
    "stale_thing", "shelf_fact", "story_fact", "sentence_fact", "sentence_name", "sentence_kind",
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
            touch_all(db)
            for table in _TABLES:
                if table not in _KEEP:
                    db.execute(f"DELETE FROM {table}")

    def filled(self) -> None:
        """Keep that the shelf is of all that is compared."""
        with self._write() as db:
            keep_made(db, "shelf")

    def is_filled(self) -> bool:
        """Whether the shelf is of what is compared, as this version makes it."""
        return is_made(self._db, "shelf")

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
            drop_namings(db, row)
            put_namings(db, row, reading)

    def drop_report(self, row: int) -> None:
        """Take a report off the shelf."""
        with self._write() as db:
            drop_namings(db, row)
            db.execute("DELETE FROM shelf_report WHERE report = ?", (row,))

    # Stories

    def place(self, stories: Mapping[str, Iterable[str]], rows: Mapping[str, int]) -> list[str]:
        """Keep which reports these stories are of, and give the reports that were elsewhere; `rows`: their rows in the
        ledger."""
        moved: list[str] = []
        with self._write() as db:
            for ident, names in stories.items():
                db.execute("INSERT OR IGNORE INTO shelf_story (ident) VALUES (?)", (ident,))
                (story,) = db.execute("SELECT id FROM shelf_story WHERE ident = ?", (ident,)).fetchone()
                for name in names:
                    query = "UPDATE shelf_report SET story = ? WHERE report = ? AND story IS NOT ?"
                    if db.execute(query, (story, rows[name], story)).rowcount:
                        moved.append(name)
        return moved

    def put_stories(self, stories: Iterable[NewStory]) -> None:
        """Put stories that have their place on the shelf. Of one that says what it said, when it changed stays."""
        with self._write() as db:
            revision = db.execute("SELECT number, at FROM revision").fetchone()
            for one in stories:
                (row,) = db.execute("SELECT id FROM shelf_story WHERE ident = ?", (one.ident,)).fetchone()
                verdicts, origins, digest = self._stated(row)
                tags = {**one.tags, **{(VERDICT, verdict): many for verdict, many in verdicts.items()}}
                said = f"{one.digest} {digest}"
                db.execute(
                    "UPDATE shelf_story SET at = ?, first = ?, last = ?, reports = ?, origins = ?, facts = ?, "
                    "headings = ? WHERE id = ?",
                    (one.at, one.first, one.last, one.reports, origins, sum(verdicts.values()), as_json(one.headings),
                     row),
                )  # fmt: skip
                self._put_said(row, said, revision)
                self._put_tags(row, tags)

    def restate(self, stories: Iterable[str]) -> None:
        """Put on the shelf what stories say of facts that changed; all else of them is as it was."""
        with self._write() as db:
            revision = db.execute("SELECT number, at FROM revision").fetchone()
            for ident in sorted(stories):
                row, was = db.execute("SELECT id, digest FROM shelf_story WHERE ident = ?", (ident,)).fetchone()
                verdicts, origins, digest = self._stated(row)
                said = f"{was.partition(' ')[0]} {digest}"
                db.execute(
                    "UPDATE shelf_story SET origins = ?, facts = ? WHERE id = ?", (origins, sum(verdicts.values()), row)
                )
                self._put_said(row, said, revision)
                others = db.execute(
                    "SELECT t.kind, t.value, x.many FROM story_tag x JOIN tag t ON t.id = x.tag "
                    "WHERE x.story = ? AND t.kind != ?",
                    (row, VERDICT),
                )
                tags = {(kind, value): many for kind, value, many in others}
                self._put_tags(row, tags | {(VERDICT, verdict): many for verdict, many in verdicts.items()})

    def _put_said(self, row: int, said: str, revision: tuple[int, str]) -> None:
        """Keep a digest of what a story says, and where it says something else, when that changed."""
        self._db.execute(
            "UPDATE shelf_story SET digest = ?, revision = ?, changed_at = ? WHERE id = ? AND digest != ?",
            (said, *revision, row, said),
        )

    def _stated(self, story: int) -> tuple[Counter[str], int, str]:
        """The verdicts of a story's facts, the origins of its best told value, and a digest of what it tells."""
        verdicts: Counter[str] = Counter()
        best, parts = 0, []
        for ident, verdict, origins, digest in self._db.execute(
            "SELECT f.ident, x.verdict, x.origins, x.digest FROM story_fact x JOIN shelf_fact f ON f.id = x.fact "
            "WHERE x.story = ? ORDER BY f.ident",
            (story,),
        ):
            verdicts[verdict] += 1
            best = max(best, origins)
            parts.append(f"{ident} {verdict} {digest}")
        return verdicts, best, blake2b("\n".join(parts).encode(), digest_size=8).hexdigest()

    def _put_tags(self, story: int, tags: Mapping[tuple[str, str], int]) -> None:
        db = self._db
        rows = db.execute(
            "SELECT t.kind, t.value, t.id, x.many FROM story_tag x JOIN tag t ON t.id = x.tag WHERE x.story = ?",
            (story,),
        )
        was = {(kind, value): (row, many) for kind, value, row, many in rows}
        db.executemany(
            "DELETE FROM story_tag WHERE tag = ? AND story = ?",
            sorted((row, story) for tag, (row, _) in was.items() if tag not in tags),
        )
        new = sorted((tag, many) for tag, many in tags.items() if tag not in was or was[tag][1] != many)
        db.executemany("INSERT OR IGNORE INTO tag (kind, value) VALUES (?, ?)", [tag for tag, _ in new])
        db.executemany(
            "INSERT INTO story_tag (story, many, tag) SELECT ?, ?, id FROM tag WHERE kind = ? AND value = ? "
            "ON CONFLICT (tag, story) DO UPDATE SET many = excluded.many",
            [(story, many, *tag) for tag, many in new],
        )

    def drop_stories(self, idents: Iterable[str] | None = None, but: Collection[str] = ()) -> None:
        """Take stories off the shelf; where none are given, all `but` some."""
        if idents is None:
            idents = {ident for (ident,) in self._db.execute("SELECT ident FROM shelf_story")} - set(but)
        with self._write() as db:
            for ident in sorted(set(idents)):
                for (row,) in db.execute("DELETE FROM shelf_story WHERE ident = ? RETURNING id", (ident,)).fetchall():
                    for table in ("story_tag", "story_fact"):
                        db.execute(f"DELETE FROM {table} WHERE story = ?", (row,))
                    db.execute("UPDATE shelf_report SET story = NULL WHERE story = ?", (row,))

    def homes(self, rows: Mapping[str, int]) -> dict[str, str]:
        """The story of each of these reports, by name; `rows`: their rows in the ledger."""
        names = {row: name for name, row in rows.items()}
        found: dict[str, str] = {}
        for some in parts(sorted(names)):
            query = (
                "SELECT r.report, s.ident FROM shelf_report r JOIN shelf_story s ON s.id = r.story "
                f"WHERE r.report IN ({marks(some)})"
            )
            found.update({names[row]: ident for row, ident in self._db.execute(query, some)})
        return found

    def published(self, rows: Mapping[str, int]) -> dict[str, int]:
        """When each of these reports was published, in seconds, by name."""
        names = {row: name for name, row in rows.items()}
        found: dict[str, int] = {}
        for some in parts(sorted(names)):
            query = f"SELECT report, at FROM shelf_report WHERE report IN ({marks(some)})"
            found.update({names[row]: at for row, at in self._db.execute(query, some)})
        return found

    # Facts

    def drop_facts(self, idents: Iterable[str]) -> set[str]:
        """Take facts off the shelf, and give the stories that told them."""
        told: set[str] = set()
        with self._write() as db:
            for ident in sorted(set(idents)):
                found = db.execute("DELETE FROM shelf_fact WHERE ident = ? RETURNING id", (ident,)).fetchall()
                for (row,) in found:
                    told.update(self._told(row))
                    for table in ("story_fact", "sentence_fact"):
                        db.execute(f"DELETE FROM {table} WHERE fact = ?", (row,))
        return told

    def put_fact(self, fact: Fact, at: int, stories: Mapping[str, InStory]) -> set[str]:
        """Put a fact on the shelf as each story tells it, and give the stories that tell it otherwise than before.
        `at`: when the last report that tells it was published, in seconds."""
        reports = {r for v in fact.values for r in v.reports}
        best = max((len(v.origins) for v in fact.values), default=0)
        with self._write() as db:
            db.execute(
                "INSERT INTO shelf_fact (ident, subject, property, verdict, at, reports, origins) "
                "VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (ident) DO UPDATE SET subject = excluded.subject, "
                "verdict = excluded.verdict, at = excluded.at, reports = excluded.reports, origins = excluded.origins",
                (fact.id, fact.subject, fact.property, fact.verdict, at, len(reports), best),
            )
            (row,) = db.execute("SELECT id FROM shelf_fact WHERE ident = ?", (fact.id,)).fetchone()
            was = self._told(row)
            changed = {ident for ident in was.keys() | stories.keys() if was.get(ident) != stories.get(ident)}
            mine = "fact = ? AND story = (SELECT id FROM shelf_story WHERE ident = ?)"
            db.executemany(f"DELETE FROM story_fact WHERE {mine}", [(row, ident) for ident in sorted(changed)])
            db.executemany(
                "INSERT INTO story_fact SELECT ?, id, ?, ?, ? FROM shelf_story WHERE ident = ?",
                [
                    (row, stories[ident].verdict, stories[ident].origins, stories[ident].digest, ident)
                    for ident in sorted(changed & stories.keys())
                ],
            )
        return changed

    def _told(self, fact: int) -> dict[str, InStory]:
        rows = self._db.execute(
            "SELECT s.ident, x.verdict, x.origins, x.digest FROM story_fact x JOIN shelf_story s ON s.id = x.story "
            "WHERE x.fact = ?",
            (fact,),
        )
        return {ident: InStory(*rest) for ident, *rest in rows}

    def put_places(self, ident: str, places: Iterable[tuple[int, int, int]], anew: bool = True) -> None:
        """Keep in which sentences a fact stands: its places as (row of the report, start, end); `anew`: these are all,
        else they come to those that are known."""
        known: dict[int, list[tuple[int, int, int]]] = {}
        with self._write() as db:
            (row,) = db.execute("SELECT id FROM shelf_fact WHERE ident = ?", (ident,)).fetchone()
            was = {s for (s,) in db.execute("SELECT sentence FROM sentence_fact WHERE fact = ?", (row,))}
            now: set[int] = set()
            for report, start, end in places:
                if report not in known:
                    known[report] = sentences_of(db, report)
                now.update(within(known[report], Span(start, end, "")))
            gone = sorted(was - now) if anew else []
            db.executemany("DELETE FROM sentence_fact WHERE fact = ? AND sentence = ?", [(row, s) for s in gone])
            db.executemany("INSERT INTO sentence_fact VALUES (?, ?)", [(row, s) for s in sorted(now - was)])

    # Entities

    def settle(self) -> None:
        """Make the rows of entities anew that are new, that reports left, or that have another name."""
        with self._write() as db:
            settle_entities(db)
