"""Who is named in which sentence of a report, where its events are told; and the entities of all reports by that."""

from __future__ import annotations

import json
import re
import sqlite3
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from tawatur.record.types import Reading, Report, Span
from tawatur.store.shelf.words import folded
from tawatur.text.shown import written

Sentence = tuple[int, int, int]  # its offsets in the text, and its id
_FILED = r"^[ \t]*({})(?=\s*(?:[^\w\s]|$))"  # a dateline as it opens a line: no sentence goes on behind it


def put_namings(db: sqlite3.Connection, row: int, reading: Reading) -> None:
    """Put who is named in the report of that row on the shelf, and of which kinds events are told in its sentences. A
    town that stands in its dateline alone, and not in its title, is not: nothing is told of it."""
    sentences = sentences_of(db, row)
    called = {e.id: [n for n in (*e.name.values(), *e.aliases) if n] for e in reading.entities}
    for local, spans in _told(reading).items():
        words = sorted({w for text in (*called.get(local, ()), *(s.text for s in spans)) for w in folded(text)})
        naming = db.execute(
            "INSERT INTO naming (report, local, thing, mentions, words) VALUES (?, ?, "
            "(SELECT thing FROM member WHERE report = ? AND local = ?), ?, ?)",
            (row, local, row, local, len(spans), " ".join(words)),
        ).lastrowid
        db.executemany(
            "INSERT OR IGNORE INTO name_word SELECT ?, n.thing FROM naming n WHERE n.id = ? AND n.thing IS NOT NULL "
            "AND n.thing NOT IN (SELECT thing FROM stale_thing)",
            [(word, naming) for word in words],
        )
        db.executemany(
            "INSERT INTO sentence_name VALUES (?, ?)",
            sorted({(naming, s) for span in spans for s in within(sentences, span)}),
        )
        db.executemany(
            "INSERT INTO spelt VALUES (?, ?, ?, ?, ?)",
            [(naming, *spelt) for spelt in _spelt(reading.report.text, spans)],
        )
    db.executemany(
        "INSERT INTO sentence_kind VALUES (?, ?)",
        sorted({(event.kind, s) for event in reading.events for s in within(sentences, event)}),
    )


def _told(reading: Reading) -> dict[str, list[Span]]:
    """Whom and what a report tells of, by the id there, with every place of the name: none for what it only implies."""
    named: dict[str, list[Span]] = {entity.id: [] for entity in reading.entities}
    for mention in reading.mentions:
        named.setdefault(mention.entity, []).append(mention)
    start, end = _dateline(reading.report)
    title = reading.report.title or ""
    filed = {
        local
        for local, spans in named.items()
        if spans and all(start <= s.start < end for s in spans)
        if spans[0].text not in title
    }
    return {local: spans for local, spans in named.items() if local not in filed}


def _dateline(report: Report) -> tuple[int, int]:
    """Where in its text a report says whence it was filed; nowhere where it does not."""
    if not report.dateline:
        return 0, 0
    found = re.search(_FILED.format(re.escape(report.dateline)), report.text, re.MULTILINE)
    return found.span(1) if found else (0, 0)


def drop_namings(db: sqlite3.Connection, row: int) -> None:
    """Take off the shelf what `put_namings` put there of a report."""
    mine = "SELECT id FROM naming WHERE report = ?"
    for table in ("sentence_name", "spelt"):
        db.execute(f"DELETE FROM {table} WHERE naming IN ({mine})", (row,))
    db.execute("DELETE FROM naming WHERE report = ?", (row,))
    db.execute("DELETE FROM sentence_kind WHERE sentence IN (SELECT id FROM sentence WHERE report = ?)", (row,))


def settle_entities(db: sqlite3.Connection) -> None:
    """Make the rows of entities anew that are new, that reports left, or that have another name."""
    db.execute("DELETE FROM name_word WHERE thing IN (SELECT thing FROM stale_thing)")
    db.execute("DELETE FROM shelf_thing WHERE thing IN (SELECT thing FROM stale_thing)")
    db.execute(
        "INSERT INTO shelf_thing SELECT t.id, json_extract(t.body, '$.type'), count(DISTINCT n.report), "
        "sum(n.mentions), count(DISTINCT r.story) FROM stale_thing s CROSS JOIN thing t ON t.id = s.thing "
        "CROSS JOIN naming n ON n.thing = t.id LEFT JOIN shelf_report r ON r.report = n.report GROUP BY t.id"
    )
    for thing, body in db.execute("SELECT t.id, t.body FROM stale_thing s JOIN thing t ON t.id = s.thing").fetchall():
        words = {w for name in json.loads(body)["name"].values() if name for w in folded(name)}
        for (called,) in db.execute("SELECT DISTINCT words FROM naming WHERE thing = ?", (thing,)):
            words.update(called.split())
        db.executemany("INSERT INTO name_word VALUES (?, ?)", [(word, thing) for word in sorted(words)])
    db.execute("DELETE FROM stale_thing")


def sentences_of(db: sqlite3.Connection, row: int) -> list[Sentence]:
    """The sentences of the report of that row, in their order."""
    return db.execute("SELECT first, last, id FROM sentence WHERE report = ? ORDER BY first", (row,)).fetchall()


def within(sentences: Sequence[Sentence], span: Span) -> list[int]:
    """The ids of the sentences in which a span stands, whole or in part."""
    last = bisect_left(sentences, (span.end, 0, 0))
    first = bisect_right(sentences, (span.start, 1 << 62, 0)) - 1
    return [ident for start, end, ident in sentences[max(0, first) : last] if start < span.end and span.start < end]


def _spelt(text: str, spans: Iterable[Span]) -> list[tuple[str, int, int, int]]:
    """Every way in which a text writes a name: how often, and where it does so first."""
    found: dict[str, list[Span]] = {}
    for span in sorted(spans, key=lambda s: s.start):
        found.setdefault(written(text, span.start, span.text), []).append(span)
    return [(called, len(some), some[0].start, some[0].end) for called, some in found.items()]
