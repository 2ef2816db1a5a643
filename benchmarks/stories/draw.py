"""Draw pairs of reports to be labelled: different outlets, at most a week apart, near and far ones.

    python benchmarks/stories/draw.py CORPUS [--seed N] [--each N] [--without PAIRS ...] > drawn.tsv

CORPUS: JSON lines (.gz too) with file, outlet, published, title, text and, where it has them, sections. Reports that
stand in PAIRS are not drawn again. Likeness is the cosine of tf-idf
over light stems that stand in at least two reports and at most a twentieth of them (Salton and Buckley, "Term-weighting
approaches in automatic text retrieval", 1988); nothing of what the program itself says of stories is used, so that the
pairs are not those that it finds easy. Prints a, b, band and half; labels are given by reading. The same corpus and
seed give the same pairs.
"""

from __future__ import annotations

import argparse
import gzip
import json
import math
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from labelled import BAND_NAMES, band, halves, read

from tawatur.text.stems import search_tokens

APART = 7  # days
LEFTS = 1500  # reports that are compared with all of their fortnight
COMMON = 20  # a stem in more than one of this many reports says nothing
MOST = 2  # pairs a report stands in
SEED = 2018


@dataclass(frozen=True, slots=True)
class Item:
    """A report of the corpus: what decides with which others it may be drawn, and its weighted stems (length 1)."""

    file: str
    outlet: str
    section: str
    day: date
    vector: dict[str, float]


@dataclass(frozen=True, slots=True)
class Drawn:
    """Two reports with the band of their likeness; `cell` is what the draw is spread over."""

    a: str
    b: str
    band: str
    cell: tuple[str, ...]


def items(corpus: Path) -> list[Item]:
    """All reports of a corpus with their vectors, in its order."""
    with (gzip.open if corpus.suffix == ".gz" else open)(corpus, "rt", encoding="utf-8") as file:
        raw = [json.loads(line) for line in file if line.strip()]
    counts = [Counter(search_tokens(f"{r['title']} {r['text']}")) for r in raw]
    held = Counter(stem for count in counts for stem in count)
    idf = {s: math.log(len(raw) / n) for s, n in held.items() if 2 <= n <= len(raw) / COMMON}
    return [
        Item(r["file"], r["outlet"], r.get("section") or "", date.fromisoformat(r["published"]), _vector(count, idf))
        for r, count in zip(raw, counts, strict=True)
    ]


def _vector(count: Mapping[str, int], idf: Mapping[str, float]) -> dict[str, float]:
    weights = {stem: (1 + math.log(n)) * idf[stem] for stem, n in count.items() if stem in idf}
    length = math.sqrt(math.fsum(w * w for w in weights.values()))
    return {stem: w / length for stem, w in weights.items()}


def likenesses(left: Item, postings: Mapping[int, Mapping[str, Sequence[tuple[Item, float]]]]) -> Iterator[Drawn]:
    """The reports of other outlets within a week of `left` that are at all like it."""
    found: dict[str, float] = defaultdict(float)
    others: dict[str, Item] = {}
    for day in range(left.day.toordinal() - APART, left.day.toordinal() + APART + 1):
        for stem, weight in left.vector.items():
            for other, its in postings.get(day, {}).get(stem, ()):
                found[other.file] += weight * its
                others[other.file] = other
    for file in sorted(found):
        other, name = others[file], band(found[file])
        if name and other.outlet != left.outlet:
            a, b = sorted((left, other), key=lambda i: i.file)
            yield Drawn(a.file, b.file, name, (str(left.day)[:7], a.outlet, b.outlet, left.section))


def draw(reports: Sequence[Item], seed: int, each: int) -> list[Drawn]:
    """`each` pairs of every band, as even as may be over months, pairs of outlets and sections."""
    chance = random.Random(seed)
    postings: dict[int, dict[str, list[tuple[Item, float]]]] = defaultdict(lambda: defaultdict(list))
    for report in reports:
        for stem, weight in report.vector.items():
            postings[report.day.toordinal()][stem].append((report, weight))
    pools: dict[str, dict[tuple[str, ...], list[Drawn]]] = defaultdict(lambda: defaultdict(list))
    for left in chance.sample(sorted(reports, key=lambda r: r.file), min(LEFTS, len(reports))):
        near: dict[str, list[Drawn]] = defaultdict(list)
        for found in likenesses(left, postings):
            near[found.band].append(found)
        for name in sorted(near):
            one = chance.choice(near[name])
            pools[name][one.cell].append(one)
    used: Counter[str] = Counter()
    return [one for name in reversed(BAND_NAMES) for one in _spread(pools[name], each, used, chance)]


def _spread(
    cells: Mapping[tuple[str, ...], list[Drawn]], each: int, used: Counter[str], chance: random.Random
) -> Iterator[Drawn]:
    """One pair of every cell in turn, until there are enough; `used` counts the pairs of a report."""
    order = sorted(cells)
    chance.shuffle(order)
    seen: set[tuple[str, str]] = set()
    while each > 0 and any(cells[cell] for cell in order):
        for cell in order:
            while each > 0 and cells[cell]:
                one = cells[cell].pop()
                if (one.a, one.b) not in seen and max(used[one.a], used[one.b]) < MOST:
                    seen.add((one.a, one.b))
                    used.update((one.a, one.b))
                    each -= 1
                    yield one
                    break


def main() -> None:
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("corpus", type=Path)
    args.add_argument("--seed", type=int, default=SEED)
    args.add_argument("--each", type=int, default=60, help="pairs of every band")
    args.add_argument("--without", type=Path, nargs="*", default=[], help="pairs whose reports are not drawn")
    given = args.parse_args()
    gone = {name for path in given.without for pair in read(path) for name in (pair.a, pair.b)}
    drawn = draw([i for i in items(given.corpus) if i.file not in gone], given.seed, given.each)
    half = halves((one.a, one.b) for one in drawn)
    print("a\tb\tband\thalf")
    for one in sorted(drawn, key=lambda d: (d.a, d.b)):
        print(f"{one.a}\t{one.b}\t{one.band}\t{half[one.a]}")
    print(f"{len(drawn)} pairs of {len(half)} reports", file=sys.stderr)


if __name__ == "__main__":
    main()
