"""Fingerprints of a report: its words under keys that spelling habits do not change, and its rows of four of them.

A report is kept as flat arrays, some ten kilobytes, so that tens of thousands are held at once.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from itertools import accumulate, compress
from typing import TypeVar

from tawatur.compare.rolling import WIDTH, rolled
from tawatur.language.loader import load
from tawatur.record.types import Reading, Span
from tawatur.text.folding import fold_word
from tawatur.text.stems import light_stem
from tawatur.text.words import NUMBER_LIKE, WORD_LIKE, bared

ROW = WIDTH  # words in a fingerprint
LIST = 20  # names, titles and days in a row from which their order is a text of its own: who received whom
NO_ROW = 0  # the fingerprint of a row that says nothing of where a text comes from
NAME, HABIT, CHAIN = 1, 2, 3  # marks of words that reports share without one copying the other
NAMES = frozenset((NAME, CHAIN))
_SHORTEST = 3  # letters a word keeps when its clitics are taken off
_WORDS = re.compile(rf"({WORD_LIKE}|{NUMBER_LIKE})")
_NAMES = re.compile(rb"\x01{%d,}" % ROW)
_STOPS = frozenset(".!?؟\n\r")
_REMEMBERED = 500_000
V = TypeVar("V")


@dataclass(slots=True)
class Words:
    """The words and numbers of a report outside its junk, in order.

    `starts` and `ends` are offsets in `text`, the report's; `keys` what words are compared by; `names` is `NAME` where
    a word stands in a name, a date or a position, `CHAIN` where four and more of these stand in a row that is no long
    list, and `HABIT` where its outlet says so whatever it reports: words that reports share without one copying the
    other; `sentences` numbers its sentence; `rows` is the fingerprint of the four words that start here (`NO_ROW` where
    all of them are of a chain); `day` is the ordinal of the day the report came out.
    """

    text: str
    starts: array[int]
    ends: array[int]
    keys: list[str]
    names: bytearray
    sentences: array[int]
    rows: array[int]
    day: int | None = None

    def __len__(self) -> int:
        return len(self.keys)

    def form(self, i: int) -> str:
        """The folded form of a word."""
        return fold_word("".join(self.text[self.starts[i] : self.ends[i]].split()))


def word_key(form: str) -> str:
    """What a folded word is compared by: without clitics, article and inflection, as the first of those who write it
    in several ways does."""
    if form[:1].isdecimal():
        return form
    key = light_stem(bared(form, _SHORTEST))
    return _respelled().get(key, key)


@cache
def _respelled() -> dict[str, str]:
    """The keys of words that are written in several ways, each with the first one's."""
    groups = (
        [light_stem(bared(fold_word(str(form)), _SHORTEST)) for form in group]
        for group in load("arabic").data("spelling")["respelled"]
    )
    return {key: group[0] for group in groups for key in group if key != group[0]}


class _Known(dict[str, V]):
    """What was made of a word, remembered: news repeats its words."""

    def __init__(self, make: Callable[[str], V]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, word: str) -> V:
        if len(self) > _REMEMBERED:
            self.clear()
        made = self[word] = self._make(word)
        return made


def _key(word: str) -> str:
    form = fold_word(word)
    return word_key(form) if form else ""


def _number(key: str) -> int:
    """A key as 64 bits: the same in every process."""
    return int.from_bytes(blake2b(key.encode(), digest_size=8).digest(), "big")


_keys = _Known(_key)
_numbers = _Known(_number)
_stops = _Known(lambda between: not _STOPS.isdisjoint(between))


def _sentences(between: Sequence[str], words: Sequence[str]) -> array[int]:
    """The sentence of each word, numbered: what stands before it says whether it begins one. A dot within an address
    ends none."""
    begins = list(map(_stops.__getitem__, between))
    if "." in between:
        for i, (gap, word) in enumerate(zip(between, words, strict=False)):
            if gap == "." and word.isascii():
                begins[i] = False
    return array("i", list(accumulate(begins)))


def keys_of(text: str) -> list[str]:
    """The keys of a text's words and numbers, in order."""
    return [key for word in _WORDS.findall(text) if (key := _keys[word])]


def keyed(text: str) -> list[tuple[str, int, int]]:
    """The keys of a text's words and numbers, each with where it starts and ends; offsets in code points."""
    starts, ends, keys, _ = _worded(text)
    return [found for found in zip(keys, starts, ends, strict=True) if found[0]]


def _worded(text: str) -> tuple[array[int], array[int], list[str], array[int]]:
    """Where a text's words start and end, their keys, and the number of the sentence of each."""
    parts = _WORDS.split(text)  # what stands between words at even places, words at odd ones
    offsets = array("i", list(accumulate(map(len, parts))))
    found, between = parts[1::2], parts[:-1:2]
    keys = list(map(_keys.__getitem__, found))
    starts, ends, sentences = offsets[0:-1:2], offsets[1::2], _sentences(between, found)
    if _first_parts().isdisjoint(keys):
        return starts, ends, keys, sentences
    kept = bytearray(b"\x01") * len(keys)
    for i, (key, gap) in enumerate(zip(keys, between[1:], strict=False)):
        if kept[i] and key in _first_parts() and gap == " ":
            keys[i], ends[i], kept[i + 1] = _keys[found[i] + found[i + 1]], ends[i + 1], 0
    starts, ends, sentences = (array("i", compress(x, kept)) for x in (starts, ends, sentences))
    return starts, ends, list(compress(keys, kept)), sentences


@cache
def _first_parts() -> frozenset[str]:
    """The keys of first parts of names that are written apart from the second or with it: Abd al-Aziz, Abdulaziz."""
    words = load("arabic").data("names/parts")["words"]["prefix"]
    return frozenset(key for word in words if len(key := _keys[str(word)]) >= _SHORTEST)


def words_of(reading: Reading) -> Words:
    """The words of a report as copies are looked for in them."""
    report = reading.report
    starts, ends, keys, sentences = _worded(report.text)
    out = _covered(starts, ends, report.junk) if report.junk else bytearray(len(keys))
    if any(out) or "" in keys:
        kept = bytes(not gone and key != "" for gone, key in zip(out, keys, strict=True))
        starts, ends, sentences = (array("i", compress(x, kept)) for x in (starts, ends, sentences))
        keys = list(compress(keys, kept))
    named: list[Span] = [m for m in reading.mentions if m.type != "other"]
    marks = _covered(starts, ends, [*named, *reading.times, *reading.roles])
    return Words(report.text, starts, ends, keys, marks, sentences, _rows(keys, marks), day_number(reading))


def day_number(reading: Reading) -> int | None:
    """The day a report came out as an ordinal number."""
    day = reading.report.published
    return day.toordinal() if day else None


def _covered(starts: Sequence[int], ends: Sequence[int], spans: Iterable[Span]) -> bytearray:
    """Which words overlap one of the spans."""
    covered = bytearray(len(starts))
    for span in spans:
        first, after = bisect_right(ends, span.start), bisect_left(starts, span.end)
        if first < after:
            covered[first:after] = b"\x01" * (after - first)
    return covered


def _rows(keys: Sequence[str], marks: bytearray) -> array[int]:
    """The fingerprints of every four words; `marks` is told which names stand in chains."""
    rows = rolled(list(map(_numbers.__getitem__, keys)))
    if NO_ROW in rows:
        rows = array("Q", [row or 1 for row in rows])
    chains = []
    for names in _NAMES.finditer(marks):
        if names.end() - names.start() < LIST:
            for at in range(names.start(), names.end() - ROW + 1):
                rows[at] = NO_ROW
            chains.append(names.span())
    for start, end in chains:
        marks[start:end] = bytes([CHAIN]) * (end - start)
    return rows


def prints(words: Words) -> array[int]:
    """The fingerprints of a report: a number of 64 bits for every row of four words that are not all a few names, or
    all an outlet's habit, each once, in rising order. The same in every process."""
    found = set(words.rows) - {NO_ROW}
    habit = bytes([HABIT]) * ROW
    at = words.names.find(habit)
    while at >= 0:
        found.discard(words.rows[at])
        at = words.names.find(habit, at + 1)
    return array("Q", sorted(found))
