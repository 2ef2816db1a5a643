"""The labelled pairs of reports, and how their two halves were split."""

from __future__ import annotations

import csv
import hashlib
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

HERE = Path(__file__).resolve().parent
PAIRS = HERE / "pairs.tsv"  # of ANT, in two halves
MORE = HERE / "more.tsv"  # of ANT, all for tuning
FRESH = HERE / "fresh.tsv"  # of ANT, labelled before any score of them
FRESH_SAUDI = HERE / "fresh-saudi.tsv"  # the same of the Saudi newspapers
LABELS = ("same", "other", "unsure")
UNSCORED = "unsure"
BANDS = (0.05, 0.12, 0.2, 0.3, 0.45)  # lower bounds of likeness; the last band ends with 1
BAND_NAMES = tuple(f"{low}-{up}" for low, up in pairwise((*BANDS, 1)))
HALVES = ("tune", "test")
SETS = (*HALVES, "fresh")


@dataclass(frozen=True, slots=True)
class Pair:
    """Two reports by their `file` names, and whether they tell one happening (README.md says by what rule)."""

    a: str
    b: str
    label: str
    band: str
    half: str


def band(likeness: float) -> str | None:
    """The name of the band a likeness (cosine, 0 to 1) lies in; None below the lowest."""
    place = bisect_right(BANDS, likeness)
    return BAND_NAMES[place - 1] if place else None


def read(path: Path = PAIRS) -> list[Pair]:
    """All pairs, in the order of the file."""
    with path.open(encoding="utf-8", newline="") as file:
        return [Pair(**row) for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)]


def halves(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """The half of every report: by a hash of the first of those that pairs join with it, so that none is in both."""
    joined: dict[str, str] = {}

    def root(report: str) -> str:
        while joined.setdefault(report, report) != report:
            report = joined[report]
        return report

    for a, b in pairs:
        first, second = root(a), root(b)
        joined[max(first, second)] = min(first, second)
    return {name: HALVES[_digest(root(name)) % 2] for name in joined}


def _digest(name: str) -> int:
    return int(hashlib.sha256(f"tawatur-stories:{name}".encode()).hexdigest(), 16)
