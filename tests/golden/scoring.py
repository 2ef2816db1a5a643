"""What golden readings and the program's are scored with: counts of what was right, and when two things are one.

Both sides are the plain objects of docs/record.md.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from tawatur.text.folding import fold

Json = dict[str, Any]
Fits = Callable[[Json, Json], float]
HALF = 0.5


@dataclass
class Score:
    """What was right, out of what the golden set wants and what the program gave; `errors` in words."""

    right: int = 0
    wanted: int = 0
    given: int = 0
    errors: list[str] = field(default_factory=list)

    @property
    def f1(self) -> float:
        return 2 * self.right / (self.wanted + self.given) if self.wanted + self.given else 1.0

    def __str__(self) -> str:
        precision, recall = self.right / max(self.given, 1), self.right / max(self.wanted, 1)
        return f"P {precision:.2f} R {recall:.2f} F1 {self.f1:.3f} ({self.right} of {self.wanted}, {self.given} given)"

    def add(self, right: int, wanted: int, given: int, *errors: str) -> None:
        self.right, self.wanted, self.given = self.right + right, self.wanted + wanted, self.given + given
        self.errors += errors

    def sets(self, where: str, wanted: set[Any], given: set[Any]) -> None:
        """Score two sets of the same sort of thing."""
        missed, wrong = sorted(map(str, wanted - given)), sorted(map(str, given - wanted))
        errors = [f"missed {where}: {m}" for m in missed] + [f"wrong {where}: {w}" for w in wrong]
        self.add(len(wanted & given), len(wanted), len(given), *errors)


def pairs(gold: Sequence[Json], own: Sequence[Json], fits: Fits) -> list[tuple[Json, Json]]:
    """Things that are the same, the best fit first, each in one pair at most; a fit of 0 is none."""
    scored = [(fits(g, o), i, j) for i, g in enumerate(gold) for j, o in enumerate(own)]
    left, right, found = set(range(len(gold))), set(range(len(own))), []
    for fit, i, j in sorted(scored, key=lambda s: (-s[0], s[1], s[2])):
        if fit > 0 and i in left and j in right:
            left.remove(i)
            right.remove(j)
            found.append((gold[i], own[j]))
    return found


def overlap(a: Json, b: Json) -> float:
    """The share of the longer of two spans that both cover."""
    common: int = min(a["end"], b["end"]) - max(a["start"], b["start"])
    longer: int = max(a["end"] - a["start"], b["end"] - b["start"], 1)
    return max(0, common) / longer


def half(a: Json, b: Json) -> float:
    return share if (share := overlap(a, b)) >= HALF else 0.0


def alike(a: object, b: object) -> bool:
    """Names or words of which half are the same, spelling habits and articles aside."""
    one, two = ({w.removeprefix("ال") for w in fold(str(x)).split()} for x in (a, b))
    return len(one & two) >= HALF * len(one | two)
