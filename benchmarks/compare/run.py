"""How well and how fast reports are compared."""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

import events_drawn
import facts_drawn
from corpora import CORPORA, readings, source

from tawatur.compare.comparison import compare
from tawatur.compare.corpus import Corpus
from tawatur.record.types import Comparison, Reading

TEMPORARY = Path(tempfile.gettempdir()) / "tawatur-bench"


def compared(given: argparse.Namespace) -> tuple[Comparison, dict[str, Reading]]:
    """The comparison of the reports asked for, and the readings by name."""
    of = source(given.corpus, given.shared, given.cache, given.readings, given.model)
    found = readings(of, given.reports, given.order)
    return compare(found), Corpus(found).readings


def draw_facts(given: argparse.Namespace) -> None:
    comparison, by_name = compared(given)
    drawn = facts_drawn.draw(comparison.facts, given.of.split(","), given.count or 60, given.seed)
    print(*facts_drawn.write_draw(given.corpus, given.seed, drawn, comparison, by_name, given.out), sep="\n")


def draw_events(given: argparse.Namespace) -> None:
    comparison, by_name = compared(given)
    drawn = events_drawn.draw(comparison, by_name, given.count or 50, given.seed)
    print(*events_drawn.write_draw(given.corpus, given.seed, drawn, by_name, given.out), sep="\n")


def main() -> int:
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("corpus", nargs="?", choices=CORPORA, default=CORPORA[0], metavar="CORPUS")
    args.add_argument("--shared", type=Path, default=Path(__file__).resolve().parents[3] / "shared")
    args.add_argument("--cache", type=Path, default=TEMPORARY)
    args.add_argument("--out", type=Path, default=TEMPORARY)
    args.add_argument("--readings", type=Path, action="append", default=[])
    args.add_argument("--model", action="store_true")
    args.add_argument("--reports", type=int, default=0)
    args.add_argument("--order", choices=("sample", "time"), default="sample")
    args.add_argument("--draw-facts", action="store_true")
    args.add_argument("--draw-events", action="store_true")
    args.add_argument("--of", default="agreed,changed,disputed")
    args.add_argument("--count", type=int, default=0)
    args.add_argument("--seed", type=int, default=1)
    args.add_argument("--score-facts", action="store_true")
    args.add_argument("--score-events", action="store_true")
    given = args.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    if given.draw_facts:
        draw_facts(given)
    elif given.draw_events:
        draw_events(given)
    if given.score_facts:
        print(*facts_drawn.lines(facts_drawn.score()), sep="\n")
    if given.score_events:
        print(*events_drawn.lines(events_drawn.score()), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
