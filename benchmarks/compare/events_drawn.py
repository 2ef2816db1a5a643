"""Merged events drawn at random to be read: pairs of tellings made one, and near pairs kept apart.

All pairs are of different outlets: what one outlet tells twice, mostly word for word, is no question. Near is told
without the program's own features: two tellings of one kind, at most three days apart, whose clauses have words in
common that few clauses have (a cosine over tf-idf). Of the near pairs, some are drawn at random.
"""

from __future__ import annotations

import math
import random
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from grams import folded
from sheets import Readings, head, telling
from verdicts_kept import HERE, read, share, told, write

from tawatur.record.types import Comparison, Event

JOINED, APART = "joined", "apart"
COLUMNS = ("kind", "event_kind", "report_a", "event_a", "report_b", "event_b", "label", "why")
DAYS = 3
NEAR = 0.25  # cosine from which two clauses are near
COMMON = 60  # clauses in which a word may stand that brings pairs together

Key = tuple[str, str]  # report, event


@dataclass(frozen=True, slots=True)
class Pair:
    """Two tellings of different outlets, and whether the program makes them one event."""

    kind: str
    a: Key
    b: Key


def draw(comparison: Comparison, readings: Readings, each: int, seed: int) -> list[Pair]:
    """So many pairs joined (an event drawn, then two of its reports) and so many near pairs kept apart."""
    rng = random.Random(seed)
    joined = []
    for event in sorted(comparison.events, key=lambda e: e.id):
        by_report = sorted({report: (report, ident) for report, ident in reversed(event.same)}.values())
        a = rng.choice(by_report)
        others = [key for key in by_report if _outlet(key, readings) != _outlet(a, readings)]
        if others:
            joined.append(Pair(JOINED, *sorted((a, rng.choice(others)))))
    home = {key: event.id for event in comparison.events for key in event.same}
    near = [Pair(APART, a, b) for a, b in near_pairs(readings) if home[a] != home[b]]
    return _some(joined, each, rng) + _some(near, each, rng)


def _outlet(key: Key, readings: Readings) -> str | None:
    return readings[key[0]].report.outlet


def _some(pairs: Sequence[Pair], count: int, rng: random.Random) -> list[Pair]:
    return rng.sample(list(pairs), min(count, len(pairs)))


def near_pairs(readings: Readings) -> list[tuple[Key, Key]]:
    """Two tellings of one kind in different outlets, near in time and in the words of their clauses, in order."""
    events = {(name, e.id): e for name, r in readings.items() for e in r.events}
    words = {key: _words(event) for key, event in events.items()}
    common = Counter(w for found in words.values() for w in found)
    weights = {w: math.log(1 + len(words) / n) for w, n in common.items()}
    blocks: dict[tuple[str, str], list[Key]] = defaultdict(list)
    for key, found in words.items():
        for word in found:
            if common[word] <= COMMON:
                blocks[events[key].kind, word].append(key)
    shared: dict[tuple[Key, Key], float] = defaultdict(float)
    for (_, word), keys in blocks.items():
        for i, a in enumerate(keys):
            for b in keys[i + 1 :]:
                if _outlet(a, readings) != _outlet(b, readings) and _near_in_time(a[0], b[0], readings):
                    shared[min(a, b), max(a, b)] += weights[word] ** 2
    size = {key: math.sqrt(sum(weights[w] ** 2 for w in found)) or 1.0 for key, found in words.items()}
    return sorted(pair for pair, n in shared.items() if n >= NEAR * size[pair[0]] * size[pair[1]])


def _words(event: Event) -> set[str]:
    return {word for raw in event.text.split() if len(word := folded(raw.strip('[]().,،:؛"«»'))) > 2}


def _near_in_time(a: str, b: str, readings: Readings) -> bool:
    left, right = readings[a].report.published, readings[b].report.published
    return bool(left and right) and abs((left - right).days) <= DAYS


def write_draw(corpus: str, seed: int, drawn: Sequence[Pair], readings: Readings, out: Path) -> tuple[Path, Path]:
    """The sheet into the folder `out`, the empty labels beside this file; joined and apart are mixed and the sheet does
    not say which is which. The label is of the program's decision, so the reader first writes one event or two."""
    mixed = list(drawn)
    random.Random(seed).shuffle(mixed)
    told_by = {(name, e.id): e for name, r in readings.items() for e in r.events}
    labels, sheet = HERE / f"events-{corpus}-{seed}.tsv", out / f"events-{corpus}-{seed}.txt"
    write(labels, COLUMNS, ((p.kind, told_by[p.a].kind, *p.a, *p.b, "", "") for p in mixed))
    with sheet.open("w", encoding="utf-8") as file:
        for number, pair in enumerate(mixed, 1):
            file.write(f"\n=== {number}. {told_by[pair.a].kind}\n")
            for report, ident in (pair.a, pair.b):
                file.write(head(report, readings[report]))
                file.write(telling(report, told_by[report, ident], readings[report]))
    return labels, sheet


def score(folder: Path = HERE) -> dict[str, dict[str, dict[str, float]]]:
    """The shares that are right, by draw and by what the program said."""
    found: dict[str, dict[str, dict[str, float]]] = {}
    for path in sorted(folder.glob("events-*.tsv")):
        rows = read(path)
        found[path.stem] = {kind: share([r for r in rows if r["kind"] == kind]) for kind in (JOINED, APART)}
    return found


def lines(scores: dict[str, dict[str, dict[str, float]]]) -> list[str]:
    """The shares as lines."""
    return [told(f"{name} {kind}", found) for name, kinds in scores.items() for kind, found in kinds.items()]
