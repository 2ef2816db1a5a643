"""One report's reading to and from the plain object that docs/record.md shows (ready for json.dumps)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from datetime import date
from typing import Any

from tawatur.record.codec.parts import (
    Json,
    dump_interval,
    dump_number,
    dump_slot,
    dump_span,
    load_interval,
    load_number,
    load_slot,
    load_span,
    named,
)
from tawatur.record.sharing import shared
from tawatur.record.types import (
    FORMAT,
    Correction,
    Entity,
    Event,
    Marked,
    Mention,
    Quantity,
    Reading,
    Report,
    Role,
    Signed,
    Statement,
    Time,
)


def dump_report(report: Report) -> Json:
    out = named(report, leave=("text", "original", "marked"))
    out["published"] = report.published.isoformat() if report.published else None
    out["junk"] = [dump_span(s) for s in report.junk]
    return out | ({"marked": [named(m) for m in report.marked]} if report.marked else {})


def load_report(o: Json, text: str = "") -> Report:
    known = {f.name for f in fields(Report)} - {"original"}
    given = {k: v for k, v in o.items() if k in known}
    given["published"] = date.fromisoformat(o["published"]) if o.get("published") else None
    given["junk"] = [load_span(s) for s in o.get("junk") or []]
    given["marked"] = [Marked(**m) for m in o.get("marked") or []]
    given.setdefault("text_sha256", "")
    return Report(**{**given, "text": text})


def dump_reading(reading: Reading) -> Json:
    """One report's reading as record.md's "One report", with what people set in it as `corrections`."""
    corrections = {"corrections": [_dump_correction(c) for c in reading.corrections]} if reading.corrections else {}
    return corrections | {
        "format": FORMAT,
        "program": reading.program,
        "model": reading.model,
        "report": dump_report(reading.report),
        "times": [dump_span(t) | dump_interval(t.interval) | {"precision": t.precision} for t in reading.times],
        "quantities": [dump_span(q) | dump_number(q.number) | {"ordinal": q.ordinal} for q in reading.quantities],
        "mentions": [_dump_mention(m) for m in reading.mentions],
        "entities": [named(e) for e in reading.entities],
        "roles": [named(r) for r in reading.roles],
        "statements": [named(s) | {"cue": dump_span(s.cue) if s.cue else None} for s in reading.statements],
        "events": [_dump_event(e) for e in reading.events],
    }


def _dump_mention(m: Mention) -> Json:
    return dump_span(m) | {"type": m.type, "entity": m.entity, "by": list(m.by), "confidence": m.confidence}


def _dump_event(event: Event) -> Json:
    return named(event) | {
        "slots": {slot: dump_slot(value) for slot, value in event.slots.items()},
        "evidence": {slot: [dump_span(s) for s in spans] for slot, spans in event.evidence.items()},
    }


def _dump_correction(correction: Correction) -> Json:
    return named(correction) | {"signed": named(correction.signed)}


def load_correction(o: Json) -> Correction:
    """What a person set in a reading, from its JSON object."""
    return Correction(**{**o, "signed": Signed(**o["signed"])})


def load_reading(o: Json, text: str = "", many: bool = True) -> Reading:
    """A reading from its JSON object; `text` is the report's, which readings do not carry. Of `many` readings that are
    held together, equal parts are kept once, which takes as long as loading them."""
    reading = Reading(
        report=load_report(o["report"], text),
        program=o.get("program"),
        model=o.get("model"),
        corrections=[load_correction(c) for c in o.get("corrections") or []],
        **{layer: [load(one) for one in o[layer]] for layer, load in LAYERS.items()},
    )
    return shared(reading) if many else reading


def _load_time(t: Json) -> Time:
    return Time(t["start"], t["end"], t["text"], load_interval(t), t["precision"])


def _load_quantity(q: Json) -> Quantity:
    return Quantity(q["start"], q["end"], q["text"], load_number(q), bool(q.get("ordinal")))


def _load_mention(m: Json) -> Mention:
    sure = float(m.get("confidence", 1.0))
    return Mention(m["start"], m["end"], m["text"], m["type"], m["entity"], tuple(m.get("by") or ()), sure)


def _load_entity(e: Json) -> Entity:
    return Entity(e["id"], e["type"], e["name"], list(e.get("aliases") or []), e.get("wikidata"))


def _load_role(r: Json) -> Role:
    return Role(r["start"], r["end"], r["text"], r["person"], r["title"], r.get("of"))


def _load_statement(s: Json) -> Statement:
    cue = load_span(s["cue"]) if s.get("cue") else None
    return Statement(
        s["start"],
        s["end"],
        s["text"],
        s["kind"],
        cue,
        s.get("speaker"),
        list(s.get("via") or []),
        bool(s.get("denies")),
    )


def _load_event(e: Json) -> Event:
    return Event(
        e["start"],
        e["end"],
        e["text"],
        e["id"],
        e["kind"],
        e["status"],
        {slot: load_slot(e["kind"], slot, value) for slot, value in e["slots"].items() if value not in (None, [])},
        {slot: [load_span(s) for s in spans] for slot, spans in (e.get("evidence") or {}).items()},
        e.get("statement"),
    )


LAYERS: dict[str, Callable[[Json], Any]] = {
    "times": _load_time,
    "quantities": _load_quantity,
    "mentions": _load_mention,
    "entities": _load_entity,
    "roles": _load_role,
    "statements": _load_statement,
    "events": _load_event,
}  # of a reading, each with what makes one of its objects
