"""Incidents as tests look at them: those of a text that was read whole, and slots as plain values."""

from __future__ import annotations

from datetime import date
from typing import Any

from prepared import events_of

from tawatur.record.types import Event, Interval, Number

PUBLISHED = date(2018, 4, 18)  # a Wednesday


def told(text: str) -> list[Event]:
    return events_of(text, "incident", published=PUBLISHED)


def plain(value: Any) -> Any:
    if isinstance(value, Number):
        return value.value
    return (str(value.first), str(value.last)) if isinstance(value, Interval) else value


def slots(event: Event) -> dict[str, Any]:
    """What stands in an event's slots."""
    return {name: plain(value) for name, value in event.slots.items()}


def best(text: str) -> Event:
    """The incident of a text of which most is told."""
    return max(told(text), key=lambda e: len(e.slots))
