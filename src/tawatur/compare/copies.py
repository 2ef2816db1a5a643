"""Copied passages between reports: pairs brought together by common fingerprints, aligned, and gathered.

The parts for callers that do not hold all reports at once:
per report `prints(words_of(reading))`, an array of numbers of 64 bits; two reports that share `COMMON_ROWS` are a pair;
per pair `align(words, words)`, the passages of two reports;
per component `gather(sides, readings)`, the objects of the record, where a side is (report, report, passage).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from hashlib import blake2b
from itertools import combinations, groupby

from tawatur.compare.align import Passage, align
from tawatur.compare.fingerprints import Words, prints, words_of
from tawatur.compare.groups import Groups
from tawatur.compare.runs import rows_of
from tawatur.record.types import Copy, Place, Reading

COMMON_ROWS = 2  # fingerprints two reports share before they are aligned
LONG = 40  # a fingerprint in more reports than this pairs each report with the NEAREST before it only
NEAREST = 10
_TWICE = 2
Side = tuple[str, str, Passage]  # two reports, and a passage that they share
SAME = 0.85  # overlap from which two spans of a report are one place of a passage


def candidate_pairs(marks: Mapping[str, Sequence[int]], order: Sequence[str]) -> list[tuple[str, str]]:
    """Pairs of reports that share fingerprints; `order` is by time, so that long lists pair neighbours."""
    seen = _seen(marks.values())
    mask = len(seen) - 1
    postings: dict[int, list[int]] = {}
    pairs = []
    for number, name in enumerate(order):
        shared: dict[int, int] = defaultdict(int)
        for mark in marks[name]:
            if seen[mark & mask] < _TWICE:
                continue
            before = postings.setdefault(mark, [])
            for other in before if len(before) <= LONG else before[-NEAREST:]:
                shared[other] += 1
            before.append(number)
        pairs += [_sorted_pair(order[other], name) for other, rows in shared.items() if rows >= COMMON_ROWS]
    return sorted(pairs)


def _seen(prints: Iterable[Sequence[int]]) -> bytearray:
    """How often (never, once, more) fingerprints with these last bits were met: nine in ten stand in one report only.

    A counting filter (Fan et al. 2000) with some eight places a fingerprint, so that the postings hold few of the nine.
    """
    every = list(prints)
    seen = bytearray(1 << max(10, (8 * sum(map(len, every))).bit_length()))
    mask = len(seen) - 1
    for one in every:
        for mark in one:
            if seen[mark & mask] < _TWICE:
                seen[mark & mask] += 1
    return seen


def _sorted_pair(a: str, b: str) -> tuple[str, str]:
    return (a, b) if a < b else (b, a)


def find_copies(readings: Mapping[str, Reading], words: Mapping[str, Words] | None = None) -> list[Copy]:
    """Every passage that stands in two or more reports; `readings` by report name, in order of time, with their words
    where the caller has them."""
    words = words or {name: words_of(reading) for name, reading in readings.items()}
    pairs = candidate_pairs({name: prints(w) for name, w in words.items()}, list(readings))
    sides: list[Side] = []
    for name, group in groupby(pairs, key=lambda pair: pair[0]):
        rows = rows_of(words[name])
        sides += ((name, other, p) for _, other in group for p in align(words[name], words[other], rows))
    return gather(sides, readings)


def gather(sides: Sequence[Side], readings: Mapping[str, Reading]) -> list[Copy]:
    """One object for a passage in all its places: sides that are nearly the same stretch of one report are one.

    `readings` has the reports of the sides. The sides of one component, or all, in any order."""
    places = sorted({side for a, b, p in sides for side in ((a, *p.a), (b, *p.b))})
    groups: Groups[tuple[str, int, int]] = Groups(places)
    for left, right in _alike(places):
        groups.join(left, right)
    stretches: Groups[tuple[str, int, int]] = Groups(places)
    for a, b, p in sides:
        stretches.join(groups.find((a, *p.a)), groups.find((b, *p.b)))
    gathered: dict[tuple[str, int, int], dict[tuple[str, int, int], tuple[str, int, int]]] = defaultdict(dict)
    for place in places:
        cluster = groups.find(place)
        kept = gathered[stretches.find(cluster)].get(cluster)
        if kept is None or place[2] - place[1] > kept[2] - kept[1]:
            gathered[stretches.find(cluster)][cluster] = place
    copies = [_copy(sorted(found.values()), readings) for found in gathered.values()]
    return sorted((c for c in copies if len(c.places) > 1), key=lambda c: [(p.report, p.start) for p in c.places])


def _alike(places: Sequence[tuple[str, int, int]]) -> list[tuple[tuple[str, int, int], tuple[str, int, int]]]:
    """Pairs of spans of one report that overlap nearly wholly; `places` are sorted."""
    found = []
    for i, left in enumerate(places):
        for right in places[i + 1 :]:
            if right[0] != left[0] or right[1] >= left[2]:
                break
            if (min(left[2], right[2]) - right[1]) >= SAME * (max(left[2], right[2]) - left[1]):
                found.append((left, right))
    return found


def _copy(places: Sequence[tuple[str, int, int]], readings: Mapping[str, Reading]) -> Copy:
    named = [Place(start, end, readings[name].report.text[start:end], name) for name, start, end in places]
    mark = "|".join(f"{p.report}:{p.start}:{p.end}" for p in named)
    return Copy("copy-" + blake2b(mark.encode(), digest_size=5).hexdigest(), named)


def shares(copies: Sequence[Copy], words: Mapping[str, int]) -> dict[tuple[str, str], float]:
    """For every pair of reports with a passage in common, the share of the shorter one (in characters) it makes."""
    common: Counter[tuple[str, str]] = Counter()
    for copy in copies:
        for a, b in combinations(copy.places, 2):
            if a.report != b.report:
                common[_sorted_pair(a.report, b.report)] += min(a.end - a.start, b.end - b.start)
    return {pair: min(1.0, n / max(1, min(words[pair[0]], words[pair[1]]))) for pair, n in sorted(common.items())}


__all__ = [
    "Passage",
    "Side",
    "Words",
    "align",
    "candidate_pairs",
    "find_copies",
    "gather",
    "prints",
    "shares",
    "words_of",
]
