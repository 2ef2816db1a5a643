"""The lines of a document as the junk layer looks at them: how long, how they end, whether they could be headlines."""

from __future__ import annotations

import re
from bisect import bisect_left

from tawatur.read.document import Document
from tawatur.text.sentences import paragraphs
from tawatur.text.words import WORD, Token

_STOPS = ".!…"
_QUESTION = "?؟"
_CLOSING = "\"'”“»›’)]}*\u200f\u200e\u202c\u200b "
_OPENING = frozenset("*-–—•▪■◼●·►◄#+")
_PROSE_WORDS = 15  # a line this long is read as prose
_QUOTING_WORDS = 18
_SPEAKER_WORDS = 4  # before the colon of a headline that quotes somebody
_ADDRESS = re.compile(
    r"(?:\w+\s*:)?(?:[\w.+-]+@[\w-]+\.[\w.-]+|(?:https?://|www\.)\S+|@\w+|\s|[:;,،|/-])+", re.IGNORECASE
)


class Line:
    """A line: offsets [start, end), tokens [first, last), how many words, and the shape of its end."""

    __slots__ = (
        "address",
        "attributed",
        "bullet",
        "end",
        "ends",
        "first",
        "first_word",
        "index",
        "last",
        "start",
        "words",
    )

    def __init__(self, index: int, start: int, end: int, tokens: list[Token], first: int, last: int) -> None:
        self.index = index
        self.start = start
        self.end = end
        self.first = first
        self.last = last
        words = [t.index for t in tokens[first:last] if t.kind == WORD]
        self.words = len(words)
        self.first_word = words[0] if words else last
        self.bullet = first < last and (tokens[first].form in _OPENING or tokens[first].form.isdigit())
        self.ends = ""
        self.address = False
        signs = [t.index for t in tokens[first:last] if t.form == ":"]
        self.attributed = bool(signs) and 0 < signs[0] - first <= _SPEAKER_WORDS

    @property
    def prose(self) -> bool:
        """Whether it is long enough for a paragraph; a headline that quotes somebody may be as long as a short one."""
        quoting = self.attributed and self.ends == "" and self.words <= _QUOTING_WORDS
        return self.words >= _PROSE_WORDS and not quoting

    @property
    def headline(self) -> bool:
        """Whether it could be a headline: short, without a stop, no lead to what follows."""
        return self.words > 0 and not self.prose and self.ends == ""

    @property
    def soft(self) -> bool:
        """Whether it could be one though it ends in a question mark or a quotation."""
        return 0 < self.words < _PROSE_WORDS and self.ends in ("question", "quote")


def _ending(text: str) -> str:
    """How a line ends: stop, dots, question, quote (without a stop inside), lead (: ،), or "" in a word."""
    bare = text.rstrip(_CLOSING)
    if bare.endswith(("...", "…")):
        return "dots"
    last = bare[-1:]
    if last in _STOPS and last:
        return "stop"
    if last in _QUESTION and last:
        return "question"
    if last in (":", "،", ",", "؛", ";"):
        return "lead"
    return "quote" if text[-1:] in '"”»“' else ""


def lines_of(document: Document) -> list[Line]:
    """The lines of a document that hold something."""
    starts = [t.start for t in document.tokens]
    found: list[Line] = []
    for start, end in paragraphs(document.text):
        line = Line(len(found), start, end, document.tokens, bisect_left(starts, start), bisect_left(starts, end))
        text = document.text[start:end]
        line.ends = _ending(text[-12:])
        line.address = (
            len(text) < 120 and bool("@" in text or "www." in text or "://" in text) and bool(_ADDRESS.fullmatch(text))
        )
        found.append(line)
    return found
