"""A tagger for tests, which finds the names and words of events that a test tells it, wherever they stand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

LABELS = ("O", *(f"{place}-{kind}" for kind in ("PERS", "LOC", "ORG", "MISC") for place in "BI"))


class Tagged(NamedTuple):
    start: int
    end: int
    type: str
    confidence: float


class EventWord(NamedTuple):
    word: int
    kind: str
    confidence: float


class Said(NamedTuple):
    names: list[Tagged]
    rows: list[list[float]]
    events: list[EventWord]


class Told:
    """Knows names by their words: `Told({"أيمن الصفدي": "PERS"})`, or with a probability: ("PERS", 0.6); words of
    events likewise: `events={"قتال": "incident.conflict"}`."""

    version = "told"
    labels = LABELS

    def __init__(
        self, names: dict[str, str | tuple[str, float]], events: dict[str, str | tuple[str, float]] | None = None
    ) -> None:
        self._events = {w: kind if isinstance(kind, tuple) else (kind, 0.99) for w, kind in (events or {}).items()}
        self._names = {
            tuple(name.split()): kind if isinstance(kind, tuple) else (kind, 0.99) for name, kind in names.items()
        }

    def read_document(self, texts: Sequence[Sequence[str]]) -> list[Said]:
        return [self._read(list(text)) for text in texts]

    def _read(self, words: list[str]) -> Said:
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
        told = [EventWord(i, *self._events[word]) for i, word in enumerate(words) if word in self._events]
        return Said(sorted(found), rows, told)
