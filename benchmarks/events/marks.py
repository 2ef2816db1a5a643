"""Sentences in which words are marked, as telling events or as names: `{incident.attack:هاجم} مسلحون`, one a line."""

from __future__ import annotations

import re
from typing import NamedTuple

_MARK = re.compile(r"\{([A-Za-z.\-]+):([^{}]*)\}")


class Word(NamedTuple):
    """A marked word: offsets [start, end) of its text, its label, and the kind of event that is."""

    start: int
    end: int
    label: str

    @property
    def kind(self) -> str:
        return self.label.split(".")[0]


def marked(line: str) -> tuple[str, list[Word]]:
    """The sentence of a line without its marks, and its marked words."""
    text, at, words = "", 0, []
    for mark in _MARK.finditer(line):
        text += line[at : mark.start()]
        words.append(Word(len(text), len(text) + len(mark[2]), mark[1]))
        text += mark[2]
        at = mark.end()
    return text + line[at:], words
