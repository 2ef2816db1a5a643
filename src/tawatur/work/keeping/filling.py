"""All tables of a record from reports that were compared together."""

from __future__ import annotations

from tawatur.compare.comparison import Stages
from tawatur.compare.entities.profiles import profiles
from tawatur.compare.stories.sketch import commonness, sketch
from tawatur.store.between import COPY, EVENT, FACT, REJECTED, STORY
from tawatur.store.objects import copy_row, event_row, fact_row, story_row
from tawatur.store.record import Record
from tawatur.work.keeping import copies, entities, facts, stories
from tawatur.work.keeping.commonness import count
from tawatur.work.keeping.near import Near
from tawatur.work.keeping.shelving import shelve_all
from tawatur.work.keeping.statistics import KeptStatistics


def fill(record: Record, stages: Stages) -> None:
    """Keep what was found between all reports of a record, and what the next one needs to meet them."""
    between, meetings = record.between, record.meetings
    with record.writing():
        between.clear(len(stages.corpus.readings))
        meetings.clear()
        record.tellings.clear()
        record.tellings.filled()
        between.replace(COPY, (), [copy_row(c) for c in stages.copies])
        between.replace(STORY, (), [story_row(s) for s in stages.stories])
        between.replace(EVENT, (), [event_row(e) for e in stages.events])
        between.replace(FACT, (), [fact_row(f) for f in stages.facts])
        between.replace(REJECTED, (), [fact_row(f) for f in stages.rejected])
        KeptStatistics.fill(meetings, stages.statistics)
        entities.fill_entities(between, stages.entities, profiles(stages.corpus, stages.statistics))
        near = Near(record)
        near.readings = stages.corpus.readings
        near.learn(stages.habits)
        near.hold(stages.merged, stages.told)
        rows = between.rows(stages.corpus.readings)
        copies.fill_copies(near, stages.marks, stages.sides)
        outlines = [stories.outline_of(near, name) for name in rows]
        count(meetings, outlines)
        common = commonness(outlines)
        stories.put_sketches(near, [sketch(one, common) for one in outlines])
        near.sights.tell(stages.tellings)
        near.sights.put_keys(stages.seen.values(), new=True)
        facts.put_claims(near, stages.claims())
        facts.put_sources(near, stages.corpus.readings)
        shelve_all(record, stages.corpus.readings)
