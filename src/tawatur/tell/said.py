"""What people said of what a page shows: who accepted or rejected a fact, who corrected what was read."""

from __future__ import annotations

from datetime import date

from tawatur.record.types import Correction, Evidence, Fact, Ruling, Signed
from tawatur.tell import labels
from tawatur.tell.decisions import field_label, value_words
from tawatur.tell.page import Line, Page, Piece
from tawatur.tell.view import View


def by(view: View, key: str, signed: Signed) -> Line:
    """Who said so, when and why."""
    when = labels.day(date.fromisoformat(signed.at[:10]), view.lang)
    line = [Piece(view.label(key).format(who=signed.by, day=when), "muted")]
    if signed.why:
        line += [Piece(f" {view.label('because')} ", "muted"), Piece(signed.why, "quote")]
    return line


def ruled(view: View, ruling: Ruling | None) -> Line:
    """That a person accepted or rejected it; nothing where nobody did."""
    if ruling is None:
        return []
    return [Piece(" — "), *by(view, "accepted_by" if ruling.accepted else "rejected_by", ruling.signed)]


def corrections_of(view: View, evidence: Evidence, field: str) -> list[Correction]:
    """What people set in the event that tells a value: the slot that it fills, its kind or its status."""
    reading = view.readings.get(evidence.report)
    made = reading.corrections if reading is not None and evidence.event is not None else ()
    fields = (field, "kind", "status")
    return [c for c in made if c.event == evidence.event and c.field in fields and c.lost is None]


def corrected_line(view: View, correction: Correction) -> Line:
    """One correction: the field, what it was, who set it."""
    if correction.gone:
        return by(view, "deleted_by", correction.signed)
    kind = (correction.as_read or {}).get("kind", "")
    field = str(correction.field)
    was = value_words(field, correction.was, view.lang)
    label = field_label({"kind": kind}, field, view.lang)
    line = [Piece(f"{label}{view.label('comma')}{view.label('was')} ", "muted"), Piece(was), Piece(" ")]
    return [*line, *by(view, "corrected_by", correction.signed)]


def corrections(view: View, page: Page, report: str) -> None:
    """Put what people corrected in a report on its page."""
    made = [c for c in view.readings[report].corrections if c.lost is None]
    if made:
        page.heading(view.label("corrections"))
    for correction in made:
        page.row("", [Piece(correction.text, "quote"), Piece(" "), *corrected_line(view, correction)])


def rejected_in(view: View, reports: set[str]) -> list[Fact]:
    """The facts that people rejected and that any of these reports tells."""
    told = view.comparison.rejected
    return [fact for fact in told if any(name in reports for value in fact.values for name in value.reports)]
