"""The stages of comparing, in order: each takes the readings and what the stages before it found."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from enum import StrEnum
from functools import cached_property

from tawatur.compare.copies import (
    Filter,
    Habits,
    Marks,
    Shares,
    Side,
    Twins,
    candidate_pairs,
    copies_of,
    find_sides,
    habits_of,
    without_habits,
)
from tawatur.compare.copying.wording import all_words
from tawatur.compare.corpus import Corpus
from tawatur.compare.entities.merging import merge_entities
from tawatur.compare.entities.profiles import Key
from tawatur.compare.entities.statistics import Statistics
from tawatur.compare.events.merging import merge_events
from tawatur.compare.events.sight import Known, Sight
from tawatur.compare.events.sighting import sights
from tawatur.compare.events.ties import event_ties, story_ties
from tawatur.compare.events.told import Telling, tellings_of
from tawatur.compare.facts.claims import Claim
from tawatur.compare.facts.making import claims, find_facts, rejected
from tawatur.compare.facts.origins import Lineage
from tawatur.compare.facts.rulings import Rulings
from tawatur.compare.facts.sources import Source, sources
from tawatur.compare.fingerprints import Words
from tawatur.compare.passages import Passages
from tawatur.compare.stories import carry_ids, find_stories
from tawatur.record.decisions import ON_ENTITIES, Decision
from tawatur.record.types import Comparison, Copy, Fact, MergedEntity, MergedEvent, Reading, Story


class Part(StrEnum):
    """A part of comparing that can be asked for alone."""

    copies = "copies"
    stories = "stories"
    events = "events"
    facts = "facts"


class Stages:
    """Everything that comparing finds, each stage made when it is first asked for, with those that it needs.

    `decisions`: those of people that stand, on which entities, events and stories are one and which are two, and on
    facts; `workers`: processes that
    look for copies (0: one a core); `before`: the stories of an earlier comparison, whose ids stay. The same for any
    order of the readings and any number of workers.
    """

    def __init__(
        self,
        readings: Sequence[Reading],
        decisions: Sequence[Decision] = (),
        workers: int = 1,
        before: Sequence[Story] = (),
    ) -> None:
        self.corpus = Corpus(readings)
        self._decisions = decisions
        self._workers = workers
        self._before = before

    @cached_property
    def words(self) -> dict[str, Words]:
        """The words of every report."""
        return all_words(self.corpus.readings, self._workers)

    @cached_property
    def twins(self) -> Twins:
        """Reports that are equal word for word."""
        return Twins(self.words, list(self.words))

    @cached_property
    def _all_marks(self) -> Marks:
        return Marks.of(self.words, self.twins.standing)

    @cached_property
    def habits(self) -> Habits:
        """What outlets say whatever they report."""
        return habits_of(self._all_marks, self.corpus.readings)

    @cached_property
    def told(self) -> dict[str, Words]:
        """The words of every report, those of its outlet's habits marked."""
        return without_habits(self.words, self.corpus.readings, self.habits)

    @cached_property
    def marks(self) -> Marks:
        """The fingerprints of the reports that stand for those equal to them, without their outlets' habits."""
        return self._all_marks.told(self.words, self.told)

    @cached_property
    def _pairs(self) -> list[tuple[str, str]]:
        return candidate_pairs(self.marks)

    @cached_property
    def _filter(self) -> Filter:
        return self.marks.filter

    @cached_property
    def sides(self) -> list[Side]:
        """Passages as pairs of reports share them."""
        return find_sides(self.twins, self.told, self._pairs, self._filter, self._workers)

    @cached_property
    def copies(self) -> list[Copy]:
        """Passages that stand in several reports."""
        return copies_of(self.sides, self.twins, self.corpus.readings)

    @cached_property
    def copied(self) -> Shares:
        """How much of the shorter of two reports is copied between them."""
        return Shares(self.copies, {name: reading.report.size for name, reading in self.corpus})

    @cached_property
    def passages(self) -> Passages:
        """The copies, to be looked up by span."""
        return Passages(self.copies)

    @cached_property
    def statistics(self) -> Statistics:
        """What all reports say of names and papers."""
        return Statistics(reading for _, reading in self.corpus)

    @cached_property
    def _merged(self) -> tuple[list[MergedEntity], dict[Key, str]]:
        on_entities = [d for d in self._decisions if d.kind in ON_ENTITIES]
        entities, merged, _ = merge_entities(self.corpus, on_entities, self.statistics)
        return entities, merged

    @property
    def entities(self) -> list[MergedEntity]:
        """Every entity once."""
        return self._merged[0]

    @property
    def merged(self) -> dict[Key, str]:
        """The id over all reports of every report's own entities."""
        return self._merged[1]

    @cached_property
    def stories(self) -> list[Story]:
        """Every report in one story."""
        found = find_stories(self.corpus, self.merged, self.copied, self.words, story_ties(self._decisions))
        return carry_ids(self._before, found, datetime.now(UTC))[0] if self._before else found

    @cached_property
    def tellings(self) -> dict[str, list[Telling]]:
        """The events of every report, as it tells them."""
        return {name: tellings_of(reading) for name, reading in self.corpus}

    @cached_property
    def seen(self) -> dict[str, Sight]:
        """Every event of every report, ready to be compared."""
        homes = {name: s.id for s in self.stories for name in s.reports}
        return sights(self.tellings, self.merged, Known.of(self.entities), homes)

    @cached_property
    def events(self) -> list[MergedEvent]:
        """Every event once."""
        ties = event_ties(self._decisions, self.corpus.readings)
        return merge_events(self.corpus, self.seen, self.passages, ties)

    @cached_property
    def sources(self) -> dict[str, Source]:
        """Whence each report says it has its words."""
        return sources(self.corpus)

    def claims(self) -> Iterator[Claim]:
        """What every report claims, one after the other: they are many, and looked at once."""
        names = {e.id: e.name.get("ar") or e.name.get("en") or e.id for e in self.entities}
        return claims(self.corpus, self.seen, self.events, self.merged, names)

    @cached_property
    def _lineage(self) -> Lineage:
        return Lineage(self.sources, self.passages, self.copied)

    @cached_property
    def _ruled(self) -> list[Fact]:
        return find_facts(self.claims(), self._lineage, Rulings(self._decisions))

    @cached_property
    def facts(self) -> list[Fact]:
        """Every fact with its origins and its verdict, but for those that people rejected."""
        return [fact for fact in self._ruled if not rejected(fact)]

    @cached_property
    def rejected(self) -> list[Fact]:
        """The facts, and values of facts, that people rejected."""
        return [fact for fact in self._ruled if rejected(fact)]

    def let_go(self) -> None:
        """Find copies, stories and events, and drop what only they need as soon as they are found: the words of the
        reports, their fingerprints, their pairs, what tellings are compared by."""
        _ = self._pairs, self._filter
        self._drop("_all_marks", "marks")
        _ = self.copies
        self._drop("habits", "told", "_pairs", "_filter", "sides", "twins")
        _ = self.stories
        self._drop("words", "statistics")
        _ = self.seen
        self._drop("tellings")
        _ = self.events, self._lineage
        self._drop("copied")
        for sight in self.seen.values():
            sight.let_go()

    def _drop(self, *names: str) -> None:
        for name in names:
            self.__dict__.pop(name, None)

    def all(self) -> Comparison:
        """All that is found."""
        return Comparison(self.copies, self.stories, self.entities, self.events, self.facts, self.rejected)


@contextmanager
def uncollected() -> Iterator[None]:
    """Without the collector of cycles: comparing makes none, and the collector would walk over all readings again and
    again, a seventh of the time. Best around a whole function: when the collector is back, what the function held is
    gone, and need not be walked over either."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


@uncollected()
def compare(
    readings: Sequence[Reading], decisions: Sequence[Decision] = (), only: Part | None = None, workers: int = 1
) -> Comparison:
    """What stands between reports; with `only`, that part alone."""
    stages = Stages(readings, decisions, workers)
    if only is not None:
        return Comparison(**{only.value: getattr(stages, only.value)})
    stages.let_go()
    return stages.all()
