"""What people decided: rows that are only ever added, and which of them stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

# Kinds. `detail` says on what, in words that outlive a re-reading (names and places in texts, not ids of a run).
SAME = "same"  # two entities are one
DIFFERENT = "different"  # two entities are two, whatever speaks for one
HIT_ACCEPTED = "hit-accepted"  # a name of the record is the list's entry
HIT_REJECTED = "hit-rejected"
REMOVED = "remove"  # a report's text was taken out for good: nothing brings it back
UNDONE = "undo"  # takes back the decision that `undoes` names


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


def standing(decisions: Sequence[Decision], *kinds: str) -> list[Decision]:
    """Those of these kinds (all where none is given) that were not taken back, in order.

    What takes a decision back can be taken back itself: then the decision stands again.
    """
    undone: set[int] = set()
    for decision in sorted(decisions, key=lambda d: -d.id):  # a row takes back only what was there before it
        if decision.undoes is not None and decision.id not in undone:
            undone.add(decision.undoes)
    return [d for d in decisions if d.undoes is None and d.id not in undone and (not kinds or d.kind in kinds)]
