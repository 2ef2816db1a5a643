"""A tagger for tests, which finds the names that a test tells it, wherever their words stand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

LABELS = ("O", *(f"{place}-{kind}" for kind in ("PERS", "LOC", "ORG", "MISC") for place in "BI"))


class Tagged(NamedTuple):
    start: int
    end: int
    type: str
    confidence: float


class Told:
    """Knows names by their words: `Told({"أيمن الصفدي": "PERS"})`, or with a probability: ("PERS", 0.6)."""

    version = "told"
    labels = LABELS

    def __init__(self, names: dict[str, str | tuple[str, float]]) -> None:
        self._names = {
            tuple(name.split()): kind if isinstance(kind, tuple) else (kind, 0.99) for name, kind in names.items()
        }

    def read(self, texts: Sequence[Sequence[str]]) -> list[tuple[list[Tagged], list[list[float]]]]:
        return [self._read(list(text)) for text in texts]

    def _read(self, words: list[str]) -> tuple[list[Tagged], list[list[float]]]:
        found = [
            Tagged(i, i + len(name), kind, sure)
            for name, (kind, sure) in self._names.items()
            for i in range(len(words))
            if tuple(words[i : i + len(name)]) == name
        ]
        rows = [[1.0] + [0.0] * (len(LABELS) - 1) for _ in words]
        for one in found:
            for i in range(one.start, one.end):
                rows[i] = [0.0] * len(LABELS)
                rows[i][0] = 1 - one.confidence
                rows[i][LABELS.index(("B-" if i == one.start else "I-") + one.type)] = one.confidence
        return sorted(found), rows
