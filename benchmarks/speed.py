"""How fast reports are read, and how much memory that takes: all layers, one core.

    python benchmarks/speed.py [--shared DIR] [--reports N] [--profile]

Reads N reports (1,000) of ant-2018-spring, or of a set made out of examples/ where the corpora are absent, after a
warm-up of 50. Prints reports a second, the second half against the first (1.0: time a report does not grow), the peak
memory, and with --profile the share of each layer.
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
from tawatur.read.reading import LAYERS, read
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


def main() -> None:
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("--shared", type=Path, default=HERE.parents[1] / "shared")
    args.add_argument("--reports", type=int, default=1000)
    args.add_argument("--profile", action="store_true")
    given = args.parse_args()
    what, taken = reports(given.shared, given.reports)
    prepare()
    for report in taken[:50]:
        read(report)
    marks = [time.process_time()]
    for half in (taken[: len(taken) // 2], taken[len(taken) // 2 :]):
        for report in half:
            read(report)
        marks.append(time.process_time())
    first, second = marks[1] - marks[0], marks[2] - marks[1]
    letters = sum(len(r.text) for r in taken) / len(taken)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({
        "set": what, "reports": len(taken), "letters a report": round(letters),
        "reports a CPU second": round(len(taken) / (first + second), 1),
        "second half against first": round(second / first, 2), "peak memory MB": round(peak),
    }, indent=1))  # fmt: skip
    if given.profile:
        profile(taken)


def profile(taken: list[Report]) -> None:
    """Milliseconds a report of every layer."""
    spent: dict[str, float] = defaultdict(float)
    for report in taken:
        start = time.process_time()
        document = Document(report)
        spent["words and lists"] += time.process_time() - start
        for name, layer in LAYERS.items():
            start = time.process_time()
            layer(document)
            spent[name] += time.process_time() - start
    for name, seconds in spent.items():
        print(f"{name:16} {1000 * seconds / len(taken):7.2f} ms")


if __name__ == "__main__":
    main()
