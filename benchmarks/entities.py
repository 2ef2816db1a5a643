"""Are things merged across reports one, and near names kept apart two? Pairs drawn at random, to be read.

    python benchmarks/entities.py --draw --seed N [--reports 1500] [--readings DIR] [--shared DIR] [--out DIR]
    python benchmarks/entities.py --score

`--draw` reads so many reports of every report corpus beside the project, compares them, and draws 100 merged pairs (two
reports of one entity; half of them where it is written in two ways) and 100 near pairs kept apart (a name in common, or
names that the matcher finds somewhat alike). It writes them with their sentences to OUT/entities-N.txt for a person to
read, and without any text to benchmarks/entities/seed-N.tsv, where the person writes `right`, `wrong` or `unclear` in
the last column. `--readings` takes readings that were made before (DIR/CORPUS*.jsonl, lines of `tawatur read`) instead
of reading anew, and draws from all of them. `--score` prints the share that is right; what is unclear from the two
reports counts as wrong.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import json
import random
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from tawatur.compare.corpus import Corpus, name_words
from tawatur.compare.entities.merging import merge_entities
from tawatur.names import match
from tawatur.read.tagger import load_tagger
from tawatur.record.codec.reading import load_reading
from tawatur.record.types import Mention, MergedEntity, Reading
from tawatur.work import read_sources

HERE = Path(__file__).resolve().parent
CORPORA = ("ant-2018-spring", "saudi-2015-july")
COLUMNS = ("kind", "corpus", "type", "report_a", "name_a", "report_b", "name_b", "verdict")
NEAR = 0.05  # of the matcher: names less alike are no near names
OF_A_BLOCK = 60  # pairs looked at of the names that share a word
AROUND = 260  # characters shown on each side of a name


@dataclass(slots=True)
class Drawn:
    """A pair to read: two mentions, each in its report."""

    kind: str
    corpus: str
    type: str
    a: tuple[str, Mention]
    b: tuple[str, Mention]

    def row(self) -> tuple[str, ...]:
        (report_a, a), (report_b, b) = self.a, self.b
        return (self.kind, self.corpus, self.type, report_a, a.text, report_b, b.text, "")


def sample(shared: Path, corpus: str, count: int, folder: Path) -> list[Reading]:
    """So many reports of a corpus, the same for every seed, read with all that is installed."""
    with gzip.open(shared / "corpora" / f"{corpus}.jsonl.gz", "rt", encoding="utf-8") as file:
        lines = file.readlines()
    random.Random(1).shuffle(lines)
    chosen = folder / f"{corpus}.jsonl"
    chosen.write_text("".join(lines[:count]), encoding="utf-8")
    return [r for r in read_sources([str(chosen)], tagger=load_tagger()) if isinstance(r, Reading)]


def made_before(shared: Path, corpus: str, folder: Path) -> list[Reading]:
    """The readings of a corpus that were made before, with their texts."""
    with gzip.open(shared / "corpora" / f"{corpus}.jsonl.gz", "rt", encoding="utf-8") as file:
        texts = {report["file"]: report["text"] for line in file if (report := json.loads(line))}
    found = []
    for path in sorted(folder.glob(f"{corpus}*.jsonl")):
        with path.open(encoding="utf-8") as lines:
            found += [load_reading(o, texts[o["report"]["file"]]) for line in lines if (o := json.loads(line))]
    return found


def draw(corpus: str, readings: list[Reading], each: int, rng: random.Random) -> Iterator[Drawn]:
    """Merged pairs, half of them written in two ways, and near pairs kept apart."""
    named = Corpus(readings)
    entities = merge_entities(named)[0]
    mentions: dict[tuple[str, str], list[Mention]] = defaultdict(list)
    for name, reading in named:
        for mention in reading.mentions:
            mentions[name, mention.entity].append(mention)
    places = {e.id: {key[0]: (key[0], mentions[key][0]) for key in e.same if mentions[key]} for e in entities}
    merged = [e for e in entities if len(places[e.id]) > 1]
    rng.shuffle(merged)
    varied = [(e, pair) for e in merged if (pair := _two_ways(e, mentions, rng))]
    for entity, (a, b) in varied[: each // 2]:
        yield Drawn("merged", corpus, entity.type, a, b)
    taken = {e.id for e, _ in varied[: each // 2]}
    for entity in [e for e in merged if e.id not in taken][: each - each // 2]:
        a, b = rng.sample(sorted(places[entity.id].values(), key=lambda p: p[0]), 2)
        yield Drawn("merged", corpus, entity.type, a, b)
    near = sorted(near_pairs([e for e in entities if places[e.id]], rng), key=lambda p: (p[0].id, p[1].id))
    rng.shuffle(near)
    for x, y in near[:each]:
        a, b = (rng.choice(sorted(places[e.id].values(), key=lambda p: p[0])) for e in (x, y))
        yield Drawn("apart", corpus, x.type, a, b)


def _two_ways(
    entity: MergedEntity, mentions: dict[tuple[str, str], list[Mention]], rng: random.Random
) -> tuple[tuple[str, Mention], tuple[str, Mention]] | None:
    """Two reports that write an entity in two ways."""
    written = [(key[0], m) for key in entity.same for m in {m.text: m for m in mentions[key]}.values()]
    rng.shuffle(written)
    for a, b in combinations(written[:60], 2):
        if a[0] != b[0] and name_words(a[1].text) != name_words(b[1].text):
            return a, b
    return None


def near_pairs(entities: list[MergedEntity], rng: random.Random) -> Iterator[tuple[MergedEntity, MergedEntity]]:
    """Two entities of one type with a word of their names in common, the first or the last, that are near names."""
    blocks: dict[tuple[str, str], list[MergedEntity]] = defaultdict(list)
    for entity in entities:
        words = name_words(entity.name.get("ar") or entity.name.get("en") or "")
        for word in {*words[:1], *words[-1:]} if entity.type != "organisation" else set(words):
            blocks[entity.type, word].append(entity)
    seen = set()
    for key in sorted(blocks):
        pairs = [pair for pair in combinations(blocks[key][:200], 2) if (pair[0].id, pair[1].id) not in seen]
        for a, b in rng.sample(pairs, min(len(pairs), OF_A_BLOCK)):
            seen.add((a.id, b.id))
            one, other = (e.name.get("ar") or e.name.get("en") or "" for e in (a, b))
            x, y = name_words(one), name_words(other)
            family = a.type == "person" and x[-1] == y[-1]
            if family or x == y or match(one, other).score >= NEAR:
                yield a, b


def write(drawn: list[Drawn], readings: dict[str, Corpus], seed: int, out: Path) -> None:
    with (HERE / "entities" / f"seed-{seed}.tsv").open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, delimiter="\t", lineterminator="\n")
        rows.writerow(COLUMNS)
        rows.writerows(d.row() for d in drawn)
    with (out / f"entities-{seed}.txt").open("w", encoding="utf-8") as file:
        for i, pair in enumerate(drawn, 1):
            file.write(f"\n{i} {pair.kind} {pair.type} {pair.corpus}\n")
            for name, mention in (pair.a, pair.b):
                report = readings[pair.corpus].readings[name].report
                start = max(0, mention.start - AROUND)
                around = report.text[start : mention.end + AROUND].replace("\n", " / ")
                begins = report.text[: min(start, AROUND)].replace("\n", " / ")
                file.write(f"   «{mention.text}» {name} {report.published} {report.outlet}: {report.title}\n")
                file.write(f"      {begins} ... {around}\n")


def score() -> None:
    for path in sorted((HERE / "entities").glob("seed-*.tsv")):
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file, delimiter="\t"))
        for kind in ("merged", "apart"):
            verdicts = [r["verdict"] for r in rows if r["kind"] == kind]
            right = verdicts.count("right")
            print(f"{path.stem} {kind}: {right} of {len(verdicts)} right, {verdicts.count('unclear')} unclear")


def main() -> None:
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("--draw", action="store_true")
    args.add_argument("--score", action="store_true")
    args.add_argument("--seed", type=int, default=1)
    args.add_argument("--reports", type=int, default=1500)
    args.add_argument("--shared", type=Path, default=HERE.parents[1] / "shared")
    args.add_argument("--readings", type=Path)
    args.add_argument("--out", type=Path, default=Path("/tmp"))
    given = args.parse_args()
    if given.draw:
        rng = random.Random(given.seed)
        drawn: list[Drawn] = []
        corpora = {}
        for corpus in CORPORA:
            if given.readings:
                readings = made_before(given.shared, corpus, given.readings)
            else:
                readings = sample(given.shared, corpus, given.reports, given.out)
            corpora[corpus] = Corpus(readings)
            drawn += draw(corpus, readings, 100 // len(CORPORA), rng)
        write(sorted(drawn, key=lambda d: d.kind), corpora, given.seed, given.out)
    if given.score:
        score()


if __name__ == "__main__":
    main()
