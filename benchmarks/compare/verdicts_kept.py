"""What a person said of the things drawn: tab-separated files of ids and labels, without any text, and their shares."""

from __future__ import annotations

import csv
import math
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

HERE = Path(__file__).resolve().parent
RIGHT, WRONG, UNCLEAR = "right", "wrong", "unclear"
LABELS = (RIGHT, WRONG, UNCLEAR)

Row = dict[str, str]


def write(path: Path, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """A file with one row for each thing drawn and an empty `label`. What is labelled already is never overwritten."""
    if path.exists() and any(row["label"] for row in read(path)):
        raise SystemExit(f"{path}: has labels already; draw with another --seed.")
    with path.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, delimiter="\t", lineterminator="\n")
        out.writerow(columns)
        out.writerows(rows)


def read(path: Path) -> list[Row]:
    """The rows of a file; a label that is none of LABELS, nor empty, is refused."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    for number, row in enumerate(rows, 2):
        if row["label"] not in ("", *LABELS):
            raise SystemExit(f"{path}, line {number}: the label {row['label']} is none of {', '.join(LABELS)}.")
    return rows


def interval(right: int, of: int) -> tuple[float, float]:
    """The 95 % interval of a share (Wilson 1927)."""
    if not of:
        return 0.0, 1.0
    z, p = 1.96, right / of
    middle, half = p + z * z / (2 * of), z * math.sqrt(p * (1 - p) / of + z * z / (4 * of * of))
    return max(0.0, (middle - half) / (1 + z * z / of)), min(1.0, (middle + half) / (1 + z * z / of))


def share(rows: Sequence[Row]) -> dict[str, float]:
    """How many of the labelled rows are right; what is unclear counts as wrong."""
    labels = [row["label"] for row in rows if row["label"]]
    right = labels.count(RIGHT)
    low, high = interval(right, len(labels))
    return {
        "read": len(labels),
        "right": right,
        "unclear": labels.count(UNCLEAR),
        "share": right / len(labels) if labels else 0.0,
        "low": low,
        "high": high,
    }


def told(name: str, found: Mapping[str, float], aim: float | None = None) -> str:
    """A share as a line: the figure, its interval, and the aim beside it."""
    aimed = f"   aim {aim}" if aim is not None else ""
    return (
        f"{name:44}{found['right']:4.0f} of {found['read']:3.0f} right{found['share']:8.3f} "
        f"({found['low']:.2f}-{found['high']:.2f}), {found['unclear']:.0f} unclear{aimed}"
    )
