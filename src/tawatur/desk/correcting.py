"""What can be corrected of what was read, as fields of forms, and what such a form sends as one value."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from tawatur.desk.words import Wording
from tawatur.record.schema import SCHEMA
from tawatur.record.types import Event, Interval, Mention, Number, Quantity, Reading, Span, Statement, Time
from tawatur.tell import labels
from tawatur.tell.amounts import unit_word
from tawatur.work.deciding.values import BOUNDS, NOTHING, TYPES, fields_of

DAYS, NUMBER, CHOICE, WORDS = "days", "number", "choice", "words"
_PARTS = ("bound", "low", "high", "unit", "first", "last")


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a form. `control`: days (first, last), number (bound, low, high, unit), choice, words (names with a
    semicolon between them, or words of the report); `now`: what it is, by part; `filled`: whether it is anything."""

    name: str
    label: str
    control: str
    now: dict[str, str] = field(default_factory=dict)
    choices: list[tuple[str, str]] = field(default_factory=list)

    @property
    def filled(self) -> bool:
        """Whether the field has a value."""
        return any(self.now.values())


def fields(reading: Reading, layer: str, one: Span, say: Wording) -> list[Field]:
    """The fields of something that was read, with what they are now; of an event those that are filled come first."""
    if layer in ("copies", "junk"):
        return []
    found = [_field(reading, layer, one, name, say) for name in fields_of(layer, one)]
    return sorted(found, key=lambda f: not f.filled)


def _field(reading: Reading, layer: str, one: Span, name: str, say: Wording) -> Field:
    if isinstance(one, Event):
        return _of_event(reading, one, name, say)
    label = labels.word_of("fields", name, say.lang)
    if isinstance(one, Time):
        return Field(name, label, DAYS, _days(one.interval))
    if isinstance(one, Quantity):
        return Field(name, label, NUMBER, _number(one.number, say), _bounds(say))
    if isinstance(one, Mention):
        return Field(name, label, CHOICE, {"value": one.type}, [(t, say.of("entity_type", t)) for t in TYPES])
    if isinstance(one, Statement) and name == "kind":
        kinds = [(k, say.of("statement_kinds", k)) for k in ("direct", "indirect")]
        return Field(name, label, CHOICE, {"value": one.kind}, kinds)
    speaker = one.speaker if isinstance(one, Statement) else None
    return Field(name, label, WORDS, {"value": _called(reading, speaker) if speaker else ""})


def _of_event(reading: Reading, event: Event, name: str, say: Wording) -> Field:
    if name == "kind":
        kinds = [(key, say.kind(key)) for key in SCHEMA.kinds]
        return Field(name, labels.word_of("fields", name, say.lang), CHOICE, {"value": event.kind}, kinds)
    if name == "status":
        statuses = [(key, say.of("statuses", key)) for key in SCHEMA.words["statuses"]]
        return Field(name, labels.word_of("fields", name, say.lang), CHOICE, {"value": event.status}, statuses)
    slot = SCHEMA.slot(event.kind, name)
    value = event.slots.get(name)
    label = slot.labels[say.lang]
    if slot.type == "interval":
        return Field(name, label, DAYS, _days(value if isinstance(value, Interval) else Interval(None, None)))
    if slot.type == "number":
        return Field(name, label, NUMBER, _number(value, say) if isinstance(value, Number) else {}, _bounds(say))
    if slot.type == "word":
        group = "levels" if name == "level" else "incident_types"
        chosen = {"value": value} if isinstance(value, str) else {}
        return Field(name, label, CHOICE, chosen, [("", "–"), *((k, say.of(group, k)) for k in SCHEMA.words[group])])
    items = value if isinstance(value, list) else []
    shown = [item.text if isinstance(item, Span) else _called(reading, item) for item in items]
    return Field(name, label, WORDS, {"value": "؛ ".join(" ".join(s.split()) for s in shown)})


def _called(reading: Reading, ident: str) -> str:
    entity = next((e for e in reading.entities if e.id == ident), None)
    return (entity.name.get("ar") or entity.name.get("en") or ident) if entity else ident


def _days(interval: Interval) -> dict[str, str]:
    sides = {"first": interval.first, "last": interval.last}
    return {key: day.isoformat() if day else "" for key, day in sides.items()}


def _number(number: Number, say: Wording) -> dict[str, str]:
    high = f"{number.high:.15g}" if number.high is not None else ""
    return {
        "bound": number.bound,
        "low": f"{number.value:.15g}",
        "high": high,
        "unit": unit_word(number.unit, say.lang) if number.unit else "",
    }


def _bounds(say: Wording) -> list[tuple[str, str]]:
    return [(b, labels.word_of("bounds", b, say.lang)) for b in BOUNDS]


def composed(given: dict[str, Any]) -> dict[str, Any]:
    """What a form sent, with the parts of a number or of days put together as one `value`, as people type it."""
    parts = {key: given.pop(key) for key in _PARTS if key in given}
    if "low" in parts:
        high = f"-{parts['high']}" if "high" in parts else ""
        given["value"] = f"{parts.get('bound', 'exact')} {parts['low']}{high} {parts.get('unit', NOTHING)}"
    elif "first" in parts or "last" in parts:
        given["value"] = f"{parts.get('first', '')}/{parts.get('last', '')}"
    return given
