"""An event as it is compared: its slots with entities by their merged ids, its wording, and where it stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from tawatur.compare.corpus import Corpus, alike, name_words, person_words, stems
from tawatur.compare.days import Days, days_of
from tawatur.compare.entities.profiles import Names
from tawatur.compare.events.scopes import Scope, involvement, scopes
from tawatur.compare.events.worded import turn_of
from tawatur.record.types import Event, Interval, MergedEntity, Number, Reading, Span

SAME_WORDS = 0.5  # share from which two wordings name one thing
HEAD = 0.4  # share of a report that holds its news
FAR = 10  # days before publication from which an event is no news
_PARTY = ("attended", "host", "chair", "convener")
COUNTS = ("killed", "count", "amount", "value")  # slots whose numbers are given of one thing
DATED = frozenset({"meeting", "designation", "incident", "visit", "funding", "founding"})


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
    """One report's event, ready to be compared.

    `days`, `said` and `published` are intervals of days as numbers: those of the event itself, those that are held
    against others' (of a membership or a group, those for which it is told), and the day of publication.
    """

    key: str  # "report event", as clusters name it
    report: str
    kind: str
    event: Event
    refs: dict[str, list[Ref]]
    when: Interval | None
    day: date | None  # of publication
    words: frozenset[str]
    near: frozenset[str]  # entities named in its sentence that are no places
    voice: str | None  # who tells it: a merged id or words; None for the outlet itself
    story: str | None
    aims: list[frozenset[str]]
    victims: frozenset[str]  # persons among an incident's targets
    news: bool  # whether it stands where a report tells its news: in its first part
    days: Days | None = None
    said: Days | None = None
    published: Days | None = None
    past: float = 0  # days from its end to publication
    firm: bool = True  # whether its day can be held against others
    scopes: Mapping[str, Scope] = field(default_factory=dict)  # what the event's numbers count, by slot
    blame: bool = False  # of a denial: that one had a part in it is denied, not that it was
    behalf: str | None = None  # the body that the voice is, or speaks for
    turn: int | None = None  # of an incident: the first, the second of several
    party: frozenset[str] = frozenset()  # persons who meet

    def __post_init__(self) -> None:
        """What a report opens with is seldom of last month: a far day found there is mostly that of a clause beside."""
        self.days = days_of(self.when) if self.when else None
        self.published = (self.day.toordinal(), self.day.toordinal()) if self.day else None
        self.past = max(0, self.published[0] - self.days[1]) if self.published and self.days else 0
        self.firm = not (self.past > FAR and self.news)
        self.said = self._said()

    def _said(self) -> Days | None:
        if self.kind in ("membership", "group"):
            as_of = self.event.slots.get("as_of")
            return days_of(as_of) if isinstance(as_of, Interval) and as_of.first else self.published
        return self.days if self.kind in DATED else None

    @property
    def news_days(self) -> Days | None:
        """The day that stands in for an undated happening's own: that of publication."""
        return self.published if self.when is None and self.event.status in ("done", "denied") else None


@dataclass(slots=True, frozen=True)
class Known:
    """What the sights of one report need of all reports: the merged entities, each as what fills a slot."""

    refs: Mapping[str, Ref]
    types: Mapping[str, str]

    @classmethod
    def of(cls, entities: Iterable[MergedEntity]) -> Known:
        """The entities of a record."""
        listed = list(entities)
        names = {e.id: e.name.get("ar") or e.name.get("en") or e.id for e in listed}
        return cls({i: Ref(i, name, stems(name)) for i, name in names.items()}, {e.id: e.type for e in listed})


def key_of(report: str, event: str) -> str:
    return f"{report} {event}"


def sights(
    corpus: Corpus, merged: Names, entities: Sequence[MergedEntity], stories: Mapping[str, str]
) -> dict[str, Sight]:
    """Every event of every report, by key; `stories` names the story of each report."""
    known = Known.of(entities)
    return {s.key: s for name, r in corpus for s in sights_of(name, r, merged, known, stories.get(name))}


def sights_of(name: str, reading: Reading, merged: Names, known: Known, story: str | None) -> list[Sight]:
    """The events of one report that happened or are said to happen; `merged` need hold its own entities only."""
    inside = with_names(name, reading, merged) if reading.events else {}
    named = [(m.start, merged[name, m.entity]) for m in reading.mentions if (name, m.entity) in merged]
    return [_sight(name, reading, event, inside, named, known, story) for event in reading.events]


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
        scopes=scopes(reading, event),
        blame=event.status == "denied" and involvement(reading, event),
        behalf=behalf_of(name, reading, event, inside),
        turn=turn_of(event),
        party=_persons((r for slot in _PARTY for r in refs.get(slot, ())), known),
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


def behalf_of(name: str, reading: Reading, event: Event, merged: Names) -> str | None:
    """The body in whose name an event is told, by its merged id: the speaker itself, that of which he is
    said to be minister or spokesman, or the body that a description of him names."""
    speaker = _speaker(reading, event)
    if speaker is None:
        return None
    types = {e.id: e.type for e in reading.entities}
    if types.get(speaker) == "person":
        of = (r.of for r in reading.roles if r.person == speaker and types.get(r.of or "") == "organisation")
    elif speaker in types:
        of = (e for e in (speaker,) if types[e] == "organisation")
    else:
        said = stems(speaker)
        called = ((stems(e.name.get("ar") or ""), e.id) for e in reading.entities if e.type == "organisation")
        of = (ident for words, ident in sorted(called, key=lambda c: (-len(c[0]), c[1])) if words and words <= said)
    return next((merged[name, ident] for ident in of if ident and (name, ident) in merged), None)


def _speaker(reading: Reading, event: Event) -> str | None:
    """Who speaks in the statement that tells an event, as the report names him."""
    index = event.statement
    if index is None or not 0 <= index < len(reading.statements):
        return None
    return reading.statements[index].speaker


def _persons(refs: Iterable[Ref], known: Known) -> frozenset[str]:
    return frozenset(r.id for r in refs if r.id and known.types.get(r.id) == "person")


def _sentence(text: str, span: Span) -> tuple[int, int]:
    """The line a span stands in, at most 300 characters to each side."""
    left = max(text.rfind("\n", 0, span.start) + 1, span.start - 300)
    stop = text.find("\n", span.end)
    return left, min(len(text) if stop < 0 else stop, span.end + 300)


def number(event: Event, slot: str) -> Number | None:
    found = event.slots.get(slot)
    return found if isinstance(found, Number) else None
