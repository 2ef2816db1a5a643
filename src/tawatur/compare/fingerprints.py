"""Fingerprints of a report: its words under keys that spelling habits do not change, and its rows of four of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b

from tawatur.record.types import Reading, Span
from tawatur.text.stems import light_stem
from tawatur.text.words import SIGN, WORD, Token, analyses, tokenize

ROW = 4  # words in a fingerprint
_SHORTEST = 3  # letters a word keeps when its clitics are taken off
_BREAK = re.compile(r"[.!?؟\n\r]")
_keys: dict[str, str] = {}


@dataclass(slots=True)
class Words:
    """The words and numbers of a report outside its junk.

    `tokens` carry the offsets in the report's text; `keys` what they are compared by; `names` whether a word stands in
    a name, a date or a position, which reports share without one copying the other; `sentences` numbers its
    sentence; `pairs` says where each two words in a row stand.
    """

    tokens: list[Token]
    keys: list[str]
    names: list[bool]
    sentences: list[int]
    pairs: dict[tuple[str, str], list[int]]

    def __len__(self) -> int:
        return len(self.keys)


def word_key(form: str) -> str:
    """What a folded word is compared by: without clitics, article and inflection."""
    key = _keys.get(form)
    if key is None:
        if len(_keys) > 500_000:
            _keys.clear()
        rests = [a.rest for a in analyses(form) if len(a.rest) >= _SHORTEST]
        key = _keys[form] = light_stem(min(rests, key=len)) if rests else form
    return key


def words_of(reading: Reading) -> Words:
    """The words of a report as copies are looked for in them."""
    tokens = [t for t in tokenize(reading.report.text) if t.kind != SIGN and t.form]
    tokens = _outside(tokens, reading.report.junk)
    named: list[Span] = [m for m in reading.mentions if m.type != "other"]
    named += [*reading.times, *reading.roles]
    keys = [word_key(t.form) if t.kind == WORD else t.form for t in tokens]
    return Words(tokens, keys, _covered(tokens, named), _sentences(reading.report.text, tokens), _pairs(keys))


def _pairs(keys: Sequence[str]) -> dict[tuple[str, str], list[int]]:
    places: dict[tuple[str, str], list[int]] = {}
    for i in range(len(keys) - 1):
        places.setdefault((keys[i], keys[i + 1]), []).append(i)
    return places


def _sentences(text: str, tokens: Sequence[Token]) -> list[int]:
    """The number of each token's sentence: a stop or a line's end between two words starts a new one."""
    numbers, number = [], 0
    for i, token in enumerate(tokens):
        if i and _BREAK.search(text, tokens[i - 1].end, token.start):
            number += 1
        numbers.append(number)
    return numbers


def _outside(tokens: list[Token], junk: Sequence[Span]) -> list[Token]:
    if not junk:
        return tokens
    return [t for t, inside in zip(tokens, _covered(tokens, junk), strict=True) if not inside]


def _covered(tokens: Sequence[Token], spans: Sequence[Span]) -> list[bool]:
    """Which tokens overlap one of the spans; both in order of the text."""
    covered = [False] * len(tokens)
    ordered = sorted(spans, key=lambda s: s.start)
    at = reach = 0
    for i, token in enumerate(tokens):
        while at < len(ordered) and ordered[at].start < token.end:
            reach = max(reach, ordered[at].end)
            at += 1
        covered[i] = token.start < reach
    return covered


def fingerprints(words: Words) -> set[int]:
    """A number of 64 bits for every row of four words: the same in every process."""
    rows = zip(*(words.keys[i:] for i in range(ROW)), strict=False)
    return {int.from_bytes(blake2b(" ".join(row).encode(), digest_size=8).digest(), "big") for row in rows}
