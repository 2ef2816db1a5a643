"""One more report: how long a record takes to compare it, as the record grows, and how far that is from comparing anew.

    benchmarks/increment.py --shared ../shared                    # records of 2,900 and of all reports of both corpora
    benchmarks/increment.py --sizes 2900                          # one size; some minutes of one core
    benchmarks/increment.py --sizes 2900 26000 50000              # more than there are: written anew, years later
    benchmarks/increment.py --readings FILE --readings FILE       # readings as JSON lines, made before

Reports are drawn from both corpora with a fixed seed, the smaller record within the larger. Those that are added one by
one are the same for every size, so what they cost shows what grows with the record.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from tawatur.compare.comparison import Stages
from tawatur.record.codec.comparison import dump_comparison
from tawatur.record.types import Comparison, Reading
from tawatur.store.record import Record
from tawatur.work import compare_anew, comparison, prepare
from tawatur.work.keeping.update import add_report

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE / "compare"))
from corpora import CORPORA, SEED, readings, source, written_anew  # noqa: E402

SIZES = (2_900, 26_000)
_LAYERS = ("copies", "stories", "entities", "events", "facts")


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--shared", type=Path, default=Path("../shared"))
    options.add_argument("--readings", type=Path, action="append", default=[])
    options.add_argument("--cache", type=Path, default=Path(tempfile.gettempdir()) / "tawatur-bench")
    options.add_argument("--sizes", type=int, nargs="+", default=list(SIZES), help="reports of the records")
    options.add_argument("--added", type=int, default=100)
    given = options.parse_args()
    prepare()
    new, *records = _drawn(given)
    for number, old in enumerate(records):
        with tempfile.TemporaryDirectory() as folder, Record(Path(folder) / "r.tawatur", create=True) as record:
            with record.writing():
                for reading in old:
                    record.add(reading)
            compare_anew(record, workers=2)
            print(f"a record of {len(old)} reports: {_said(_added(record, new))}", flush=True)
            if number == 0:
                one_by_one = comparison(record)
                anew = Stages(list(record.readings().values()), before=one_by_one.stories).all()
                print(*_equal(one_by_one, anew, {reading.report.file for reading in new}), sep="\n", flush=True)


def _drawn(given: argparse.Namespace) -> Iterator[list[Reading]]:
    """The reports that are added, then those of each record: a share of either corpus as large as its own."""
    sizes = [given.added, *(given.added + size for size in sorted(given.sizes))]
    every = [readings(source(corpus, given.shared, given.cache, given.readings)) for corpus in CORPORA]
    ordered = [_shuffled(of) for of in every]
    total = sum(map(len, ordered))
    chosen = [[r for of in ordered for r in of[: round(min(1.0, size / total) * len(of))]] for size in sizes]
    new = {reading.report.file for reading in chosen[0]}
    yield chosen[0]
    for size, some in zip(sizes[1:], chosen[1:], strict=True):
        old = [reading for reading in some if reading.report.file not in new]
        yield old + [written_anew(reading) for reading in old[: max(0, size - total)]]


def _shuffled(found: Sequence[Reading]) -> list[Reading]:
    shuffled = list(found)
    random.Random(SEED).shuffle(shuffled)
    return shuffled


def _added(record: Record, readings: Iterable[Reading]) -> list[float]:
    """Seconds of the processor that each report took to be compared."""
    seconds = []
    for reading in readings:
        name = record.add(reading)
        start = time.process_time()
        add_report(record, name)
        seconds.append(time.process_time() - start)
    return sorted(seconds)


def _said(seconds: Sequence[float]) -> str:
    at = {q: seconds[min(len(seconds) - 1, int(q * len(seconds)))] for q in (0.5, 0.95)}
    return f"one more is compared in {at[0.5]:.3f} s (median), {at[0.95]:.3f} s (95 %), {seconds[-1]:.3f} s (longest)"


def _equal(one: Comparison, other: Comparison, new: set[str]) -> Iterator[str]:
    """How many objects of each layer are in both, whole; and of how many entities of the new reports, the members."""
    left, right = dump_comparison(one), dump_comparison(other)
    for layer in _LAYERS:
        a, b = (
            {json.dumps(_bare(o), ensure_ascii=False, sort_keys=True) for o in side[layer]} for side in (left, right)
        )
        yield f"{layer}: {len(a)} one by one, {len(b)} anew, {len(a & b) / max(1, len(a | b)):.4f} of both equal"
    a, b = ({" ".join(sorted(story["reports"])) for story in side["stories"]} for side in (left, right))
    yield f"stories by their reports: {len(a & b) / max(1, len(a | b)):.4f} equal"
    home = [{tuple(m.values()): e["id"] for e in side["entities"] for m in e["same"]} for side in (left, right)]
    mine = [member for member in home[0] if member[0] in new]
    same = sum(home[0][m] == home[1].get(m) for m in mine)
    yield f"entities of the new reports: {len(mine)}, {same / max(1, len(mine)):.4f} under one id"


def _bare(o: dict[str, object]) -> dict[str, object]:
    """An object without why it is one, and without what was before."""
    return {key: value for key, value in o.items() if key not in ("why", "history")}


if __name__ == "__main__":
    main()
