"""Comparing: readings that are in no record, and those of a record."""

from __future__ import annotations

from collections.abc import Iterable

from tawatur.compare.comparison import compare
from tawatur.record.decisions import DIFFERENT, SAME
from tawatur.record.types import Comparison, Reading
from tawatur.store.record import Record


def compare_readings(readings: Iterable[Reading]) -> Comparison:
    """Compare readings that are in no record; reports of one file name are told apart by a number."""
    named: dict[str, Reading] = {}
    for reading in readings:
        name, number = reading.report.file, 2
        while name in named:
            name, number = f"{reading.report.file}-{number}", number + 1
        reading.report.file = name
        named[name] = reading
    return compare(list(named.values()))


def comparison(record: Record) -> Comparison:
    """The record's comparison, made anew where readings changed since the last one."""
    made = record.comparison()
    if made is None:
        made = compare(list(record.readings().values()), record.decisions.standing(SAME, DIFFERENT))
        record.put_comparison(made)
    return made
