"""One report more, or one less: every stage does its part, in order, in one transaction."""

from __future__ import annotations

from dataclasses import dataclass, field

from tawatur.compare.comparison import uncollected
from tawatur.compare.copies import prints
from tawatur.compare.events.told import tellings_of
from tawatur.record.types import Fact
from tawatur.store.record import Record
from tawatur.work.keeping import copies, entities, events, facts, stories
from tawatur.work.keeping.near import Near
from tawatur.work.keeping.shelving import shelve
from tawatur.work.keeping.statistics import KeptStatistics


@dataclass(slots=True)
class Change:
    """What reports that came or went changed: the facts that were, and those that are instead of them."""

    reports: list[str] = field(default_factory=list)
    was: list[Fact] = field(default_factory=list)
    now: list[Fact] = field(default_factory=list)


@uncollected()
def add_report(record: Record, name: str) -> Change:
    """Compare a report that came with those that are there, and keep what it changes."""
    with record.writing():
        near = Near(record)
        statistics = KeptStatistics(record.meetings)
        near.sights.tell({name: tellings_of(near.reading(name))})
        statistics.add(near.reading(name))
        facts.put_sources(near, [name])
        copies.add_copies(near, name)
        changed = entities.add_entities(near, name, statistics)
        told = stories.add_story(near, name)
        happened = events.regroup_events(near, {name} | told.moved, renamed=changed)
        subjects = facts.renew_claims(near, [name], happened, renamed=changed.renamed)
        was, now = facts.renew_facts(near, facts.put_off(near, subjects))
        shelve(
            record,
            {name: near.reading(name)},
            (),
            (told.gone, told.made),
            (happened.gone, happened.made),
            (was, now),
        )
        record.between.done([name])
    return Change([name], was, now)


@uncollected()
def drop_report(record: Record, name: str) -> Change:
    """Take a report that went, and all that it alone tells, out of what is kept."""
    with record.writing():
        near = Near(record)
        near.load([name])
        reading = near.readings.get(name)
        if reading is not None:
            KeptStatistics(record.meetings).remove(reading)
        copies.drop_copies(near, name)
        told = stories.drop_story(near, name)
        happened = events.regroup_events(near, told.moved, {name})
        subjects = facts.renew_claims(near, (), happened, {name})
        entities.drop_entities(near, name)
        was, now = facts.renew_facts(near, subjects)
        row = record.between.rows([name])[name]
        record.tellings.drop(row)
        if reading is None:
            record.meetings.drop_all_of(row)
        else:
            at = copies.seconds(near, name)
            sketched = stories.sketches_of(near, [name]).values()
            keys = [(copies.twin(near, name), at)]
            keys += [k for one in sketched for k in stories.keys_and_day(one)]
            record.meetings.drop(row, [(mark, at) for mark in prints(near.words(name))], keys)
        shelve(record, {}, [name], (told.gone, told.made), (happened.gone, happened.made), (was, now))
        record.between.done([name])
    return Change([name], was, now)


def settle_facts(record: Record) -> None:
    """Make the facts that were left until somebody asks for them: those of very many claims."""
    subjects = record.meetings.stale_subjects()
    if subjects:
        with record.writing():
            changed = facts.renew_facts(Near(record), subjects, whole=True)
            shelve(record, {}, (), ((), ()), ((), ()), changed)
