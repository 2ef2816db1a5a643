"""What people set in what was read, applied onto it: a pure function of the program's reading and the decisions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import deepcopy
from typing import Any

from tawatur.record.anchors import Lost, as_read, place_of
from tawatur.record.decisions import CORRECTED, DELETED, Decision
from tawatur.record.types import Correction, Event, Reading, Signed, Span
from tawatur.store.record import Record
from tawatur.work.setting import forget, set_field


def corrected(reading: Reading, decisions: Sequence[Decision]) -> Reading:
    """The reading as people corrected it: a new one, with what each decision set, or why it is lost, in `corrections`.

    `decisions` are those that stand, of any kinds and on any reports; those on this report (`report.file` is its name)
    are applied in order, so that of two on one field the later one holds. Every anchor is looked for in the reading as
    the program made it, before anything is changed. The same reading where no decision is on it.
    """
    mine = [d for d in decisions if d.kind in (CORRECTED, DELETED) and report_of(d) == reading.report.file]
    if not mine:
        return reading
    made = deepcopy(reading)
    gone: list[tuple[str, Span]] = []
    found = [(decision, anchor, _found(reading, anchor)) for decision in mine for anchor in decision.detail["anchors"]]
    layers = {layer: list(getattr(made, layer)) for layer in {anchor["layer"] for _, anchor, _ in found}}
    for decision, anchor, at in found:
        one = layers[anchor["layer"]][at] if isinstance(at, int) else None
        told = _told(decision, anchor, one)
        if one is None:
            told.lost = str(at)
        else:
            told.as_read = as_read(reading, reading.events[int(at)]) if isinstance(one, Event) else None
            _apply(made, decision, one, told, gone)
        made.corrections.append(told)
    for layer, one in gone:
        forget(made, layer, one)
    return made


def put_corrected(record: Record, name: str, decisions: Sequence[Decision]) -> None:
    """Keep a report's reading as these decisions, which stand, correct it."""
    program = record.corrected.as_read(name)
    if program is None:
        return
    made = corrected(program, decisions)
    if made is not program or record.corrected.made([name]):
        record.corrected.put(name, made)


def report_of(decision: Decision) -> str:
    """The report that a decision on a reading is on."""
    return str(decision.detail["anchors"][0]["report"])


def _found(reading: Reading, anchor: Mapping[str, Any]) -> int | str:
    try:
        return place_of(reading, anchor)
    except Lost as lost:
        return str(lost)


def _told(decision: Decision, anchor: Mapping[str, Any], one: Span | None) -> Correction:
    start, end, text = (one.start, one.end, one.text) if one else (anchor["start"], anchor["end"], anchor["text"])
    signed = Signed(decision.id, decision.made_by, decision.made_at, decision.why)
    told = Correction(start, end, text, anchor["layer"], decision.detail.get("field"), signed)
    told.event = one.id if isinstance(one, Event) else None
    return told


def _apply(made: Reading, decision: Decision, one: Span, told: Correction, gone: list[tuple[str, Span]]) -> None:
    if decision.kind == DELETED:
        told.gone = True
        if all(other is not one for _, other in gone):
            gone.append((told.layer, one))
        return
    try:
        told.was = set_field(made, told.layer, one, str(told.field), decision.detail["value"])
    except KeyError:
        told.lost = "no-field"
