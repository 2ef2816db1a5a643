"""The marked sentences that the network learns from (benchmarks/events, made/): words, and the label of each."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from marks import marked  # of benchmarks/events
from ner.data import Sentence

from tawatur.text.words import tokenize

OUTSIDE = "O"
MADE = (Path(__file__).parents[2] / "benchmarks" / "events", Path(__file__).parent / "made")
LABELS = [
    OUTSIDE, "meeting", "visit", "funding", "designation", "founding", "membership", "commitment",
    *(f"incident.{sort}" for sort in (
        "attack", "bombing", "airstrike", "raid", "killing", "arrest", "kidnapping", "siege", "takeover",
        "dismantlement", "military-campaign", "conflict", "protest", "abuse", "seizure", "other",
    )),
]  # fmt: skip


def labelled(line: str) -> Sentence:
    """The words of a line, as the program tells words apart, and the label of each.

    Raises ValueError where a label is not one of LABELS.
    """
    text, found = marked(line)
    labels = {word.start: word.label for word in found}
    words = tokenize(text)
    tags = [next((labels[i] for i in range(word.start, word.end) if i in labels), OUTSIDE) for word in words]
    unknown = sorted({tag for tag in tags if tag not in LABELS})
    if unknown:
        raise ValueError(f"{unknown[0]} is no label of an event: {line[:60]}")
    return Sentence([word.text for word in words], tags)


def sentences(folders: Iterable[Path] = MADE) -> list[Sentence]:
    """All sentences of the files of some folders, in their order."""
    paths = (path for folder in folders for path in sorted(folder.glob("*.txt")))
    lines = (line for path in paths for line in path.read_text(encoding="utf-8").splitlines())
    return [labelled(line) for line in lines if line.strip()]
