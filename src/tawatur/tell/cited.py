"""What pages cite: facts with the sentences they stand in, and the list of reports that references point to."""

from __future__ import annotations

from collections.abc import Iterable

from tawatur.record.types import Fact, Span
from tawatur.tell import labels
from tawatur.tell.lines import fact_line, ids, quotation, whence
from tawatur.tell.page import PARTED, Line, Page, Piece, Reference
from tawatur.tell.story import subject_title
from tawatur.tell.view import View


def facts_with_sentences(view: View, page: Page, facts: Iterable[Fact]) -> None:
    """A row a fact: of whom or what, its values and verdict; under it a sentence for every value, and who denies it."""
    for fact in facts:
        more: list[Line] = []
        for value in fact.values:
            for evidence in value.evidence[:1]:
                more.append(quotation(view, evidence.report, cut(evidence)))
        for denial in fact.denials[:1]:
            more.append([Piece(f"{view.label('denied')}: ", "muted"), *quotation(view, denial.report, cut(denial))])
        subject = subject_title(view, fact)
        line = [Piece(subject, "strong"), Piece(": "), *fact_line(view, fact), *ids(fact)]
        page.row(labels.property_label(fact.property, view.lang), line, more)


def cut(span: Span, limit: int = 220) -> Span:
    """The evidence itself, cut with a mark where it is long: quotations are never shortened silently."""
    if len(span.text) <= limit:
        return span
    cut = span.text[:limit].rsplit(" ", 1)[0]
    return Span(span.start, span.start + len(cut), cut + " [...]")


def references(view: View, page: Page, reports: Iterable[str]) -> None:
    """The list of these reports, each with its outlet, day, title and address, by their numbers."""
    page.heading(view.label("references"))
    for report in sorted({r for r in reports if r in view.number}, key=lambda r: view.number[r]):
        head = view.heads[report]
        title = [Piece(PARTED), Piece(head.title, "quote")] if head.title else []
        line = [*whence(view, report), *title, Piece(PARTED), Piece(head.url or head.file, "words")]
        page.blocks.append(Reference(view.cited[report], line, []))
