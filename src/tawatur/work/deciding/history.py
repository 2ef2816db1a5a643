"""What people decided, with what became of it: taken back, overruled by a later one, or lost."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from tawatur.compare.entities.judgements import entity_stands
from tawatur.compare.events.ties import event_keys, reports_of
from tawatur.record.decisions import (
    ON_ENTITIES,
    ON_EVENTS,
    ON_FACTS,
    ON_READINGS,
    ON_STORIES,
    ON_TEXTS,
    Decision,
    first_of,
    standing,
)
from tawatur.record.types import Fact, Reading
from tawatur.store.between import FACT, REJECTED
from tawatur.store.objects import fact_of
from tawatur.store.record import Record
from tawatur.work.correcting import report_of
from tawatur.work.deciding.keeping import places
from tawatur.work.deciding.overruling import overruled

SIDES = ("a", "b")
_ANCHORED = (*ON_READINGS, *ON_TEXTS, *ON_FACTS, *ON_ENTITIES, *ON_EVENTS, *ON_STORIES)
Gone = Mapping[str, str]  # reports that are read no more, with why


@dataclass(slots=True)
class Past:
    """A decision and what became of it: whether it `stands`, the rows that took it back or made it stand again
    (`later`), whether a later one overrules it, and why it is `lost`: `report` (that is gone), `version` (the report
    has a newer text), `text`, `not-read` (what it is on is not read there any more), `several` (it fits more than one
    thing), `no-field`."""

    decision: Decision
    stands: bool
    later: list[Decision] = field(default_factory=list)
    overruled: bool = False
    lost: str | None = None


def history(record: Record) -> list[Past]:
    """Every decision that was ever made, in order; rows that take one back stand with it."""
    made = record.decisions.all()
    holds = {d.id for d in standing(made)}
    over = overruled(record)
    gone = lost(record)
    by_id = {d.id: d for d in made}
    found = {d.id: Past(d, d.id in holds, [], d.id in over, gone.get(d.id)) for d in made if d.undoes is None}
    for row in made:
        if row.undoes is not None:
            found[first_of(by_id, row.id).id].later.append(row)
    return list(found.values())


def lost(record: Record) -> dict[int, str]:
    """The decisions that stand and cannot be held to what is read now, each with the reason (`Past`)."""
    decisions = record.decisions.standing(*_ANCHORED)
    gone = record.corrected.why_gone(place[1] for d in decisions for place in places(d.detail))
    found: dict[int, str] = {}
    for kinds, losing in (
        (ON_READINGS, _lost_corrections),
        (ON_TEXTS, _lost_marks),
        (ON_FACTS, _lost_rulings),
        ((*ON_ENTITIES, *ON_EVENTS, *ON_STORIES), _lost_sides),
    ):
        found |= losing(record, [d for d in decisions if d.kind in kinds], gone)
    return found


def _lost_corrections(record: Record, decisions: Sequence[Decision], gone: Gone) -> dict[int, str]:
    made = record.corrected.made(report_of(d) for d in decisions)
    reasons: dict[int, str | None] = {}
    for correction in (c for some in made.values() for c in some):
        before = reasons.get(correction.signed.decision, correction.lost)
        reasons[correction.signed.decision] = (
            before and correction.lost
        )  # of several names, one that is there is enough
    found = ((d.id, gone.get(report_of(d)) or reasons.get(d.id, "report")) for d in decisions)
    return {ident: reason for ident, reason in found if reason is not None}


def _lost_marks(record: Record, decisions: Sequence[Decision], gone: Gone) -> dict[int, str]:
    texts = record.texts(report_of(d) for d in decisions)
    found = {}
    for decision in decisions:
        (anchor,) = decision.detail["anchors"]
        name = anchor["report"]
        if name in gone or texts[name][anchor["start"] : anchor["end"]] != anchor["text"]:
            found[decision.id] = gone.get(name, "text")
    return found


def _lost_rulings(record: Record, decisions: Sequence[Decision], gone: Gone) -> dict[int, str]:
    """Of two decisions on one value the later one holds: the earlier is overruled then, and not lost."""
    found = {}
    for decision in decisions:
        reports = {place["report"] for place in decision.detail["evidence"]}
        if reports <= gone.keys():
            found[decision.id] = gone[min(reports)]
            continue
        facts = [fact_of(row) for layer in (FACT, REJECTED) for row in record.between.of_reports(layer, reports)]
        if not any(_on(decision, fact) for fact in facts if fact.property == decision.detail["property"]):
            found[decision.id] = "not-read"
    return found


def _on(decision: Decision, fact: Fact) -> bool:
    """Whether a fact has what a decision is on, and this or a later decision rules it."""
    places = {(p["report"], p["start"], p["end"]) for p in decision.detail["evidence"]}
    return any(
        ruling is not None and ruling.signed.decision >= decision.id
        for value in fact.values
        if any((e.report, e.start, e.end) in places for e in value.evidence)
        for ruling in (fact.ruling, value.ruling)
    )


def _lost_sides(record: Record, decisions: Sequence[Decision], gone: Gone) -> dict[int, str]:
    readings = record.readings_of(reports_of(decisions) - gone.keys())
    found = {}
    for decision in decisions:
        reasons = (_why_lost(decision.kind, decision.detail[side], readings, gone) for side in SIDES)
        reason = next((r for r in reasons if r is not None), None)
        if reason is not None:
            found[decision.id] = reason
    return found


def _why_lost(kind: str, side: Mapping[str, Any], readings: Mapping[str, Reading], gone: Gone) -> str | None:
    """Why one side of a decision is nothing any more. Names that lists know, or that stood nowhere, are known so."""
    there = [place for place in side["places"] if place["report"] in readings]
    if not there:
        by_name = kind in ON_ENTITIES and (side.get("listed") or not side["places"])
        return None if by_name else gone[side["places"][0]["report"]]
    if kind in ON_EVENTS:
        return None if event_keys(there, readings) else "not-read"
    return "not-read" if kind in ON_ENTITIES and not entity_stands(side, readings) else None
