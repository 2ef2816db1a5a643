"""What a mark in a report is: what was read there, the entity it names, the facts that rest on it, its twins."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import chain

from tawatur.record.types import Copied, Copy, Evidence, Fact, Interval, Number, Reading, Span
from tawatur.tell import labels
from tawatur.tell.amounts import amount
from tawatur.tell.lines import event_slots, told_by
from tawatur.tell.marks.layers import Mark, spans_of
from tawatur.tell.page import Line, Piece, joined
from tawatur.tell.view import View

_FACTS = 12  # shown of one mark
_TWINS = 12


@dataclass(slots=True)
class Meaning:
    """One thing that stands at a mark. `rows`: labels with what is known of it; `entity`: the merged entity that it
    names; `facts`: those that rest on it; `twins`: other places of a copied passage, of
    which this is its `own`; `place`: its position in the
    layer's list."""

    layer: str
    place: int
    span: Span
    rows: list[tuple[str, Line]] = field(default_factory=list)
    entity: str | None = None
    facts: list[Fact] = field(default_factory=list)
    copy: Copy | None = None
    own: Copied | None = None
    twins: list[Copied] = field(default_factory=list)


def meanings(view: View, name: str, mark: Mark) -> list[Meaning]:
    """All that stands at a mark of a report, in the order of its layer."""
    reading = view.readings[name]
    copied = view.copied_in(name)
    spans = spans_of(reading, [place for _, place in copied], mark.layer)
    found = []
    for place in mark.places:
        meaning = Meaning(mark.layer, place, spans[place])
        if mark.layer == "copies":
            _copy(view, name, meaning, *copied[place])
        elif mark.layer in _OF_LAYER:
            _OF_LAYER[mark.layer](view, name, reading, meaning)
        found.append(meaning)
    return found


def _time(view: View, name: str, reading: Reading, meaning: Meaning) -> None:
    time = reading.times[meaning.place]
    known = time.interval.first is not None or time.interval.last is not None
    if known:
        meaning.rows.append((view.label("means"), [Piece(labels.interval(time.interval, view.lang))]))
    meaning.rows.append((view.label("precision"), [Piece(labels.word_of("precisions", time.precision, view.lang))]))
    if known:
        meaning.facts = _resting(view, name, time, lambda fact, value: value == time.interval)


def _quantity(view: View, name: str, reading: Reading, meaning: Meaning) -> None:
    quantity = reading.quantities[meaning.place]
    meaning.rows.append((view.label("means"), [Piece(amount(quantity.number, view.lang))]))
    if quantity.ordinal:
        meaning.rows.append(("", [Piece(view.label("number_numbers"))]))
    meaning.facts = _resting(view, name, quantity, lambda fact, value: value == quantity.number)


def _mention(view: View, name: str, reading: Reading, meaning: Meaning) -> None:
    mention = reading.mentions[meaning.place]
    ident = view.local(name, mention.entity)
    meaning.entity = ident if ident in view.entities else None
    kind = labels.word_of("entity_type", mention.type, view.lang)
    meaning.rows.append((view.label("is_name_of"), [*view.name(ident), Piece(f" {kind}", "muted")]))
    for role in reading.roles:
        if role.start <= mention.start and mention.end <= role.end and view.local(name, role.person) == ident:
            of = [Piece(view.label("between_slots")), *view.name(view.local(name, role.of))] if role.of else []
            meaning.rows.append((view.label("role_title"), [Piece(role.title, "quote"), *of]))
    by = [labels.word_of("found_by", source, view.lang) for source in mention.by]
    if by:
        meaning.rows.append((view.label("found_through"), [Piece(view.label("comma").join(by))]))
    if mention.confidence < 1:
        meaning.rows.append((view.label("sureness"), [Piece(labels.percent(mention.confidence, view.lang))]))
    meaning.facts = _resting(view, name, mention, lambda fact, value: ident in (value, fact.qualifier, fact.subject))


def _statement(view: View, name: str, reading: Reading, meaning: Meaning) -> None:
    statement = reading.statements[meaning.place]
    meaning.rows.append((view.label("speaker"), view.chain(name, statement)))
    how = [Piece(labels.word_of("statement_kinds", statement.kind, view.lang))]
    if statement.denies:
        how += [Piece(view.label("comma")), Piece(view.label("denial"), "strong")]
    meaning.rows.append((view.label("how_said"), how))
    if statement.cue:
        meaning.rows.append((view.label("said_with"), [Piece(statement.cue.text, "quote")]))
    told = {e.id for e in reading.events if e.statement == meaning.place}
    meaning.facts = _of_events(view, name, told)


def _event(view: View, name: str, reading: Reading, meaning: Meaning) -> None:
    event = reading.events[meaning.place]
    kind = labels.kind_label(event.kind, view.lang)
    status = labels.word("statuses", event.status, view.lang)
    meaning.rows.append((kind, [Piece(status, "strong"), *told_by(view, name, event)]))
    meaning.rows += event_slots(view, name, event)
    meaning.facts = _of_events(view, name, {event.id})


def _copy(view: View, name: str, meaning: Meaning, copy: Copy, own: Copied) -> None:
    meaning.copy, meaning.own = copy, own
    meaning.twins = [p for p in copy.places if (p.report, p.start) != (name, own.start)][:_TWINS]
    share = f"{labels.percent(own.share, view.lang)} {view.label('share')}"
    parts: list[Line] = [[Piece(labels.word_of("copy_kinds", copy.kind, view.lang))], [Piece(share)]]
    meaning.rows.append((view.label("stands"), joined(parts)))
    if copy.first is not None:
        first = [Piece(view.outlet(copy.first)), Piece(" "), *view.refs([copy.first])]
        meaning.rows.append((view.label("first"), first))
    doubts = [labels.word_of("copy_doubts", doubt, view.lang) for doubt in copy.unsure]
    if doubts:
        meaning.rows.append((view.label("unsure"), [Piece(view.label("comma").join(doubts))]))
    if own.agencies:
        meaning.rows.append((view.label("whose_text"), joined([view.name(a) for a in own.agencies])))


Holds = Callable[[Fact, str | Interval | Number, Evidence], bool]


def _resting(view: View, name: str, span: Span, holds: Callable[[Fact, str | Interval | Number], bool]) -> list[Fact]:
    """The facts with a value for which `holds`, whose evidence meets the span or is an event's that it stands in."""
    near = {
        event.id
        for event in view.readings[name].events
        if any(_meet(place, span) for place in (event, *chain.from_iterable(event.evidence.values())))
    }
    return _told(view, name, lambda fact, value, e: (e.event in near or _meet(e, span)) and holds(fact, value))


def _meet(a: Span, b: Span) -> bool:
    return a.start < b.end and b.start < a.end


def _of_events(view: View, name: str, events: set[str]) -> list[Fact]:
    """The facts that these events of a report tell."""
    return _told(view, name, lambda fact, value, e: e.event in events)


def _told(view: View, name: str, holds: Holds) -> list[Fact]:
    """The facts with evidence in a report for which `holds`, at most so many as a page shows."""
    found = []
    for fact in view.comparison.facts:
        values = [(v.value, e) for v in fact.values for e in v.evidence if e.report == name]
        if any(holds(fact, value, e) for value, e in values):
            found.append(fact)
    return found[:_FACTS]


_OF_LAYER: dict[str, Callable[[View, str, Reading, Meaning], None]] = {
    "times": _time,
    "quantities": _quantity,
    "mentions": _mention,
    "statements": _statement,
    "events": _event,
}
