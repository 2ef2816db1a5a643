"""What stands between reports, to and from the plain object that docs/record.md shows (ready for json.dumps)."""

from __future__ import annotations

from tawatur.record.codec.parts import Json, dump_interval, dump_slot, load_interval, load_number, named
from tawatur.record.types import (
    FORMAT,
    Belonging,
    Comparison,
    Copy,
    Evidence,
    Fact,
    MergedEntity,
    MergedEvent,
    Origin,
    Place,
    Ruling,
    Signed,
    Story,
    StoryChange,
    Value,
)


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
    return named(copy) | {"places": [named(p) for p in copy.places]}


def dump_story(story: Story) -> Json:
    """A story."""
    return named(story) | {"history": [named(change) for change in story.history]}


def dump_entity(entity: MergedEntity) -> Json:
    """An entity over all reports, with why each member belongs to it."""
    return named(entity) | {"same": _pairs(entity.same, "entity"), "why": [dump_belonging(b) for b in entity.why]}


def dump_merged_event(event: MergedEvent) -> Json:
    """An event over all reports."""
    return named(event) | {"same": _pairs(event.same, "event")}


def dump_fact(fact: Fact) -> Json:
    """A fact with its values."""
    denials = {"denials": [named(e) for e in fact.denials]} if fact.denials else {}
    plain = named(fact, leave=("denials", "ruling"))
    return plain | {"values": [_dump_value(v) for v in fact.values]} | denials | _dump_ruling(fact.ruling)


def _dump_ruling(ruling: Ruling | None) -> Json:
    if ruling is None:
        return {}
    return {"ruling": {"accepted": ruling.accepted, **named(ruling.signed), "since": list(ruling.since)}}


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
        "origins": [named(o) | {"evidence": [named(p) for p in o.evidence]} for o in v.origins],
        "evidence": [named(e) for e in v.evidence],
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
