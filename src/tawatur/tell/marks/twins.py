"""A copied passage in two reports side by side: which words are in both, which were changed, added or left out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from tawatur.record.types import Span
from tawatur.text.words import SIGN, Token, tokenize

MOST = 600  # words of a passage that are shown at once
SAME, CHANGED, ONLY = "same", "changed", "only"


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of one side, as offsets in its report's text. `kind`: same (its words stand on the other side, too),
    changed (other words stand for them there), only (nothing stands for them there). `number` counts the differences:
    what was changed has one number on both sides, 0 where nothing differs."""

    start: int
    end: int
    kind: str
    number: int = 0


@dataclass(frozen=True, slots=True)
class Twins:
    """Two places of one passage. `same`: the share of the longer one's words that stand in both (0 to 1); `cut`: the
    passage is longer than what is shown."""

    left: list[Run]
    right: list[Run]
    same: float
    cut: bool


def twins(left: str, left_place: Span, right: str, right_place: Span) -> Twins:
    """Align the words of two places of a passage, in the texts of their reports.

    Words are compared folded, so that another spelling of a hamza is no difference; signs are not compared.
    The runs of a side, joined, are its place (of a passage that is cut: its beginning).
    """
    a, a_end = _words(left, left_place)
    b, b_end = _words(right, right_place)
    ours: list[tuple[str, int, int, int]] = []
    others: list[tuple[str, int, int, int]] = []
    number = equal = 0
    for tag, i, j, k, m in _differences([t.form for t in a], [t.form for t in b]):
        if tag == "equal":
            equal += j - i
            continue
        number += 1
        kind = CHANGED if tag == "replace" else ONLY
        if j > i:
            ours.append((kind, number, a[i].start, a[j - 1].end))
        if m > k:
            others.append((kind, number, b[k].start, b[m - 1].end))
    cut = a_end < left_place.end or b_end < right_place.end
    return Twins(
        list(_runs(left_place.start, a_end, ours)),
        list(_runs(right_place.start, b_end, others)),
        equal / max(1, len(a), len(b)),
        cut,
    )


def _differences(a: Sequence[str], b: Sequence[str]) -> Iterator[tuple[str, int, int, int, int]]:
    """How one row of words becomes the other, as difflib says it. What both begin with is not compared, and in long
    rows frequent words are no anchors: a text of one word a thousand times takes no longer than any other."""
    head = next((n for n, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    if head:
        yield ("equal", 0, head, 0, head)
    for tag, i, j, k, m in SequenceMatcher(None, a[head:], b[head:]).get_opcodes():
        yield (tag, i + head, j + head, k + head, m + head)


def _words(text: str, place: Span) -> tuple[list[Token], int]:
    """The words of a place with their offsets in the report's text, at most so many, and where what is shown ends."""
    words = [t for t in tokenize(text[place.start : place.end]) if t.kind != SIGN and t.form]
    for word in words[:MOST]:
        word.start += place.start
        word.end += place.start
    return words[:MOST], place.end if len(words) <= MOST else words[MOST - 1].end


def _runs(start: int, end: int, differences: Sequence[tuple[str, int, int, int]]) -> Iterator[Run]:
    """A side from its first letter to its last: what differs, and the words and signs between."""
    at = start
    for kind, number, first, last in differences:
        if first > at:
            yield Run(at, first, SAME)
        yield Run(first, last, kind, number)
        at = last
    if at < end:
        yield Run(at, end, SAME)
