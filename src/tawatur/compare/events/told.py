"""What one report tells of its events by itself: all that comparing needs of its text, with entities by the ids of the
report. Made of a reading once, and kept; who is meant over all reports is added by `sighting`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from tawatur.compare.corpus import name_words, person_words, stems
from tawatur.compare.events.scopes import Scope, Scopes, denial, involvement, occurrence, statement_of
from tawatur.compare.events.sight import Ref
from tawatur.compare.events.worded import turn_of
from tawatur.record.types import Event, Number, Reading, Span

_LEAD, _LINES = 0.2, 250  # share of a report, and characters, within which it opens with its news
_NEXT = 200  # characters behind an event within which who says so is named
SO_MANY = ("killed", "count")
_NO_STEMS: frozenset[str] = frozenset()  # of an entity: those of its name over all reports count


@dataclass(slots=True)
class Telling:
    """An event as one report tells it. What is the same as in `Sight` is explained there.

    Entities go by the report's own ids, in `refs` as `Ref.id`, words have None there. `voice` is who tells the event,
    None for the outlet; `behalf` whom the voice may speak for, the likeliest first; `source` who is quoted right behind
    what the outlet tells itself of an incident, and `source_behalf` for whom he may speak; `near` who is named in its
    sentence; `size` the characters of its report.
    """

    event: Event
    refs: dict[str, list[Ref]]
    day: date | None
    size: int
    words: frozenset[str]
    near: tuple[str, ...] = ()
    voice: Ref | None = None
    behalf: tuple[str, ...] = ()
    source: Ref | None = None
    source_behalf: tuple[str, ...] = ()
    aims: list[frozenset[str]] = field(default_factory=list)
    scopes: Mapping[str, Scope] = field(default_factory=dict)
    blame: bool = False
    undone: bool = False
    denies: bool = False
    turn: int | None = None
    opens: bool = False
    beside: bool = False  # whether others of its kind that its report tells say something of it


def tellings_of(reading: Reading) -> list[Telling]:
    """The events of one report that happened or are said to happen, as it tells them."""
    if not reading.events:
        return []
    known = _known_as(reading)
    own = {entity.id for entity in reading.entities}
    named = [(m.start, m.entity) for m in reading.mentions if m.entity in own]
    found = [_telling(reading, event, known, named) for event in reading.events]
    _with_openings(found)
    _with_beside(found)
    return found


def _telling(reading: Reading, event: Event, known: Mapping[str, str], named: Sequence[tuple[int, str]]) -> Telling:
    left, right = _sentence(reading.report.text, event)
    aims = event.slots.get("aim") or event.slots.get("measure") or event.slots.get("topic") or []
    told, denied = statement_of(reading, event), event.status == "denied"
    speaker = told.speaker if told is not None else None
    source = _source(reading, event) if told is None and event.kind == "incident" else None
    return Telling(
        event,
        {
            slot: [_ref(str(v), known) for v in value]
            for slot, value in event.slots.items()
            if isinstance(value, list) and not any(isinstance(v, Span) for v in value)
        },
        reading.report.published,
        len(reading.report.text),
        stems(event.text),
        tuple(sorted({entity for start, entity in named if left <= start < right})),
        Ref(known.get(speaker), speaker, _NO_STEMS) if speaker is not None else None,
        _served(reading, speaker) if speaker is not None else (),
        Ref(known.get(source), source, _NO_STEMS) if source is not None else None,
        _served(reading, source) if source is not None else (),
        [stems(a.text) for a in aims if isinstance(a, Span)] if isinstance(aims, list) else [],
        Scopes(reading, event),
        denied and involvement(reading, event),
        denied and occurrence(reading, event),
        denied and denial(reading, event),
        turn_of(event),
    )


def _ref(value: str, known: Mapping[str, str]) -> Ref:
    entity = known.get(value) or known.get(" ".join(name_words(value)))
    return Ref(entity, value, _NO_STEMS) if entity else Ref(None, value, stems(value))


def _known_as(reading: Reading) -> dict[str, str]:
    """The report's own entities by their ids, and by the names that a slot may give in words: whole names, and family
    names that one person of the report bears."""
    found = {entity.id: entity.id for entity in reading.entities}
    for entity in reading.entities:
        words = name_words(entity.name.get("ar") or "")
        family = {person_words(entity.name.get("ar") or "")[-1:]} if entity.type == "person" else set()
        for form in sorted({" ".join(words)} | {" ".join(f) for f in family}):
            found.setdefault(form, entity.id)
    return found


def _source(reading: Reading, event: Event) -> str | None:
    """Who is quoted first behind an event, in what follows at once: news begin with what happened, and go on with who
    says so."""
    found = ((s.cue.start if s.cue else s.start, s.speaker) for s in reading.statements)
    behind = [(at, speaker) for at, speaker in found if event.end <= at <= event.end + _NEXT]
    return min(behind, key=lambda one: one[0])[1] if behind else None


def _served(reading: Reading, speaker: str) -> tuple[str, ...]:
    """The bodies or countries in whose name a speaker may speak: itself, those of which he is said to be minister or
    spokesman, or those that a description of him names."""
    types = {e.id: e.type for e in reading.entities}
    if types.get(speaker) == "person":
        served = [r.of for r in reading.roles if r.person == speaker and r.of in types]
        return tuple(sorted(filter(None, served), key=lambda e: types[e] != "organisation"))
    if speaker in types:
        return (speaker,)
    said = stems(speaker)
    called = ((stems(e.name.get("ar") or ""), e.id) for e in reading.entities if types[e.id] == "organisation")
    return tuple(ident for words, ident in sorted(called, key=lambda c: (-len(c[0]), c[1])) if words and words <= said)


def _sentence(text: str, span: Span) -> tuple[int, int]:
    """The line a span stands in, at most 300 characters to each side."""
    left = max(text.rfind("\n", 0, span.start) + 1, span.start - 300)
    stop = text.find("\n", span.end)
    return left, min(len(text) if stop < 0 else stop, span.end + 300)


def _with_openings(found: Iterable[Telling]) -> None:
    """Tell of the first event of each kind that a report tells whether the report opens with it."""
    first: dict[str, Telling] = {}
    for one in found:
        known = first.setdefault(one.event.kind, one)
        if one.event.start < known.event.start:
            first[one.event.kind] = one
    for one in first.values():
        one.opens = one.event.start <= max(_LEAD * one.size, _LINES)


def _with_beside(found: Iterable[Telling]) -> None:
    """Tell of every event whether others of its report say something of it (`rivals`, `gifts`): other incidents with
    dead of their own, one that was called off, other sums."""
    kinds: dict[str, list[Telling]] = defaultdict(list)
    for one in found:
        kinds[one.event.kind].append(one)
    for kind, some in kinds.items():
        off = any(one.event.status == "cancelled" for one in some)
        for one in some if len(some) > 1 else ():
            rivals = kind == "incident" and counts(one.event)
            one.beside = rivals or kind == "funding" or (off and one.event.status == "planned")


def counts(event: Event) -> bool:
    """Whether an event is told with its dead or with how many it struck."""
    return any(isinstance(event.slots.get(slot), Number) for slot in SO_MANY)
