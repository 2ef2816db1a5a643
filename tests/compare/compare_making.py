"""Small readings for the tests of comparing, made by hand."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from tawatur.record.types import Entity, Event, Interval, Mention, Number, Reading, Report, Role, Span, Statement

NAMES = {
    "salwan": ("place", "سلوان"),
    "nahrin": ("place", "نهرين"),
    "league": ("organisation", "الرابطة الإقليمية للمياه"),
    "salim": ("person", "سليم الحداد"),
    "nura": ("person", "نورة القاضي"),
    "wire": ("work", "رويترز"),
}


def span(text: str, part: str) -> Span:
    """The first place of `part` in `text`."""
    start = text.index(part)
    return Span(start, start + len(part), part)


def day(text: str) -> Interval:
    """An interval of ISO days: `2021-05-01` or `2021-05-01/2021-05-31`."""
    first, _, last = text.partition("/")
    return Interval(date.fromisoformat(first), date.fromisoformat(last or first))


def reading(
    name: str, text: str, published: str = "2021-05-02", entities: Sequence[str] = tuple(NAMES), **more: Any
) -> Reading:
    """A report with these entities known by name, mentioned wherever their names stand."""
    report = Report(name, f"{name}.txt", text, name, published=date.fromisoformat(published), **more)
    found = Reading(report)
    for ident in entities:
        kind, arabic = NAMES[ident]
        found.entities.append(Entity(ident, kind, {"ar": arabic, "en": None}))
        at = text.find(arabic)
        while at >= 0:
            found.mentions.append(Mention(at, at + len(arabic), arabic, kind, ident))
            at = text.find(arabic, at + 1)
    return found


def event(
    of: Reading,
    kind: str,
    words: str,
    status: str = "done",
    voice: str | None = None,
    via: Sequence[str] = (),
    **slots: Any,
) -> Reading:
    """Add an event told by `words`; `voice` says it where it is not the outlet itself."""
    where = span(of.report.text, words)
    statement = None
    if voice is not None:
        statement = len(of.statements)
        of.statements.append(Statement(where.start, where.end, where.text, "indirect", None, voice, list(via)))
    ident = f"e{len(of.events) + 1}"
    of.events.append(Event(where.start, where.end, where.text, ident, kind, status, slots, {}, statement))
    return of


def role(of: Reading, words: str, person: str, title: str, country: str | None = None) -> Reading:
    where = span(of.report.text, words)
    of.roles.append(Role(where.start, where.end, where.text, person, title, country))
    return of


def persons(value: float, bound: str = "exact") -> Number:
    return Number(value, "person", bound)
