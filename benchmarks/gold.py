"""Score the reading of the annotated sets, whole or a layer at a time on the gold of the layers below it.

    python benchmarks/gold.py [SET ...] [--given LAYERS] [--no-model] [--errors N] [--shared DIR] [--out DIR]

SET: reports, more, sanctions, gaza (all by default). `--given times,mentions` puts the gold of those layers in place of
the program's own (`--given below:events` of every layer before events), so that a layer is measured by itself: the
difference to the figure without `--given` is what the layers below cost it.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from pathlib import Path

from tawatur.intake.sources import intake
from tawatur.read.document import Document
from tawatur.read.reading import LAYERS, read_layers
from tawatur.read.tagger import Tagger, load_tagger
from tawatur.record.codec.reading import dump_reading, load_reading
from tawatur.record.types import Reading, Report

FIELDS = {"mentions": ("mentions", "entities")}


def layers_given(spec: str) -> list[str]:
    if spec.startswith("below:"):
        names = list(LAYERS)
        return names[: names.index(spec.removeprefix("below:"))]
    return [name for name in spec.split(",") if name]


def read_with_gold(report: Report, gold: Reading, given: list[str], tagger: Tagger | None) -> Reading:
    if "junk" in given:
        for field in ("outlet", "title", "authors", "published", "dateline", "junk"):
            setattr(report, field, getattr(gold.report, field))
    document = Document(report, tagger=tagger)
    for layer in given:
        if layer == "junk":
            document.mark_junk(report.junk)
        else:
            for field in FIELDS.get(layer, (layer,)):
                setattr(document.reading, field, getattr(gold, field))
    return read_layers(document, given)


def score_set(name: str, shared: Path, out: Path, given: list[str], errors: int, tagger: Tagger | None) -> None:
    source = shared / "seeds" / f"{name}.jsonl"
    folder = shared / "gold" / name
    readings = out / f"{name}.jsonl"
    with readings.open("w", encoding="utf-8") as file:
        for report in intake([source]):
            gold_file = folder / f"{Path(report.file).stem}.json"
            gold = load_reading(json.loads(gold_file.read_text(encoding="utf-8")), report.text)
            reading = read_with_gold(report, gold, given, tagger)
            file.write(json.dumps(dump_reading(reading), ensure_ascii=False) + "\n")
    print(f"== {name}" + (f", given the gold of {', '.join(given)}" if given else ""), flush=True)
    command = [sys.executable, shared / "gold" / "score.py", folder, readings, "--texts", source]
    subprocess.run([*map(str, command), "--errors", str(errors)], check=True)


def main() -> None:
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("sets", nargs="*", default=["reports", "more", "sanctions", "gaza"], metavar="SET")
    args.add_argument("--given", default="")
    args.add_argument("--no-model", action="store_true")
    args.add_argument("--errors", type=int, default=0)
    args.add_argument("--shared", type=Path, default=Path(__file__).resolve().parents[2] / "shared")
    args.add_argument("--out", type=Path, default=Path("/tmp"))
    given = args.parse_args()
    tagger = None if given.no_model else load_tagger()
    for name in given.sets:
        score_set(name, given.shared, given.out, layers_given(given.given), given.errors, tagger)


if __name__ == "__main__":
    main()
