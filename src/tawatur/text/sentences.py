"""Paragraphs and sentences as half-open ranges of offsets."""

from __future__ import annotations

import re
from functools import lru_cache

_LINE_ENDS = "\n\r\u2028\u2029"
_REACH = 5_000  # letters of a line on either side of a place; no sentence is longer
_LINE = re.compile(r"[^\r\n\u2028\u2029]+")
# A stop ends a sentence where white space follows (closing marks may stand between), unless it stands after a single
# letter (د. محمد) or inside a row of dots.
_STOP = re.compile(r"(?<!\b\w)(?<!\.)[.!?؟]+[\"'”“»›’)\]]*(?=\s|$)")


def paragraphs(text: str) -> list[tuple[int, int]]:
    """The lines of a text that hold something, trimmed of white space."""
    found = []
    for match in _LINE.finditer(text):
        line = match.group()
        stripped = line.strip()
        if stripped:
            start = match.start() + line.index(stripped[0])
            found.append((start, start + len(stripped)))
    return found


def sentences(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The sentences of one paragraph [start, end), stops included, white space between them left out."""
    found, at = [], start
    for stop in _STOP.finditer(text, start, end):
        if text[stop.start() : stop.start() + 2] == "..":
            continue
        found.append((at, stop.end()))
        at = stop.end()
        while at < end and text[at].isspace():
            at += 1
    if at < end:
        found.append((at, end))
    return found


def enclosing(text: str, start: int, end: int) -> tuple[int, int]:
    """The sentence in which the stretch [start, end) stands; the stretch itself where it crosses sentences.

    Only the line around it is looked at, and of a line of a million letters its neighbourhood.
    """
    first, last = _line_around(text, start, end)
    if not first <= start < last:
        return start, end
    found = _sentences_of(text[first:last])
    around = ((first + a, first + b) for a, b in found)
    return next(((a, b) for a, b in around if a <= start < b and end <= b), (start, end))


@lru_cache(maxsize=2048)  # pages quote many places of a line
def _sentences_of(line: str) -> list[tuple[int, int]]:
    return sentences(line, 0, len(line))


def _line_around(text: str, start: int, end: int) -> tuple[int, int]:
    low, high = max(0, start - _REACH), min(len(text), end + _REACH)
    first, last = low, high
    for sign in _LINE_ENDS:  # the common one first: the others are looked for in its line alone
        first = max(first, text.rfind(sign, first, start) + 1)
        at = text.find(sign, start, last)
        last = at if at >= 0 else last
    while first < last and text[first].isspace():
        first += 1
    while first < last and text[last - 1].isspace():
        last -= 1
    return first, last
