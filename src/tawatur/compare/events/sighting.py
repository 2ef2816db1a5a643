"""How sights are made: what each report tells of its events, with entities by their merged ids."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from tawatur.compare.corpus import name_words, stems
from tawatur.compare.countries import is_country
from tawatur.compare.entities.profiles import Names
from tawatur.compare.events.gifts import with_sole
from tawatur.compare.events.offices import Office, office_of, state_of
from tawatur.compare.events.rivals import with_moved, with_rivals
from tawatur.compare.events.sight import HEAD, Known, Mouth, Ref, Sight, gist_of, key_of
from tawatur.compare.events.told import Telling
from tawatur.record.types import Interval

_PARTY = ("attended", "host", "chair", "convener")


def sights(
    tellings: Mapping[str, Sequence[Telling]], merged: Names, known: Known, stories: Mapping[str, str]
) -> dict[str, Sight]:
    """The events that are told in some reports, by key; `stories` names the story of each report."""
    made = (sights_of(name, told, merged, known, stories.get(name)) for name, told in tellings.items())
    return {sight.key: sight for some in made for sight in some}


def sights_of(name: str, tellings: Sequence[Telling], merged: Names, known: Known, story: str | None) -> list[Sight]:
    """The events of one report; of each that others of its kind say something of, these must be among them. `merged`
    need hold the report's own entities only."""
    found = [_sight(name, telling, merged, known, story) for telling in tellings]
    with_rivals(found)
    with_moved(found)
    with_sole(found)
    return found


def _sight(name: str, told: Telling, merged: Names, known: Known, story: str | None) -> Sight:
    event = told.event
    refs = {slot: [_over_all(name, r, merged, known) for r in some] for slot, some in told.refs.items()}
    when = event.slots.get("date") or event.slots.get("period")
    near = (merged[name, entity] for entity in told.near if (name, entity) in merged)
    mouth = _mouth(name, told.voice, told.behalf, merged, known)  # None: the outlet itself
    voice, behalf = (mouth.voice, mouth.behalf) if mouth is not None else (None, None)
    targets = refs.get("target", ()) if event.kind == "incident" else ()
    return Sight(
        key_of(name, event.id),
        name,
        event.kind,
        event,
        refs,
        when if isinstance(when, Interval) and (when.first or when.last) else None,
        told.day,
        told.words,
        frozenset(n for n in near if known.types.get(n) not in ("place", "work")),
        voice,
        story,
        told.aims,
        _persons(targets, known),
        event.start <= HEAD * told.size,
        scopes=told.scopes,
        blame=told.blame,
        undone=told.undone,
        denies=told.denies,
        behalf=behalf,
        office=_office(voice, behalf, known),
        called=mouth.called if mouth is not None else frozenset(),
        states=mouth.states if mouth is not None else frozenset(),
        source=_mouth(name, told.source, told.source_behalf, merged, known),
        turn=told.turn,
        party=_persons((r for slot in _PARTY for r in refs.get(slot, ())), known),
        size=told.size,
        opens=told.opens,
        gist=gist_of(told.words) if event.kind == "incident" else "",
    )


def _mouth(name: str, one: Ref | None, served: Iterable[str], merged: Names, known: Known) -> Mouth | None:
    """Who tells something, over all reports; `served`: for whom he may speak."""
    if one is None:
        return None
    teller = _over_all(name, one, merged, known)
    voice, behalf = teller.id or teller.text, _behalf(name, served, merged, known)
    states = frozenset(filter(None, (_state(one, known) for one in (voice, behalf))))
    return Mouth(voice, behalf, _called(teller), states)


def _over_all(name: str, one: Ref, merged: Names, known: Known) -> Ref:
    return known.refs[merged[name, one.id]] if one.id is not None else one


def ref(report: str, value: str, merged: Names, names: Mapping[str, frozenset[str]]) -> Ref:
    """What a value refers to that a report gives by an entity's id or in words."""
    entity = merged.get((report, value)) or merged.get((report, " ".join(name_words(value))))
    return Ref(entity, value, names[entity]) if entity else Ref(None, value, stems(value))


def _behalf(name: str, served: Iterable[str], merged: Names, known: Known) -> str | None:
    """The body or the country in whose name an event is told, by its merged id."""
    bodies = [merged[name, entity] for entity in served if (name, entity) in merged]
    return next((b for b in bodies if known.types.get(b) == "organisation" or is_country(b)), None)


def _office(voice: str | None, behalf: str | None, known: Known) -> Office | None:
    """The organ that a voice is or speaks for: by the name of its body, else by the words that describe it."""
    if voice is None:
        return None
    if behalf is not None and known.types.get(behalf) == "organisation":
        found = office_of(known.refs[behalf].text)
        return replace(found, itself=found.itself and voice == behalf) if found else None
    return None if voice.isascii() else office_of(voice)


def _called(teller: Ref) -> frozenset[str]:
    """The stems of what a voice is called: an entity by its name over all reports, any other as its report says."""
    return teller.stems if teller.id is not None else stems(teller.text)


def _name(voice: str, known: Known) -> str:
    """What a voice, by its merged id or in words, is called."""
    return known.refs[voice].text if voice.isascii() and voice in known.types else voice


def _state(voice: str | None, known: Known) -> str | None:
    """The country that a voice is, or of which it is an organ."""
    if voice is None:
        return None
    return voice if is_country(voice) else state_of(_name(voice, known))


def _persons(refs: Iterable[Ref], known: Known) -> frozenset[str]:
    return frozenset(r.id for r in refs if r.id and known.types.get(r.id) == "person")
