"""A record brought up to date after a decision: what it touches, and no more, where that can be."""

from __future__ import annotations

from collections.abc import Iterable

from tawatur.errors import AskedError
from tawatur.read.tagger import Tagger, load_tagger
from tawatur.record.decisions import ON_ENTITIES, ON_EVENTS, ON_FACTS, ON_READINGS, ON_STORIES, ON_TEXTS, Decision
from tawatur.store.between import FACT, REJECTED
from tawatur.store.record import Record
from tawatur.work.comparing import compare_anew
from tawatur.work.correcting import put_corrected, report_of
from tawatur.work.marking import with_marks
from tawatur.work.reading import read_one

Subject = tuple[str, str]  # of facts: subject and property


def renew_decided(record: Record, decision: Decision) -> str | None:
    """Bring a record up to date after a decision was made, or taken back, or stands again; says why it waits."""
    if decision.kind in ON_READINGS:
        return renew_readings(record, [report_of(decision)])
    if decision.kind in ON_TEXTS:
        return read_again(record, report_of(decision), None)
    if decision.kind in ON_FACTS:
        return renew_facts(record, _subjects(record, decision))
    if decision.kind in (*ON_ENTITIES, *ON_EVENTS, *ON_STORIES):
        reports = {place["report"] for side in ("a", "b") for place in decision.detail[side]["places"]}
        if decision.kind in ON_ENTITIES:
            return renew_entities(record, decision)
        return renew_events(record, reports) if decision.kind in ON_EVENTS else renew_stories(record, reports)
    return None


def _subjects(record: Record, decision: Decision) -> set[Subject]:
    """Of which subjects there are facts now that a decision on one may be on."""
    reports = {place["report"] for place in decision.detail["evidence"]}
    rows = [row for layer in (FACT, REJECTED) for row in record.between.of_reports(layer, reports)]
    of = decision.detail["property"]
    return {(row.subject, of) for row in rows if row.subject is not None and row.body["property"] == of}


def renew_readings(record: Record, names: Iterable[str]) -> str | None:
    """Apply what stands on these reports onto their readings, and compare them again."""
    decisions = record.decisions.standing(*ON_READINGS)
    for name in names:
        put_corrected(record, name, decisions)
    return _anew(record)


def read_again(record: Record, name: str, tagger: Tagger | None) -> str | None:
    """Read a report again with what people marked in it, and set anew what they corrected."""
    program = record.corrected.as_read(name)
    if program is None:
        raise AskedError(f"{name}: its text is gone; nothing can be read again.")
    if tagger is None and program.model is not None:
        tagger = load_tagger()
    decisions = record.decisions.standing(*ON_READINGS, *ON_TEXTS)
    (report,) = record.heads([name]).values()
    record.reread(name, read_one(with_marks(report, name, decisions), tagger))
    put_corrected(record, name, decisions)
    return _anew(record)


def renew_entities(record: Record, decision: Decision) -> str | None:
    """Join the entities that a decision is on anew."""
    return _anew(record)


def renew_facts(record: Record, subjects: Iterable[Subject]) -> str | None:
    """Make the facts of these subjects and properties anew."""
    return _anew(record)


def renew_events(record: Record, reports: Iterable[str]) -> str | None:
    """Group the events that these reports tell anew."""
    return _anew(record)


def renew_stories(record: Record, reports: Iterable[str]) -> str | None:
    """Group the stories of these reports anew."""
    return _anew(record)


def _anew(record: Record) -> str | None:
    compare_anew(record)
    return None
