"""What readings and comparisons are made of, to and from plain objects: spans, days, numbers, slots."""

from __future__ import annotations

from dataclasses import fields
from datetime import date
from typing import Any

from tawatur.record.schema import SCHEMA
from tawatur.record.types import Interval, Number, SlotValue, Span

Json = dict[str, Any]


def dump_span(span: Span) -> Json:
    return {"start": span.start, "end": span.end, "text": span.text}


def load_span(o: Json) -> Span:
    return Span(o["start"], o["end"], o["text"])


def dump_interval(interval: Interval) -> Json:
    return {
        "from": interval.first.isoformat() if interval.first else None,
        "to": interval.last.isoformat() if interval.last else None,
    }


def load_interval(o: Json) -> Interval:
    return Interval(*(date.fromisoformat(o[k]) if o.get(k) else None for k in ("from", "to")))


def dump_number(number: Number) -> Json:
    return {"value": _tidy(number.value), "high": _tidy(number.high), "unit": number.unit, "bound": number.bound}


def load_number(o: Json) -> Number:
    return Number(o["value"], o.get("unit"), o.get("bound") or "exact", o.get("high"))


def _tidy(value: float | None) -> float | int | None:
    return int(value) if value is not None and value == int(value) else value


def dump_slot(value: SlotValue) -> Any:
    if isinstance(value, Interval):
        return dump_interval(value)
    if isinstance(value, Number):
        return dump_number(value)
    if isinstance(value, list):
        return [dump_span(v) if isinstance(v, Span) else v for v in value]
    return value


def load_slot(kind: str, slot: str, value: Any) -> SlotValue:
    """One slot of an event, typed as the schema says."""
    of_type = SCHEMA.slot(kind, slot).type
    if of_type == "interval":
        return load_interval(value)
    if of_type == "number":
        return load_number(value)
    items = value if isinstance(value, list) else [value]
    if of_type == "spans":
        return [load_span(v) for v in items]
    if of_type == "entities":
        return [str(v) for v in items]
    return str(value)


def named(o: object, leave: tuple[str, ...] = ()) -> Json:
    """The fields of a dataclass by their names, without those to `leave` out."""
    return {f.name: getattr(o, f.name) for f in fields(o) if f.name not in leave}  # type: ignore[arg-type]
