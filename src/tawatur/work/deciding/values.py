"""What a person gives for a field, as JSON of the record format: typed on a line, or as an API has it."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from tawatur.errors import OptionError
from tawatur.record.codec.parts import dump_interval, dump_number, dump_span, load_interval, load_number
from tawatur.record.schema import SCHEMA
from tawatur.record.types import Event, Interval, Mention, Number, Quantity, Reading, Span, Statement
from tawatur.tell.amounts import amount, unit_named, unit_word
from tawatur.work.setting import FIELDS, called

TYPES = ("person", "organisation", "place", "work", "other")
NOTHING = "-"  # for a unit: none
BOUNDS = ("exact", "about", "nearly", "more_than", "at_least", "less_than", "at_most")
_WORDS = {"level": "levels", "type": "incident_types"}  # closed words of slots, by the schema's name of them
_CLOSED = {"type": TYPES, "kind": ("direct", "indirect")}
_SEVERAL = re.compile(r"\s*[;؛]\s*")
_NUMBER = re.compile(r"(?:(?P<bound>[a-z_]+) )?(?P<low>-?[\d.,]+)(?:\s*[-–]\s*(?P<high>[\d.,]+))?(?: (?P<unit>\S.*))?")


def fields_of(layer: str, one: Span) -> list[str]:
    """The fields that can be set of something that was read."""
    if isinstance(one, Event):
        return [*FIELDS["events"], *SCHEMA.kinds[one.kind].slots]
    return list(FIELDS[layer])


def value_for(reading: Reading, layer: str, one: Span, field: str, value: Any) -> Any:
    """A value as decisions keep it. `value` is JSON as the record format has it, or text as people type it: a day, a
    month, a year or two of these with a stroke between them; a number with its bound before and its unit after it
    ("more_than 80 country", "10-12 person"; without a unit it counts what it did, "84 -" counts nothing); a closed
    word; names, with a semicolon between them; None or an empty text for nothing. Names that the report has are kept
    with their places.

    Raises OptionError where there is no such field, or the value is none for it.
    """
    if field not in fields_of(layer, one):
        known = ", ".join(fields_of(layer, one)) or "none"
        raise OptionError(f"{field}: this has no such field; what can be set of it: {known}.")
    empty = value is None or (isinstance(value, str) and not value.strip())
    if isinstance(one, Event):
        return _of_event(reading, one, field, None if empty else value)
    if field == "speaker":
        return None if empty else _name(reading, field, value)
    if empty and field != "date":
        raise OptionError(f"{field}: this cannot be empty; delete it instead.")
    if field in _CLOSED and isinstance(one, Mention | Statement):
        return _closed(field, value, _CLOSED[field])
    now = one.number if isinstance(one, Quantity) else None
    return _interval(field, value) if field == "date" else _number(field, value, now)


def _of_event(reading: Reading, event: Event, field: str, value: Any) -> Any:
    if field == "status":
        return _closed(field, value, SCHEMA.words["statuses"])
    if field == "kind":
        return _closed(field, value, SCHEMA.kinds)
    if value in (None, []):
        return None
    slot = SCHEMA.kinds[event.kind].slots[field]
    if slot.type == "interval":
        return _interval(field, value)
    if slot.type == "number":
        now = event.slots.get(field)
        return _number(field, value, now if isinstance(now, Number) else None)
    if slot.type == "word":
        return _closed(field, value, SCHEMA.words[_WORDS[field]])
    items = _SEVERAL.split(value.strip()) if isinstance(value, str) else list(value)
    if slot.type == "entities":
        return [_name(reading, field, item) for item in items]
    return [_quoted(reading, event, item) for item in items]


def _name(reading: Reading, field: str, item: Any) -> dict[str, Any]:
    """A name for a slot or a speaker. Raises OptionError for what is none: a day, a number."""
    words = item if isinstance(item, str) else item["words"]
    if not any(letter.isalpha() for letter in words):
        raise OptionError(f"{words}: no {field} is called so; give a name, or several with ; between them.")
    return named(reading, words)


def named(reading: Reading, words: str) -> dict[str, Any]:
    """A name as decisions keep it: its words, with the place of the first mention that a report has of it."""
    words = " ".join(words.split())
    entity = next((e.id for e in reading.entities if e.id == words or words in e.name.values()), None)
    spans = [m for m in reading.mentions if m.entity == entity] if entity else []
    spans = spans or [m for m in reading.mentions if m.text == words]
    if entity:
        words = next(called(e) for e in reading.entities if e.id == entity)
    return {"words": words, "place": dump_span(spans[0]) if spans else None}


def _quoted(reading: Reading, event: Event, item: Any) -> dict[str, Any]:
    """Words of the report, at their place: that after the event's start, else the first."""
    text = reading.report.text
    words = item if isinstance(item, str) else item["text"]
    start = item["start"] if isinstance(item, dict) else text.find(words, event.start)
    start = text.find(words) if start < 0 else start
    if start < 0 or text[start : start + len(words)] != words:
        raise OptionError(f"{words}: the report does not say this; give words as they stand in it.")
    return dump_span(Span(start, start + len(words), words))


def _closed(field: str, value: Any, words: Iterable[str]) -> str:
    if value not in words:
        raise OptionError(f"{value}: no {field} is called so; it is one of {', '.join(words)}.")
    return str(value)


def _interval(field: str, value: Any) -> dict[str, Any]:
    try:
        found = load_interval(value) if isinstance(value, dict) else _days(value)
    except (ValueError, TypeError, AttributeError) as error:
        raise OptionError(
            f"{value}: no {field} is written so; give 2022-05-11, 2022-05, 2022 or two of these with / between them."
        ) from error
    if found.first and found.last and found.first > found.last:
        raise OptionError(f"{value}: it ends before it begins; give the earlier day first.")
    return dump_interval(found)


def _days(text: str | None) -> Interval:
    first, stroke, last = (text or "").strip().partition("/")
    start, end = _edge(first, first=True), _edge(last if stroke else first, first=False)
    return Interval(start, end)


def _edge(text: str, first: bool) -> date | None:
    parts = [int(part) for part in text.strip().split("-")] if text.strip() else []
    if not parts:
        return None
    year = parts[0]
    month = parts[1] if len(parts) > 1 else 1 if first else 12
    day = parts[2] if len(parts) > 2 else 1 if first else monthrange(year, month)[1]
    return date(year, month, day)


def _number(field: str, value: Any, now: Number | None) -> dict[str, Any]:
    try:
        found = load_number(value) if isinstance(value, dict) else _counting(_typed(str(value).strip()), now)
        if found.bound not in BOUNDS:
            raise ValueError(found.bound)
        if found.high is not None and found.high <= found.value:
            low, high = (amount(Number(side), "en") for side in (found.value, found.high))
            raise OptionError(f"{low}-{high}: it ends before it begins; give the smaller number first.")
    except (ValueError, TypeError, KeyError) as error:
        raise OptionError(
            f"{value}: no {field} is written so; give 84, more_than 80 country or 10-12 person."
        ) from error
    return dump_number(found)


def _counting(number: Number, now: Number | None) -> Number:
    """A number that was typed, with the unit that its words are of; where none was typed, of what it counted before.
    Raises OptionError for what no number counts."""
    was, given = now.unit if now else None, number.unit
    if given is None or given == NOTHING:
        return replace(number, unit=was if given is None else None)
    unit = was if was and given in (was, unit_word(was, "ar")) else unit_named(given)
    if unit is None:
        raise OptionError(f"{given}: nothing is counted in this; give a noun such as person or country, or USD.")
    return replace(number, unit=unit)


def _typed(text: str) -> Number:
    found = _NUMBER.fullmatch(text)
    if found is None:
        raise ValueError(text)
    low, high = (float(part.replace(",", "")) if part else None for part in found.group("low", "high"))
    assert low is not None  # the pattern asks for it
    return Number(low, found["unit"], found["bound"] or "exact", high)


def shown_value(value: Any) -> str:
    """A value of a decision on one line, for lists: words, days, a number."""
    if value is None:
        return "-"
    if isinstance(value, list):
        return "; ".join(shown_value(v) for v in value)
    if isinstance(value, dict) and "words" in value:
        return str(value["words"])
    if isinstance(value, dict) and "text" in value:
        return str(value["text"])
    if isinstance(value, dict) and "from" in value:
        days = [value["from"] or "", value["to"] or ""]
        return days[0] if days[0] == days[1] else "/".join(days)
    if isinstance(value, dict):
        return amount(load_number(value), "en")
    return str(value)


__all__ = ["fields_of", "named", "shown_value", "value_for"]
