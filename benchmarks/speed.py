"""How fast reports are read, and how much memory that takes: all layers, one core.

    python benchmarks/speed.py [--shared DIR] [--reports N] [--no-model] [--profile]

Reads N reports (1,000) of ant-2018-spring, or of a set made out of examples/ where the corpora are absent, after a
warm-up of 50, with the learned model of names and without it, by turns, so that a busy machine slows both alike.
Prints reports a CPU second of both, words a CPU second of the model by itself, the second half against the first (1.0:
time a report does not grow), the peak memory, and with --profile the share of each layer.
"""

from __future__ import annotations

import argparse
import gzip
import itertools
import json
import resource
import time
from collections import defaultdict
from pathlib import Path

from tawatur.intake.sources import SetAside, intake
from tawatur.read.document import Document
from tawatur.read.mentions.tags import Tags
from tawatur.read.reading import LAYERS, read
from tawatur.read.tagger import Tagger, load_tagger
from tawatur.record.types import Report
from tawatur.work import prepare

HERE = Path(__file__).resolve().parent


def reports(shared: Path, count: int) -> tuple[str, list[Report]]:
    """So many reports, and what they are."""
    corpus = shared / "corpora" / "ant-2018-spring.jsonl.gz"
    if corpus.exists():
        lines = HERE / "speed-input.jsonl"
        with gzip.open(corpus, "rt", encoding="utf-8") as file:
            lines.write_text("".join(itertools.islice(file, 4 * count)), encoding="utf-8")
        taken = [r for r in intake([lines]) if not isinstance(r, SetAside)]
        lines.unlink()
        return "ant-2018-spring", taken[:count]
    made = [r for r in intake([HERE.parent / "examples"]) if not isinstance(r, SetAside)]
    return "examples, repeated", list(itertools.islice(itertools.cycle(made), count))


class Half:
    """CPU seconds spent on one half of the reports, in each way of reading."""

    def __init__(self) -> None:
        self.spent: dict[bool, float] = {True: 0.0, False: 0.0}

    def read(self, report: Report, tagger: Tagger | None) -> None:
        start = time.process_time()
        read(report, tagger=tagger)
        self.spent[tagger is not None] += time.process_time() - start


def main() -> None:
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("--shared", type=Path, default=HERE.parents[1] / "shared")
    args.add_argument("--reports", type=int, default=1000)
    args.add_argument("--no-model", action="store_true")
    args.add_argument("--profile", action="store_true")
    given = args.parse_args()
    what, taken = reports(given.shared, given.reports)
    prepare()
    for report in taken[:50]:
        read(report)
    before = peak()
    ways = [None] if given.no_model else [None, load_tagger()]
    for tagger in ways[1:]:
        read(taken[0], tagger=tagger)
    halves = (Half(), Half())
    for half, part in zip(halves, (taken[: len(taken) // 2], taken[len(taken) // 2 :]), strict=True):
        for report in part:
            for tagger in ways:
                half.read(report, tagger)
    totals = {way: sum(half.spent[way is not None] for half in halves) for way in ways}
    figures = {
        "set": what, "reports": len(taken), "letters a report": round(sum(len(r.text) for r in taken) / len(taken)),
        "reports a CPU second": round(len(taken) / totals[ways[-1]], 1),
        "reports a CPU second without the model": round(len(taken) / totals[None], 1),
        "second half against first": round(halves[1].spent[len(ways) > 1] / halves[0].spent[len(ways) > 1], 2),
        "peak memory MB": peak(), "peak memory MB without the model": before,
    }  # fmt: skip
    if ways[-1] is not None:
        figures["words a CPU second of the model"] = words_a_second(taken[:200], ways[-1])
    print(json.dumps(figures, indent=1))
    if given.profile:
        profile(taken, ways[-1])


def peak() -> int:
    """The most memory this process ever had, in MB."""
    return round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


def words_a_second(taken: list[Report], tagger: Tagger) -> int:
    """How many words the model reads in a CPU second, by itself."""
    documents = [Document(report, tagger=tagger) for report in taken]
    start = time.process_time()
    for document in documents:
        Tags(document)
    return round(sum(len(d.tokens) for d in documents) / (time.process_time() - start))


def profile(taken: list[Report], tagger: Tagger | None) -> None:
    """Milliseconds a report of every layer."""
    spent: dict[str, float] = defaultdict(float)
    for report in taken:
        start = time.process_time()
        document = Document(report, tagger=tagger)
        spent["words and lists"] += time.process_time() - start
        for name, layer in LAYERS.items():
            start = time.process_time()
            layer(document)
            spent[name] += time.process_time() - start
    for name, seconds in spent.items():
        print(f"{name:16} {1000 * seconds / len(taken):7.2f} ms")


if __name__ == "__main__":
    main()
