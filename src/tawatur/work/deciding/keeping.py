"""Keeping a decision: no two people overwrite each other silently."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from tawatur.errors import ConflictError
from tawatur.record.decisions import (
    ON_ENTITIES,
    ON_EVENTS,
    ON_FACTS,
    ON_HITS,
    ON_READINGS,
    ON_STORIES,
    ON_TEXTS,
    Decision,
    first_of,
)
from tawatur.store.record import Record

_FAMILIES = (ON_ENTITIES, ON_EVENTS, ON_STORIES, ON_FACTS, ON_READINGS, ON_TEXTS, ON_HITS)
Stretch = tuple[str, str, int, int]  # what of a report (a layer, or nothing), its name, start, end


@dataclass(slots=True)
class Decided:
    """A decision that was made (or the row that takes one back), the earlier ones that it overrules, and those that
    stand again because it overrules them no more. `waits`: that it is not in the comparison yet, which stays as it was
    until the record is compared anew, and why."""

    decision: Decision
    overrules: list[Decision] = field(default_factory=list)
    stand_again: list[Decision] = field(default_factory=list)
    waits: str | None = None


def keep(
    record: Record,
    kind: str,
    subject: str,
    detail: dict[str, Any],
    by: str | None,
    why: str | None,
    seen: int | None,
) -> Decision:
    """Keep a decision. `seen`: the number of the record's last decision when its maker looked at it (`Decisions.last`),
    None where nobody else decides.

    Raises ConflictError where somebody decided on the same thing after that: then nothing is kept.
    """
    with record.writing():
        if seen is not None:
            refuse_unseen(record, kind, detail, seen)
        return record.decisions.add(kind, subject, detail, by, why)


def refuse_unseen(record: Record, kind: str, detail: dict[str, Any], seen: int) -> None:
    """Raise ConflictError where a decision of a number above `seen` is on the same thing; the last such one is told."""
    decisions = record.decisions.all()
    by_id = {d.id: d for d in decisions}
    for row in reversed(decisions):
        if row.id <= seen:
            return
        on = first_of(by_id, row.id)
        if _family(on.kind) == _family(kind) and _meet(on.detail, detail):
            raise ConflictError(row.id, row.made_by, row.made_at, row.kind, row.subject, row.why)


def _family(kind: str) -> tuple[str, ...]:
    return next((kinds for kinds in _FAMILIES if kind in kinds), (kind,))


def _meet(a: dict[str, Any], b: dict[str, Any]) -> bool:
    """Whether two details of one family are on one thing: they share some place, and neither another field."""
    if a.get("field") and b.get("field") and a["field"] != b["field"]:
        return False
    theirs = list(places(b))
    return any(_overlap(x, y) for x in places(a) for y in theirs)


def _overlap(a: Stretch, b: Stretch) -> bool:
    return a[:2] == b[:2] and (a[2:] == b[2:] or (a[2] < b[3] and b[2] < a[3]))


def places(detail: dict[str, Any]) -> Iterator[Stretch]:
    """Every place in a report that a decision is anchored at."""
    for side in (detail.get("a"), detail.get("b")):
        for place in (side or {}).get("places") or ():
            yield _stretch(place)
    for place in (*(detail.get("anchors") or ()), *(detail.get("evidence") or ())):
        yield _stretch(place)
    if "hit" in detail:
        yield "hit", detail["hit"], 0, 0


def _stretch(place: dict[str, Any]) -> Stretch:
    return place.get("layer", ""), place["report"], place.get("start", 0), place.get("end", 0)
