"""The labelled pairs of names, and how their two halves were split."""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
LABELS = ("same", "namesake", "other")
SPLITS = ("dev", "test")
UNSCORED = "knowledge"  # one thing under two names: true, but not to be known from the names


@dataclass(frozen=True, slots=True)
class Pair:
    """Two names and whether they are to be written as one (README.md says by what rule)."""

    id: str
    a: str
    b: str
    label: str
    kind: str  # person, organisation, mixed
    scripts: str  # ar-ar, ar-la, la-la
    region: str
    phenomenon: str
    who_a: str  # the person or organisation of a, as a key of this set
    who_b: str
    note: str
    split: str

    @property
    def same(self) -> bool:
        return self.label == "same"


def read(split: str) -> list[Pair]:
    """All pairs of one half, in the order of its file."""
    with (HERE / f"pairs-{split}.tsv").open(encoding="utf-8", newline="") as file:
        return [Pair(**row) for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)]


def scored(split: str) -> list[Pair]:
    """The pairs of one half that a matcher can know from the names."""
    return [pair for pair in read(split) if pair.phenomenon != UNSCORED]


def halves(pairs: Iterable[Pair]) -> dict[str, str]:
    """The half of everybody: decided by a hash of the circle of namesakes he is in, so that no one is in both."""
    circle: dict[str, str] = {}

    def root(who: str) -> str:
        while circle.setdefault(who, who) != who:
            who = circle[who]
        return who

    for pair in pairs:
        first, second = root(pair.who_a), root(pair.who_b)
        if pair.label == "namesake":
            circle[max(first, second)] = min(first, second)
    return {
        who: SPLITS[int(hashlib.sha256(f"tawatur-names:{root(who)}".encode()).hexdigest(), 16) % 2] for who in circle
    }
