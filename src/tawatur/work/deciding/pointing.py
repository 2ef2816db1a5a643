"""What somebody points at in a report by its words, by offsets, or by the id of an event there."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tawatur.compare.entities.asked import shown
from tawatur.errors import AskedError
from tawatur.record.anchors import LAYERS
from tawatur.record.types import Event, Mention, Reading, Span
from tawatur.store.record import Record
from tawatur.work.deciding.values import fields_of

_OFFSETS = re.compile(r"(\d+)-(\d+)")
_SHOWN = 8


@dataclass(frozen=True, slots=True)
class Pointed:
    """Something that was read in a report: its layer, where it stands, an event's id."""

    layer: str
    start: int
    end: int
    event: str | None = None

    @property
    def place(self) -> tuple[str, int, int]:
        """Layer, start and end, as deeds take them."""
        return self.layer, self.start, self.end


def stretch_of(record: Record, report: str, what: str) -> tuple[int, int]:
    """The stretch of a report that is meant: START-END, or words that stand in it once. Raises AskedError."""
    text = _reading(record, report).report.text
    if found := _OFFSETS.fullmatch(what):
        return int(found[1]), int(found[2])
    starts = [m.start() for m in re.finditer(re.escape(what), text)] if what.strip() else []
    if len(starts) != 1:
        places = ", ".join(f"{start}-{start + len(what)}" for start in starts[:_SHOWN])
        many = f"{len(starts)} times, at {places}; give one of these" if starts else "nowhere; give words as they stand"
        raise AskedError(f"{shown(what)}: {report} says this {many}.")
    return starts[0], starts[0] + len(what)


def pointed_at(record: Record, report: str, what: str, layer: str | None = None, field: str | None = None) -> Pointed:
    """What of a report's reading is meant: an event by its id there, or what stands at START-END, or on these words (of
    long ones the first are enough); of one `layer`, and with this `field`, where they are given.

    Raises AskedError where nothing fits, or several things do: then it lists them.
    """
    reading = _reading(record, report)
    offsets = _OFFSETS.fullmatch(what)
    every = [(name, one) for name in LAYERS if layer in (None, name) for one in getattr(reading, name)]
    for fits in (
        lambda one: isinstance(one, Event) and one.id == what,
        lambda one: offsets is not None and (one.start, one.end) == (int(offsets[1]), int(offsets[2])),
        lambda one: one.text == what,
        lambda one: bool(what.strip()) and one.text.startswith(what),
    ):
        found = [(name, one) for name, one in every if fits(one)]
        found = [(n, one) for n, one in found if field is None or field in fields_of(n, one)]
        if found:
            return _one(report, what, found)
    raise AskedError(f"{shown(what)}: nothing in {report} was read so; `tawatur show` prints what was.")


def _one(report: str, what: str, found: list[tuple[str, Span]]) -> Pointed:
    names = {(one.entity, one.text) for _, one in found if isinstance(one, Mention)}
    if len(found) > 1 and not (len(names) == 1 and all(isinstance(one, Mention) for _, one in found)):
        listed = "; ".join(f"{name} {one.start}-{one.end}" for name, one in found[:_SHOWN])
        raise AskedError(f"{shown(what)}: several things in {report} fit: {listed}; give one of these, and --layer.")
    name, one = found[0]
    return Pointed(name, one.start, one.end, one.id if isinstance(one, Event) else None)


def _reading(record: Record, report: str) -> Reading:
    reading = record.readings_of([report]).get(report)
    if reading is None:
        raise AskedError(f"{shown(report)}: there is no report of this name; `tawatur sources` lists them.")
    return reading
