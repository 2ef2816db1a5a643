"""How well the program's stories answer whether two reports tell one happening, on the labelled pairs.

    python benchmarks/stories/score.py [--shared DIR] [--others N] [--errors FILE]

Reads the reports of the pairs, and N others of the same spring that are there only to be confused with them, compares
all of them and asks of every pair whether both are in one story. Prints precision, recall and F1 of both halves, by
band of likeness. --errors writes the pairs of the half for tuning that were decided wrongly; those of the other half
are never shown. Where the corpus does not lie beside the project: NOT MEASURED.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from labelled import BAND_NAMES, HALVES, UNSCORED, Pair, read

from tawatur.record.types import Reading, Story
from tawatur.work import compare_readings, read_sources

CORPUS = Path("corpora", "ant-2018-spring.jsonl.gz")
OTHERS = 400
SEED = 2018


@dataclass(frozen=True, slots=True)
class Score:
    """Pairs by what they are and what was said: `found` are same and said so, `false` are other and called same."""

    found: int
    missed: int
    false: int
    apart: int

    @property
    def precision(self) -> float:
        return self.found / max(1, self.found + self.false)

    @property
    def recall(self) -> float:
        return self.found / max(1, self.found + self.missed)

    @property
    def f1(self) -> float:
        return 2 * self.found / max(1, 2 * self.found + self.false + self.missed)


def score(pairs: Iterable[Pair], one: Callable[[Pair], bool]) -> Score:
    """The score of a way to decide, over the pairs that are scored."""
    said = [(p.label == "same", one(p)) for p in pairs if p.label != UNSCORED]
    return Score(*(said.count(case) for case in ((True, True), (True, False), (False, True), (False, False))))


def together(stories: Sequence[Story]) -> Callable[[Pair], bool]:
    """Whether stories hold both reports of a pair."""
    home = {report: story.id for story in stories for report in story.reports}
    return lambda pair: pair.a in home and home[pair.a] == home.get(pair.b)


def chosen(corpus: Path, wanted: set[str], others: int) -> list[str]:
    """The lines of the wanted reports and of others drawn with a fixed seed, in the order of the corpus."""
    with gzip.open(corpus, "rt", encoding="utf-8") as file:
        lines = {str(json.loads(line)["file"]): line for line in file if line.strip()}
    if missing := wanted - lines.keys():
        raise SystemExit(f"{corpus}: has no {min(missing)}; these pairs are of another corpus.")
    beside = random.Random(SEED).sample(sorted(lines.keys() - wanted), others)
    keep = wanted | set(beside)
    return [line for name, line in lines.items() if name in keep]


def stories_of(lines: Sequence[str]) -> list[Story]:
    """The program's stories of reports given as JSON lines."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "reports.jsonl")
        source.write_text("".join(lines), encoding="utf-8")
        readings = [r for r in read_sources([str(source)], workers=1) if isinstance(r, Reading)]
    return compare_readings(readings).stories


def show(pairs: Sequence[Pair], one: Callable[[Pair], bool]) -> None:
    """The figures of both halves."""
    print(f"{'half':6}{'band':11}{'same':>6}{'other':>7}{'precision':>11}{'recall':>8}{'F1':>7}")
    for half in HALVES:
        for name in ("all", *BAND_NAMES):
            s = score([p for p in pairs if p.half == half and name in ("all", p.band)], one)
            print(f"{half:6}{name:11}{s.found + s.missed:6}{s.false + s.apart:7}", end="")
            print(f"{s.precision:11.3f}{s.recall:8.3f}{s.f1:7.3f}")


def write_errors(path: Path, pairs: Sequence[Pair], one: Callable[[Pair], bool]) -> None:
    """The pairs of the half for tuning that were decided wrongly, by name."""
    wrong = [p for p in pairs if p.half == "tune" and p.label != UNSCORED and one(p) != (p.label == "same")]
    path.write_text("".join(f"{p.label}\t{p.band}\t{p.a}\t{p.b}\n" for p in wrong), encoding="utf-8")


def main() -> None:
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("--shared", type=Path, default=Path(__file__).resolve().parents[3] / "shared")
    args.add_argument("--others", type=int, default=OTHERS)
    args.add_argument("--errors", type=Path)
    given = args.parse_args()
    corpus = given.shared / CORPUS
    if not corpus.exists():
        print(f"NOT MEASURED: {corpus} does not exist; name the folder that holds {CORPUS} with --shared.")
        return
    pairs = read()
    start = time.process_time()
    lines = chosen(corpus, {name for p in pairs for name in (p.a, p.b)}, given.others)
    one = together(stories_of(lines))
    print(f"{len(lines)} reports, {len(pairs)} pairs, {time.process_time() - start:.0f} s CPU")
    show(pairs, one)
    if given.errors:
        write_errors(given.errors, pairs, one)


if __name__ == "__main__":
    main()
