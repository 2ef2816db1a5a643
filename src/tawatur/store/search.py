"""Full-text search over sentences: FTS5 on a column of light stems, written and queried by one function."""

from __future__ import annotations

import sqlite3

from tawatur.record.types import Report
from tawatur.text.sentences import paragraphs, sentences
from tawatur.text.stems import search_phrases, search_tokens, search_variants

NOTHING = '""'  # an FTS5 query that finds nothing
LONG = 2000  # characters of what a user types
_MANY = 40  # words and phrases; FTS5 takes no more than 256


def index_sentences(db: sqlite3.Connection, row: int, report: Report | None) -> None:
    """Index the sentences of the report in row `row` anew; with None, take them out."""
    db.execute("DELETE FROM sentence_words WHERE rowid IN (SELECT id FROM sentence WHERE report = ?)", (row,))
    db.execute("DELETE FROM sentence WHERE report = ?", (row,))
    if report is None:
        return
    for paragraph in paragraphs(report.text):
        for first, last in sentences(report.text, *paragraph):
            if any(j.start <= first and last <= j.end for j in report.junk):
                continue
            sentence = report.text[first:last]
            words = " ".join(search_tokens(sentence)), " ".join(search_variants(sentence))
            cursor = db.execute("INSERT INTO sentence (report, first, last) VALUES (?, ?, ?)", (row, first, last))
            db.execute(
                "INSERT INTO sentence_words (rowid, stems, variants) VALUES (?, ?, ?)", (cursor.lastrowid, *words)
            )


def query(words: str) -> str:
    """The FTS5 query of what a user typed: all words, in any order and inflection; what is in quotes as a phrase. Of
    very many words the first ones; empty where there is nothing to look for."""
    phrases = search_phrases(words[:LONG])[:_MANY]
    return " AND ".join(_either(phrase) for phrase in phrases)


def _either(phrase: list[list[str]]) -> str:
    found = ['"' + " ".join((head, *(stems[0] for stems in phrase[1:]))) + '"' for head in phrase[0]]
    return found[0] if len(found) == 1 else f"({' OR '.join(found)})"
