"""A report's text with its spans marked, and lists of found sentences."""

from __future__ import annotations

from collections.abc import Sequence

from tawatur.record.types import Event, Mention, Place, Quantity, Span, Time
from tawatur.tell import labels
from tawatur.tell.amounts import amount
from tawatur.tell.belonging import why_here
from tawatur.tell.cited import cut
from tawatur.tell.lines import event_line, single_label, told_by, whence
from tawatur.tell.page import PARTED, Line, Page, Piece, joined
from tawatur.tell.said import corrections
from tawatur.tell.view import View

_SEEN = ("day", "month", "year", "interval")  # precisions that the days of a time show


def report(view: View, name: str) -> Page:
    """The page of one report: its head, its text with times, quantities, names and junk marked, what was read in it and
    how, layer by layer; what `correct` takes (a place, the id of an event) stands before each."""
    view.new_page()
    name = view.report_named(name)
    reading = view.readings[name]
    head = reading.report
    page = Page(view.lang, head.title or name)
    page.paragraph(whence(view, name, head.url or head.file))
    why_here(view, page, name)
    page.paragraph(_marked(view, name), quoted=True)
    _listed(view, page, "times", [(time, how_time(view, time)) for time in reading.times])
    _listed(view, page, "quantities", [(one, how_quantity(view, one)) for one in reading.quantities])
    _names(view, page, name)
    _listed(view, page, "junk", [(cut(junk), []) for junk in reading.report.junk])
    if reading.statements:
        page.heading(view.label("statements"))
        for one in reading.statements:
            page.row(_place(one), [*view.chain(name, one), Piece(": "), Piece(one.text, "quote")])
    if reading.events:
        page.heading(_layer(view, "events"))
        for event in reading.events:
            page.row(event.id, _told(view, name, event), [[_quoted(cut(event))]])
    corrections(view, page, name)
    return page


def how_time(view: View, time: Time) -> Line:
    """How the words of a time were read: the days, and how precise they are where that is not seen."""
    known = time.interval.first is not None or time.interval.last is not None
    precision = labels.word_of("precisions", time.precision, view.lang)
    if not known:
        return [Piece(precision, "muted")]
    line = [Piece(labels.interval(time.interval, view.lang))]
    return line if time.precision in _SEEN else [*line, Piece(f" ({precision})", "muted")]


def how_quantity(view: View, quantity: Quantity) -> Line:
    """How the words of a quantity were read; that it counts nothing, where it numbers a thing."""
    line = [Piece(amount(quantity.number, view.lang))]
    return [*line, Piece(f" ({view.label('number_numbers')})", "muted")] if quantity.ordinal else line


def _listed(view: View, page: Page, layer: str, read: Sequence[tuple[Span, Line]]) -> None:
    """A layer of a reading: the words, and what they mean."""
    if read:
        page.heading(_layer(view, layer))
    for span, how in read:
        means = [Piece(": "), *how] if how else []
        page.row(_place(span), [_quoted(span), *means])


def _told(view: View, name: str, event: Event) -> Line:
    """What an event is (its kind, of an incident its type), its slots, and who tells it."""
    kind = [Piece(single_label(view, event), "name"), Piece(PARTED, "muted")]
    return [*kind, *event_line(view, name, event, ("type",)), *told_by(view, name, event)]


def _quoted(span: Span) -> Piece:
    return Piece(" ".join(span.text.split()), "quote")


def _names(view: View, page: Page, name: str) -> None:
    """What a report names, each with its type and the ways in which it is written there."""
    spelt: dict[str, list[Mention]] = {}
    for mention in view.readings[name].mentions:
        spelt.setdefault(mention.entity, []).append(mention)
    if spelt:
        page.heading(_layer(view, "mentions"))
    for entity, mentions in spelt.items():
        kind = labels.word_of("entity_type", mentions[0].type, view.lang)
        ways = dict.fromkeys(" ".join(mention.text.split()) for mention in mentions)
        line = [*view.name(view.local(name, entity)), Piece(f" ({kind}): ", "muted")]
        page.row("", [*line, *joined([[Piece(way, "quote")] for way in ways])])


def _layer(view: View, layer: str) -> str:
    return labels.word_of("layers", layer, view.lang)


def _place(span: Span) -> str:
    return f"{span.start}-{span.end}"


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
