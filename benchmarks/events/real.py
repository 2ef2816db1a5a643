"""The same over sentences of real reports, drawn at random and labelled by reading: one a report, so many stories.

real.py dev|test|whole-dev|whole-test --shared FOLDER [--no-model] [--errors N] [--label incident] [--sure]

The files hold places and labels, no text: file, the offsets of the sentence or, in `whole-`, of the whole report, and
for each word that tells an event its offsets, label, status and whether the reader was sure. A word that takes up an
event told before counts as missed where no event has it as evidence. `test` and `whole-test` are for measuring, not for
reading.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from counts import Counts
from marks import Word

from tawatur.errors import ModelError
from tawatur.intake.sources import intake
from tawatur.read.reading import read
from tawatur.read.tagger import load_tagger
from tawatur.record.types import Report

HERE = Path(__file__).parent
CORPORA = ("ant-2018-spring.jsonl.gz", "saudi-2015-july.jsonl.gz")


def main() -> None:
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("part", choices=["dev", "test", "whole-dev", "whole-test"])
    args.add_argument("--shared", type=Path, required=True, help="the folder beside the project that has corpora/")
    args.add_argument("--no-model", action="store_true")
    args.add_argument("--errors", type=int, default=0, help="how many errors to show of each label")
    args.add_argument("--label", default="", help="only errors of labels that begin so")
    args.add_argument("--sure", action="store_true", help="count only words that the annotator was sure of")
    given = args.parse_args()
    try:
        tagger = None if given.no_model else load_tagger()
    except ModelError as error:
        sys.exit(str(error))
    rows = map(json.loads, (HERE / f"{given.part}.jsonl").read_text(encoding="utf-8").splitlines())
    labelled = {row["file"]: row for row in rows}
    counts = Counts()
    for report in intake([str(given.shared / "corpora" / name) for name in CORPORA]):
        row = labelled.pop(report.file, None)
        if row is None or not isinstance(report, Report):
            continue
        words = [Word(*word[:3]) for word in row["words"] if word[4] or not given.sure]
        counts.add(report.text, words, read(report, tagger=tagger).events, (row["start"], row["end"]))
    if labelled:
        sys.exit(f"{len(labelled)} reports of {given.part}.jsonl are not in {given.shared / 'corpora'}.")
    counts.show(given.errors, given.label)


if __name__ == "__main__":
    main()
