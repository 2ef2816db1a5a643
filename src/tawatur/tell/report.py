"""A report's text with its spans marked, and lists of found sentences."""

from __future__ import annotations

from collections.abc import Sequence

from tawatur.record.types import Place, Span
from tawatur.tell.belonging import why_here
from tawatur.tell.lines import event_line, told_by, whence
from tawatur.tell.page import Line, Page, Piece
from tawatur.tell.said import corrections
from tawatur.tell.view import View


def report(view: View, name: str) -> Page:
    """The page of one report: its head, its text with times, quantities, names and junk marked, what it tells."""
    view.new_page()
    name = view.report_named(name)
    reading = view.readings[name]
    head = reading.report
    page = Page(view.lang, head.title or name)
    page.paragraph(whence(view, name, head.url or head.file))
    why_here(view, page, name)
    page.paragraph(_marked(view, name), quoted=True)
    if reading.statements:
        page.heading(view.label("statements"))
        for statement in reading.statements:
            page.row("", [*view.chain(name, statement), Piece(": "), Piece(statement.text, "quote")])
    if reading.events:
        page.heading(view.label("events"))
        for event in reading.events:
            page.row(event.id, [*event_line(view, name, event), *told_by(view, name, event)])
    corrections(view, page, name)
    return page


def _marked(view: View, name: str) -> Line:
    reading = view.readings[name]
    text = reading.report.text
    layers: list[tuple[str, list[Span]]] = [
        ("junk", list(reading.report.junk)),
        ("times", list(reading.times)),
        ("quantities", list(reading.quantities)),
        ("mentions", list(reading.mentions)),
    ]
    layer_at: list[str] = [""] * len(text)
    for layer, spans in reversed(layers):
        for span in spans:
            layer_at[span.start : span.end] = [layer] * (span.end - span.start)
    line: Line = []
    start = 0
    for i in range(1, len(text) + 1):
        if i == len(text) or layer_at[i] != layer_at[start]:
            layer = layer_at[start]
            line.append(Piece(text[start:i], "mark" if layer else "plain", layer))
            start = i
    return line


def sentences(view: View, found: Sequence[Place], total: int) -> Page:
    """Found sentences with their reports; `total`: how many there are, shown or not."""
    page = Page(view.lang, view.counted("sentences", total))
    for place in found:
        page.row("", [Piece(place.text, "quote"), Piece(" "), *whence(view, place.report, place.report)])
    if total > len(found):
        page.paragraph([Piece(f"{view.counted('more_of_these', total - len(found))} (--limit)", "muted")])
    return page
