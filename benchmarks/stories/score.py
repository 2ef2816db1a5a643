"""How well the program's stories answer whether two reports tell one happening, on the labelled pairs.

    python benchmarks/stories/score.py [--shared DIR] [--others N] [--errors FILE]

Reads the reports of the pairs, and N others of the same corpus that are there only to be confused with them (`--others
all`: the whole of it), compares all of them and asks of every pair whether both are in one story. Prints precision,
recall and F1 of each set, by band of likeness. --errors writes the pairs for tuning that were decided wrongly; those of
the other sets are never shown. Where a corpus does not lie beside the project: NOT MEASURED.
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

from labelled import BAND_NAMES, FRESH, FRESH_SAUDI, MORE, PAIRS, SETS, UNSCORED, Pair, read

from tawatur.record.types import Reading, Story
from tawatur.work import compare_readings, read_sources

CORPORA = {
    Path("corpora", "ant-2018-spring.jsonl.gz"): (PAIRS, MORE, FRESH),
    Path("corpora", "saudi-2015-july.jsonl.gz"): (FRESH_SAUDI,),
}
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


def chosen(corpus: Path, wanted: set[str], others: str) -> list[str]:
    """The lines of the wanted reports and of others drawn with a fixed seed, in the order of the corpus."""
    with gzip.open(corpus, "rt", encoding="utf-8") as file:
        lines = {str(json.loads(line)["file"]): line for line in file if line.strip()}
    if missing := wanted - lines.keys():
        raise SystemExit(f"{corpus}: has no {min(missing)}; these pairs are of another corpus.")
    rest = sorted(lines.keys() - wanted)
    beside = rest if others == "all" else random.Random(SEED).sample(rest, min(int(others), len(rest)))
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
    """The figures of every set that the pairs are of."""
    print(f"{'set':6}{'band':11}{'same':>6}{'other':>7}{'precision':>11}{'recall':>8}{'F1':>7}")
    for part in (s for s in SETS if any(p.half == s for p in pairs)):
        for name in ("all", *BAND_NAMES):
            s = score([p for p in pairs if p.half == part and name in ("all", p.band)], one)
            print(f"{part:6}{name:11}{s.found + s.missed:6}{s.false + s.apart:7}", end="")
            print(f"{s.precision:11.3f}{s.recall:8.3f}{s.f1:7.3f}")


def wrong(pairs: Sequence[Pair], one: Callable[[Pair], bool]) -> list[str]:
    """The pairs for tuning that were decided wrongly, by name."""
    found = [p for p in pairs if p.half == "tune" and p.label != UNSCORED and one(p) != (p.label == "same")]
    return [f"{p.label}\t{p.band}\t{p.a}\t{p.b}\n" for p in found]


def main() -> None:
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("--shared", type=Path, default=Path(__file__).resolve().parents[3] / "shared")
    args.add_argument("--others", default=str(OTHERS))
    args.add_argument("--errors", type=Path)
    given = args.parse_args()
    errors: list[str] = []
    for name, files in CORPORA.items():
        corpus = given.shared / name
        if not corpus.exists():
            print(f"NOT MEASURED: {corpus} does not exist; name the folder that holds {name} with --shared.")
            continue
        pairs = [pair for file in files for pair in read(file)]
        start = time.process_time()
        lines = chosen(corpus, {report for p in pairs for report in (p.a, p.b)}, given.others)
        one = together(stories_of(lines))
        print(f"{name.name}: {len(lines)} reports, {len(pairs)} pairs, {time.process_time() - start:.0f} s CPU")
        show(pairs, one)
        errors += wrong(pairs, one)
    if given.errors:
        given.errors.write_text("".join(errors), encoding="utf-8")


if __name__ == "__main__":
    main()
