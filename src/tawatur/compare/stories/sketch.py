"""What is common among reports, and a report weighed by it: the rarer a word or a name, the more it says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from math import fsum, log, sqrt
from operator import mul

from tawatur.compare.stories.outline import Anchor, Outline
from tawatur.record.types import Interval

BACKGROUND = 200  # reports of other things that stand behind any few: what all of these name is not common for that
FEW = 2.0  # weight that every report is thought to have beside its own: one name in common is little
WORDS = 80  # words a report is compared by, the heaviest
DAMPED = 0.6  # power of a word's rarity: a misspelt word stands in one report and is no news
KEYS = 25  # of these, words it is found by that another report has
ALONE = 10  # and words that no other has yet


class _Rarity(dict[int, float]):
    """The inverse document frequency (Spärck Jones 1972), damped, of what stands in so many of `reports`."""

    def __init__(self, reports: int) -> None:
        super().__init__()
        self._reports = reports + BACKGROUND

    def __missing__(self, count: int) -> float:
        rarity: float = log(1 + self._reports / count) ** DAMPED
        self[count] = rarity
        return rarity


@dataclass(slots=True)
class Commonness:
    """In how many of `reports` a word or a name stands. What is not listed stands in one: a caller that compares a few
    reports of many hands in the counts of their words alone."""

    reports: int
    words: Mapping[str, int]
    names: Mapping[str, int]
    rarity: Mapping[int, float] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        self.rarity = _Rarity(self.reports)


def commonness(outlines: Iterable[Outline]) -> Commonness:
    """What is common among these reports."""
    words: Counter[str] = Counter()
    names: Counter[str] = Counter()
    reports = 0
    for one in outlines:
        reports += 1
        words.update(one.words)
        names.update(one.names.keys())
    return Commonness(reports, words, names)


Days = tuple[int, int]  # the day a report came out, and that of what it tells most of, as ordinals


@dataclass(slots=True)
class Sketch:
    """A report weighed: words, title and names are vectors of length 1 and less; `keys` are its heaviest words, by
    which other reports of its days are found, `events` its dated ones; `when` is the day of what it tells most of, the
    day it came out where that has none."""

    report: str
    day: date | None
    when: date | None
    days: Days | None
    words: dict[str, float]
    title: dict[str, float]
    names: dict[str, float]
    keys: tuple[str, ...]
    events: frozenset[Anchor]
    around: frozenset[Anchor]
    main: tuple[str, Interval, frozenset[str]] | None


def sketch(one: Outline, common: Commonness) -> Sketch:
    """A report weighed by what is common."""
    rarity, words, names = common.rarity, common.words, common.names
    counts = [words.get(word, 1) for word in one.words]
    rare = [rarity[count] for count in counts]
    weights = list(map(mul, one.weights, rare))
    heaviest = sorted(range(len(weights)), key=weights.__getitem__, reverse=True)[:WORDS]
    rarest = sorted(heaviest, key=list(map(mul, weights, rare)).__getitem__, reverse=True)
    shared = [one.words[i] for i in rarest if counts[i] > 1]
    alone = [one.words[i] for i in rarest if counts[i] <= 1]
    when = (one.main[1].first if one.main else None) or one.day
    return Sketch(
        one.report,
        one.day,
        when,
        (one.day.toordinal(), when.toordinal()) if one.day and when else None,
        _unit({one.words[i]: weights[i] for i in heaviest}),
        _unit({word: rarity[words.get(word, 1)] for word in sorted(one.title)}),
        _unit({name: weight * rarity[names.get(name, 1)] for name, weight in one.names.items()}),
        (*shared[:KEYS], *alone[:ALONE]),
        one.anchors,
        one.around,
        one.main,
    )


def _unit(weights: dict[str, float]) -> dict[str, float]:
    length = sqrt(fsum(map(mul, weights.values(), weights.values())) + FEW)
    return {key: weight / length for key, weight in weights.items()}


def common_weight(a: Mapping[str, float], b: Mapping[str, float]) -> float:
    """The product of two vectors: from 0, nothing in common, to 1."""
    if len(b) < len(a):
        a, b = b, a
    return sum([weight * b[key] for key, weight in a.items() if key in b])
