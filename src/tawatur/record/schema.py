"""The schema of record.md, read from schema.yml: event kinds, their slots, and labels in every language."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import files
from typing import Any

import yaml

Labels = dict[str, str]
ATTENDANCE = "meeting.attendance"  # the property of who came to a meeting, and who did not


@dataclass(frozen=True, slots=True)
class Slot:
    """A slot: `type` is entities, interval, number, spans or word; `facts` says what facts it yields and `differ` what
    two values of one fact mean that cannot both hold; what is `known_by` its value is mostly another thing where that
    is another (schema.yml)."""

    name: str
    type: str
    facts: str
    labels: Labels
    differ: str = "beside"
    known_by: bool = False


@dataclass(frozen=True, slots=True)
class Kind:
    """An event kind: whose facts its slots are (`subject`: event, body or place), whether it is a state, and which of
    its slots a denial denies: the first one that is filled."""

    name: str
    labels: Labels
    subject: str
    state: bool
    slots: dict[str, Slot]
    denied: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Schema:
    """All kinds, and the labels of every closed list of words (statuses, verdicts, levels, ...)."""

    kinds: dict[str, Kind]
    words: dict[str, dict[str, Labels]]

    def slot(self, kind: str, slot: str) -> Slot:
        return self.kinds[kind].slots[slot]

    def facts_of(self, name: str) -> str:
        """How a property, `kind.slot`, holds its values: one, each, attendance or none; `role.title` each."""
        kind, _, slot = name.partition(".")
        if kind not in self.kinds:
            return "each"
        return self.kinds[kind].slots[slot].facts if slot in self.kinds[kind].slots else slot

    def of_event(self, name: str) -> bool:
        """Whether a property, `kind.slot`, is told of an event each time, and not of a body or a place."""
        kind = self.kinds.get(name.partition(".")[0])
        return kind is not None and kind.subject == "event"

    def properties(self) -> list[str]:
        """Every property that facts are of."""
        found = {
            f"{kind.name}.{slot.facts if slot.facts == 'attendance' else slot.name}"
            for kind in self.kinds.values()
            for slot in kind.slots.values()
            if slot.facts != "none"
        }
        return [*sorted(found), "role.title"]

    def differ(self, name: str) -> str:
        """What values of a property, `kind.slot`, mean that cannot both hold; `beside` where it has no such values."""
        kind, _, slot = name.partition(".")
        found = self.kinds[kind].slots.get(slot) if kind in self.kinds else None
        return found.differ if found else "beside"


def _kind(name: str, raw: dict[str, Any]) -> Kind:
    slots = {
        slot: Slot(
            slot,
            o["type"],
            o["facts"],
            {"ar": o["ar"], "en": o["en"]},
            o.get("differ", "beside"),
            bool(o.get("known_by")),
        )
        for slot, o in raw["slots"].items()
    }
    return Kind(name, raw["label"], raw["subject"], bool(raw.get("state")), slots, tuple(raw.get("denied", ())))


def _load() -> Schema:
    text = files(__package__).joinpath("schema.yml").read_text(encoding="utf-8")
    raw = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    kinds = {name: _kind(name, o) for name, o in raw.pop("kinds").items()}
    return Schema(kinds, raw)


SCHEMA = _load()
