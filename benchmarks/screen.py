"""How fast names are screened: loading lists, one name, a record; CPU seconds on one core.

    python benchmarks/screen.py [--shared DIR] [--entities N] [--rows N]

Prints the seconds to load the UN's and OFAC's lists and to make them ready, the median and worst milliseconds of a name
against the UN's list, the seconds for a record of N (1,000) persons and organisations against both, and, of a list of
one's own made of so many rows, megabytes a second and peak memory. NOT MEASURED where the lists are absent.
"""

from __future__ import annotations

import argparse
import csv
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TypeVar

from tawatur.record.watchlists import Subject, Watchlist
from tawatur.screen.lists import load_list
from tawatur.screen.screening import Screener, screen
from tawatur.screen.subjects import typed

T = TypeVar("T")
HERE = Path(__file__).resolve().parent
UN, OFAC = "un-consolidated-2020-11-24.xml.gz", "ofac-sdn.csv.gz"
NAMES = HERE / "names" / "pairs-dev.tsv"


def timed(deed: Callable[[], T]) -> tuple[float, T]:
    """CPU seconds of a deed, and what it gives."""
    start = time.process_time()
    made = deed()
    return time.process_time() - start, made


def subjects(count: int) -> list[Subject]:
    """So many subjects of known kind, as a record's are, out of the benchmark's names of public persons and bodies."""
    with NAMES.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    asked = {
        name: row["kind"]
        for row in rows
        for name in (row["a"], row["b"])
        if any("\u0621" <= c <= "\u064a" for c in name)
    }
    return [subject for name, kind in list(asked.items())[:count] for subject in typed([name], kind)]


def official(folder: Path, count: int) -> None:
    """The figures of the official lists."""
    seconds: list[float] = []
    lists: list[Watchlist] = []
    for name in (UN, OFAC):
        taken, watchlist = timed(lambda name=name: load_list(folder / name))  # type: ignore[misc]
        seconds.append(taken)
        lists.append(watchlist)
        print(f"load {watchlist.name}: {taken:.2f} s, {len(watchlist.entries)} entries")
    ready, screener = timed(lambda: Screener(lists[:1]))
    print(f"make the UN's list ready: {ready:.2f} s")
    asked = subjects(count)
    for subject in asked[:20]:
        screener.hits(subject)
    one = sorted(timed(lambda s=s: screener.hits(s))[0] * 1000 for s in asked)  # type: ignore[misc]
    print(f"one name against the UN's list: median {statistics.median(one):.1f} ms, "
          f"95 in 100 under {one[len(one) * 95 // 100]:.1f} ms, worst {one[-1]:.1f} ms ({len(one)} names)")  # fmt: skip
    record, found = timed(lambda: screen(lists, asked, {}, date.today()))
    print(f"{found.screened} names against both, lists made ready: {record:.1f} s, {len(found.hits)} hits")


def own(rows: int) -> None:
    """The figures of a long list of one's own."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "own.csv"
        with path.open("w", encoding="utf-8") as file:
            file.write("name,id,alias,reason\n")
            reason = "words that nobody needs " * 8
            file.writelines(f"Salim {n} al-Ghamrawi,{n},سالم {n} الغمراوي,{reason}\n" for n in range(rows))
        size = path.stat().st_size / 1e6
        taken, watchlist = timed(lambda: load_list(path))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"own CSV of {size:.0f} MB, {len(watchlist.entries)} entries: {taken:.1f} s, "
          f"{size / taken:.1f} MB a second, peak {peak:.0f} MB")  # fmt: skip


def main() -> None:
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("--shared", type=Path, default=HERE.parents[1] / "shared")
    args.add_argument("--entities", type=int, default=1000)
    args.add_argument("--rows", type=int, default=100_000)
    given = args.parse_args()
    folder = given.shared / "corpora" / "watchlists"
    if (folder / UN).exists() and (folder / OFAC).exists():
        official(folder, given.entities)
    else:
        print("official lists: NOT MEASURED (the lists are absent)", file=sys.stderr)
    own(given.rows)


if __name__ == "__main__":
    main()
