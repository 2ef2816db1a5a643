"""What people mark in a report's text, as a deed: this is not the report, this is."""

from __future__ import annotations

from tawatur.compare.entities.asked import shown
from tawatur.errors import AskedError, OptionError
from tawatur.read.tagger import Tagger
from tawatur.record.decisions import JUNK, NOT_JUNK
from tawatur.store.record import Record
from tawatur.work.deciding.keeping import Decided, keep
from tawatur.work.deciding.renewing import read_again


def mark_junk(
    record: Record,
    report: str,
    start: int,
    end: int,
    junk: bool = True,
    by: str | None = None,
    why: str | None = None,
    seen: int | None = None,
    tagger: Tagger | None = None,
) -> Decided:
    """Mark the stretch [start, end) of a report (code points of its text) as junk, or with `junk` false as part of the
    report. The report is read again with it, with `tagger` where one is given, else with the model that read it.

    Raises AskedError where there is no such report, OptionError where the stretch is none of its text, ModelError where
    the model that read it cannot be used, ConflictError where somebody marked it after decision `seen`.
    """
    text = record.texts([report]).get(report)
    if text is None:
        raise AskedError(f"{shown(report)}: there is no report of this name; `tawatur sources` lists them.")
    if not 0 <= start < end <= len(text):
        raise OptionError(f"{report} {start}-{end}: this is no stretch of its {len(text)} characters.")
    anchor = {"report": report, "start": start, "end": end, "text": text[start:end]}
    with record.writing():
        subject = f"{report}: «{shown(text[start:end])}»"
        made = keep(record, JUNK if junk else NOT_JUNK, subject, {"anchors": [anchor]}, by, why, seen)
        return Decided(made, waits=read_again(record, report, tagger))
