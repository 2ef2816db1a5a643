"""One field of what was read, set by a person, with what follows from it; and what goes with a thing that is none."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from tawatur.language.loader import load
from tawatur.read.entities import catalogue
from tawatur.record.codec.parts import (
    dump_interval,
    dump_number,
    dump_slot,
    load_interval,
    load_number,
    load_slot,
    load_span,
)
from tawatur.record.schema import SCHEMA
from tawatur.record.types import (
    Entity,
    Event,
    Interval,
    Mention,
    Number,
    Quantity,
    Reading,
    SlotValue,
    Span,
    Statement,
    Time,
)

PERSON = ("person",)  # by whom a name is read that a person set
FIELDS = {  # what can be set, by layer; of events also every slot of their kind
    "times": ("date",),
    "quantities": ("number",),
    "mentions": ("type",),
    "statements": ("speaker", "kind"),
    "events": ("kind", "status"),
    "roles": (),
}


def set_field(reading: Reading, layer: str, one: Span, field: str, value: Any) -> Any:
    """Set a field of something in a reading, which is changed in place, and give what it was, both as JSON.

    A day or a number goes on into the events that have it from there. Names among values are given as `words` with the
    `place` of a mention, where one names them. Raises KeyError where this thing has no such field (any more).
    """
    if isinstance(one, Event):
        return _set_event(reading, one, field, value)
    if field not in FIELDS[layer]:
        raise KeyError(field)
    if isinstance(one, Time):
        was, one.interval = one.interval, load_interval(value)
        one.precision = _precision(one.interval)
        _carry_on(reading, one, was, one.interval)
        return dump_interval(was)
    if isinstance(one, Quantity):
        old, one.number = one.number, load_number(value)
        _carry_on(reading, one, old, one.number)
        return dump_number(old)
    if isinstance(one, Mention):
        return _set_type(reading, one, str(value))
    assert isinstance(one, Statement)  # the only layer left that has fields
    if field == "kind":
        said, one.kind = one.kind, str(value)
        return said
    speaker = one.speaker
    one.speaker = _refs(reading, [value])[0] if value is not None else None
    return name_in(reading, speaker) if speaker else None


def _set_event(reading: Reading, event: Event, field: str, value: Any) -> Any:
    if field == "status":
        was, event.status = event.status, str(value)
        return was
    if field == "kind":
        return _set_kind(event, str(value))
    slot = SCHEMA.kinds[event.kind].slots[field]  # KeyError: of another kind now
    before = _shown(reading, event.slots.get(field))
    event.evidence.pop(field, None)
    if value in (None, []):
        event.slots.pop(field, None)
    elif slot.type == "entities":
        event.slots[field] = _refs(reading, value)
        if spans := [load_span(v["place"]) for v in value if v.get("place")]:
            event.evidence[field] = spans
    else:
        event.slots[field] = load_slot(event.kind, field, value)
    return before


def _set_kind(event: Event, kind: str) -> str:
    """Slots that the new kind has as well, of one type, stay."""
    was, slots = event.kind, SCHEMA.kinds[kind].slots
    own = SCHEMA.kinds[was].slots
    event.kind = kind
    event.slots = {s: v for s, v in event.slots.items() if s in slots and slots[s].type == own[s].type}
    event.evidence = {s: spans for s, spans in event.evidence.items() if s in event.slots}
    return was


def _set_type(reading: Reading, mention: Mention, kind: str) -> str:
    """The type of a name is that of what it names: all its mentions have it."""
    was = mention.type
    for other in reading.mentions:
        if other.entity == mention.entity:
            other.type, other.by, other.confidence = kind, PERSON, 1.0
    for entity in reading.entities:
        if entity.id == mention.entity:
            entity.type = kind
    return was


def _carry_on(reading: Reading, one: Span, was: Interval | Number, now: Interval | Number) -> None:
    for event in reading.events:
        for slot, value in event.slots.items():
            if value == was and any(s.start <= one.start and one.end <= s.end for s in _stood(event, slot)):
                event.slots[slot] = now


def _stood(event: Event, slot: str) -> Iterable[Span]:
    return event.evidence.get(slot) or (event,)


def _precision(interval: Interval) -> str:
    first, last = interval.first, interval.last
    if first is None and last is None:
        return "vague"
    if first is None or last is None:
        return "interval"
    if first == last:
        return "day"
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) and first.year == last.year:
        return "year"
    return "month" if first.day == 1 and _month_after(first) == last.toordinal() + 1 else "interval"


def _month_after(day: date) -> int:
    return date(day.year + day.month // 12, day.month % 12 + 1, 1).toordinal()


def _refs(reading: Reading, values: Iterable[Mapping[str, Any]]) -> list[str]:
    """The ids of entities that stand at places of the text now, or that are called so, in the report or by the lists of
    names; else the words."""
    return [
        entity_at(reading, value.get("place"))
        or entity_named(reading, value["words"])
        or _listed(reading, value["words"])
        or value["words"]
        for value in values
    ]


def _listed(reading: Reading, words: str) -> str | None:
    """The one thing of the lists that is called so, which comes to the entities of the report; None of several."""
    found = [entity for entity in catalogue(load("arabic")).values() if _is_called(entity, words)]
    if len(found) != 1:
        return None
    (entity,) = found
    if all(entity.id != own.id for own in reading.entities):
        reading.entities.append(replace(entity, name=dict(entity.name), aliases=list(entity.aliases)))
    return entity.id


def _is_called(entity: Entity, words: str) -> bool:
    return words in entity.name.values() or words in entity.aliases


def entity_at(reading: Reading, place: Mapping[str, Any] | None) -> str | None:
    """The entity that is named at a place, by these very words."""
    if place is None:
        return None
    at = (place["start"], place["end"])
    return next((m.entity for m in reading.mentions if (m.start, m.end) == at), None)


def entity_named(reading: Reading, words: str) -> str | None:
    """The one entity of a report that has this name, or is written so in it; None of several."""
    found = {e.id for e in reading.entities if _is_called(e, words)}
    found |= {m.entity for m in reading.mentions if m.text == words}
    return found.pop() if len(found) == 1 else None


def name_in(reading: Reading, ident: str) -> str:
    """What a report calls an entity of its own; words stay words."""
    entity = next((e for e in reading.entities if e.id == ident), None)
    return called(entity) if entity else ident


def called(entity: Entity) -> str:
    """What an entity is called."""
    return entity.name.get("ar") or entity.name.get("en") or entity.id


def _shown(reading: Reading, value: SlotValue | None) -> Any:
    if isinstance(value, list):
        return [name_in(reading, v) if isinstance(v, str) else v.text for v in value]
    return None if value is None else dump_slot(value)


def forget(reading: Reading, layer: str, one: Span) -> None:
    """Take something out of a reading, which is changed in place, with what stands on it alone."""
    if isinstance(one, Statement):
        _forget_statement(reading, one)
        return
    items = getattr(reading, layer)
    setattr(reading, layer, [other for other in items if other is not one])
    if isinstance(one, Mention) and all(m.entity != one.entity for m in reading.mentions):
        _forget_entity(reading, one.entity, one.text)


def _forget_statement(reading: Reading, one: Statement) -> None:
    """What it told is told by the statement around it, or by the outlet itself."""
    left = [s for s in reading.statements if s is not one]
    for event in reading.events:
        told = reading.statements[event.statement] if event.statement is not None else None
        if told is one:
            around = [s for s in left if s.start <= event.start and event.end <= s.end]
            told = min(around, key=lambda s: s.end - s.start, default=None)
        event.statement = next((i for i, s in enumerate(left) if s is told), None)
    reading.statements = left


def _forget_entity(reading: Reading, ident: str, words: str) -> None:
    """What is no name fills no slot and holds no position; who speaks is told by the words that stand there."""
    reading.entities = [e for e in reading.entities if e.id != ident]
    reading.roles = [r for r in reading.roles if r.person != ident]
    for role in reading.roles:
        role.of = words if role.of == ident else role.of
    for statement in reading.statements:
        statement.speaker = words if statement.speaker == ident else statement.speaker
        statement.via = [words if link == ident else link for link in statement.via]
    for event in reading.events:
        for slot, value in list(event.slots.items()):
            if isinstance(value, list) and ident in value:
                left = [v for v in value if v != ident]
                if left:
                    event.slots[slot] = left  # type: ignore[assignment] # of one type, as before
                else:
                    del event.slots[slot]
                    event.evidence.pop(slot, None)
