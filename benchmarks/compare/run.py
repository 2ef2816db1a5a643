"""How well and how fast tens of thousands of reports are compared, with the aims beside the figures.

    python benchmarks/compare/run.py [--part copies|speed|memory|stories|facts] [--freeze] [CORPUS]
    python benchmarks/compare/run.py --draw-passages --seed N
    python benchmarks/compare/run.py --draw-facts --seed N [--of agreed,changed,disputed] [--count 60] CORPUS
    python benchmarks/compare/run.py --draw-events --seed N [--count 50] CORPUS
    python benchmarks/compare/run.py --score

README.md says what is measured, by which rules what is drawn is labelled, and what each option does.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

import events_drawn
import facts_drawn
import passages_drawn
from corpora import CORPORA
from parts import PARTS, STAGES, dated, read_all

from tawatur import __version__
from tawatur.compare.comparison import Part
from tawatur.compare.corpus import Corpus
from tawatur.record.types import Comparison, Reading
from tawatur.work import compare_readings

HERE = Path(__file__).resolve().parent
RESULTS = HERE / "results.json"
TEMPORARY = Path(tempfile.gettempdir()) / "tawatur-bench"
PASSAGES = 50  # drawn of each corpus


def compared(corpus: str, given: argparse.Namespace, only: Part | None = None) -> tuple[Comparison, dict[str, Reading]]:
    """The comparison of a corpus, and its readings by name."""
    found = read_all(corpus, given)
    return compare_readings(found, only=only, workers=given.workers), Corpus(found).readings


def draw_passages(given: argparse.Namespace) -> tuple[Path, Path]:
    drawn, by_corpus = [], {}
    for corpus in given.corpora:
        comparison, by_corpus[corpus] = compared(corpus, given, Part.copies)
        rng = random.Random(f"{given.seed}|{corpus}")
        drawn += passages_drawn.draw(corpus, comparison.copies, by_corpus[corpus], given.count or PASSAGES, rng)
    return passages_drawn.write_draw(given.seed, drawn, by_corpus, given.out)


def draw_facts(given: argparse.Namespace) -> tuple[Path, Path]:
    corpus = given.corpora[0]
    comparison, by_name = compared(corpus, given)
    drawn = facts_drawn.draw(comparison.facts, given.of.split(","), given.count or 60, given.seed)
    return facts_drawn.write_draw(corpus, given.seed, drawn, comparison, by_name, given.out)


def draw_events(given: argparse.Namespace) -> tuple[Path, Path]:
    corpus = given.corpora[0]
    comparison, by_name = compared(corpus, given)
    drawn = events_drawn.draw(comparison, by_name, given.count or 50, given.seed)
    return events_drawn.write_draw(corpus, given.seed, drawn, by_name, given.out)


def freeze(given: argparse.Namespace, found: dict[str, object]) -> None:
    """The figures of the parts that ran into results.json, each with the day and the version it is of."""
    results = json.loads(RESULTS.read_text(encoding="utf-8")) if RESULTS.exists() else {}
    stamp = {"program": __version__, "day": datetime.now(UTC).date().isoformat()}
    results |= {"corpora": dated(given)} | {part: {**stamp, "figures": figures} for part, figures in found.items()}
    RESULTS.write_text(json.dumps(results, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def options() -> argparse.Namespace:
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("corpora", nargs="*", default=list(CORPORA), metavar="CORPUS", help=" or ".join(CORPORA))
    args.add_argument("--corpus", action="append", help="as CORPUS")
    args.add_argument("--part", choices=list(PARTS), action="append", help="one part alone; may be given again")
    args.add_argument("--stages", nargs="+", choices=list(STAGES), default=list(STAGES), help="of speed and memory")
    args.add_argument("--freeze", action="store_true", help="write the figures to results.json")
    for drawn in ("passages", "facts", "events"):
        args.add_argument(f"--draw-{drawn}", action="store_true", help=f"draw {drawn} and write a sheet to read")
    args.add_argument("--of", default="agreed,changed,disputed", help="verdicts of the facts drawn")
    args.add_argument("--count", type=int, default=0, help="how many of each")
    args.add_argument("--seed", type=int, default=1)
    for score in ("--score", "--score-facts", "--score-events"):
        args.add_argument(score, action="store_true", help="what readers said of all that was drawn")
    args.add_argument("--shared", type=Path, default=HERE.parents[2] / "shared", help="folder of corpora/ and gold/")
    args.add_argument("--cache", type=Path, default=TEMPORARY, help="folder where readings are kept")
    args.add_argument("--out", type=Path, default=TEMPORARY, help="folder for sheets and lists")
    args.add_argument("--readings", type=Path, action="append", default=[], help="readings there are, CORPUS*.jsonl")
    args.add_argument("--model", action="store_true", help="read with the network of names")
    args.add_argument("--reports", type=int, default=0, help="so many reports alone")
    args.add_argument("--order", choices=("sample", "time"), default="sample", help="which: drawn, or first in time")
    args.add_argument("--workers", type=int, default=2)
    given = args.parse_args()
    given.corpora = given.corpus or given.corpora
    if unknown := set(given.corpora) - set(CORPORA):
        args.error(f"{min(unknown)} is none of {', '.join(CORPORA)}")
    return given


def main() -> int:
    given = options()
    given.out.mkdir(parents=True, exist_ok=True)
    for wanted, draw in (
        (given.draw_passages, draw_passages), (given.draw_facts, draw_facts), (given.draw_events, draw_events)
    ):  # fmt: skip
        if wanted:
            print(*draw(given), sep="\n")
            return 0
    if given.score or given.score_facts or given.score_events:
        shown = passages_drawn.lines(passages_drawn.score()) if given.score else []
        shown += facts_drawn.lines(facts_drawn.score()) if given.score or given.score_facts else []
        shown += events_drawn.lines(events_drawn.score()) if given.score or given.score_events else []
        print(*shown, sep="\n")
        return 0
    found: dict[str, object] = {part: PARTS[part](given) for part in given.part or PARTS}
    if given.freeze:
        freeze(given, found)
    return 0


if __name__ == "__main__":
    sys.exit(main())
