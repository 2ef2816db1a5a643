"""Learn the weights of names/weights.py: a logistic regression over pairs of persons' names.

    python models/name_weights.py --wikidata names.sqlite3 [--un LIST.xml.gz]... [--sample 8000]

Pairs that are one: an Arabic name and its Latin label in Wikidata (CC0, by way of arabic-name-romanizer), two Latin
labels of one Arabic name, the names of one entry of the UN list that share a part. Pairs that are two: names that share
the given name, the family name or a middle one, of other people, in one script or two. Weights stay near those that a
person wrote down (a Gaussian prior), and keep their signs. Needs numpy; prints the weights to be looked at and rounded.
"""

from __future__ import annotations

import argparse
import gzip
import random
import sqlite3
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from lxml import etree

from tawatur.names.align import align
from tawatur.names.features import Evidence
from tawatur.names.persons import person
from tawatur.names.weights import BASE, FEATURES

Pairs = list[tuple[str, str, bool]]
PRIOR, STEPS, RATE = 0.02, 4000, 0.5


def of_wikidata(path: Path, count: int, chance: random.Random) -> Pairs:
    rows = sqlite3.connect(path).execute(
        "select distinct arabic_key, latin from full_names where arabic_key like '% %'"
    )
    people = [(a, b) for a, b in rows if " " in b and "," not in b]
    chance.shuffle(people)
    spelt: defaultdict[str, list[str]] = defaultdict(list)
    first: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    last: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for arabic, latin in people:
        spelt[arabic].append(latin)
        first[arabic.split()[0]].append((arabic, latin))
        last[arabic.split()[-1]].append((arabic, latin))
    pairs: Pairs = [(a, b, True) for a, b in people[:count]]
    pairs += [(s[0], s[1], True) for s in list(spelt.values())[: count * 3] if len(s) > 1 and s[0] != s[1]]
    for group in (first, last):
        for arabic, latin in people[:count]:
            key = arabic.split()[0 if group is first else -1]
            other, other_latin = chance.choice(group[key])
            if set(other.split()) <= set(arabic.split()) or set(arabic.split()) <= set(other.split()):
                continue
            pairs.append(
                chance.choice([(arabic, other_latin, False), (arabic, other, False), (latin, other_latin, False)])
            )
    return pairs


def of_un(path: Path, chance: random.Random) -> Pairs:
    """Names of one entry, two a pair, where they share a part; the first name of entries that share a part."""
    entries = [names for names in _un_names(path) if len(names) > 1]
    pairs: Pairs = []
    for names in entries:
        for _ in range(min(4, len(names))):
            a, b = chance.sample(names, 2)
            if align(person(a), person(b)).pairs:
                pairs.append((a, b, True))
    for names in entries:
        for _ in range(4):
            other = chance.choice(entries)
            a, b = chance.choice(names), chance.choice(other)
            if other is not names and align(person(a), person(b)).pairs:
                pairs.append((a, b, False))
    return pairs


def _un_names(path: Path) -> Iterator[list[str]]:
    with gzip.open(path) as file:
        tree = etree.parse(file)
    for entry in tree.iter("INDIVIDUAL"):
        parts = [entry.findtext(f"{n}_NAME") or "" for n in ("FIRST", "SECOND", "THIRD", "FOURTH")]
        names = [" ".join(" ".join(parts).split()), (entry.findtext("NAME_ORIGINAL_SCRIPT") or "").strip()]
        for alias in entry.iter("INDIVIDUAL_ALIAS"):
            if alias.findtext("QUALITY") != "Low":
                names.append(" ".join((alias.findtext("ALIAS_NAME") or "").split()))
        yield [n for n in dict.fromkeys(names) if " " in n]


def rows_of(pairs: Pairs) -> tuple[np.ndarray, np.ndarray]:
    rows, labels = [], []
    for a, b, same in pairs:
        x, y = person(a), person(b)
        if not x.names or not y.names:
            continue
        evidence = Evidence(x, y, align(x, y))
        rows.append([feature(evidence) for feature in FEATURES])
        labels.append(same)
    return np.array(rows), np.array(labels, dtype=float)


def learn(rows: np.ndarray, labels: np.ndarray) -> tuple[np.ndarray, float]:
    start = np.array(list(FEATURES.values()))
    weights, base = start.copy(), BASE
    for _ in range(STEPS):
        odds = 1 / (1 + np.exp(-(rows @ weights + base)))
        error = odds - labels
        weights = weights - RATE * (rows.T @ error / len(labels) + PRIOR * (weights - start) / 10)
        weights = np.where(start > 0, np.maximum(weights, 0), np.minimum(weights, 0))
        base -= RATE * error.mean()
    return weights, base


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--wikidata", type=Path, required=True)
    parser.add_argument("--un", type=Path, action="append", default=[])
    parser.add_argument("--sample", type=int, default=8000)
    options = parser.parse_args()
    chance = random.Random(7)
    pairs = of_wikidata(options.wikidata, options.sample, chance)
    for path in options.un:
        pairs += of_un(path, chance)
    rows, labels = rows_of(pairs)
    weights, base = learn(rows, labels)
    report = [f"base {base:.2f}, {len(labels)} pairs, {labels.mean():.2f} of them one name"]
    for feature, old, new in zip(FEATURES, FEATURES.values(), weights, strict=True):
        report.append(f"  {feature.__name__}: {old} -> {new:.2f}")
    for chosen, start in ((np.array(list(FEATURES.values())), BASE), (weights, base)):
        said = rows @ chosen + start >= 0
        right = (said & (labels > 0)).sum()
        report.append(f"precision {right / said.sum():.3f} recall {right / labels.sum():.3f}")
    sys.stdout.write("\n".join(report) + "\n")


if __name__ == "__main__":
    main()
