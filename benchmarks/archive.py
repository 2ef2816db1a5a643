"""What comparing an archive costs, stage by stage, at sizes that double: seconds of a core, bytes on disk, memory.

    python benchmarks/archive.py --shared ../shared                   # reads 10,000 reports first
    python benchmarks/archive.py --readings readings.parquet          # of readings that are there
    python benchmarks/archive.py --readings readings.parquet --engine spark --sizes 2500

DuckDB runs with one worker and one thread, in a process of its own for each size, so that its time is that of one core
and its memory its own. Spark's time is by the clock, on two cores. `largest` is what one process holds at most of each
kind of component: profiles and names of entities, reports of stories, tellings of events, places of copies.
docs/archive.md has what it printed.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pyarrow.compute as pc
import pyarrow.parquet as pq

from tawatur.archive.comparing import Result, compare_archive
from tawatur.archive.engines import EngineName, open_engine
from tawatur.archive.folder import write_json
from tawatur.archive.reading import Given, read_archive

CORPUS = "corpora/ant-2018-spring.jsonl.gz"
SIZES = (1_000, 2_000, 4_000)
COMPONENTS = ("linked", "kin", "near", "happened")


def first(readings: Path, count: int, to: Path) -> Path:
    """The first `count` readings as an archive of their own."""
    (to / "_parts").mkdir(parents=True)
    for path in sorted(readings.glob("month=*/*.parquet"), key=lambda p: (p.name, p.parent.name)):
        table = pq.read_table(path, partitioning=None)
        mask = [
            part * 1_000_000 + number
            for part, number in zip(*(table[c].to_pylist() for c in ("part", "number")), strict=True)
        ]
        (to / path.parent.name).mkdir(exist_ok=True)
        kept = table.filter([_ORDER[m] < count for m in mask])
        pq.write_table(kept, to / path.parent.name / path.name, compression="zstd")
    write_json(to / "_plan.json", {"files": [], "parts": []})
    return to


_ORDER: dict[int, int] = {}


def _learn_order(readings: Path) -> int:
    keys = []
    for path in readings.glob("month=*/*.parquet"):
        table = pq.read_table(path, columns=["part", "number"], partitioning=None)
        keys += [p * 1_000_000 + n for p, n in zip(*(table[c].to_pylist() for c in ("part", "number")), strict=True)]
    _ORDER.update((key, i) for i, key in enumerate(sorted(keys)))
    return len(keys)


def measure(readings: Path, out: Path, engine: EngineName) -> dict[str, Any]:
    """Compare readings; the seconds of each stage, the bytes it left, the most memory."""
    clock = time.process_time if engine is EngineName.duckdb else time.monotonic
    stages: dict[str, dict[str, float]] = {}
    last = clock()

    def told(name: str, _: float) -> None:
        nonlocal last
        stages[name] = {"seconds": round(clock() - last, 2), "bytes": _bytes(out, name)}
        last = clock()

    master = "local[2]" if engine is EngineName.spark else None
    opened = open_engine(engine, out / "_temp", master, 0 if master else 1, partitions=4)
    compare_archive(readings, out, opened, list(Result), told)
    opened.close()
    largest = {name: _largest(out / "stages" / name) for name in COMPONENTS}
    return {"stages": stages, "largest": largest, "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024}


def _largest(folder: Path) -> int:
    counts = pc.value_counts(pq.read_table(folder)["component"]).field("counts")
    return int(pc.max(counts).as_py() or 0)


def _bytes(out: Path, name: str) -> int:
    folders = (out / "stages" / name, out / f"{name}.parquet")
    return sum(p.stat().st_size for folder in folders for p in folder.rglob("*.parquet"))


def shown(found: dict[int, dict[str, Any]]) -> str:
    """The figures as a table: a line a stage, two columns a size; the growth at the last doubling."""
    sizes = sorted(found)
    names = list(found[sizes[-1]]["stages"])
    joined: dict[str, list[str]] = {}
    for name in names:  # the rounds of a component are one line
        joined.setdefault(name.split("_round_")[0].removesuffix("_edges"), []).append(name)
    lines = ["| stage | " + " | ".join(f"{s:,}: s | MB" for s in sizes) + " | growth |"]
    lines.append("|---" * (2 * len(sizes) + 2) + "|")
    total = {s: [0.0, 0.0] for s in sizes}
    for name, parts in joined.items():
        cells, seconds = [], []
        for size in sizes:
            known = [found[size]["stages"].get(p, {"seconds": 0.0, "bytes": 0}) for p in parts]
            spent, left = sum(k["seconds"] for k in known), sum(k["bytes"] for k in known) / 1e6
            total[size][0] += spent
            total[size][1] += left
            seconds.append(spent)
            cells.append(f"{spent:.1f} | {left:.1f}")
        lines.append(f"| {name} | " + " | ".join(cells) + f" | {_growth(seconds)} |")
    cells = [f"{total[s][0]:.1f} | {total[s][1]:.1f}" for s in sizes]
    lines.append("| all | " + " | ".join(cells) + f" | {_growth([total[s][0] for s in sizes])} |")
    lines.append("| memory, MB | " + " | ".join(f"{found[s]['memory']} | " for s in sizes) + " | |")
    for name in COMPONENTS:
        sides = [found[s]["largest"][name] for s in sizes]
        lines.append(f"| largest of `{name}` | " + " | ".join(f"{n:,} | " for n in sides) + f" | {_growth(sides)} |")
    return "\n".join(lines)


def _growth(seconds: Sequence[float]) -> str:
    return f"{seconds[-1] / seconds[-2]:.2f}" if len(seconds) > 1 and seconds[-2] >= 0.5 else ""


def _child(args: argparse.Namespace) -> None:
    with tempfile.TemporaryDirectory(dir=args.temp) as temp:
        found = measure(args.child, Path(temp) / "out", args.engine)
    sys.stdout.write(json.dumps(found))


def main() -> None:
    """Read if asked, compare at every size, print."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    options.add_argument("--shared", type=Path, default=Path("../shared"))
    options.add_argument("--readings", type=Path)
    options.add_argument("--engine", type=EngineName, default=EngineName.duckdb)
    options.add_argument("--sizes", type=int, nargs="+", default=list(SIZES))
    options.add_argument("--temp", type=Path)
    options.add_argument("--child", type=Path, help=argparse.SUPPRESS)
    args = options.parse_args()
    if args.child:
        _child(args)
        return
    with tempfile.TemporaryDirectory(dir=args.temp) as name:
        temp = Path(name)
        readings = args.readings
        if readings is None:
            readings = temp / "readings.parquet"
            opened = open_engine(EngineName.duckdb, temp / "temp")
            began = time.monotonic()
            run = read_archive([args.shared / CORPUS], readings, opened, Given(model=False))
            opened.close()
            print(f"{run.counts['reports']:,} reports read in {time.monotonic() - began:.0f} s, by all cores")
        there = _learn_order(readings)
        found: dict[int, dict[str, Any]] = {}
        for size in (s for s in sorted(args.sizes) if s <= there):
            part = first(readings, size, temp / f"readings-{size}")
            command = [sys.executable, __file__, "--child", str(part), "--engine", args.engine, "--temp", str(temp)]
            ended = subprocess.run(command, check=True, capture_output=True, text=True)
            found[size] = json.loads(ended.stdout.splitlines()[-1])
            print(f"{size:,} done", file=sys.stderr)
        print(shown(found))


if __name__ == "__main__":
    main()
