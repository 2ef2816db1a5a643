"""What people decided, taken into what is kept between reports: only what a decision touches is made anew."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from tawatur.record.types import Reading
from tawatur.store.between import STORY
from tawatur.store.objects import story_of
from tawatur.store.record import Record
from tawatur.work.keeping import entities, events, facts, stories
from tawatur.work.keeping.events import Events
from tawatur.work.keeping.near import Near
from tawatur.work.keeping.shelving import shelve
from tawatur.work.keeping.statistics import KeptStatistics
from tawatur.work.keeping.stories import Stories
from tawatur.work.keeping.update import add_report, drop_report

MOST = 200  # reports that are read and grouped anew for one decision, in some seconds
Subject = tuple[str, str]  # of facts: subject and property


def renew_report(record: Record, name: str, change: Callable[[], None]) -> bool:
    """Compare a report again whose reading `change` puts in its place: as if it went, and came as it is now. True."""
    with record.writing():
        before, merged = record.readings_of([name])[name], record.between.merged([name])
        drop_report(record, name)
        change()
        unsaid = _unsaid(before, record.readings_of([name])[name])
        _forget_what_it_said(record, {ident for (_, local), ident in merged.items() if local in unsaid})
        add_report(record, name)
    return True


def _unsaid(before: Reading, now: Reading) -> set[str]:
    """The entities that a report says nothing of any more, or something else."""
    after = {e.id: e for e in now.entities}
    return {e.id for e in before.entities if after.get(e.id) != e}


def _forget_what_it_said(record: Record, things: Iterable[str]) -> None:
    """Make the things anew that a report named, without what it said of them; those of very many reports keep it."""
    left = record.between.things_named(things)
    few = [i for i in left if len(entities.reports_of(record.between, [i])) <= MOST]
    near = Near(record)
    changed = entities.rejoin_entities(near, few, KeptStatistics(record.meetings)).renamed
    if changed:
        _follow(near, changed)


def renew_things(record: Record, things: Iterable[str]) -> bool:
    """Join all members of these things anew, with the events and facts that name them; False, and nothing is done,
    where too many reports name them."""
    listed = list(things)
    if len(entities.reports_of(record.between, listed)) > MOST:
        return False
    with record.writing():
        near = Near(record)
        changed = entities.rejoin_entities(near, listed, KeptStatistics(record.meetings)).renamed
        if changed:
            _follow(near, changed)
    return True


def renew_events(record: Record, reports: Iterable[str]) -> bool:
    """Group the events that these reports tell anew; False, and nothing is done, where they are too many."""
    names = set(reports)
    if len(names) > MOST:
        return False
    with record.writing():
        _follow(Near(record), names)
    return True


def renew_stories(record: Record, reports: Iterable[str]) -> bool:
    """Group the stories of these reports anew; False, and nothing is done, where they have too many reports."""
    names = set(reports)
    touched = [story_of(row) for row in record.between.of_reports(STORY, names)]
    if sum(len(story.reports) for story in touched) > MOST:
        return False
    with record.writing():
        near = Near(record)
        told = stories.regroup_stories(near, names)
        _follow(near, told.moved, told)
    return True


def renew_rulings(record: Record, subjects: Iterable[Subject]) -> bool:
    """Make the facts of these subjects and properties anew, of however many claims. True."""
    with record.writing():
        changed = facts.renew_facts(Near(record), subjects, whole=True)
        shelve(record, {}, (), ((), ()), ((), ()), changed)
    return True


def _follow(near: Near, names: set[str], told: Stories | None = None) -> None:
    """Group the events of reports anew whose names, or whose story, are others now, and make the facts that follow."""
    happened = events.regroup_events(near, names) if names else Events()
    was, now = facts.renew_facts(near, facts.renew_claims(near, names, happened))
    grouped = (told.gone, told.made) if told else ((), ())
    shelve(near.record, {}, (), grouped, (happened.gone, happened.made), (was, now))
