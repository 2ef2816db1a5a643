"""Paragraphs and sentences as half-open ranges of offsets."""

from __future__ import annotations

import re

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
    """The sentence in which the stretch [start, end) stands; the stretch itself where it crosses sentences."""
    for first, last in paragraphs(text):
        if first <= start < last:
            return next(((a, b) for a, b in sentences(text, first, last) if a <= start and end <= b), (start, end))
    return start, end
