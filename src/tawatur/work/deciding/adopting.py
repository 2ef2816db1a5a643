"""Decisions of another record, or of this one as it was exported, taken into a record."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from tawatur.errors import AskedError
from tawatur.record.decisions import ON_READINGS, ON_TEXTS, REMOVED, Decision
from tawatur.store.record import Record
from tawatur.work.correcting import report_of
from tawatur.work.deciding.renewing import read_again, renew_anew, renew_readings


def adopt(record: Record, decisions: Iterable[Decision]) -> list[Decision]:
    """Take decisions in with who made them and when, in their order and after those that are there; what is there
    already is left out, and so are removals of texts. Gives those that were taken in, as they are in this record.

    They hold where their anchors fit; where not, `history` tells them as lost.
    """
    known = {_same(d): d.id for d in record.decisions.all() if d.undoes is None}
    ids: dict[int, int] = {}
    taken: list[Decision] = []
    there: dict[tuple[int | None, str, str], int]
    with record.writing():
        there = {(d.undoes, d.made_at, d.made_by): d.id for d in record.decisions.all() if d.undoes is not None}
        for one in decisions:
            undoes = ids.get(one.undoes) if one.undoes is not None else None
            if one.kind == REMOVED or (one.undoes is not None and undoes is None):
                continue
            mine = known.get(_same(one)) if one.undoes is None else there.get((undoes, one.made_at, one.made_by))
            if mine is None:
                taken.append(record.decisions.take(one, undoes))
                mine = taken[-1].id
            ids[one.id] = mine
        _renew(record, taken)
    return taken


def _same(decision: Decision) -> tuple[str, str, str, str]:
    detail = json.dumps(decision.detail, sort_keys=True)
    return decision.made_at, decision.made_by, decision.kind, detail


def _renew(record: Record, taken: Iterable[Decision]) -> None:
    """Read and correct the reports that these decisions, or those that they take back, are on; compare all anew."""
    decisions = record.decisions.all()
    on = {d.id: d for d in decisions}
    again, corrected = set[str](), set[str]()
    changed = False
    for one in taken:
        changed = True
        while one.undoes is not None:
            one = on[one.undoes]
        if one.kind in ON_TEXTS:
            again.add(report_of(one))
        elif one.kind in ON_READINGS:
            corrected.add(report_of(one))
    gone = record.corrected.why_gone(again | corrected)
    for name in sorted(again - gone.keys()):
        read_again(record, name, None)
    if left := sorted(corrected - again - gone.keys()):
        renew_readings(record, left)
    if changed:
        renew_anew(record)


def exported(path: Path) -> Iterator[Decision]:
    """The decisions of a file that `tawatur export` wrote as JSON lines. Raises AskedError where it is none."""
    try:
        with path.open(encoding="utf-8") as lines:
            for line in lines:
                o = json.loads(line)
                if o.pop("record") == "decision":
                    yield Decision(**o)
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise AskedError(
            f"{path}: this is no export of a record as JSON lines ({error}); make one by `tawatur export`."
        ) from error
