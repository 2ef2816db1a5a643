"""Read and compare the annotated sets with the installed command, score them, and fail below a floor.

    python benchmarks/gate.py [--shared DIR] [--table]

Floors stand in benchmarks/floors.yml, a set and layer each; lowering one is a change that a reader of the history must
see. Where the annotated reports do not lie beside the project it prints NOT SCORED and passes.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).resolve().parent
TAWATUR = Path(sys.executable).with_name("tawatur")


def run(*command: object) -> str:
    return subprocess.run([str(c) for c in command], check=True, capture_output=True, text=True).stdout


def score(name: str, shared: Path, folder: Path) -> dict[str, dict[str, float]]:
    """The figures of one set, read and compared by the command as a user would."""
    texts, gold = shared / "seeds" / f"{name}.jsonl", shared / "gold" / name
    readings, between = folder / f"{name}.jsonl", folder / f"{name}.json"
    run(TAWATUR, "read", texts, "-o", readings, "--quiet")
    run(TAWATUR, "compare", texts, "-o", between, "--quiet")
    given = [gold, readings] + ([between] if (gold / "between.json").exists() else [])
    figures: dict[str, dict[str, float]] = json.loads(
        run(sys.executable, shared / "gold" / "score.py", *given, "--texts", texts, "--json")
    )
    return figures


def check(name: str, figures: dict[str, dict[str, float]], floors: dict[str, float]) -> list[str]:
    """A sentence for every layer below its floor."""
    low = []
    for layer, floor in floors.items():
        have = figures.get(layer, {}).get("f1", 0.0)
        if have < floor:
            low.append(f"{name}: {layer} is {have:.3f}, its floor {floor:.3f}")
    return low


def main() -> int:
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("--shared", type=Path, default=HERE.parents[1] / "shared")
    given = args.parse_args()
    if not (given.shared / "gold" / "score.py").exists():
        print(f"NOT SCORED: the annotated reports are not at {given.shared}")
        return 0
    floors: dict[str, Any] = yaml.safe_load((HERE / "floors.yml").read_text(encoding="utf-8"))
    low: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        scored = {name: score(name, given.shared, Path(folder)) for name in floors}
    layers = list(dict.fromkeys(layer for figures in scored.values() for layer in figures))
    print(f"{'F1':38}" + "".join(f"{name:>11}" for name in scored))
    for layer in layers:
        print(
            f"{layer:38}"
            + "".join(f"{figures.get(layer, {}).get('f1', float('nan')):11.3f}" for figures in scored.values())
        )
    for name, figures in scored.items():
        low += check(name, figures, floors[name])
    print("\n".join(low) or "every layer at or above its floor")
    return 1 if low else 0


if __name__ == "__main__":
    sys.exit(main())
