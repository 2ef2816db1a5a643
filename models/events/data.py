"""Sentences in which the words that tell events are marked (benchmarks/events): `{incident.attack:هاجم} مسلحون ...`."""

from __future__ import annotations

import re
from pathlib import Path

from ner.data import Sentence

from tawatur.text.words import tokenize

OUTSIDE = "O"
MADE = Path(__file__).parents[2] / "benchmarks" / "events"
LABELS = [
    OUTSIDE, "meeting", "visit", "funding", "designation", "founding", "membership", "commitment",
    *(f"incident.{sort}" for sort in (
        "attack", "bombing", "airstrike", "raid", "killing", "arrest", "kidnapping", "siege", "takeover",
        "dismantlement", "military-campaign", "conflict", "protest", "abuse", "seizure", "other",
    )),
]  # fmt: skip
_MARK = re.compile(r"\{([a-z.\-]+):([^{}]*)\}")


def marked(line: str) -> Sentence:
    """The words of a line, as the program tells words apart, and the label of each.

    Raises ValueError where a label is not one of LABELS.
    """
    text, at, labels = "", 0, {}
    for mark in _MARK.finditer(line):
        text += line[at : mark.start()]
        labels[len(text)] = mark[1]
        text += mark[2]
        at = mark.end()
    text += line[at:]
    words = tokenize(text)
    tags = [next((labels[i] for i in range(word.start, word.end) if i in labels), OUTSIDE) for word in words]
    unknown = sorted({tag for tag in tags if tag not in LABELS})
    if unknown:
        raise ValueError(f"{unknown[0]} is no label of an event: {line[:60]}")
    return Sentence([word.text for word in words], tags)


def sentences(folder: Path = MADE) -> list[Sentence]:
    """All sentences of the files of a folder, in their order."""
    lines = (line for path in sorted(folder.glob("*.txt")) for line in path.read_text(encoding="utf-8").splitlines())
    return [marked(line) for line in lines if line.strip()]
