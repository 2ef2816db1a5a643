"""Comparing: readings that are in no record, and those of a record."""

from __future__ import annotations

from collections.abc import Iterable

from tawatur.compare.comparison import Part, Stages, compare
from tawatur.record.decisions import DIFFERENT, SAME
from tawatur.record.types import Comparison, Reading
from tawatur.store.record import Record


def compare_readings(readings: Iterable[Reading], only: Part | None = None, workers: int = 0) -> Comparison:
    """Compare readings that are in no record; reports of one file name are told apart by a number. With `only`, that
    part alone; copies are looked for in so many worker processes (0: one a core)."""
    return compare(list(readings), (), only, workers)


def comparison(record: Record) -> Comparison:
    """The record's comparison, brought up to date where reports came or went since the last one."""
    made = record.comparison()
    return compare_anew(record) if made is None else made


def compare_anew(record: Record, workers: int = 1) -> Comparison:
    """Compare all reports of a record with each other, whatever was found before."""
    stages = Stages(list(record.readings().values()), record.decisions.standing(SAME, DIFFERENT), workers)
    made = stages.all()
    record.put_comparison(made)
    return made
