"""How fast names are matched and found: pairs a CPU second, one name against a list, one against a million.

    python benchmarks/names/speed.py [--un LIST.xml.gz] [--names 1000000]

The million is made here: names of two to four parts drawn from language/names/known.tsv as often as people bear them,
in Arabic letters or in a Latin spelling. All times are CPU times of one process.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import random
import resource
import sys
import time
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path

from lxml import etree

from tawatur.names import Index, match
from tawatur.names.data import lines
from tawatur.names.remembered import Remembered

PAIRS = Path(__file__).with_name("pairs-dev.tsv")
SEARCHES = 200


def made(count: int, chance: random.Random) -> Iterator[str]:
    """So many names as people of the Arab world may bear them."""
    parts: list[tuple[str, list[str], list[int]]] = []
    weights: list[int] = []
    for line in lines("names", "known.tsv"):
        name, times, *spelt = line.split("\t")
        pairs = [pair.rpartition(":") for pair in (spelt[0].split() if spelt else ())]
        if "+" not in name and pairs:
            parts.append((name, [p[0] for p in pairs], list(accumulate(int(p[2]) for p in pairs))))
            weights.append(int(times))
    sums = list(accumulate(weights))
    for _ in range(count):
        chosen = chance.choices(parts, cum_weights=sums, k=chance.choice((2, 2, 3, 3, 4)))
        if chance.random() < 0.4:
            yield " ".join(name for name, _, _ in chosen)
        else:
            yield " ".join(chance.choices(spelt, cum_weights=times)[0].title() for _, spelt, times in chosen)


def of_un(path: Path) -> list[tuple[str, str]]:
    """Keys and names of the UN's consolidated list, aliases too."""
    items: list[tuple[str, str]] = []
    with gzip.open(path) as file:
        tree = etree.parse(file)
    for entry in tree.iter("INDIVIDUAL", "ENTITY"):
        key = entry.findtext("DATAID") or ""
        whole = " ".join(entry.findtext(f"{n}_NAME") or "" for n in ("FIRST", "SECOND", "THIRD", "FOURTH"))
        aliases = (alias.findtext("ALIAS_NAME") for alias in entry.iter("INDIVIDUAL_ALIAS", "ENTITY_ALIAS"))
        for name in (whole, entry.findtext("NAME_ORIGINAL_SCRIPT"), *aliases):
            if name and name.strip():
                items.append((key, " ".join(name.split())))
    return items


def seconds(start: float) -> float:
    return time.process_time() - start


def search(index: Index, names: list[str]) -> str:
    """Mean and worst CPU milliseconds of a search."""
    took = []
    for name in names:
        start = time.process_time()
        index.search(name)
        took.append(seconds(start) * 1000)
    took.sort()
    return f"{sum(took) / len(took):.1f} ms a search, 95 of 100 under {took[int(len(took) * 0.95)]:.1f} ms"


def forget() -> None:
    """Forget all names and words met, so that they are met anew; the lists stay."""
    for module in [module for name, module in sys.modules.items() if name.startswith("tawatur.names.")]:
        for found in vars(module).values():
            if isinstance(found, Remembered):
                found.clear()
            elif hasattr(found, "cache_clear") and found.cache_parameters()["maxsize"] is not None:
                found.cache_clear()


def unmet(pairs: list[tuple[str, str]]) -> float:
    """Pairs a CPU second, of names not met before."""
    forget()
    start = time.process_time()
    for a, b in pairs:
        match(a, b)
    return len(pairs) / seconds(start)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--un", type=Path, help="the UN's consolidated list, gzipped XML")
    parser.add_argument("--names", type=int, default=1_000_000)
    options = parser.parse_args()
    with PAIRS.open(encoding="utf-8") as file:
        pairs = [(row["a"], row["b"]) for row in csv.DictReader(file, delimiter="\t")]
    match("a b", "c d")
    match("حسن", "حسين")
    print(f"pairs of names never met before: {unmet(pairs):,.0f} a CPU second")
    start = time.process_time()
    for _ in range(5):
        for a, b in pairs:
            match(a, b)
    print(f"pairs of names met before: {5 * len(pairs) / seconds(start):,.0f} a CPU second")
    chance = random.Random(5)
    several = list(made(40_000, random.Random(11)))
    strangers = list(zip(several[::2], several[1::2], strict=True))
    print(f"{len(strangers):,} random pairs of names never met before: {unmet(strangers):,.0f} a CPU second")
    few = list(made(300, chance))
    start = time.process_time()
    for a in few:
        for b in few:
            match(a, b)
    print(f"every name of {len(few)} against every other: {len(few) ** 2 / seconds(start):,.0f} pairs a CPU second")
    if options.un:
        items = of_un(options.un)
        start = time.process_time()
        index = Index(items)
        print(f"UN list, {len(items)} names: built in {seconds(start):.1f} s")
        print("  " + search(index, [name for _, name in chance.sample(items, SEARCHES)]))
        print("  names not on it: " + search(index, list(made(SEARCHES, chance))))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = time.process_time()
    million = Index((str(i), name) for i, name in enumerate(made(options.names, chance)))
    took = seconds(start)
    memory = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    print(f"{options.names:,} names: built in {took:.0f} s, {memory:.0f} MB")
    print("  " + search(million, list(made(SEARCHES, chance))))


if __name__ == "__main__":
    main()
