"""A brief of facts that a reader chose, by what they are of, with their sentences and references."""

from __future__ import annotations

from collections.abc import Sequence

from tawatur.record.types import Fact
from tawatur.tell.cited import facts_with_sentences, references
from tawatur.tell.page import PARTED, Page, Piece
from tawatur.tell.story import LOUD
from tawatur.tell.view import View


def selection(view: View, facts: Sequence[Fact]) -> Page:
    """The brief of these facts: what is disputed or changed first, then the rest in the order given."""
    view.new_page()
    page = Page(view.lang, view.label("selection"))
    reports = {r for f in facts for v in f.values for r in v.reports}
    page.paragraph(
        [Piece(view.counted("facts", len(facts))), Piece(PARTED), Piece(view.counted("reports", len(reports)))]
    )
    page.paragraph([Piece(view.label("count_rests"), "muted")])
    for kind in LOUD:
        chosen = [f for f in facts if f.verdict == kind]
        if chosen:
            page.heading(view.label(kind))
            facts_with_sentences(view, page, chosen)
    rest = [f for f in facts if f.verdict not in LOUD]
    if rest:
        page.heading(view.label("chosen"))
        facts_with_sentences(view, page, rest)
    references(view, page, reports)
    return page
