"""The parts of the benchmark that need nobody to read: each gives its figures, and prints them with the aim beside."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import events_drawn
import facts_drawn
import grams
import passages_drawn
import rivals
from corpora import CORPORA, days, line_of, readings, some, source
from measure import measured
from more import filled
from recall import covered, recall

from tawatur.compare.comparison import Part
from tawatur.compare.corpus import Corpus
from tawatur.record.types import Reading
from tawatur.work import compare_readings

BENCHMARKS = Path(__file__).resolve().parents[1]
SIZES = (2_500, 5_000, 10_000)
MANY = 30_000
RECALL, COVERED, SEEDS_F1 = 0.995, None, 0.94
SECONDS = {"copies": 30, "all": 180}  # wall seconds for 10,000 reports
DOUBLING = 2.4
MEMORY = 2_000  # MB for 30,000 reports
STAGES = {"copies": str(Part.copies), "all": None}

Given = argparse.Namespace
Figures = dict[str, Any]


def line(name: str, value: object, aim: object = None) -> None:
    """One figure, and its aim."""
    shown = f"{value:.4f}" if isinstance(value, float) and abs(value) <= 1 else f"{value}"
    print(f"{name:52}{shown:>12}" + (f"   aim {aim}" if aim is not None else ""), flush=True)


def read_all(corpus: str, given: Given, count: int = 0) -> list[Reading]:
    """The readings of a corpus, as many as asked for."""
    of = source(corpus, given.shared, given.cache, given.readings, given.model)
    return readings(of, count or given.reports, given.order)


def copies(given: Given) -> Figures:
    """Recall of pairs that share 12-grams, in each corpus, and the seeds' F1; missed pairs are written by name."""
    found: Figures = {}
    for corpus in given.corpora:
        every = read_all(corpus, given)
        by_name = Corpus(every).readings
        made = compare_readings(every, only=Part.copies, workers=given.workers).copies
        pairs = grams.by_name(by_name)
        held, share = recall(pairs, made), covered(pairs, made, by_name)
        missed = given.out / f"missed-{corpus}.tsv"
        missed.write_text("".join(f"{a}\t{b}\t{pairs[a, b]}\n" for a, b in held.missed), encoding="utf-8")
        found[corpus] = {
            "reports": len(every), "pairs": held.pairs, "missed": len(held.missed), "recall": held.share,
            "words covered": share, "passages": len(made), "places": sum(len(c.places) for c in made),
        }  # fmt: skip
        line(f"copies: recall of {held.pairs} pairs, {corpus}", held.share, RECALL)
        line("copies: words of common 12-grams that lie in copies", share)
        line(f"copies: missed pairs, in {missed}", len(held.missed))
        line("copies: passages", len(made))
    found["seeds"] = seeds(given.shared)
    found["read by a person"] = passages_drawn.score()
    print(*passages_drawn.lines(found["read by a person"]), sep="\n")
    return found


def seeds(shared: Path) -> Figures:
    """F1 by characters of the copies of the annotated sets, as the gate has it."""
    sys.path.insert(0, str(BENCHMARKS))
    from gate import score

    found = {}
    for name in ("reports", "sanctions", "gaza"):
        if not (shared / "gold" / name).exists():
            print(f"NOT MEASURED: {shared / 'gold' / name} does not exist.")
            continue
        with tempfile.TemporaryDirectory() as folder:
            found[name] = score(name, shared, Path(folder))["copies (characters)"]["f1"]
        line(f"copies: F1 by characters, {name}", found[name], SEEDS_F1 if name == "reports" else None)
    return found


def speed(given: Given) -> Figures:
    """Seconds and memory of copies and of all stages, at sizes that double, and of a plain way to candidates."""
    corpus = given.corpora[0]
    every = read_all(corpus, given)
    found: Figures = {"corpus": corpus, "order": given.order, "workers": given.workers, "load": os.getloadavg()[0]}
    with tempfile.TemporaryDirectory() as folder:
        for size in (s for s in SIZES if s <= len(every)):
            file = written(some(every, size, given.order), Path(folder) / f"{size}.jsonl")
            for stage in given.stages:
                found[f"{stage} {size}"] = once = measured(file, STAGES[stage], given.workers)
                shown = f"{once['wall']:.0f} s, {once['cpu']:.0f} s CPU, {once['peak']:.0f} MB"
                line(f"{stage} of {size:,} reports", shown, f"{SECONDS[stage]} s" if size == SIZES[-1] else None)
            file.unlink()
    for stage in given.stages:
        for small, large in pairwise(SIZES):
            if f"{stage} {large}" in found:
                ratio = found[f"{stage} {large}"]["cpu"] / found[f"{stage} {small}"]["cpu"]
                found[f"{stage} {large} to {small}"] = round(ratio, 2)
                line(f"{stage}: CPU of {large:,} to {small:,}", f"{ratio:.2f}", DOUBLING)
    size = min(SIZES[-1], len(every))
    pairs, seconds = rivals.shingle_pairs(rivals.words_of(some(every, size, given.order)))
    found["rival"] = {"reports": size, "pairs": pairs, "cpu": round(seconds, 1)}
    line(f"8-word shingles, candidates alone, {size:,} reports", f"{seconds:.0f} s CPU")
    print(f"load of the machine at the beginning: {found['load']:.1f}; wall seconds count where it is below 1")
    return found


def memory(given: Given) -> Figures:
    """Peak memory of both corpora together, with reports again up to 30,000; readings are part of it."""
    every = [reading for corpus in given.corpora for reading in read_all(corpus, given)]
    many = filled(every, given.reports or MANY)
    found: Figures = {"reports": len(many), "of the corpora": len(every)}
    with tempfile.TemporaryDirectory() as folder:
        file = written(many, Path(folder) / "many.jsonl")
        del every, many
        for stage in given.stages:
            found[stage] = once = measured(file, STAGES[stage], given.workers)
            shown = f"{once['peak']:.0f} MB"
            line(f"{stage} of {once['reports']:,} reports: peak", shown, f"{MEMORY} MB")
            line(f"{stage} of {once['reports']:,} reports", f"{once['wall']:.0f} s, {once['cpu']:.0f} s CPU")
    return found


def written(found: Sequence[Reading], file: Path) -> Path:
    """Readings in a file, texts beside them."""
    with file.open("w", encoding="utf-8") as out:
        out.writelines(line_of(reading) for reading in found)
    return file


def stories(given: Given) -> Figures:
    """What benchmarks/stories has: F1 on the labelled pairs, both halves."""
    sys.path.insert(0, str(BENCHMARKS / "stories"))
    import score as by_pairs
    from labelled import HALVES, read

    corpus = given.shared / by_pairs.CORPUS
    if not corpus.exists():
        print(f"NOT MEASURED: {corpus} does not exist; name the folder of corpora/ with --shared.")
        return {}
    pairs = read()
    lines = by_pairs.chosen(corpus, {name for p in pairs for name in (p.a, p.b)}, by_pairs.OTHERS)
    one = by_pairs.together(by_pairs.stories_of(lines))
    found = {}
    for half in HALVES:
        s = by_pairs.score([p for p in pairs if p.half == half], one)
        found[half] = {"precision": s.precision, "recall": s.recall, "f1": s.f1}
        line(f"stories: F1, {half} (precision {s.precision:.3f}, recall {s.recall:.3f})", s.f1, 0.9)
    return found


def facts(_: Given) -> Figures:
    """The shares of facts and events that readers found right."""
    found = {"facts": facts_drawn.score(), "events": events_drawn.score()}
    print(*facts_drawn.lines(found["facts"]), *events_drawn.lines(found["events"]), sep="\n")
    return found


PARTS: dict[str, Callable[[Given], Figures]] = {
    "copies": copies, "speed": speed, "memory": memory, "stories": stories, "facts": facts,
}  # fmt: skip


def dated(given: Given) -> Figures:
    """What the corpora are, for figures that are kept."""
    paths = {corpus: given.shared / "corpora" / f"{corpus}.jsonl.gz" for corpus in CORPORA}
    return {corpus: days(path) for corpus, path in paths.items() if path.exists()}
