"""Where people's decisions are anchored in reports, and what stands there in the readings of today.

An anchor is a stretch of a report with its words, in a layer of the reading (of an event with its kind), never an id of
a run. It fits what stands at exactly that place; one that fits nothing, or several things, is lost, and never goes to a
passage that is like it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from tawatur.record.codec.parts import dump_slot
from tawatur.record.types import Event, Reading, Span

LAYERS = ("times", "quantities", "mentions", "roles", "statements", "events")
_STRETCHES = ("statements", "events")  # whose edges a better program may draw elsewhere
_COMMON = 0.5  # of both, from which two stretches are one
Anchor = Mapping[str, Any]


class Lost(Exception):  # noqa: N818 - no error: what becomes of a decision
    """Why an anchor fits nothing now: `text` (the report has other words there), `report` (it is gone), `not-read`
    (nothing of that layer and kind is read there), `several` (it fits more than one)."""


def place_of(reading: Reading, anchor: Anchor) -> int:
    """The number, within its layer, of what an anchor is on. Raises Lost.

    Names, times, numbers and positions are their very words; a statement or an event may have other edges, if no other
    one of its kind shares half of both with it.
    """
    if reading.report.text[anchor["start"] : anchor["end"]] != anchor["text"]:
        raise Lost("text")
    layer = anchor["layer"]
    items: list[tuple[int, Span]] = list(enumerate(getattr(reading, layer)))
    fits = [i for i, one in items if (one.start, one.end) == (anchor["start"], anchor["end"])]
    if layer in _STRETCHES:
        near = [i for i, one in items if _one_stretch(one, anchor)]
        fits = _alike(reading, fits, anchor) or _alike(reading, near, anchor)
    if not fits:
        raise Lost("not-read")
    if len(fits) > 1:
        raise Lost("several")
    return fits[0]


def event_anchor(reading: Reading, report: str, event: Event) -> dict[str, Any]:
    """The anchor of an event: with its kind, and what tells it from others of its kind, as the program read them."""
    anchor = {"report": report, "layer": "events", "start": event.start, "end": event.end, "text": event.text}
    return anchor | as_read(reading, event)


def as_read(reading: Reading, event: Event) -> dict[str, str]:
    """An event's kind, and its days, numbers and closed words (`mark`), as the program read them before people set
    some of them."""
    was = next((c.as_read for c in reading.corrections if c.event == event.id and c.as_read), None)
    if was is not None:
        return was
    firm = ((slot, value) for slot, value in sorted(event.slots.items()) if not isinstance(value, list))
    return {"kind": event.kind, "mark": "; ".join(f"{slot} {dump_slot(value)}" for slot, value in firm)}


def _alike(reading: Reading, numbers: Sequence[int], anchor: Anchor) -> list[int]:
    """Of what stands there, that of the anchor's kind; of several, the one that says what it said."""
    if anchor["layer"] != "events":
        return list(numbers)
    known = {i: as_read(reading, reading.events[i]) for i in numbers}
    of_kind = [i for i in numbers if known[i]["kind"] == anchor["kind"]]
    if len(of_kind) < 2:
        return of_kind
    return [i for i in of_kind if known[i]["mark"] == anchor.get("mark")] or of_kind


def _one_stretch(one: Span, anchor: Anchor) -> bool:
    start, end = int(anchor["start"]), int(anchor["end"])
    common = min(one.end, end) - max(one.start, start)
    return common >= _COMMON * max(one.end - one.start, end - start)
