"""A number phrase and where it stands."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True, frozen=True)
class Numeral:
    """A number phrase: tokens [first, last] inclusive, offsets [start, end) without conjunction and preposition.

    `loose` where no number counts the plural of a scale (آلاف: more than a thousand); `article` where it is definite
    (الخمسة, الـ85); `digits` where it is digits alone; `ordinal` for الخامس; `rank` the data's rank of a single word.
    """

    first: int
    last: int
    start: int
    end: int
    value: float
    loose: bool = False
    article: bool = False
    digits: bool = False
    ordinal: bool = False
    rank: str = ""
    joined: bool = False


def rounded(value: float) -> float:
    """A product of decimals without what binary fractions add to it (8.2 × 1,000,000,000)."""
    return float(f"{value:.15g}")
