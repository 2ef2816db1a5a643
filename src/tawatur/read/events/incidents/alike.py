"""Whether what two incidents say agrees: their numbers, their days, the words for their people."""

from __future__ import annotations

from tawatur.record.types import Interval, Number

_YEAR = 366  # days
_VAGUE = frozenset({10.0, 100.0, 1000.0, 1_000_000.0})


def compatible(a: Number | None, b: Number | None) -> bool:
    if a is None or b is None or equal(a, b):
        return True
    if a.value == b.value and {a.bound, b.bound} == {"exact", "at_least"}:
        return True  # at least 11, and 11; but about 52 are another voice's than 52
    return (vague(a) and b.value >= a.value) or (vague(b) and a.value >= b.value)


def equal(a: Number | None, b: Number | None) -> bool:
    """One number, whatever it is said to count."""
    return a is not None and b is not None and a.value == b.value and a.bound == b.bound


def vague(number: Number | None) -> bool:
    """Dozens, hundreds, thousands."""
    return number is not None and number.bound == "more_than" and number.value in _VAGUE


def dates_agree(a: Interval | None, b: Interval | None) -> bool:
    return a is None or b is None or holds(a, b) or holds(b, a)


def holds(whole: Interval, part: Interval) -> bool:
    """Whether one interval lies in the other, which is no longer than a year (13 نوفمبر 2015 in 2015)."""
    if whole.first is None or whole.last is None or part.first is None or part.last is None:
        return whole == part
    if (whole.last - whole.first).days > _YEAR:
        return whole == part
    return whole.first <= part.first and part.last <= whole.last


def share_words(a: list[str], b: list[str]) -> bool:
    return bool({w for v in a for w in v.split()} & {w for v in b for w in v.split()})


def words_within(a: list[str], b: list[str]) -> bool:
    """Whether one of each list is the same, or the shorter one's words are all the other's, whatever they end in
    (سيارات، سيارات قياديين), not only a word of them (مواقع الجيش، مواقع المتمردين)."""
    return any(v == w or _within(v.split(), w.split()) for v in a for w in b)


def _within(a: list[str], b: list[str]) -> bool:
    short, long = sorted((a, b), key=len)
    return bool(short) and all(any(_one_word(v, w) for w in long) for v in short)


def _one_word(a: str, b: str) -> bool:
    """Whether two words are one but for the letter of a case (مركز، مركزا)."""
    short, long = sorted((a, b), key=len)
    return len(long) - len(short) <= 1 and long.startswith(short)
