"""What a person needs to see of a report to judge: who brought it, when, how it opens and ends, and whole sentences."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from tawatur.record.types import Event, Interval, Number, Reading, Span
from tawatur.text.sentences import enclosing

EDGE = 150  # characters of a report's beginning and end, where agencies are credited

Readings = Mapping[str, Reading]


def flat(text: str) -> str:
    """A stretch of text on one line, its lines still to be seen."""
    return " / ".join(part.strip() for part in text.splitlines() if part.strip())


def sentence(text: str, span: Span) -> str:
    """The whole sentence of a span, the span marked in it."""
    start, end = enclosing(text, span.start, span.end)
    return flat(f"{text[start : span.start]}[[{text[span.start : span.end]}]]{text[span.end : end]}")


def head(name: str, reading: Reading) -> str:
    """A report in three lines: whence and when it came, its title, its first and last words."""
    report = reading.report
    by = ", ".join(report.authors)
    at = report.published_at or report.published or "undated"
    edges = f"{flat(report.text[:EDGE])} ... {flat(report.text[-EDGE:])}"
    return f"  {name} | {report.outlet} | {at} | {by}\n    {report.title}\n    {edges}\n"


def heads(names: Iterable[str], readings: Readings) -> str:
    return "".join(head(name, readings[name]) for name in names)


def slots(event: Event) -> str:
    """An event's slots in a line."""
    return "; ".join(f"{slot} {plain(value)}" for slot, value in event.slots.items())


def plain(value: object) -> str:
    """A value as a person reads it."""
    if isinstance(value, Interval):
        return f"{value.first or '?'}" if value.first == value.last else f"{value.first or '?'}..{value.last or '?'}"
    if isinstance(value, Number):
        high = f"-{value.high:g}" if value.high is not None else ""
        return f"{value.bound} {value.value:g}{high} {value.unit or ''}".strip()
    if isinstance(value, Span):
        return value.text
    if isinstance(value, Sequence) and not isinstance(value, str):
        return ", ".join(plain(v) for v in value)
    return str(value)


def telling(name: str, event: Event, reading: Reading, slot: str = "") -> str:
    """One report's telling of an event: its sentence, how it was read, who says it, and where `slot` was read."""
    voice = ""
    if event.statement is not None and 0 <= event.statement < len(reading.statements):
        said = reading.statements[event.statement]
        voice = f" said by {said.speaker} via {', '.join(said.via) or '-'}"
    read = f"{event.kind} {event.status}{voice} | {slots(event)}"
    when = reading.report.published
    elsewhere = {sentence(reading.report.text, span) for span in event.evidence.get(slot, ())}
    found = "".join(f"      {slot} from {shown}\n" for shown in sorted(elsewhere))
    return f"    - {name} {when} {sentence(reading.report.text, event)}\n      {read}\n{found}"
