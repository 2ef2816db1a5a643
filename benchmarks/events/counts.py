"""Counting words that tell events: which are read, and which of the events that are read tell what is marked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from marks import Word

from tawatur.record.types import Event

UNMARKED = {"statistic", "group"}  # kinds that nobody marked


class Counts:
    """Recall of marked words and precision of events, by label.

    A word is found where an event of its kind has it in its span or evidence. An event is right where a word of its
    kind is marked in its span.
    """

    def __init__(self) -> None:
        self.told, self.found = Counter[str](), Counter[str]()
        self.said, self.right = Counter[str](), Counter[str]()
        self.errors: dict[str, list[str]] = {}

    def add(self, text: str, words: list[Word], events: Iterable[Event], spans: tuple[int, int]) -> None:
        """Count a stretch `spans` of a text with its marked words; only events that begin in it are judged."""
        start, end = spans
        told = [event for event in events if event.kind not in UNMARKED]
        for word in words:
            self.told[word.label] += 1
            if any(e.kind == word.kind and a < word.end and word.start < b for e in told for a, b in _stretches(e)):
                self.found[word.label] += 1
            else:
                self._wrong(word.label, "missed", text[word.start : word.end], text[start:end])
        for event in (e for e in told if start <= e.start < end):
            label = f"{event.kind}.{event.slots['type']}" if "type" in event.slots else event.kind
            self.said[label] += 1
            if any(w.kind == event.kind and event.start < w.end and w.start < event.end for w in words):
                self.right[label] += 1
            else:
                self._wrong(label, "wrong ", event.text, text[start:end])

    def _wrong(self, label: str, how: str, words: str, sentence: str) -> None:
        self.errors.setdefault(label, []).append(f"{how} {label} {words} | {sentence}")

    def show(self, errors: int = 0, label: str = "") -> None:
        """Print a line a label and one for all, then `errors` errors of each label that begins with `label`."""
        for name in sorted(self.told | self.said):
            print(_line(name, self.found[name], self.told[name], self.right[name], self.said[name]))
        print(_line("all", self.found.total(), self.told.total(), self.right.total(), self.said.total()))
        for name, rows in sorted(self.errors.items()):
            if errors and name.startswith(label):
                print(*rows[:errors], sep="\n")


def _stretches(event: Event) -> list[tuple[int, int]]:
    return [(event.start, event.end), *((s.start, s.end) for spans in event.evidence.values() for s in spans)]


def _line(name: str, found: int, told: int, right: int, said: int) -> str:
    return f"{name:28} recall {_ratio(found, told)}   precision {_ratio(right, said)}"


def _ratio(part: int, whole: int) -> str:
    return f"{part:5} of {whole:5} = {part / whole:.3f}" if whole else "    - of     -"
