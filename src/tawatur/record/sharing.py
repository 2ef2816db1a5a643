"""Equal parts of readings kept once: news repeats its names, and tens of thousands of readings are held together."""

from __future__ import annotations

from functools import lru_cache
from sys import intern

from tawatur.record.types import Entity, Event, Interval, Number, Reading, Report, Span

_OFFSETS = tuple(range(1 << 14))  # offsets of most reports; Python makes a new object of every number above 256
_LONG = 48  # characters; longer wordings seldom come again


def shared(reading: Reading) -> Reading:
    """The same reading, which has what is equal in it and in others in common with them; it is changed in place."""
    _report(reading.report)
    for span in (*reading.times, *reading.quantities, *reading.mentions, *reading.roles, *reading.statements):
        _place(span)
    for time in reading.times:
        time.interval, time.precision = _interval(time.interval), intern(time.precision)
    for quantity in reading.quantities:
        quantity.number = _number(quantity.number)
    for mention in reading.mentions:
        mention.type, mention.entity = intern(mention.type), intern(mention.entity)
        mention.by, mention.confidence = _sources(mention.by), _sureness(mention.confidence)
    for entity in reading.entities:
        _entity(entity)
    for role in reading.roles:
        role.person, role.title, role.of = intern(role.person), _word(role.title), _maybe(role.of)
    for statement in reading.statements:
        statement.kind, statement.speaker = intern(statement.kind), _maybe(statement.speaker)
        statement.via = [_word(link) for link in statement.via]
        if statement.cue is not None:
            _place(statement.cue)
    for event in reading.events:
        _event(event)
    return reading


def _report(report: Report) -> None:
    report.outlet, report.dateline, report.language = (
        _maybe(report.outlet),
        _maybe(report.dateline),
        intern(report.language),
    )
    report.authors = [_word(author) for author in report.authors]
    for span in report.junk:
        _place(span)


def _place(span: Span) -> None:
    span.start, span.end, span.text = _offset(span.start), _offset(span.end), _word(span.text)


def _entity(entity: Entity) -> None:
    entity.id, entity.type, entity.wikidata = intern(entity.id), intern(entity.type), _maybe(entity.wikidata)
    entity.name = {intern(language): _maybe(name) for language, name in entity.name.items()}
    entity.aliases = [_word(alias) for alias in entity.aliases]


def _event(event: Event) -> None:
    _place(event)
    event.id, event.kind, event.status = intern(event.id), intern(event.kind), intern(event.status)
    for slot, value in event.slots.items():
        if isinstance(value, Interval):
            event.slots[slot] = _interval(value)
        elif isinstance(value, Number):
            event.slots[slot] = _number(value)
        elif isinstance(value, str):
            event.slots[slot] = _word(value)
        elif all(isinstance(item, str) for item in value):
            event.slots[slot] = [_word(str(item)) for item in value]
    for span in (span for spans in event.evidence.values() for span in spans):
        _place(span)


def _offset(number: int) -> int:
    return _OFFSETS[number] if 0 <= number < len(_OFFSETS) else number


def _word(text: str) -> str:
    return intern(text) if len(text) <= _LONG else text


def _maybe(text: str | None) -> str | None:
    return None if text is None else _word(text)


@lru_cache(1 << 14)
def _interval(interval: Interval) -> Interval:
    return interval


def _number(number: Number) -> Number:
    return _numbers(number.value, number.unit, number.bound, number.high)


@lru_cache(1 << 14, typed=True)  # 3 and 3.0 are shown otherwise
def _numbers(value: float, unit: str | None, bound: str, high: float | None) -> Number:
    return Number(value, unit, bound, high)


@lru_cache(1 << 10)
def _sources(by: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(intern(source) for source in by)


@lru_cache(1 << 10, typed=True)
def _sureness(confidence: float) -> float:
    return confidence
