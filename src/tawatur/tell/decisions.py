"""What people decided, as a page: every decision with who, when and why; those taken back say so."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from tawatur.record.decisions import Decision, standing
from tawatur.tell import labels
from tawatur.tell.page import Line, Page, Piece


def decisions(made: Sequence[Decision], lang: str) -> Page:
    """The page of a record's decisions, in the order they were made; rows that take one back stand beside it."""
    page = Page(lang, labels.label("decisions", lang))
    holds = {d.id for d in standing(made)}
    back = {d.undoes: d for d in made if d.undoes is not None}
    for decision in made:
        if decision.undoes is None:
            signatures = [signed("decision_by", decision, lang)]
            if decision.id not in holds:
                signatures.append(signed("taken_back", back[decision.id], lang))
            page.row(str(decision.id), _line(decision, lang), signatures)
    if not made:
        page.paragraph(labels.label("no_decisions", lang))
    return page


def kind_word(kind: str, lang: str) -> str:
    """The label of a kind of decision; the kind itself where it has none."""
    return labels.word_of("decision_kinds", kind, lang)


def _line(decision: Decision, lang: str) -> Line:
    return [Piece(f"{kind_word(decision.kind, lang)}  ", "strong"), Piece(decision.subject, "quote")]


def signed(key: str, decision: Decision, lang: str) -> Line:
    """Who decided, when and why."""
    when = labels.day(date.fromisoformat(decision.made_at[:10]), lang)
    line = [Piece(labels.label(key, lang).format(who=decision.made_by, day=when), "muted")]
    if decision.why:
        line += [Piece(f"  {labels.label('because', lang)} ", "muted"), Piece(decision.why, "quote")]
    return line
