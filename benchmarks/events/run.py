"""How many words that tell events are read as events: over sentences written for this, with every such word marked.

run.py [--part all|dev|held] [--errors N] [--label incident.attack] [FILE...]

A line is a sentence: `{incident.attack:هاجم} مسلحون ...`. It is read by the lists alone: the learned model was trained
on these sentences. Every second block of 20 lines is held out (`held`): what is learned from the others is measured on
them.
"""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path

from counts import Counts
from marks import marked

from tawatur.read.reading import read
from tawatur.record.types import Report

HERE = Path(__file__).parent
PUBLISHED = date(2020, 6, 15)  # no sentence needs another
BLOCK = 20


def lines(paths: list[Path], part: str) -> list[str]:
    found = []
    for path in paths:
        rows = [row for row in path.read_text(encoding="utf-8").splitlines() if row.strip()]
        found += [row for i, row in enumerate(rows) if part == "all" or (i // BLOCK % 2 == 1) == (part == "held")]
    return found


def main() -> None:
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("files", nargs="*", type=Path)
    args.add_argument("--part", choices=["all", "dev", "held"], default="all")
    args.add_argument("--errors", type=int, default=0, help="how many errors to show of each label")
    args.add_argument("--label", default="", help="only errors of labels that begin so")
    given = args.parse_args()
    counts = Counts()
    for number, line in enumerate(lines(given.files or sorted(HERE.glob("*.txt")), given.part)):
        text, words = marked(line)
        report = Report(str(number), str(number), text, str(number), published=PUBLISHED)
        counts.add(text, words, read(report).events, (0, len(text)))
    counts.show(given.errors, given.label)


if __name__ == "__main__":
    main()
