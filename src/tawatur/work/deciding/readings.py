"""What people correct in one report, as deeds: a date, a number, a speaker, a kind; a name or an event that is none."""

from __future__ import annotations

from typing import Any

from tawatur.compare.entities.asked import shown
from tawatur.errors import AskedError
from tawatur.record.anchors import LAYERS, event_anchor
from tawatur.record.decisions import CORRECTED, DELETED
from tawatur.record.types import Event, Mention, Reading, Span
from tawatur.store.record import Record
from tawatur.work.deciding.keeping import Decided, keep
from tawatur.work.deciding.renewing import renew_readings
from tawatur.work.deciding.values import shown_value, value_for


def correct(
    record: Record,
    report: str,
    layer: str,
    start: int,
    end: int,
    field: str,
    value: Any,
    by: str | None = None,
    why: str | None = None,
    seen: int | None = None,
    event: str | None = None,
) -> Decided:
    """Set a field of what was read at [start, end) of a report, in code points of its text.

    `layer`: times (field `date`), quantities (`number`), mentions (`type`), statements (`speaker`, `kind`), events
    (`kind`, `status`, or a slot by its name; `event` is its id in the report, where several stand on the same words).
    `value` as `values.value_for` takes it. The reading that the program made stays on disk; `Reading.corrections` says
    what people set.

    Raises AskedError where nothing is read there, OptionError for a field or a value that cannot be, ConflictError
    where somebody decided on it after decision `seen`.
    """
    reading, one = found_at(record, report, layer, start, end, event)
    given = value_for(reading, layer, one, field, value)
    anchor = anchor_of(reading, report, layer, one)
    subject = f"{report}: «{shown(one.text)}» {field} = {shown_value(given)}"
    detail = {"anchors": [anchor], "field": field, "value": given}
    with record.writing():
        made = keep(record, CORRECTED, subject, detail, by, why, seen)
        return Decided(made, waits=renew_readings(record, [report]))


def delete(
    record: Record,
    report: str,
    layer: str,
    start: int,
    end: int,
    by: str | None = None,
    why: str | None = None,
    seen: int | None = None,
    event: str | None = None,
    every: bool = False,
) -> Decided:
    """Take a false name, statement, event, time, number or position out of a report's reading; with `every`, a name
    wherever the report has it by these words. Raises as `correct` does."""
    reading, one = found_at(record, report, layer, start, end, event)
    several = [one]
    if every and isinstance(one, Mention):
        several = [m for m in reading.mentions if (m.text, m.entity) == (one.text, one.entity)]
    anchors = [anchor_of(reading, report, layer, each) for each in several]
    with record.writing():
        made = keep(record, DELETED, f"{report}: «{shown(one.text)}»", {"anchors": anchors}, by, why, seen)
        return Decided(made, waits=renew_readings(record, [report]))


def found_at(
    record: Record, report: str, layer: str, start: int, end: int, event: str | None = None
) -> tuple[Reading, Span]:
    """A report's reading, and what stands in one of its layers at exactly this stretch. Raises AskedError."""
    reading = record.readings_of([report]).get(report)
    if reading is None:
        raise AskedError(f"{shown(report)}: there is no report of this name; `tawatur sources` lists them.")
    if layer not in LAYERS:
        raise AskedError(f"{shown(layer)}: no layer is called so; there are {', '.join(LAYERS)}.")
    fits = [one for one in getattr(reading, layer) if (one.start, one.end) == (start, end)]
    if event is not None:
        fits = [one for one in fits if isinstance(one, Event) and one.id == event]
    if len(fits) == 1:
        return reading, fits[0]
    if fits and not isinstance(fits[0], Event):
        return reading, fits[0]
    if fits:
        ids = ", ".join(one.id for one in fits if isinstance(one, Event))
        raise AskedError(f"{report} {start}-{end}: {len(fits)} events stand there ({ids}); say which one.")
    raise AskedError(f"{report} {start}-{end}: nothing of {layer} stands there; `tawatur show` prints what was read.")


def anchor_of(reading: Reading, report: str, layer: str, one: Span) -> dict[str, Any]:
    """Where something that was read stands, in words that outlive a re-reading."""
    if isinstance(one, Event):
        return event_anchor(reading, report, one)
    return {"report": report, "layer": layer, "start": one.start, "end": one.end, "text": one.text}
