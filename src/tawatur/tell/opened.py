"""Facts opened: every value with its origins and their reasons, every sentence with its report, speaker and chain."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from tawatur.record.schema import SCHEMA
from tawatur.record.types import Event, Evidence, Fact, Interval, Origin, Span, Value
from tawatur.tell.chains import origin_lines, why_line
from tawatur.tell.lines import of_whom
from tawatur.tell.page import Line
from tawatur.tell.view import View
from tawatur.text.direction import direction
from tawatur.text.sentences import enclosing

SENTENCES = 60  # of one value
_AROUND = 160  # letters on either side of what tells it
_CUT = "[...]"


@dataclass(slots=True)
class Said:
    """A sentence of a report in three: before the words that tell it, these (`start` and `end` are their offsets in the
    report), after. Where it is long, what is left out is marked. `status`: planned, done ... where that says something;
    `chain`: who says it and through whom, empty for the outlet's own voice; `own`: whether it is that."""

    report: str
    start: int
    end: int
    before: str
    words: str
    after: str
    direction: str
    status: str = ""
    chain: Line = field(default_factory=list)
    own: bool = False


@dataclass(slots=True)
class Given:
    """One value: its words, since when to when reports say so, in which; how many independent origins it has, and each
    with the ways it came; sentences, and how many more there are."""

    line: Line
    as_of: Interval | None
    refs: Line
    count: int
    origins: list[tuple[Line, list[Line]]]
    said: list[Said]
    more: int


@dataclass(slots=True)
class Opened:
    """A fact with whom it is of (`whom`), all its values, and the sentences that deny it."""

    fact: Fact
    whom: Line
    values: list[Given]
    denials: list[Said]


def opened(view: View, fact: Fact) -> Opened:
    """A fact with all that stands behind it in this view."""
    values = [_given(view, fact, value, SENTENCES, origins=True) for value in fact.values]
    return Opened(fact, of_whom(view, fact), values, _sentences(view, fact.denials)[:SENTENCES])


def shut(view: View, fact: Fact) -> Opened:
    """A fact with one sentence for each value and one that denies it, without its origins: what stands on a page before
    it is opened."""
    values = [_given(view, fact, value, 1, origins=False) for value in fact.values]
    return Opened(fact, of_whom(view, fact), values, [_said(view, d) for d in fact.denials[:1]])


def said(view: View, report: str, telling: Event) -> Said:
    """The words by which a report tells an event, in their sentence."""
    return _said(view, Evidence(telling.start, telling.end, telling.text, report, telling.id))


def _given(view: View, fact: Fact, value: Value, most: int, origins: bool) -> Given:
    places = [e for e in value.evidence if e.report in view.heads]
    if most == 1:
        places = sorted(places, key=lambda e: (view.number[e.report], e.start))[:1]
    sentences = _sentences(view, places)
    ways = [_way(view, value, origin) for origin in value.origins] if origins else []
    as_of = value.as_of if len(fact.values) > 1 else None
    line = view.fact_value(fact, value)
    refs, more = view.refs(value.reports), max(0, len(sentences) - most)
    return Given(line, as_of, refs, len(value.origins), ways, sentences[:most], more)


def _way(view: View, value: Value, origin: Origin) -> tuple[Line, list[Line]]:
    """An origin with its reason; of several reports, how each has it: one says that at its sentence."""
    return why_line(view, origin), origin_lines(view, value, origin) if len(origin.reports) > 1 else []


def _sentences(view: View, evidence: Iterable[Evidence]) -> list[Said]:
    """A sentence once, though several events of its report stand in it; in the order of publication."""
    found: dict[tuple[str, int], Said] = {}
    places = sorted((e for e in evidence if e.report in view.heads), key=lambda e: (view.number[e.report], e.start))
    for place in places:
        said = _said(view, place)
        found.setdefault((place.report, said.start - len(said.before)), said)
    return list(found.values())


def _said(view: View, place: Evidence) -> Said:
    text = view.heads[place.report].text
    first, last = enclosing(text, place.start, place.end)
    before, words, after = (_one_line(part) for part in _split(text, first, place, last))
    made = Said(place.report, place.start, place.end, before, words, after, direction(before + words + after))
    event = _telling(view, place)
    if event is not None:
        usual = SCHEMA.kinds[event.kind].state and event.status == "ongoing"
        made.status = "" if usual else event.status
        statement = view.voice(place.report, event)
        made.chain = view.chain(place.report, statement) if statement else []
        made.own = statement is None
    return made


def _split(text: str, first: int, place: Span, last: int) -> Sequence[str]:
    before, after = text[first : place.start], text[place.end : last]
    if len(before) > _AROUND:
        before = f"{_CUT} {before[-_AROUND:].partition(' ')[2]}"
    if len(after) > _AROUND:
        after = f"{after[:_AROUND].rpartition(' ')[0]} {_CUT}"
    return before, text[place.start : place.end], after


def _one_line(text: str) -> str:
    """A text with white space for line ends; what stands at its edges stays."""
    return " ".join(text.splitlines())


def _telling(view: View, place: Evidence) -> Event | None:
    reading = view.readings.get(place.report)
    if reading is None or place.event is None:
        return None
    return view.event(place.report, place.event)
