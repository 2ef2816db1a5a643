"""Score what stands between reports, on the gold readings (comparing by itself) or on the program's own.

    python benchmarks/between.py [SET ...] [--read] [--errors N] [--shared DIR] [--out DIR]

SET: reports, sanctions, gaza (all by default). Without `--read` the readings compared are the gold's: the difference to
the figures with `--read` is what reading costs.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from pathlib import Path

from tawatur.compare.comparison import compare
from tawatur.record.codec.comparison import dump_comparison
from tawatur.record.codec.reading import dump_reading, load_reading
from tawatur.record.types import Reading

LAYERS = ("entities", "copies", "stories", "same event", "facts")


def gold_readings(source: Path, folder: Path) -> list[Reading]:
    """The gold's readings, with the clock times that came with the texts."""
    readings = []
    for line in filter(str.strip, source.read_text(encoding="utf-8").split("\n")):
        given = json.loads(line)
        gold = json.loads((folder / f"{Path(given['file']).stem}.json").read_text(encoding="utf-8"))
        reading = load_reading(gold, given["text"])
        reading.report.published_at = given.get("time")
        readings.append(reading)
    return readings


def own_readings(source: Path) -> list[Reading]:
    """The program's readings."""
    from tawatur.work import read_sources

    return [r for r in read_sources([str(source)], workers=1) if isinstance(r, Reading)]


def score_set(name: str, args: argparse.Namespace) -> None:
    source, folder = args.shared / "seeds" / f"{name}.jsonl", args.shared / "gold" / name
    readings = own_readings(source) if args.read else gold_readings(source, folder)
    lines, between = args.out / f"{name}.jsonl", args.out / f"{name}.between.json"
    lines.write_text("".join(json.dumps(dump_reading(r), ensure_ascii=False) + "\n" for r in readings), "utf-8")
    between.write_text(json.dumps(dump_comparison(compare(readings)), ensure_ascii=False), "utf-8")
    command = [sys.executable, args.shared / "gold" / "score.py", folder, lines, between, "--texts", source]
    done = subprocess.run(
        [*map(str, command), "--errors", str(args.errors)], check=True, capture_output=True, text=True
    )
    print(f"== {name}, " + ("the program's own readings" if args.read else "the gold's readings"))
    show = False
    for line in done.stdout.splitlines():
        show = line.startswith(LAYERS) if not line.startswith(" ") else show
        if show or line.startswith("layer"):
            print(line)
    print(done.stderr.strip())


def main() -> None:
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("sets", nargs="*", default=["reports", "sanctions", "gaza"], metavar="SET")
    args.add_argument("--read", action="store_true")
    args.add_argument("--errors", type=int, default=0)
    args.add_argument("--shared", type=Path, default=Path(__file__).resolve().parents[2] / "shared")
    args.add_argument("--out", type=Path, default=Path("/tmp"))
    given = args.parse_args()
    for name in given.sets:
        score_set(name, given)


if __name__ == "__main__":
    main()
