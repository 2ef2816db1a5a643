"""How well a matcher tells names apart, on the labelled pairs.

    python benchmarks/names/run.py [--matcher tawatur] [--split dev|test] [--errors FILE] [--freeze]
    python benchmarks/names/run.py --table

Prints precision, recall and F1 at the threshold the matcher ships with (where it ships none: the best on dev), the
figures by kind, scripts, region and phenomenon, and pairs a CPU second. --errors writes the pairs decided wrongly.
--freeze puts the figures of both halves into results.json and the table of all of them into README.md; --table only
writes the table anew.
"""

from __future__ import annotations

import argparse
import json
import re
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from figures import Judged, best_threshold, by_slice, figures, print_figures, write_errors
from matchers import MATCHERS, Matcher
from pairs import HERE, SPLITS, Pair, scored

RESULTS = HERE / "results.json"
README = HERE / "README.md"
Runs = dict[str, tuple[list[Judged], float]]


def scores_of(matcher: Matcher, pairs: Sequence[Pair]) -> tuple[list[float], float]:
    """The score of every pair, and pairs a CPU second (of the whole process; models are loaded before)."""
    start = time.process_time()
    scores = [matcher.score(pair) for pair in pairs]
    return scores, len(pairs) / (time.process_time() - start)


def judge(matcher: Matcher, splits: Sequence[str]) -> tuple[float | None, Runs]:
    """The threshold used and, a half, every pair with score and decision, and the speed.

    Where a matcher ships no threshold and decides nothing itself, it gets the one that is best on dev."""
    wanted = {split: scored(split) for split in splits}
    measured = {split: scores_of(matcher, pairs) for split, pairs in wanted.items()}
    bound = matcher.threshold
    if bound is None and matcher.same is None:
        dev = scored("dev")
        scores = measured["dev"][0] if "dev" in measured else scores_of(matcher, dev)[0]
        bound = best_threshold([(pair.same, score) for pair, score in zip(dev, scores, strict=True)])
    runs: Runs = {}
    for split, pairs in wanted.items():
        scores, speed = measured[split]
        said = [matcher.same(p) if matcher.same else s >= (bound or 0.0) for p, s in zip(pairs, scores, strict=True)]
        runs[split] = [Judged(*row) for row in zip(pairs, scores, said, strict=True)], speed
    return bound, runs


def freeze(name: str, version: str, threshold: float | None, runs: Runs) -> None:
    """The figures of both halves into results.json."""
    results: dict[str, Any] = json.loads(RESULTS.read_text(encoding="utf-8")) if RESULTS.exists() else {}
    results[name] = {"version": version, "threshold": "its own" if threshold is None else round(threshold, 4)}
    for split, (judged, speed) in runs.items():
        results[name][split] = figures(judged) | {"pairs a CPU second": round(speed), "by": by_slice(judged)}
    kept = {key: results[key] for key in MATCHERS if key in results}
    RESULTS.write_text(json.dumps(kept, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def table(results: dict[str, Any]) -> str:
    """The frozen figures as rows of Markdown."""
    head = (
        "| matcher, threshold | half | precision | recall | F1 | precision at 92:78:240 | recall ar-la | ar-ar | la-la "
        "| namesakes called same | others called same | pairs a CPU second |"
    )
    rows = [head, "|" + "---|" * (head.count("|") - 1)]
    for name, result in results.items():
        for split in SPLITS:
            f = result[split]
            scripts = [f["by"]["scripts"][s] for s in ("ar-la", "ar-ar", "la-la")]
            cells = [f"{name} {result['version']}, {result['threshold']}", split]
            cells += [f"{f[key]:.3f}" for key in ("precision", "recall", "F1", "precision at 92:78:240")]
            cells += [f"{c['found'] / c['true']:.3f}" for c in scripts]
            cells += [f"{f['namesakes called same']:.3f}", f"{f['others called same']:.3f}"]
            cells += [f"{f['pairs a CPU second']:,}"]
            rows.append("| " + " | ".join(cells) + " |")
    return "\n".join(rows) + "\n"


def write_table() -> None:
    content = table(json.loads(RESULTS.read_text(encoding="utf-8")))
    text = README.read_text(encoding="utf-8")
    block = re.compile("(<!-- results -->\n).*?(<!-- /results -->)", re.DOTALL)
    README.write_text(block.sub(lambda m: m[1] + content + m[2], text), encoding="utf-8")


def main() -> None:
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("--matcher", choices=list(MATCHERS), default="tawatur")
    args.add_argument("--split", choices=SPLITS, default="dev")
    args.add_argument("--errors", type=Path)
    args.add_argument("--freeze", action="store_true")
    args.add_argument("--table", action="store_true")
    given = args.parse_args()
    if given.table:
        write_table()
        return
    matcher = MATCHERS[given.matcher]()
    for pair in {(p.kind, p.scripts): p for p in scored("dev")}.values():
        matcher.score(pair)  # models and lists are loaded before the clock runs
    threshold, runs = judge(matcher, SPLITS if given.freeze else (given.split,))
    for split, (judged, speed) in runs.items():
        print(f"{given.matcher} {matcher.version}, {split}, threshold {threshold or 'its own'}")
        print(f"{'pairs a CPU second':28}{speed:10.0f}")
        print_figures(judged)
        print()
    if given.errors:
        judged, _ = runs[given.split]
        print(f"{write_errors(judged, given.errors, matcher.why)} errors in {given.errors}")
    if given.freeze:
        freeze(given.matcher, matcher.version, threshold, runs)
        write_table()


if __name__ == "__main__":
    main()
