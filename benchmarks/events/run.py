"""How many words that tell events are read as events: over sentences written for this, with every such word marked.

run.py [--part all|dev|held] [--no-model] [--errors N] [--label incident.attack] [FILE...]

A line is a sentence: `{incident.attack:هاجم} مسلحون ...`. A marked word is found where an event of its kind has it in
its span or evidence. An event that a sentence tells is right where a word of its kind is marked in its span. Every
second block of 20 lines is held out (`held`): what is learned from the others is measured on them.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from datetime import date
from pathlib import Path
from typing import NamedTuple

from tawatur.errors import ModelError
from tawatur.read.reading import read
from tawatur.read.tagger import load_tagger
from tawatur.record.types import Event, Report

HERE = Path(__file__).parent
PUBLISHED = date(2020, 6, 15)  # no sentence needs another
BLOCK = 20
MARK = re.compile(r"\{([a-z.\-]+):([^{}]*)\}")
UNMARKED = {"statistic", "group"}  # kinds that are not marked in the sentences


class Word(NamedTuple):
    """A marked word: offsets [start, end) of the sentence, its label, and the kind of event that is."""

    start: int
    end: int
    label: str

    @property
    def kind(self) -> str:
        return self.label.split(".")[0]


def marked(line: str) -> tuple[str, list[Word]]:
    """The sentence of a line without its marks, and its marked words."""
    text, at, words = "", 0, []
    for mark in MARK.finditer(line):
        text += line[at : mark.start()]
        words.append(Word(len(text), len(text) + len(mark[2]), mark[1]))
        text += mark[2]
        at = mark.end()
    return text + line[at:], words


def lines(paths: list[Path], part: str) -> list[str]:
    found = []
    for path in paths:
        rows = [row for row in path.read_text(encoding="utf-8").splitlines() if row.strip()]
        found += [row for i, row in enumerate(rows) if part == "all" or (i // BLOCK % 2 == 1) == (part == "held")]
    return found


def stretches(event: Event) -> list[tuple[int, int]]:
    return [(event.start, event.end), *((s.start, s.end) for spans in event.evidence.values() for s in spans)]


def main() -> None:
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("files", nargs="*", type=Path)
    args.add_argument("--part", choices=["all", "dev", "held"], default="all")
    args.add_argument("--no-model", action="store_true")
    args.add_argument("--errors", type=int, default=0, help="how many errors to show of each label")
    args.add_argument("--label", default="", help="only errors of labels that begin so")
    given = args.parse_args()
    try:
        tagger = None if given.no_model else load_tagger()
    except ModelError as error:
        sys.exit(str(error))
    told, found, said, right = Counter[str](), Counter[str](), Counter[str](), Counter[str]()
    errors: dict[str, list[str]] = {}
    for number, line in enumerate(lines(given.files or sorted(HERE.glob("*.txt")), given.part)):
        text, words = marked(line)
        report = Report(str(number), str(number), text, str(number), published=PUBLISHED)
        events = [event for event in read(report, tagger=tagger).events if event.kind not in UNMARKED]
        for word in words:
            told[word.label] += 1
            if any(e.kind == word.kind and a < word.end and word.start < b for e in events for a, b in stretches(e)):
                found[word.label] += 1
            else:
                errors.setdefault(word.label, []).append(f"missed {word.label} {text[word.start : word.end]} | {text}")
        for event in events:
            label = f"{event.kind}.{event.slots['type']}" if "type" in event.slots else event.kind
            said[label] += 1
            if any(w.kind == event.kind and event.start < w.end and w.start < event.end for w in words):
                right[label] += 1
            else:
                errors.setdefault(label, []).append(f"wrong  {label} {event.text} | {text}")
    for label in sorted(told | said):
        print(f"{label:28} recall {ratio(found[label], told[label])}   precision {ratio(right[label], said[label])}")
    print(f"{'all':28} recall {ratio(found.total(), told.total())}   precision {ratio(right.total(), said.total())}")
    for label, rows in sorted(errors.items()):
        if label.startswith(given.label):
            print(*rows[: given.errors], sep="\n", end="\n" if given.errors and rows else "")


def ratio(part: int, whole: int) -> str:
    return f"{part:5} of {whole:5} = {part / whole:.3f}" if whole else "    - of     -"


if __name__ == "__main__":
    main()
