"""Sentences into windows that a network can take, so that a sentence of any length takes time in proportion to it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple


class Room(NamedTuple):
    """How many pieces, and how many words, a window may have."""

    pieces: int
    words: int


class Window(NamedTuple):
    """Words [first, last) of a sentence; of these, what is said of [keep, until) counts."""

    first: int
    last: int
    keep: int
    until: int


def windows(lengths: Sequence[int], room: Room) -> list[Window]:
    """Cut words with so many pieces each into windows that `room` holds.

    Windows overlap by a quarter; in the overlap each word is kept where it has more company on its nearer side. No
    word is longer than a window.
    """
    if sum(lengths) <= room.pieces and len(lengths) <= room.words:
        return [Window(0, len(lengths), 0, len(lengths))] if lengths else []
    spans, first = [], 0
    while True:
        last, pieces = first, 0
        while last < len(lengths) and _fits(pieces + lengths[last], last + 1 - first, room, 1):
            pieces += lengths[last]
            last += 1
        spans.append((first, last))
        if last == len(lengths):
            break
        back, overlap = last, 0
        while back > first + 1 and _fits(overlap + lengths[back - 1], last + 1 - back, room, 4):
            back -= 1
            overlap += lengths[back]
        first = back
    cuts = [0, *((b[0] + a[1]) // 2 for a, b in pairwise(spans)), len(lengths)]
    return [Window(*span, cuts[i], cuts[i + 1]) for i, span in enumerate(spans)]


def _fits(pieces: int, words: int, room: Room, share: int) -> bool:
    return pieces <= room.pieces // share and words <= room.words // share
