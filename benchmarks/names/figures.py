"""Precision, recall and their likes, from decisions on pairs."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from pairs import LABELS, Pair

SLICES = ("kind", "scripts", "region", "phenomenon")
# A list screened against the news meets few true pairs: precision also at 92 same, 78 namesakes, 240 others.
SHARES = {"same": 92, "namesake": 78, "other": 240}


@dataclass(frozen=True, slots=True)
class Judged:
    """A pair with what the matcher says of it."""

    pair: Pair
    score: float
    said: bool


def said_same(judged: Sequence[Judged]) -> Counter[str]:
    """How many pairs of each label were called the same."""
    return Counter(j.pair.label for j in judged if j.said)


def figures(judged: Sequence[Judged]) -> dict[str, float]:
    """Precision, recall, F1, and the share of namesakes and others wrongly called the same; 0 to 1."""
    total, said = Counter(j.pair.label for j in judged), said_same(judged)
    rates = {label: said[label] / total[label] if total[label] else 0.0 for label in LABELS}
    weighed = {label: SHARES[label] * rates[label] for label in LABELS}
    precision = said["same"] / said.total() if said else 0.0
    recall = rates["same"]
    return {
        "pairs": len(judged),
        "precision": round(precision, 4),
        "recall": round(recall, 4),
        "F1": round(2 * precision * recall / (precision + recall), 4) if precision + recall else 0.0,
        "precision at 92:78:240": round(weighed["same"] / sum(weighed.values()), 4) if any(weighed.values()) else 0.0,
        "namesakes called same": round(rates["namesake"], 4),
        "others called same": round(rates["other"], 4),
    }


def by_slice(judged: Sequence[Judged]) -> dict[str, dict[str, dict[str, int]]]:
    """For every slice and its values: the true pairs, those found of them, the false pairs, those called the same."""
    counts: dict[str, dict[str, dict[str, int]]] = {}
    for name in SLICES:
        rows: dict[str, Counter[str]] = defaultdict(Counter)
        for j in judged:
            truth = "same" if j.pair.same else "not"
            rows[getattr(j.pair, name)].update([truth] + ([f"{truth} said"] if j.said else []))
        counts[name] = {
            value: {"true": c["same"], "found": c["same said"], "false": c["not"], "called same": c["not said"]}
            for value, c in sorted(rows.items())
        }
    return counts


def best_threshold(scores: Sequence[tuple[bool, float]]) -> float:
    """The score from which calling pairs the same has the highest F1."""
    true = sum(same for same, _ in scores)
    found = 0
    best, threshold = 0.0, 1.0
    ordered = sorted(scores, key=lambda pair: -pair[1])
    for said, (same, score) in enumerate(ordered, start=1):
        found += same
        last = said == len(ordered) or ordered[said][1] != score
        f1 = 2 * found / (said + true)
        if last and f1 > best:
            best, threshold = f1, score
    return threshold


def print_figures(judged: Sequence[Judged]) -> None:
    """The overall figures and every slice, as a table."""
    for name, value in figures(judged).items():
        print(f"{name:28}{value:>10}")
    for name, rows in by_slice(judged).items():
        print(f"\n{name:20}{'true':>7}{'found':>7}{'recall':>8}{'false':>8}{'called same':>13}")
        for value, c in rows.items():
            recall = f"{c['found'] / c['true']:8.3f}" if c["true"] else f"{'-':>8}"
            print(f"{value:20}{c['true']:7}{c['found']:7}{recall}{c['false']:8}{c['called same']:13}")


def write_errors(judged: Sequence[Judged], file: Path, why: Callable[[str, str], str] | None = None) -> int:
    """All pairs decided wrongly, one a line with tabs: wrong how, score, a, b, phenomenon, why; the number of them."""
    wrong = sorted((j for j in judged if j.said != j.pair.same), key=lambda j: (j.pair.same, -j.score))
    with file.open("w", encoding="utf-8") as out:
        for j in wrong:
            kind = "missed" if j.pair.same else f"called same: {j.pair.label}"
            reason = why(j.pair.a, j.pair.b) if why else ""
            out.write("\t".join([kind, f"{j.score:.3f}", j.pair.a, j.pair.b, j.pair.phenomenon, reason]) + "\n")
    return len(wrong)
