"""Copied passages drawn at random to be read: both places with what stands around them, and what the reader says."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path

from grams import folded, places
from sheets import Readings, flat
from verdicts_kept import HERE, read, share, told, write

from tawatur.record.types import Copy, Place, Reading

AIM = 0.97
AROUND = 150  # characters shown before and after a passage
COLUMNS = ("corpus", "copy", "report_a", "start_a", "end_a", "report_b", "start_b", "end_b", "label", "why")


@dataclass(frozen=True, slots=True)
class Drawn:
    """Two places of one passage, of different outlets."""

    corpus: str
    copy: str
    a: Place
    b: Place
    places: tuple[Place, ...]  # all of the passage

    def row(self) -> tuple[object, ...]:
        """The row of it, its label still empty."""
        places = (v for p in (self.a, self.b) for v in (p.report, p.start, p.end))
        return (self.corpus, self.copy, *places, "", "")


def draw(corpus: str, copies: Sequence[Copy], readings: Readings, count: int, rng: random.Random) -> list[Drawn]:
    """So many passages that different outlets have, each drawn as likely as the other, with two of its places."""
    found = []
    for copy in sorted(copies, key=lambda c: [(p.report, p.start) for p in c.places]):
        outlets = {readings[p.report].report.outlet for p in copy.places}
        if len(outlets) > 1:
            found.append(copy)
    drawn = []
    for copy in rng.sample(found, min(count, len(found))):
        a = rng.choice(copy.places)
        house = readings[a.report].report.outlet
        b = rng.choice([p for p in copy.places if readings[p.report].report.outlet != house])
        drawn.append(Drawn(corpus, copy.id, a, b, tuple(copy.places)))
    return drawn


def beyond(of: Sequence[Place], readings: Readings) -> tuple[int, int]:
    """How many words stand before the passage in all these places alike, and after it: 0 where its ends are right."""
    words = [_around(place, readings[place.report]) for place in of]
    before, after = (sum(1 for _ in takewhile(_one, zip(*side, strict=False))) for side in zip(*words, strict=True))
    return before, after


def _one(words: tuple[str, ...]) -> bool:
    return len(set(words)) == 1


def _around(place: Place, reading: Reading) -> tuple[list[str], list[str]]:
    """The words before a place, nearest first, and after it, outside the report's junk."""
    text, stands = reading.report.text, places(reading)
    before = [folded(text[a:b]) for a, b in reversed(stands) if b <= place.start]
    return before, [folded(text[a:b]) for a, b in stands if a >= place.end]


def shown(number: int, drawn: Drawn, readings: Readings) -> str:
    """A passage to be read: both places marked, with what stands around them, and how far both go on alike."""
    two, every = beyond((drawn.a, drawn.b), readings), beyond(drawn.places, readings)
    out = [f"\n=== {number}. {drawn.corpus} {drawn.copy}, {len(drawn.places)} places; words alike beyond the ends "]
    out.append(f"{two[0]}, {two[1]} in these two, {every[0]}, {every[1]} in all places\n")
    for place in (drawn.a, drawn.b):
        report = readings[place.report].report
        before = flat(report.text[max(0, place.start - AROUND) : place.start])
        after = flat(report.text[place.end : place.end + AROUND])
        out.append(
            f"{place.report} | {report.outlet} | {report.published} | {report.title} [{place.start}:{place.end}]\n"
        )
        out.append(f"  {before} [[ {flat(report.text[place.start : place.end])} ]] {after}\n")
    return "".join(out)


def write_draw(seed: int, drawn: Sequence[Drawn], readings: Mapping[str, Readings], out: Path) -> tuple[Path, Path]:
    """The sheet into the folder `out`, the empty labels beside this file."""
    labels, sheet = HERE / f"passages-{seed}.tsv", out / f"passages-{seed}.txt"
    write(labels, COLUMNS, (d.row() for d in drawn))
    sheet.write_text("".join(shown(i, d, readings[d.corpus]) for i, d in enumerate(drawn, 1)), encoding="utf-8")
    return labels, sheet


def score(folder: Path = HERE) -> dict[str, dict[str, float]]:
    """The share that is right, by draw."""
    return {path.stem: share(read(path)) for path in sorted(folder.glob("passages-*.tsv"))}


def lines(scores: Mapping[str, Mapping[str, float]]) -> list[str]:
    """The shares as lines."""
    return [told(f"copies: {name}", found, AIM) for name, found in scores.items()]
