"""The reports near the one that is compared, loaded when they are asked for, with what each stage makes of a report."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from functools import cached_property

from tawatur.compare.copies import Habits, Words, words_of
from tawatur.compare.entities.profiles import Key
from tawatur.compare.events.ties import Ties, event_ties, near_to, reports_of, story_ties
from tawatur.compare.facts.rulings import Rulings
from tawatur.compare.facts.sources import Source, source_of
from tawatur.compare.plain import unpack
from tawatur.record.decisions import COMPARED_BY, ON_EVENTS, Decision
from tawatur.record.types import Copy, Reading
from tawatur.store.between import COPY
from tawatur.store.objects import bare_copy
from tawatur.store.record import Record
from tawatur.work.keeping.around import Around
from tawatur.work.keeping.sights import Sights, tell_missing

_HABITS = "habits"
Rank = tuple[datetime, str]


class Near:
    """Reports of a record, each read once. What is changed while a report is compared is told to it."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self.readings: dict[str, Reading] = {}
        self._words: dict[str, Words] = {}
        self._told: dict[str, tuple[Source, int]] = {}
        self._copies: dict[str, list[Copy]] = {}
        self.around = Around(record)

    @cached_property
    def sights(self) -> Sights:
        """What reports tell of events, ready to be compared."""
        made = Sights(self.record, self.around)  # not of this: all is to go at once when the report is compared
        tell_missing(self.record, made)
        return made

    @cached_property
    def decisions(self) -> list[Decision]:
        """What people decided that stands, and that comparing takes into account."""
        return self.record.decisions.standing(*COMPARED_BY)

    @cached_property
    def rulings(self) -> Rulings:
        """What people said of facts."""
        return Rulings(self.decisions)

    @cached_property
    def story_ties(self) -> Ties:
        """What people said of stories."""
        return story_ties(self.decisions)

    def event_ties(self, names: Iterable[str]) -> Ties:
        """What people said of the events of these reports, and of what that ties them to."""
        found = near_to([d for d in self.decisions if d.kind in ON_EVENTS], names)
        self.load(reports_of(found))
        return event_ties(found, self.readings)

    def load(self, names: Iterable[str]) -> None:
        """Read these reports, all at once."""
        missing = {name for name in names if name not in self.readings}
        self.readings.update(self.record.readings_of(missing))

    def hold(self, merged: Mapping[Key, str], words: Mapping[str, Words]) -> None:
        """Take over what is known of all reports that are read already: `words` without habits."""
        self._words.update(words)
        self.around.hold(self.readings, merged)

    def reading(self, name: str) -> Reading:
        self.load([name])
        return self.readings[name]

    def words(self, name: str) -> Words:
        if name not in self._words:
            reading = self.reading(name)
            self._words[name] = self.habits.without(words_of(reading), reading.report.outlet)
        return self._words[name]

    @cached_property
    def habits(self) -> Habits:
        """What outlets say whatever they report, as it was learned when all were compared."""
        kept = self.record.meetings.note(_HABITS)
        return Habits({publisher: frozenset(rows) for publisher, rows in kept.items()})

    def learn(self, habits: Habits) -> None:
        """Keep what outlets say whatever they report."""
        self.record.meetings.put_note(_HABITS, {publisher: sorted(rows) for publisher, rows in habits.rows.items()})

    def read(self, name: str) -> tuple[Source, int]:
        """Whence a report that is read says it has its words, and its characters outside its junk."""
        reading = self.reading(name)
        return source_of(name, reading), reading.report.size

    def sources(self, names: Iterable[str]) -> dict[str, Source]:
        """Whence these reports say they have their words, as it is kept, all at once."""
        wanted = set(names)
        rows = self.record.between.rows(wanted - self._told.keys()).values()
        for size, raw in self.record.meetings.sources(rows):
            source: Source = unpack(raw)
            self._told[source.report] = (source, size)
        for name in wanted - self._told.keys():
            self._told[name] = self.read(name)
        return {name: self._told[name][0] for name in wanted}

    def size(self, name: str) -> int:
        """The characters of a report outside its junk."""
        return self._source(name)[1]

    def rank(self, name: str) -> Rank:
        """A report's place in time."""
        return self._source(name)[0].rank

    def _source(self, name: str) -> tuple[Source, int]:
        if name not in self._told:
            self.sources([name])
        return self._told[name]

    def copies(self, names: Iterable[str]) -> list[Copy]:
        """The passages of these reports as they are kept, without their text, in order of their first places."""
        wanted = set(names)
        missing = wanted - self._copies.keys()
        self._copies.update({name: [] for name in missing})
        for copy in map(bare_copy, self.record.between.of_reports(COPY, missing)):
            for name in missing & {place.report for place in copy.places}:
                self._copies[name].append(copy)
        found = {copy.id: copy for name in wanted for copy in self._copies[name]}
        return sorted(found.values(), key=lambda c: (c.places[0].report, c.places[0].start, c.id))

    def recopied(self) -> None:
        """Passages are others now."""
        self._copies.clear()

    def remerged(self, names: Iterable[str]) -> None:
        """The merged ids of entities of these reports are others now."""
        listed = list(names)
        self.around.remerged(listed)
        self.sights.forget(listed)

    def place(self, stories: Mapping[str, str]) -> None:
        """These reports are in these stories now."""
        self.around.place(stories)
        self.sights.forget(stories)
