"""What people decided: rows that are only ever added, and which of them stand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

# Kinds. `detail` says on what, in words that outlive a re-reading (names and places in texts, not ids of a run).
SAME = "same"  # two entities are one
DIFFERENT = "different"  # two entities are two, whatever speaks for one
SAME_EVENT = "same-event"
DIFFERENT_EVENTS = "different-events"
SAME_STORY = "same-story"
DIFFERENT_STORIES = "different-stories"
FACT_ACCEPTED = "fact-accepted"  # a fact, or one of its values
FACT_REJECTED = "fact-rejected"
CORRECTED = "correct"  # a date, number, speaker, kind ... of what was read in a report is another
DELETED = "delete"  # a name, statement, event ... that was read in a report is none
JUNK = "junk"  # a stretch of a report is not the report
NOT_JUNK = "not-junk"
HIT_ACCEPTED = "hit-accepted"  # a name of the record is the list's entry
HIT_REJECTED = "hit-rejected"
REMOVED = "remove"  # a report's text was taken out for good: nothing brings it back
UNDONE = "undo"  # takes back the decision that `undoes` names

ON_ENTITIES = (SAME, DIFFERENT)
ON_EVENTS = (SAME_EVENT, DIFFERENT_EVENTS)
ON_STORIES = (SAME_STORY, DIFFERENT_STORIES)
ON_FACTS = (FACT_ACCEPTED, FACT_REJECTED)
ON_READINGS = (CORRECTED, DELETED)  # applied onto what was read
ON_TEXTS = (JUNK, NOT_JUNK)  # the report is read again with them
ON_HITS = (HIT_ACCEPTED, HIT_REJECTED)
ON_ONE_THING = (SAME, SAME_EVENT, SAME_STORY)  # of the kinds on two sides `a` and `b`, those that make them one
COMPARED_BY = (*ON_ENTITIES, *ON_EVENTS, *ON_STORIES, *ON_FACTS)  # what comparing takes into account


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person decided: who, when (UTC, ISO 8601), on what, why. Never changed; `undoes` names the decision it
    takes back."""

    id: int
    made_at: str
    made_by: str
    kind: str
    subject: str
    detail: dict[str, Any]
    why: str | None
    undoes: int | None


def undone(decisions: Sequence[Decision]) -> set[int]:
    """The numbers of decisions that were taken back, also of those that took one back."""
    found: set[int] = set()
    for decision in sorted(decisions, key=lambda d: -d.id):  # a row takes back only what was there before it
        if decision.undoes is not None and decision.id not in found:
            found.add(decision.undoes)
    return found


def standing(decisions: Sequence[Decision], *kinds: str) -> list[Decision]:
    """Those of these kinds (all where none is given) that were not taken back, in order.

    What takes a decision back can be taken back itself: then the decision stands again.
    """
    gone = undone(decisions)
    return [d for d in decisions if d.undoes is None and d.id not in gone and (not kinds or d.kind in kinds)]


def first_of(by_id: Mapping[int, Decision], ident: int) -> Decision:
    """The decision that a row is on in the end: itself, or what it takes back, through rows that take back others.
    `by_id`: all rows, by number."""
    found = by_id[ident]
    while found.undoes is not None:
        found = by_id[found.undoes]
    return found
