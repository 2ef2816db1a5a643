"""Folding: one spelling for what Arabic writers spell in several ways, always aligned with the text as written.

Steps, in order: presentation forms and ligatures to plain letters (NFKC, letter by letter); harakat, tatweel, bidi
and zero-width marks dropped; alef with hamza or madda to bare alef; alef maqsura and Persian yeh to yeh; Persian kaf to
kaf; teh marbuta to heh; hamza on its carriers to the carrier; Arabic-Indic and Persian digits to Western ones; Latin
letters to lower case.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

MARKS = (
    "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed"  # harakat and Quranic marks
    "\u0640"  # tatweel
    "\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"  # bidi and zero-width marks
)
_LETTERS = {
    **dict.fromkeys("أإآٱ", "ا"),
    **dict.fromkeys("ىیۍې", "ي"),
    **dict.fromkeys("کڪ", "ك"),
    "ة": "ه",
    "ۃ": "ه",
    "ہ": "ه",
    "ھ": "ه",
    "ؤ": "و",
    "ئ": "ي",
}
_DIGITS = {ord(c): str(i % 10) for i, c in enumerate("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹")}


def _expand_class(spec: str) -> list[int]:
    points: list[int] = []
    i = 0
    while i < len(spec):
        if spec[i + 1 : i + 2] == "-":
            points.extend(range(ord(spec[i]), ord(spec[i + 2]) + 1))
            i += 3
        else:
            points.append(ord(spec[i]))
            i += 1
    return points


class _Folds(dict[int, str]):
    """What each code point folds to; filled as code points are met."""

    def __missing__(self, point: int) -> str:
        char = chr(point)
        plain = unicodedata.normalize("NFKC", char)
        folded = char.lower() if plain == char else "".join(self[ord(c)] for c in plain)
        self[point] = folded
        return folded


_FOLDS = _Folds(dict.fromkeys(_expand_class(MARKS), "") | {ord(k): v for k, v in _LETTERS.items()} | _DIGITS)
_cache: dict[str, str] = {}


def fold(text: str) -> str:
    """The folded form of a text (see the module's steps). Idempotent."""
    return text.translate(_FOLDS)


def fold_word(word: str) -> str:
    """`fold` for single words, remembered: news text repeats its words."""
    form = _cache.get(word)
    if form is None:
        if len(_cache) > 500_000:
            _cache.clear()
        form = _cache[word] = word.translate(_FOLDS)
    return form


@dataclass(slots=True, frozen=True)
class Folded:
    """A folded text with, for every folded character, the offset of the character it came from.

    `offsets` has one entry more than `text`: the length of the source.
    """

    text: str
    offsets: list[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Source offsets of the folded stretch [start, end): marks after its last letter belong to it."""
        if start >= end:
            return self.offsets[start], self.offsets[start]
        return self.offsets[start], self.offsets[end]


def fold_aligned(text: str) -> Folded:
    """Fold a text and keep the way back to its offsets."""
    out, offsets = [], []
    for i, char in enumerate(text):
        folded = _FOLDS[ord(char)]
        out.append(folded)
        offsets.extend([i] * len(folded))
    offsets.append(len(text))
    return Folded("".join(out), offsets)


def hamza_below(text: str, at: int) -> bool:
    """Whether the letter at an offset is an alef with its hamza below, which folding makes one with other alefs (إما is
    no أما)."""
    return text.startswith("\u0625", at)


def source_offset(word: str, letters: int) -> int:
    """Where in `word`, as written, its folded form's first `letters` characters end (marks after them included)."""
    if letters == 0:
        return 0
    seen = 0
    for i, char in enumerate(word):
        if seen >= letters and _FOLDS[ord(char)]:
            return i
        seen += len(_FOLDS[ord(char)])
    return len(word)
