"""A record brought up to date after a decision: what it touches, and no more, where that can be.

A record of few reports is compared anew, in less than a second. Where a decision touches very much of a large one, its
comparison stays as it was and says that it waits (`comparing.waits`) until the record is compared anew: by the next
command, or by whoever serves it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial

from tawatur.compare.entities.judgements import entity_at
from tawatur.errors import AskedError
from tawatur.read.tagger import Tagger, load_tagger
from tawatur.record.decisions import ON_ENTITIES, ON_EVENTS, ON_FACTS, ON_READINGS, ON_STORIES, ON_TEXTS, Decision
from tawatur.store.between import FACT, REJECTED
from tawatur.store.record import Record
from tawatur.work import comparing
from tawatur.work.correcting import put_corrected, report_of
from tawatur.work.keeping import decided
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
    if decision.kind in ON_ENTITIES:
        return renew_entities(record, decision)
    if decision.kind in ON_EVENTS:
        return renew_events(record, _reports(decision))
    return renew_stories(record, _reports(decision)) if decision.kind in ON_STORIES else None


def _reports(decision: Decision) -> set[str]:
    return {place["report"] for side in ("a", "b") for place in decision.detail[side]["places"]}


def _subjects(record: Record, decision: Decision) -> set[Subject]:
    """Of which subjects there are facts now that a decision on one may be on."""
    reports = {place["report"] for place in decision.detail["evidence"]}
    rows = [row for layer in (FACT, REJECTED) for row in record.between.of_reports(layer, reports)]
    of = decision.detail["property"]
    return {(row.subject, of) for row in rows if row.subject is not None and row.body["property"] == of}


def renew_readings(record: Record, names: Iterable[str]) -> str | None:
    """Apply what stands on these reports onto their readings, and compare them again."""
    decisions = record.decisions.standing(*ON_READINGS)
    return _put(record, {name: partial(put_corrected, record, name, decisions) for name in names})


def read_again(record: Record, name: str, tagger: Tagger | None) -> str | None:
    """Read a report again with what people marked in it, and set anew what they corrected."""
    program = record.corrected.as_read(name)
    if program is None:
        raise AskedError(f"{name}: its text is gone; nothing can be read again.")
    if tagger is None and program.model is not None:
        tagger = load_tagger()
    decisions = record.decisions.standing(*ON_READINGS, *ON_TEXTS)
    (report,) = record.heads([name]).values()
    reading = read_one(with_marks(report, name, decisions), tagger)

    def put() -> None:
        record.put_reading(name, reading)
        put_corrected(record, name, decisions)

    return _put(record, {name: put})


def renew_facts(record: Record, subjects: Iterable[Subject]) -> str | None:
    """Make the facts of these subjects and properties anew."""
    return _renew(record, lambda: decided.renew_rulings(record, subjects))


def renew_entities(record: Record, decision: Decision) -> str | None:
    """Join the entities that a decision is on anew."""
    return _renew(record, lambda: decided.renew_things(record, _things(record, decision)))


def _things(record: Record, decision: Decision) -> set[str]:
    """The entities over all reports that stand at the places of a decision, or that a list knows by its ids."""
    merged = record.between.merged(_reports(decision))
    readings = record.readings_of(_reports(decision))
    found = set()
    for side in (decision.detail[s] for s in ("a", "b")):
        for place in side["places"]:
            local = entity_at(readings[place["report"]], place) if place["report"] in readings else None
            if local is not None and (place["report"], local) in merged:
                found.add(merged[place["report"], local])
        found |= record.between.things_named([side["listed"]] if side.get("listed") else []).keys()
    return found


def renew_events(record: Record, reports: Iterable[str]) -> str | None:
    """Group the events that these reports tell anew."""
    return _renew(record, lambda: decided.renew_events(record, reports))


def renew_stories(record: Record, reports: Iterable[str]) -> str | None:
    """Group the stories of these reports anew."""
    return _renew(record, lambda: decided.renew_stories(record, reports))


def renew_anew(record: Record) -> str | None:
    """Have all of the record compared anew: at once where it is small."""
    return _renew(record, lambda: False)


def _put(record: Record, changes: Mapping[str, Callable[[], None]]) -> str | None:
    """Change the readings of reports, and make anew what stands on them. What is not compared yet is only changed."""
    pending = {name for name, _ in record.between.pending()}
    kept = set() if _few(record) or record.between.standing() is None else changes.keys() - pending
    for name in changes.keys() - kept:
        changes[name]()
    return _renew(record, lambda: all(decided.renew_report(record, name, changes[name]) for name in sorted(kept)))


def _few(record: Record) -> bool:
    return record.count() <= comparing.SMALL


def _renew(record: Record, little: Callable[[], bool]) -> str | None:
    """Compare a small record anew; of a large one do the little that is needed, else keep that it waits."""
    if _few(record):
        comparing.compare_anew(record)
        return None
    if record.between.standing() is not None and little():
        return None
    comparing.wait_for_anew(record)
    return comparing.waits(record)
