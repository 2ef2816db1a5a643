"""How wide a text stands, estimated: pictures are laid out where no font is at hand."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import lru_cache

# Widths in em, the upper side of what common Arabic and Latin text faces have; a joined letter by its mean form.
_CLASSES = (
    (0.30, "اأإآءijl'|!:;.,،؛()[]«»\"· "),
    (0.44, "لنرزftrsI-"),
    (0.52, "بتثدذوؤئيهة–"),
    (0.75, "جحخىABCDEFGHKLNOPQRSTUVXYZ؟?&"),
    (0.92, "طظmwM%٪@←→"),
    (1.06, "سشصضW"),
)
_OF = {letter: width for width, letters in reversed(_CLASSES) for letter in letters}
_USUAL = 0.61
_ELLIPSIS = "…"
_BETWEEN = " ·"


@lru_cache(maxsize=4096)
def text_width(text: str, size: float) -> float:
    """The width of a text on one line in a type of that size, in the size's unit; marks above letters take none."""
    return size * sum(_OF.get(c, _USUAL) for c in text if not unicodedata.combining(c))


def wrapped(text: str, size: float, room: float, lines: int) -> list[str]:
    """A text in at most so many lines of `room`, broken between words; what does not fit is told by an ellipsis. A dot
    that stands between two parts is left out where a line is broken at it.

    A single word that is wider than `room` stands alone on its line and is cut with an ellipsis."""
    out: list[str] = []
    words = text.split()
    while words and len(out) < lines:
        line = [words.pop(0)]
        while words and text_width(" ".join([*line, words[0]]), size) <= room:
            line.append(words.pop(0))
        out.append(_cut(" ".join(line).strip(_BETWEEN), size, room))
    if words:
        out[-1] = _ended(out[-1].split(), size, room)
    return out


def widest(lines: Iterable[str], size: float) -> float:
    """The width of the widest of these lines."""
    return max((text_width(line, size) for line in lines), default=0.0)


def _cut(line: str, size: float, room: float) -> str:
    if text_width(line, size) <= room:
        return line
    left = room - text_width(_ELLIPSIS, size)
    for end, letter in enumerate(line):  # letter by letter: a hostile report's word may be a million long
        left -= text_width(letter, size)
        if left < 0:
            return line[: max(end, 1)].rstrip(_ELLIPSIS) + _ELLIPSIS
    return line


def _ended(words: list[str], size: float, room: float) -> str:
    while len(words) > 1 and text_width(" ".join([*words, _ELLIPSIS]), size) > room:
        words = words[:-1]
    return _cut(" ".join([*words, _ELLIPSIS]), size, room)
