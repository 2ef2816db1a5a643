"""An event as it is compared: its slots with entities by their merged ids, its wording, and where it stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from tawatur.compare.corpus import Corpus, alike, name_words, person_words, stems
from tawatur.compare.days import gap
from tawatur.compare.profiles import Names
from tawatur.record.types import Event, Interval, MergedEntity, Number, Reading, Span

SAME_WORDS = 0.5  # share from which two wordings name one thing
HEAD = 0.4  # share of a report that holds its news
FAR = 10  # days before publication from which an event is no news


@dataclass(slots=True, frozen=True)
class Ref:
    """What fills an entity slot: a merged entity's id, or words with their stems."""

    id: str | None
    text: str
    stems: frozenset[str]

    def same(self, other: Ref) -> bool:
        """One entity, or words that say the same; a name and words by the name's wording."""
        if self.id is not None and other.id is not None:
            return self.id == other.id
        if self.id is None and other.id is None:
            return alike(self.stems, other.stems) >= SAME_WORDS
        return self.stems == other.stems


@dataclass(slots=True)
class Sight:
    """One report's event, ready to be compared."""

    key: str  # "report event", as clusters name it
    report: str
    event: Event
    refs: dict[str, list[Ref]]
    when: Interval | None
    day: date | None  # of publication
    words: frozenset[str]
    near: frozenset[str]  # entities named in its sentence that are no places
    voice: str | None  # who tells it: a merged id or words; None for the outlet itself
    story: str | None = None
    aims: list[frozenset[str]] = field(default_factory=list)
    victims: frozenset[str] = frozenset()  # persons among an incident's targets
    news: bool = False  # whether it stands where a report tells its news: in its first part

    @property
    def firm(self) -> bool:
        """Whether its day can be held against others: what a report opens with is seldom of last month, and a far day
        found there is mostly that of a clause beside it."""
        far = self.when is not None and self.day is not None and gap(self.when, Interval(self.day, None)) > FAR
        return not (far and self.news)

    @property
    def news_days(self) -> Interval | None:
        """The day that stands in for an undated happening's own: that of publication."""
        if self.when or not self.day or self.event.status != "done":
            return None
        return Interval(self.day, self.day)


def key_of(report: str, event: str) -> str:
    return f"{report} {event}"


def sights(
    corpus: Corpus, merged: Names, entities: Sequence[MergedEntity], stories: Mapping[str, str]
) -> dict[str, Sight]:
    """Every event of every report that happened or is said to happen, by key; an empty id is the report's own words."""
    names = {e.id: stems(e.name.get("ar") or e.name.get("en") or e.id) for e in entities}
    types = {e.id: e.type for e in entities}
    found: dict[str, Sight] = {}
    for name, reading in corpus:
        known = with_names(name, reading, merged)
        for event in reading.events:
            sight = _sight(name, reading, event, known, names, types)
            sight.day, sight.story = corpus.day(name), stories.get(name)
            targets = sight.refs.get("target", ()) if event.kind == "incident" else ()
            sight.victims = frozenset(r.id for r in targets if r.id and types.get(r.id) == "person")
            sight.news = event.start <= HEAD * len(reading.report.text)
            found[sight.key] = sight
    return found


def _sight(
    name: str,
    reading: Reading,
    event: Event,
    merged: Names,
    names: Mapping[str, frozenset[str]],
    types: Mapping[str, str],
) -> Sight:
    refs = {
        slot: [ref(name, str(v), merged, names) for v in value]
        for slot, value in event.slots.items()
        if isinstance(value, list) and not any(isinstance(v, Span) for v in value)
    }
    when = event.slots.get("date") or event.slots.get("period")
    left, right = _sentence(reading.report.text, event)
    near = {merged[name, m.entity] for m in reading.mentions if left <= m.start < right and (name, m.entity) in merged}
    aims = event.slots.get("aim") or event.slots.get("measure") or event.slots.get("topic") or []
    return Sight(
        key_of(name, event.id),
        name,
        event,
        refs,
        when if isinstance(when, Interval) and (when.first or when.last) else None,
        None,
        stems(event.text),
        frozenset(n for n in near if types.get(n) not in ("place", "work")),
        voice_of(name, reading, event, merged),
        None,
        [stems(a.text) for a in aims if isinstance(a, Span)] if isinstance(aims, list) else [],
    )


def ref(report: str, value: str, merged: Names, names: Mapping[str, frozenset[str]]) -> Ref:
    """What a slot's value refers to."""
    entity = merged.get((report, value)) or merged.get((report, " ".join(name_words(value))))
    return Ref(entity, value, names[entity]) if entity else Ref(None, value, stems(value))


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
    index = event.statement
    if index is None or not 0 <= index < len(reading.statements):
        return None
    speaker = reading.statements[index].speaker
    return None if speaker is None else merged.get((name, speaker), speaker)


def _sentence(text: str, span: Span) -> tuple[int, int]:
    """The line a span stands in, at most 300 characters to each side."""
    left = max(text.rfind("\n", 0, span.start) + 1, span.start - 300)
    stop = text.find("\n", span.end)
    return left, min(len(text) if stop < 0 else stop, span.end + 300)


def number(event: Event, slot: str) -> Number | None:
    found = event.slots.get(slot)
    return found if isinstance(found, Number) else None
