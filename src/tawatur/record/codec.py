"""The record's types to and from the plain objects that docs/record.md shows (ready for json.dumps)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from datetime import date
from typing import Any

from tawatur.record.schema import SCHEMA
from tawatur.record.sharing import shared
from tawatur.record.types import (
    FORMAT,
    Belonging,
    Comparison,
    Copy,
    Correction,
    Entity,
    Event,
    Evidence,
    Fact,
    Interval,
    Marked,
    Mention,
    MergedEntity,
    MergedEvent,
    Number,
    Origin,
    Place,
    Quantity,
    Reading,
    Report,
    Role,
    Ruling,
    Signed,
    SlotValue,
    Span,
    Statement,
    Story,
    StoryChange,
    Time,
    Value,
)

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


def _named(o: object, leave: tuple[str, ...] = ()) -> Json:
    return {f.name: getattr(o, f.name) for f in fields(o) if f.name not in leave}  # type: ignore[arg-type]


def dump_report(report: Report) -> Json:
    out = _named(report, leave=("text", "original", "marked"))
    out["published"] = report.published.isoformat() if report.published else None
    out["junk"] = [dump_span(s) for s in report.junk]
    return out | ({"marked": [_named(m) for m in report.marked]} if report.marked else {})


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
        "entities": [_named(e) for e in reading.entities],
        "roles": [_named(r) for r in reading.roles],
        "statements": [_named(s) | {"cue": dump_span(s.cue) if s.cue else None} for s in reading.statements],
        "events": [_dump_event(e) for e in reading.events],
    }


def _dump_mention(m: Mention) -> Json:
    return dump_span(m) | {"type": m.type, "entity": m.entity, "by": list(m.by), "confidence": m.confidence}


def _dump_event(event: Event) -> Json:
    return _named(event) | {
        "slots": {slot: dump_slot(value) for slot, value in event.slots.items()},
        "evidence": {slot: [dump_span(s) for s in spans] for slot, spans in event.evidence.items()},
    }


def _dump_correction(correction: Correction) -> Json:
    return _named(correction) | {"signed": _named(correction.signed)}


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


def dump_comparison(comparison: Comparison) -> Json:
    """What stands between reports, as record.md's "Between reports"."""
    return {
        "format": FORMAT,
        "copies": [dump_copy(c) for c in comparison.copies],
        "stories": [dump_story(s) for s in comparison.stories],
        "entities": [dump_entity(e) for e in comparison.entities],
        "events": [dump_merged_event(e) for e in comparison.events],
        "facts": [dump_fact(f) for f in comparison.facts],
    } | ({"rejected": [dump_fact(f) for f in comparison.rejected]} if comparison.rejected else {})


def dump_copy(copy: Copy) -> Json:
    """A copied passage, with its kind and who has it first."""
    return _named(copy) | {"places": [_named(p) for p in copy.places]}


def dump_story(story: Story) -> Json:
    """A story."""
    return _named(story) | {"history": [_named(change) for change in story.history]}


def dump_entity(entity: MergedEntity) -> Json:
    """An entity over all reports, with why each member belongs to it."""
    return _named(entity) | {"same": _pairs(entity.same, "entity"), "why": [dump_belonging(b) for b in entity.why]}


def dump_merged_event(event: MergedEvent) -> Json:
    """An event over all reports."""
    return _named(event) | {"same": _pairs(event.same, "event")}


def dump_fact(fact: Fact) -> Json:
    """A fact with its values."""
    denials = {"denials": [_named(e) for e in fact.denials]} if fact.denials else {}
    plain = _named(fact, leave=("denials", "ruling"))
    return plain | {"values": [_dump_value(v) for v in fact.values]} | denials | _dump_ruling(fact.ruling)


def _dump_ruling(ruling: Ruling | None) -> Json:
    if ruling is None:
        return {}
    return {"ruling": {"accepted": ruling.accepted, **_named(ruling.signed), "since": list(ruling.since)}}


def _load_ruling(o: Json) -> Ruling | None:
    raw = o.get("ruling")
    if raw is None:
        return None
    signed = Signed(raw["decision"], raw["by"], raw["at"], raw.get("why"))
    return Ruling(raw["accepted"], signed, tuple(raw.get("since") or ()))


def _pairs(same: list[tuple[str, str]], key: str) -> list[Json]:
    return [{"report": report, key: ident} for report, ident in same]


def dump_belonging(b: Belonging) -> Json:
    """Why a member belongs to an entity."""
    beside = {"report": b.beside[0], "entity": b.beside[1]}
    member = {"report": b.member[0], "entity": b.member[1]}
    return {**member, "beside": beside, "features": b.features, "confidence": b.confidence}


def load_belonging(o: Json) -> Belonging:
    """Why a member belongs to an entity, from its JSON object."""
    beside = (o["beside"]["report"], o["beside"]["entity"])
    return Belonging((o["report"], o["entity"]), beside, o["features"], o["confidence"])


def _dump_value(v: Value) -> Json:
    plain = {
        "value": dump_slot(v.value),
        "as_of": dump_interval(v.as_of) if v.as_of else None,
        "reports": v.reports,
        "origins": [_named(o) | {"evidence": [_named(p) for p in o.evidence]} for o in v.origins],
        "evidence": [_named(e) for e in v.evidence],
    }
    return plain | _dump_ruling(v.ruling) | ({"altered": True} if v.altered else {})


def load_story(o: Json) -> Story:
    """A story from its JSON object."""
    changes = (
        StoryChange(c["kind"], list(c["before"]), list(c["after"]), c["when"], c.get("report"))
        for c in o.get("history") or []
    )
    return Story(o["id"], list(o["reports"]), o.get("why") or {}, list(changes))


def load_merged_event(o: Json) -> MergedEvent:
    """An event over all reports from its JSON object."""
    return MergedEvent(o["id"], o["kind"], [(m["report"], m["event"]) for m in o["same"]], o.get("why") or [])


def load_fact(o: Json) -> Fact:
    """A fact from its JSON object."""
    values = [_load_value(v) for v in o["values"]]
    denials = [_load_evidence(e) for e in o.get("denials") or []]
    return Fact(
        o["id"], o["subject"], o["property"], o.get("qualifier"), o["verdict"], values, denials, _load_ruling(o)
    )


def _load_place(p: Json) -> Place:
    return Place(p["start"], p["end"], p["text"], p["report"])


def _load_value(v: Json) -> Value:
    raw = v["value"]
    value = (load_interval(raw) if "from" in raw else load_number(raw)) if isinstance(raw, dict) else str(raw)
    return Value(
        value,
        load_interval(v["as_of"]) if v.get("as_of") else None,
        list(v["reports"]),
        [_load_origin(o) for o in v["origins"]],
        [_load_evidence(e) for e in v.get("evidence") or []],
        _load_ruling(v),
        bool(v.get("altered")),
    )


def _load_origin(o: Json) -> Origin:
    evidence = [_load_place(p) for p in o.get("evidence") or []]
    return Origin(o["reports"], o["why"], evidence, o.get("by"), o.get("how"))


def _load_evidence(e: Json) -> Evidence:
    return Evidence(e["start"], e["end"], e["text"], e["report"], e.get("event"))
