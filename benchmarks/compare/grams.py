"""Word 12-grams that reports share, counted by brute force and apart from all code that looks for copies.

Its own folding and words: compatibility forms, harakat, tatweel, marks of direction, the forms of alef, ya and ta
marbuta, hamza on its carriers, digits; no stems, no clitics. A report's junk is left out, as the program leaves it out.
Nothing else is: every 12-gram counts, however common it is, and every pair of reports is counted.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from tawatur.record.types import Reading

LENGTH = 12  # words in a gram
LEAST = 20  # distinct grams from which two reports are a pair
AT_ONCE = 20_000_000  # pairs gathered before they are counted
_MARK = (
    "[\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed"  # harakat, tatweel
    "\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]"  # marks of direction and of no width
)
_MARKS = re.compile(_MARK)
_WORDS = re.compile(rf"[^\W\d_](?:[^\W\d_]|{_MARK})*|\d+")
_LETTERS = str.maketrans("أإآٱىیةکؤئ٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "ااااييهكوي01234567890123456789")
_FACTOR = np.uint64(0x9E3779B97F4A7C15)

Numbers = NDArray[np.uint64]
Places = list[tuple[int, int]]


def folded(word: str) -> str:
    """A word as this count sees it."""
    return _MARKS.sub("", unicodedata.normalize("NFKC", word)).translate(_LETTERS).lower()


@cache
def _number(word: str) -> int:
    return int.from_bytes(blake2b(folded(word).encode(), digest_size=8).digest(), "big")


def places(reading: Reading) -> Places:
    """Where the words of a report stand, its junk left out."""
    text = reading.report.text
    found = [m.span() for m in _WORDS.finditer(text)]
    junk = sorted((s.start, s.end) for s in reading.report.junk)
    return [(a, b) for a, b in found if not any(s < b and a < e for s, e in junk)] if junk else found


def grams(reading: Reading) -> Numbers:
    """The number of the 12-gram that starts at each word; empty for a report of fewer words."""
    text = reading.report.text
    words = np.array([_number(text[a:b]) for a, b in places(reading)], dtype=np.uint64)
    if len(words) < LENGTH:
        return np.empty(0, dtype=np.uint64)
    windows = len(words) - LENGTH + 1
    found = np.zeros(windows, dtype=np.uint64)
    for k in range(LENGTH):
        found = found * _FACTOR + words[k : k + windows]  # modulo 2^64
    return found


def shared_grams(a: Reading, b: Reading) -> int:
    """How many distinct 12-grams two reports share."""
    return len(np.intersect1d(grams(a), grams(b)))


def shared_pairs(
    of: Sequence[Numbers], outlets: Sequence[str | None], least: int = LEAST
) -> dict[tuple[int, int], int]:
    """All pairs of different outlets with so many distinct grams in common, by their numbers, with the count."""
    owners = np.concatenate([np.full(len(set_), i, dtype=np.int64) for i, set_ in enumerate(_distinct(of))] or [[]])
    marks = np.concatenate([*_distinct(of)] or [[]])
    order = np.lexsort((owners, marks))
    owners, marks = owners[order], marks[order]
    starts = np.flatnonzero(np.concatenate(([True], marks[1:] != marks[:-1]))) if len(marks) else np.empty(0, int)
    sizes = np.diff(np.append(starts, len(marks)))
    codes = {outlet: i for i, outlet in enumerate(dict.fromkeys(outlets))}
    houses = np.array([codes[outlet] for outlet in outlets], dtype=np.int64)
    counted: dict[int, int] = {}
    pending: list[NDArray[np.int64]] = []
    waiting = 0
    for size in np.unique(sizes[sizes > 1]):
        table = owners[starts[sizes == size][:, None] + np.arange(size)]
        for i in range(size - 1):
            left, right = np.repeat(table[:, i], size - 1 - i), table[:, i + 1 :].reshape(-1)
            apart = houses[left] != houses[right]
            pending.append(left[apart] * len(of) + right[apart])
            waiting += len(pending[-1])
            if waiting > AT_ONCE:
                pending, waiting = [_count(pending, counted)], 0
    _count(pending, counted)
    return {divmod(code, len(of)): n for code, n in sorted(counted.items()) if n >= least}


def _distinct(of: Iterable[Numbers]) -> Iterable[Numbers]:
    return (np.unique(one) for one in of)


def _count(pending: Sequence[NDArray[np.int64]], counted: dict[int, int]) -> NDArray[np.int64]:
    """Add what is pending to the counts; nothing is pending then."""
    codes, numbers = np.unique(np.concatenate([*pending] or [[]]), return_counts=True)
    for code, n in zip(codes.tolist(), numbers.tolist(), strict=True):
        counted[code] = counted.get(code, 0) + n
    return np.empty(0, dtype=np.int64)


def by_name(readings: Mapping[str, Reading], least: int = LEAST) -> dict[tuple[str, str], int]:
    """All cross-outlet pairs of these reports, by name."""
    names = list(readings)
    pairs = shared_pairs([grams(r) for r in readings.values()], [r.report.outlet for r in readings.values()], least)
    return {(names[i], names[j]): n for (i, j), n in pairs.items()}
