"""Comparing: readings that are in no record, and those of a record."""

from __future__ import annotations

import logging
from collections.abc import Iterable

from tawatur import __version__
from tawatur.compare.comparison import Part, Stages, compare, uncollected
from tawatur.record.decisions import COMPARED_BY
from tawatur.record.sharing import shared
from tawatur.record.types import Comparison, Fact, Reading
from tawatur.store.between import FACT, STORY
from tawatur.store.objects import fact_of, story_of
from tawatur.store.record import Record
from tawatur.work.keeping.filling import fill
from tawatur.work.keeping.shelving import shelve_all
from tawatur.work.keeping.update import Change, add_report, drop_report, settle_facts

_log = logging.getLogger("tawatur")
_WAITS = "waits"  # the note that says so
SMALL = 100  # reports that are compared anew in less than a second
DEARER = 12  # times what a report costs among all, it costs to compare it alone


def compare_readings(readings: Iterable[Reading], only: Part | None = None, workers: int = 0) -> Comparison:
    """Compare readings that are in no record; reports of one file name are told apart by a number. With `only`, that
    part alone; copies are looked for in so many worker processes (0: one a core)."""
    return compare([shared(reading) for reading in readings], (), only, workers)


def comparison(record: Record) -> Comparison:
    """The record's comparison, brought up to date where reports came or went since the last one."""
    settle(record)
    made = record.comparison()
    assert made is not None  # it was brought up to date
    return made


def bring_up_to_date(record: Record) -> list[Change]:
    """Compare the reports that came or went since the record was compared, and give what they changed: one by one
    where they are few beside those that are there, else all anew (of many that is no news, and not given)."""
    pending = record.between.pending()
    known = record.between.standing() is not None
    if known and not record.shelving.is_filled():  # the record is of a version before there were lists
        shelve_all(record)
    waiting = waits(record) is not None
    if known and not pending and not waiting:
        return []
    there = record.count()
    if known and not waiting and there > SMALL and len(pending) * DEARER <= there:
        return [drop_report(record, name) if gone else add_report(record, name) for name, gone in pending]
    before = _facts(record) if there <= SMALL else {}
    by = record.between.made_by()
    if by not in (None, __version__) and there > SMALL:
        told = "%s: compared by tawatur %s; all its %d reports are compared anew by %s, once."
        _log.warning(told, record.path, by, there, __version__)
    compare_anew(record)
    return [_change(record, [name for name, _ in pending], before)] if there <= SMALL else []


def is_current(record: Record) -> bool:
    """Whether what stands between the record's reports is made, of all of them, with all that people decided."""
    between = record.between
    made = between.standing() is not None and record.shelving.is_filled()
    left = between.pending() or record.meetings.stale_subjects() or waits(record) is not None
    return made and not left


def settle(record: Record) -> None:
    """Make what is not made yet between the record's reports; of a large record that takes minutes."""
    bring_up_to_date(record)
    settle_facts(record)


def wait_for_anew(record: Record) -> None:
    """Keep that what stands between reports is to be made anew: what there is stays until somebody does it."""
    record.meetings.put_note(_WAITS, {"for": "decisions"})


def waits(record: Record) -> str | None:
    """For what a record waits to be compared anew (`decisions`), None where it is up to date with them."""
    found = record.meetings.note(_WAITS).get("for")
    return str(found) if found is not None else None


def _facts(record: Record) -> dict[str, Fact]:
    return {row.ident: fact_of(row) for row in record.between.all(FACT)}


def _change(record: Record, names: list[str], before: dict[str, Fact]) -> Change:
    after = _facts(record)
    return Change(
        names,
        [fact for ident, fact in before.items() if after.get(ident) != fact],
        [fact for ident, fact in after.items() if before.get(ident) != fact],
    )


@uncollected()
def compare_anew(record: Record, workers: int = 1) -> Comparison:
    """Compare all reports of a record with each other, whatever was found before."""
    before = [story_of(row) for row in record.between.all(STORY)]
    stages = Stages(list(record.readings().values()), record.decisions.standing(*COMPARED_BY), workers, before)
    fill(record, stages)
    return stages.all()
