"""Which decisions a later one overrules: of two that cannot both hold, the later one does."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from tawatur.compare.corpus import Corpus
from tawatur.compare.entities.clusters import Clusters
from tawatur.compare.entities.judgements import apply_decisions
from tawatur.compare.entities.profiles import Key, Profile, profiles
from tawatur.compare.events.ties import event_ties, near_to, reports_of, story_ties
from tawatur.record.decisions import ON_ENTITIES, ON_EVENTS, ON_STORIES, Decision
from tawatur.record.types import Reading
from tawatur.store.record import Record
from tawatur.work.deciding.keeping import Decided, places

_ON_TWO = (*ON_ENTITIES, *ON_EVENTS, *ON_STORIES)


class Known:
    """The entities of some reports as each knows them: what decisions speak of."""

    def __init__(self, readings: Mapping[str, Reading]) -> None:
        self.corpus = Corpus(list(readings.values()))
        self.found: dict[Key, Profile] = profiles(self.corpus)

    def overruled(self, decisions: Sequence[Decision]) -> set[int]:
        """Those of these decisions on entities that a later one overrules."""
        return set(apply_decisions(decisions, self.corpus.readings, self.found, Clusters(self.found)))


def known_to(record: Record, decisions: Iterable[Decision]) -> Known:
    """The entities of the reports that these decisions on entities, events or stories name."""
    return Known(record.readings_of(reports_of(decisions)))


def overruled(record: Record, reports: Iterable[str] | None = None) -> set[int]:
    """The numbers of all decisions that stand and that a later one overrules, in whole or in part; with `reports`, of
    those that reach these reports, directly or through others."""
    decisions = record.decisions.standing(*_ON_TWO)
    if reports is not None:
        decisions = near_to(decisions, reports)
    if not decisions:
        return set()
    entities, events = ([d for d in decisions if d.kind in kinds] for kinds in (ON_ENTITIES, ON_EVENTS))
    found = known_to(record, entities).overruled(entities) if entities else set()
    if events:
        found |= set(event_ties(events, record.readings_of(reports_of(events))).overruled)
    return found | set(story_ties(decisions).overruled)


def decided(
    record: Record,
    on: Decision | dict[str, Any],
    make: Callable[[], Decision],
    renew: Callable[[Decision], str | None],
) -> Decided:
    """Make a decision `on` what it details (or that is on another decision) and bring the record up to date, in one
    transaction, with what that overrules."""
    detail = on.detail if isinstance(on, Decision) else on
    reports = {report for _, report, _, _ in places(detail)} if "a" in detail else set[str]()
    with record.writing():
        before = overruled(record, reports)
        made = make()
        after = overruled(record, reports)
        waits = renew(made)
        standing = record.decisions.standing()
    overrules = [d for d in standing if d.id in after - before]
    return Decided(made, overrules, [d for d in standing if d.id in before - after], waits)
