"""What one report brings to the making of stories, by itself: its words, its names, its dated events, its day."""

from __future__ import annotations

from array import array
from collections import Counter
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from math import log

from tawatur.compare.countries import country_of
from tawatur.compare.days import gap
from tawatur.compare.entities.profiles import Names
from tawatur.compare.fingerprints import Words, word_key
from tawatur.record.schema import SCHEMA
from tawatur.record.types import Event, Interval, Reading
from tawatur.text.words import SIGN, tokenize

FIRST = 50  # words of a report that tell its news
NEWS = 1.5  # what a word of the title or among the first counts for
HEAD = 0.4  # share of a report in which an undated event is of its day
NEAR = 3  # days from a report beyond which an event is not what it is for
# Whose events exclude each other: two meetings of one body on two days, two attacks in one place.
PARTIES = {
    "meeting": ("body",),
    "designation": ("authority",),
    "incident": ("place", "actor"),
    "visit": ("visitor",),
    "funding": ("donor",),
}
_NAMES = {"place": 0.5, "work": 0.1}  # what a name counts for by its type, where it is not 1

Anchor = tuple[str, str, date]  # kind of event, what it names, its day


@dataclass(slots=True)
class Outline:
    """A report as stories are made: its words with their weights, its title's words, its names with what they count
    for, its dated events and those of the countries they are in, and of its main event the kind, the day and the
    parties."""

    report: str
    day: date | None
    words: tuple[str, ...]
    weights: array[float]
    title: frozenset[str]
    names: dict[str, float]
    anchors: frozenset[Anchor]
    around: frozenset[Anchor]
    main: tuple[str, Interval, frozenset[str]] | None


def outline(name: str, reading: Reading, merged: Names, words: Words) -> Outline:
    """The outline of a report; `merged` names its entities over reports, `words` are its own, without its junk.

    A word counts 1 and the logarithm of how often it stands, half as much again where it tells the news.
    """
    title = title_words(reading, words)
    counts = Counter(words.keys)
    counts.update(sorted(title))
    news = title.union(words.keys[:FIRST])
    junk = reading.report.junk
    types = {e.id: e.type for e in reading.entities}
    named = {
        m.entity
        for m in reading.mentions
        if (name, m.entity) in merged and not any(j.start < m.end and m.start < j.end for j in junk)
    }
    head, day = HEAD * len(reading.report.text), reading.report.published
    anchors = frozenset(a for e in reading.events for a in _anchors(name, e, merged, day if e.start <= head else None))
    return Outline(
        name,
        day,
        tuple(counts),
        array("f", ((1 + log(n)) * (NEWS if word in news else 1) for word, n in counts.items())),
        title,
        {merged[name, entity]: _NAMES.get(types.get(entity, ""), 1.0) for entity in sorted(named)},
        anchors,
        _around(anchors),
        _main(name, reading, merged),
    )


def title_words(reading: Reading, words: Words) -> frozenset[str]:
    """The keys of the title's words; those of the first sentence where a report has no title."""
    title = reading.report.title
    if title:
        return frozenset(_key(t.form) for t in tokenize(title) if t.kind != SIGN and t.form)
    return frozenset(key for key, sentence in zip(words.keys, words.sentences, strict=True) if sentence == 0)


@lru_cache(1 << 16)
def _key(form: str) -> str:
    return word_key(form)


def day_of(event: Event) -> Interval | None:
    """An event's date where it is a week or less."""
    found = event.slots.get("date")
    if isinstance(found, Interval) and found.first and found.last and (found.last - found.first).days < 7:
        return found
    return None


def _around(anchors: frozenset[Anchor]) -> frozenset[Anchor]:
    """Anchors of the countries: one outlet names the town, another the land."""
    countries = ((kind, country_of(entity), day) for kind, entity, day in anchors)
    return frozenset((kind, country, day) for kind, country, day in countries if country)


def _main(name: str, reading: Reading, merged: Names) -> tuple[str, Interval, frozenset[str]] | None:
    """The event a report says most of, where it has a day."""
    told = [e for e in reading.events if not SCHEMA.kinds[e.kind].state and e.kind != "statistic"]
    if not told:
        return None
    event = max(told, key=lambda e: (sum(max(1, len(_listed(v))) for v in e.slots.values()), -e.start, e.id))
    day = day_of(event)
    news = reading.report.published
    if day and news and gap(day, Interval(news, None)) > NEAR:
        return None  # what is past is not what the report is for
    parties = {merged.get((name, str(v))) for s in PARTIES.get(event.kind, ()) for v in _listed(event.slots.get(s))}
    return (event.kind, day, frozenset(p for p in parties if p)) if day else None


def _anchors(name: str, event: Event, merged: Names, news: date | None) -> list[Anchor]:
    """An event's kind and day with each thing it names; `news` is the day of what a report tells first undated."""
    found = day_of(event)
    day = found.first if found else None if "date" in event.slots or event.kind not in PARTIES else news
    return [(event.kind, entity, day) for entity in _named(name, event, merged)] if day else []


def _named(name: str, event: Event, merged: Names) -> set[str]:
    slots = [s.name for s in SCHEMA.kinds[event.kind].slots.values() if s.type == "entities"]
    named = {merged.get((name, str(v))) for s in slots for v in _listed(event.slots.get(s))}
    return {entity for entity in named if entity}


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else []
