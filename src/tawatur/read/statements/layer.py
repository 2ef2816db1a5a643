"""The layer: fills `reading.statements`."""

from __future__ import annotations

from tawatur.read.document import Document
from tawatur.read.statements.history import Told
from tawatur.read.statements.reader import StatementReader
from tawatur.record.types import Statement


def read_statements(document: Document) -> None:
    """Fill `document.reading.statements` in order of the text, an outer statement before those inside it.

    A quotation inside an indirect statement is a statement of its own with the same cue, speaker and chain.
    """
    reader = StatementReader(document)
    found: list[Statement] = []
    for told in sorted(reader.read(), key=lambda t: t.end - t.start):  # a quotation is the innermost speaker's
        found.append(_statement(document, told, told.start, told.end, told.direct))
        found.extend(_statement(document, told, start, end, True) for start, end in told.quotes)
        if told.direct:
            continue
        for quote in reader.extents.speeches(told.start, told.end):
            if (quote.inner_start, quote.inner_end) != (told.start, told.end):
                found.append(_statement(document, told, quote.inner_start, quote.inner_end, True))
    document.reading.statements = _distinct(found)


def _statement(document: Document, told: Told, start: int, end: int, direct: bool) -> Statement:
    kind = "direct" if direct else "indirect"
    text = document.text[start:end]
    return Statement(start, end, text, kind, told.cue, told.turn.speaker, list(told.via), told.denies)


def _distinct(statements: list[Statement]) -> list[Statement]:
    seen: set[tuple[int, int]] = set()
    found = []
    for statement in sorted(statements, key=lambda s: (s.start, -s.end)):
        if (statement.start, statement.end) not in seen:
            seen.add((statement.start, statement.end))
            found.append(statement)
    return found
