"""How sights are made: what each report tells of its events, with entities by their merged ids."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from tawatur.compare.corpus import Corpus, name_words, person_words, stems
from tawatur.compare.countries import is_country
from tawatur.compare.entities.profiles import Names
from tawatur.compare.events.gifts import with_sole
from tawatur.compare.events.rivals import with_moved, with_openings, with_rivals
from tawatur.compare.events.scopes import Scopes, denial, involvement, occurrence, statement_of
from tawatur.compare.events.sight import HEAD, Known, Ref, Sight, key_of
from tawatur.compare.events.worded import turn_of
from tawatur.record.types import Event, Interval, MergedEntity, Reading, Span

_PARTY = ("attended", "host", "chair", "convener")


def sights(
    corpus: Corpus, merged: Names, entities: Sequence[MergedEntity], stories: Mapping[str, str]
) -> dict[str, Sight]:
    """Every event of every report, by key; `stories` names the story of each report."""
    known = Known.of(entities)
    return {s.key: s for name, r in corpus for s in sights_of(name, r, merged, known, stories.get(name))}


def sights_of(
    name: str,
    reading: Reading,
    merged: Names,
    known: Known,
    story: str | None,
    kinds: Collection[str] | None = None,
) -> list[Sight]:
    """The events of one report that happened or are said to happen, those of some kinds alone where these are given;
    `merged` need hold its own entities only."""
    inside = with_names(name, reading, merged) if reading.events else {}
    named = [(m.start, merged[name, m.entity]) for m in reading.mentions if (name, m.entity) in merged]
    told = [event for event in reading.events if kinds is None or event.kind in kinds]
    found = [_sight(name, reading, event, inside, named, known, story) for event in told]
    with_rivals(found)
    with_moved(found)
    with_openings(found)
    with_sole(found)
    return found


def _sight(
    name: str,
    reading: Reading,
    event: Event,
    inside: Names,
    named: Sequence[tuple[int, str]],
    known: Known,
    story: str | None,
) -> Sight:
    refs = {
        slot: [_ref(name, str(v), inside, known) for v in value]
        for slot, value in event.slots.items()
        if isinstance(value, list) and not any(isinstance(v, Span) for v in value)
    }
    when = event.slots.get("date") or event.slots.get("period")
    left, right = _sentence(reading.report.text, event)
    near = {entity for start, entity in named if left <= start < right}
    aims = event.slots.get("aim") or event.slots.get("measure") or event.slots.get("topic") or []
    targets = refs.get("target", ()) if event.kind == "incident" else ()
    return Sight(
        key_of(name, event.id),
        name,
        event.kind,
        event,
        refs,
        when if isinstance(when, Interval) and (when.first or when.last) else None,
        reading.report.published,
        stems(event.text),
        frozenset(n for n in near if known.types.get(n) not in ("place", "work")),
        voice_of(name, reading, event, inside),
        story,
        [stems(a.text) for a in aims if isinstance(a, Span)] if isinstance(aims, list) else [],
        _persons(targets, known),
        event.start <= HEAD * len(reading.report.text),
        scopes=Scopes(reading, event),
        blame=event.status == "denied" and involvement(reading, event),
        undone=event.status == "denied" and occurrence(reading, event),
        denies=event.status == "denied" and denial(reading, event),
        behalf=behalf_of(name, reading, event, inside, known),
        turn=turn_of(event),
        party=_persons((r for slot in _PARTY for r in refs.get(slot, ())), known),
        size=len(reading.report.text),
    )


def _ref(report: str, value: str, inside: Names, known: Known) -> Ref:
    entity = _entity(report, value, inside)
    return known.refs[entity] if entity else Ref(None, value, stems(value))


def ref(report: str, value: str, merged: Names, names: Mapping[str, frozenset[str]]) -> Ref:
    """What a slot's value refers to."""
    entity = _entity(report, value, merged)
    return Ref(entity, value, names[entity]) if entity else Ref(None, value, stems(value))


def _entity(report: str, value: str, merged: Names) -> str | None:
    return merged.get((report, value)) or merged.get((report, " ".join(name_words(value))))


def with_names(name: str, reading: Reading, merged: Names) -> dict[tuple[str, str], str]:
    """The merged ids of a report's entities by their ids, and by the names that a slot may give in words: whole names,
    and family names that one person of the report bears."""
    found = {(name, e.id): merged[name, e.id] for e in reading.entities}
    for entity in reading.entities:
        words = name_words(entity.name.get("ar") or "")
        family = {person_words(entity.name.get("ar") or "")[-1:]} if entity.type == "person" else set()
        for form in sorted({" ".join(words)} | {" ".join(f) for f in family}):
            found.setdefault((name, form), merged[name, entity.id])
    return found


def voice_of(name: str, reading: Reading, event: Event, merged: Names) -> str | None:
    """Who tells an event: a merged id or words; None for the outlet itself."""
    speaker = _speaker(reading, event)
    return None if speaker is None else merged.get((name, speaker), speaker)


def behalf_of(name: str, reading: Reading, event: Event, merged: Names, known: Known) -> str | None:
    """The body or the country in whose name an event is told, by its merged id: the speaker itself, that of which he is
    said to be minister or spokesman, or the body that a description of him names."""
    speaker = _speaker(reading, event)
    if speaker is None:
        return None
    types = {e.id: e.type for e in reading.entities}
    of: list[str]
    if types.get(speaker) == "person":
        served = [r.of for r in reading.roles if r.person == speaker and r.of in types]
        of = sorted(filter(None, served), key=lambda e: types[e] != "organisation")
    elif speaker in types:
        of = [speaker]
    else:
        said = stems(speaker)
        called = ((stems(e.name.get("ar") or ""), e.id) for e in reading.entities if types[e.id] == "organisation")
        of = [ident for words, ident in sorted(called, key=lambda c: (-len(c[0]), c[1])) if words and words <= said]
    bodies = [merged[name, e] for e in of if (name, e) in merged]
    return next((b for b in bodies if known.types.get(b) == "organisation" or is_country(b)), None)


def _speaker(reading: Reading, event: Event) -> str | None:
    """Who speaks in the statement that tells an event, as the report names him."""
    told = statement_of(reading, event)
    return told.speaker if told is not None else None


def _persons(refs: Iterable[Ref], known: Known) -> frozenset[str]:
    return frozenset(r.id for r in refs if r.id and known.types.get(r.id) == "person")


def _sentence(text: str, span: Span) -> tuple[int, int]:
    """The line a span stands in, at most 300 characters to each side."""
    left = max(text.rfind("\n", 0, span.start) + 1, span.start - 300)
    stop = text.find("\n", span.end)
    return left, min(len(text) if stop < 0 else stop, span.end + 300)
