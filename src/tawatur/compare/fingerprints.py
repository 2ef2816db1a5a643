"""Fingerprints of a report: its words under keys that spelling habits do not change, and its rows of four of them.

A report is kept as flat arrays, some ten kilobytes, so that tens of thousands are held at once.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b

from tawatur.record.types import Reading, Span
from tawatur.text.folding import fold_word
from tawatur.text.stems import light_stem
from tawatur.text.words import NUMBER_LIKE, WORD_LIKE, analyses

ROW = 4  # words in a fingerprint
NO_ROW = 0  # the fingerprint of a row that is nothing but names
_SHORTEST = 3  # letters a word keeps when its clitics are taken off
_WORDS = re.compile(rf"{WORD_LIKE}|{NUMBER_LIKE}|[.!?؟\n\r]")
_STOPS = frozenset(".!?؟\n\r")
_FACTOR = 0x9E3779B97F4A7C15  # odd: multiplying by it loses nothing (Knuth, TAOCP 3, 6.4)
_MASK = (1 << 64) - 1
_REMEMBERED = 500_000
_keys: dict[str, str] = {}
_numbers: dict[str, int] = {}


@dataclass(slots=True)
class Words:
    """The words and numbers of a report outside its junk, in order.

    `starts` and `ends` are offsets in `text`, the report's; `keys` what words are compared by; `names` is 1 where a
    word stands in a name, a date or a position, which reports share without one copying the other; `sentences` numbers
    its sentence; `rows` is the fingerprint of the four words that start here (`NO_ROW` where they are names only).
    """

    text: str
    starts: array[int]
    ends: array[int]
    keys: list[str]
    names: bytearray
    sentences: array[int]
    rows: array[int]

    def __len__(self) -> int:
        return len(self.keys)

    def form(self, i: int) -> str:
        """The folded form of a word."""
        return fold_word(self.text[self.starts[i] : self.ends[i]])


def word_key(form: str) -> str:
    """What a folded word is compared by: without clitics, article and inflection."""
    if form[:1].isdecimal():
        return form
    rests = [a.rest for a in analyses(form) if len(a.rest) >= _SHORTEST]
    return light_stem(min(rests, key=len)) if rests else form


def _key(word: str) -> str:
    """The key of a word as written, remembered: news repeats its words."""
    key = _keys.get(word)
    if key is None:
        if len(_keys) > _REMEMBERED:
            _keys.clear()
        form = fold_word(word)
        key = _keys[word] = word_key(form) if form else ""
    return key


def words_of(reading: Reading) -> Words:
    """The words of a report as copies are looked for in them."""
    text = reading.report.text
    starts, ends, sentences = array("i"), array("i"), array("i")
    keys: list[str] = []
    sentence = 0
    for match in _WORDS.finditer(text):
        word = match.group()
        if word in _STOPS:
            sentence += 1
        elif key := _key(word):
            starts.append(match.start())
            ends.append(match.end())
            keys.append(key)
            sentences.append(sentence)
    words = Words(text, starts, ends, keys, bytearray(len(keys)), sentences, array("Q"))
    if reading.report.junk:
        words = _without(words, _covered(words, reading.report.junk))
    named: list[Span] = [m for m in reading.mentions if m.type != "other"]
    words.names = _covered(words, [*named, *reading.times, *reading.roles])
    words.rows = _rows(words)
    return words


def _without(words: Words, left_out: bytearray) -> Words:
    kept = [i for i, out in enumerate(left_out) if not out]
    starts, ends, sentences = (array("i", (a[i] for i in kept)) for a in (words.starts, words.ends, words.sentences))
    return Words(words.text, starts, ends, [words.keys[i] for i in kept], bytearray(), sentences, array("Q"))


def _covered(words: Words, spans: Sequence[Span]) -> bytearray:
    """Which words overlap one of the spans."""
    covered = bytearray(len(words))
    for span in spans:
        first, after = bisect_right(words.ends, span.start), bisect_left(words.starts, span.end)
        if first < after:
            covered[first:after] = b"\x01" * (after - first)
    return covered


def _rows(words: Words) -> array[int]:
    numbers = [_number(k) for k in words.keys]
    quads = zip(*(numbers[i:] for i in range(ROW)), strict=False)
    rows = array("Q", ((((a * _FACTOR + b) * _FACTOR + c) * _FACTOR + d) & _MASK or 1 for a, b, c, d in quads))
    at = words.names.find(b"\x01" * ROW)
    while at >= 0:
        rows[at] = NO_ROW
        at = words.names.find(b"\x01" * ROW, at + 1)
    return rows


def _number(key: str) -> int:
    """A number of 64 bits for a key: the same in every process."""
    number = _numbers.get(key)
    if number is None:
        if len(_numbers) > _REMEMBERED:
            _numbers.clear()
        number = _numbers[key] = int.from_bytes(blake2b(key.encode(), digest_size=8).digest(), "big")
    return number


def prints(words: Words) -> array[int]:
    """The fingerprints of a report: a number of 64 bits for every row of four words that are not all names, each once,
    in rising order. The same in every process."""
    return array("Q", sorted(set(words.rows) - {NO_ROW}))
