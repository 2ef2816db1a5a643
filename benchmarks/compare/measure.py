"""Seconds and memory of comparing, in a process of its own.

    python benchmarks/compare/measure.py FILE [--only copies|stories|events|facts] [--workers N]

FILE holds readings with their texts, one a line. Loads them, compares, and prints one JSON object: `wall` and `cpu`
seconds of comparing (processor seconds of all its processes), what was found. `peak`, in MB, is what the caller sees of
the process and its children (`measured`), readings and all.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import subprocess
import sys
import time
from pathlib import Path

from corpora import load

from tawatur.compare.comparison import Part
from tawatur.work import compare_readings

EVERY = 0.5  # seconds between two looks at the memory
MB = 1024


def measured(file: Path, only: str | None, workers: int = 2) -> dict[str, float]:
    """Measure in a process of its own, and its peak memory with that of its children (pages shared count once).

    Raises SystemExit where comparing failed.
    """
    command = [sys.executable, __file__, str(file), "--workers", str(workers), *(["--only", only] if only else [])]
    peak = 0
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        while process.poll() is None:
            peak = max(peak, tree_memory(process.pid))
            time.sleep(EVERY)
        out = process.stdout.read() if process.stdout else ""
    if process.returncode:
        raise SystemExit(f"comparing {file} failed with exit code {process.returncode}.")
    found: dict[str, float] = json.loads(out.splitlines()[-1])
    return found | {"peak": max(round(peak / MB), found["peak"])}


def tree_memory(pid: int) -> int:
    """Kilobytes that a process and its children hold now, a page that several share counted once; 0 where the system
    does not tell."""
    try:
        rollup = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="utf-8")
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="utf-8").split()
    except OSError:
        return 0
    own = next((int(line.split()[1]) for line in rollup.splitlines() if line.startswith("Pss:")), 0)
    return own + sum(tree_memory(int(child)) for child in children)


def own_peak() -> int:
    """The most that this process ever held, in kilobytes; unlike `ru_maxrss` nothing of the process that started it.
    0 where the system does not tell."""
    try:
        status = Path("/proc/self/status").read_text(encoding="utf-8")
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM:")), 0)


def spent() -> float:
    """Processor seconds of this process and its children that have ended."""
    t = os.times()
    return t.user + t.system + t.children_user + t.children_system


def main() -> None:
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("file", type=Path)
    args.add_argument("--only", choices=[str(p) for p in Part])
    args.add_argument("--workers", type=int, default=2)
    given = args.parse_args()
    readings = list(load(given.file))
    gc.collect()
    count, wall, cpu = len(readings), time.perf_counter(), spent()
    found = compare_readings(readings, only=Part(given.only) if given.only else None, workers=given.workers)
    print(json.dumps({
        "reports": count,
        "wall": round(time.perf_counter() - wall, 1),
        "cpu": round(spent() - cpu, 1),
        "peak": round(own_peak() / MB),
        "copies": len(found.copies), "stories": len(found.stories), "facts": len(found.facts),
    }))  # fmt: skip


if __name__ == "__main__":
    main()
