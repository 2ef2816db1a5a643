"""Numbers of a report, in digits and in words, each as one phrase with its value.

Other layers ask `numerals(document)` for all of them, or `read_number(document, index)` for the one that starts at a
token. A number phrase is what the language writes as one number: "مئتان وخمسون", "مليار ونصف المليار", "110 آلاف",
"3 ملايين و500 ألف", "٢٬٥ مليون", "الـ85". Dates and ranges are not looked at here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from tawatur.language.lexicon import Hit
from tawatur.read.document import Document
from tawatur.text.words import NUMBER, WORD

_MARKS = re.compile(r"[.,٫٬]")
_ENCLOSED = {"(": ")", "[": "]"}


@dataclass(slots=True, frozen=True)
class Numeral:
    """A number phrase: tokens [first, last] inclusive, offsets [start, end) without conjunction and preposition.

    `loose` where no number counts the plural of a scale (آلاف: more than a thousand); `article` where it is definite
    (الخمسة, الـ85); `digits` where it is digits alone; `ordinal` for الخامس; `rank` the data's rank of a single word.
    """

    first: int
    last: int
    start: int
    end: int
    value: float
    loose: bool = False
    article: bool = False
    digits: bool = False
    ordinal: bool = False
    rank: str = ""
    joined: bool = False


class Numerals:
    """The number phrases of one document, by their first and by their last token; `fractions` after و by token."""

    def __init__(self, document: Document) -> None:
        self._reader = _Reader(document)
        self.by_first: dict[int, Numeral] = {}
        self.by_last: dict[int, Numeral] = {}
        self.fractions = self._reader.fractions()
        self.all: list[Numeral] = list(self._reader.read())
        for numeral in self.all:
            self.by_first[numeral.first] = numeral
            self.by_last[numeral.last] = numeral


_cache: WeakKeyDictionary[Document, Numerals] = WeakKeyDictionary()


def numerals(document: Document) -> Numerals:
    """All number phrases of a document, read once a document (after its junk is known)."""
    found = _cache.get(document)
    if found is None:
        found = _cache[document] = Numerals(document)
    return found


def read_number(document: Document, index: int) -> Numeral | None:
    """The number phrase that starts at token `index` (its clitics, if any, are part of that token), or None."""
    return numerals(document).by_first.get(index)


def digits_value(text: str) -> float | None:
    """The value of a number in digits of any script with its separators; None where it is no number (16.05.2018).

    A last group of three digits after one kind of separator is thousands (1.500, 376,840), any other a decimal
    fraction (2,5; 98.6); a decimal and a thousands mark may stand together.
    """
    groups = _MARKS.split(text)
    marks = _MARKS.findall(text)
    whole = "".join(str(int(c)) for c in "".join(groups))
    if not marks:
        return float(whole)
    if _is_thousands(groups, marks):
        return float(whole)
    if len(groups) > 2 and not _is_thousands(groups[:-1], marks[:-1]):
        return None
    return int(whole) / 10 ** len(groups[-1])


def _is_thousands(groups: list[str], marks: list[str]) -> bool:
    if len(set(marks)) > 1 or "٫" in marks or len(groups[0]) > 3 or int(groups[0]) == 0:
        return False
    return all(len(group) == 3 for group in groups[1:])


@dataclass(slots=True)
class _Part:
    """A number so far: the next token, its value, the smallest scale used, and what else is known of it."""

    next: int
    value: float
    scale: float = 1.0
    loose: bool = False
    rank: str = ""


class _Reader:
    def __init__(self, document: Document) -> None:
        self._document = document
        self._tokens = document.tokens
        self._words: dict[int, Hit] = {}
        self._ordinals: dict[int, Hit] = {}
        self._extra: dict[int, Hit] = {}
        others = {h.first for h in document.hits("not-number")}
        self._measured = {h.first for h in document.hits("percent")}
        self._counted = {
            h.first
            for h in document.hits("unit", "money", "demonym")
            if not (h.analysis.article or h.analysis.conjunction)
        }
        for kind, found in (("number", self._words), ("ordinal", self._ordinals), ("number-word", self._extra)):
            for hit in document.hits(kind):
                if hit.first in others:
                    continue
                known = found.get(hit.first)
                if known is None or hit.last > known.last:
                    found[hit.first] = hit

    def fractions(self) -> dict[int, Hit]:
        """ونصف, وربع by their token."""
        return {i: h for i, h in self._words.items() if h.data["rank"] == "fraction" and h.analysis.conjunction}

    def read(self) -> Iterator[Numeral]:
        starts = sorted(
            {t.index for t in self._tokens if t.kind == NUMBER} | self._words.keys() | self._ordinals.keys()
        )
        after = 0
        for start in starts:
            if start < after:
                continue
            numeral = self._ordinal(start) or self._numeral(start)
            if numeral is not None:
                after = numeral.last + 1
                yield numeral

    def _numeral(self, index: int) -> Numeral | None:
        part = self._number(index)
        if part is None:
            return None
        first, start, article, joined = index, self._start(index), self._has_article(index), False
        before = self._extra.get(index - 1)
        if before is not None and before.data["role"] == "article" and self._tokens[index].kind == NUMBER:
            first, start, article = before.first, before.start, True
            joined = bool(before.analysis.conjunction)
        elif index in self._words:
            joined = bool(self._words[index].analysis.conjunction)
        elif index and self._tokens[index - 1].end == self._tokens[index].start:
            joined = self._tokens[index - 1].form == self._conjunction
        last = part.next - 1
        digits = last == index and self._tokens[index].kind == NUMBER
        return Numeral(
            first,
            last,
            start,
            self._tokens[last].end,
            part.value,
            part.loose,
            article,
            digits,
            False,
            part.rank,
            joined,
        )

    @property
    def _conjunction(self) -> str:
        return str(self._document.language.data("clitics")["and"])

    def _ordinal(self, index: int) -> Numeral | None:
        hit = self._ordinals.get(index)
        if hit is None or not hit.analysis.article:
            return None
        value, last = float(hit.data["value"]), hit.last
        ten = self._words.get(last + 1)
        joined = ten is not None and ten.data["rank"] in ("ten", "hundred") and ten.analysis.conjunction
        if ten is not None and joined and ten.analysis.article and value < 10:
            value, last = value + ten.data["value"], ten.last
        elif hit.data.get("compound"):
            return None
        end = self._tokens[last].end
        return Numeral(
            hit.first, last, hit.start, end, value, False, True, False, True, "", bool(hit.analysis.conjunction)
        )

    def _start(self, index: int) -> int:
        hit = self._words.get(index)
        return hit.start if hit is not None else self._tokens[index].start

    def _has_article(self, index: int) -> bool:
        hit = self._words.get(index)
        return hit is not None and hit.analysis.article

    def _number(self, index: int, below: float = float("inf")) -> _Part | None:
        """The number at a token: groups of falling scale joined by و, all smaller than `below`."""
        part = self._group(index, below)
        while part is not None and part.scale > 1:
            more = self._fraction(part) or self._following(part)
            if more is None:
                break
            part = more
        return part

    def _following(self, part: _Part) -> _Part | None:
        """A smaller group after و: ألف ومئتان، 3 ملايين و500 ألف."""
        index = self._joined(part.next)
        if index is None:
            return None
        group = self._group(index, part.scale)
        if group is None or group.value >= part.scale or group.loose:
            return None
        return _Part(group.next, part.value + group.value, group.scale)

    def _joined(self, index: int) -> int | None:
        """The token where a number continues after و: the word itself, or the digits after a و of their own."""
        hit = self._words.get(index)
        if hit is not None:
            return index if hit.analysis.conjunction and not hit.analysis.preposition else None
        if index + 1 < len(self._tokens) and self._tokens[index + 1].kind == NUMBER:
            word, number = self._tokens[index], self._tokens[index + 1]
            if word.form == self._conjunction and word.kind == WORD and number.start - word.end <= 1:
                return index + 1
        return None

    def _fraction(self, part: _Part) -> _Part | None:
        """مليون ونصف (المليون)."""
        hit = self._words.get(part.next)
        if hit is None or hit.data["rank"] != "fraction" or not hit.analysis.conjunction:
            return None
        after = self._words.get(hit.last + 1)
        same = after is not None and after.data["rank"] == "scale" and after.data["value"] == part.scale
        return _Part(after.last + 1 if after and same else hit.last + 1, part.value + hit.data["value"] * part.scale)

    def _group(self, index: int, below: float) -> _Part | None:
        """One group with its scales: خمسة وعشرون ألفا، 700 مليون، عشرات الآلاف، نصف مليون."""
        part = self._base(index)
        if part is None:
            return None
        while True:
            hit = self._words.get(part.next)
            if hit is None or hit.data["rank"] != "scale" or hit.analysis.conjunction or hit.analysis.preposition:
                break
            if part.value * hit.data["value"] >= below:
                return None
            part = _Part(
                hit.last + 1, part.value * hit.data["value"], hit.data["value"] * max(part.scale, 1), part.loose
            )
        return part if part.value < below and part.rank != "fraction" else None

    def _base(self, index: int) -> _Part | None:
        if index < len(self._tokens) and self._tokens[index].kind == NUMBER:
            return self._digits(index)
        hit = self._words.get(index)
        if hit is None:
            return None
        rank, value = hit.data["rank"], float(hit.data["value"])
        part = _Part(hit.last + 1, value, loose=rank == "loose" or bool(hit.data.get("loose")), rank=rank)
        if rank == "scale" and hit.data.get("dual") and hit.last + 1 in self._measured | self._counted:
            part.value, part.scale = 2 * value, value  # ألفا جندي
        elif rank in ("scale", "thousands"):
            part.scale = value if rank == "scale" else value / 2
        elif rank == "hundred":
            self._add(part, ("unit", "teen", "ten"))
        elif rank == "unit":
            self._add(part, ("ten",))
        return part

    def _digits(self, index: int) -> _Part | None:
        value = digits_value(self._tokens[index].text)
        if value is None:
            return None
        at = index + 1
        if self._is_decimal(index):
            value /= 1000
        if value.is_integer() and len(self._tokens[index].text) <= 3:
            while self._spaced_thousand(at):  # 250 000
                value = value * 1000 + int(self._tokens[at].form)
                at += 1
        after = self._words.get(at + 1)
        closing = _ENCLOSED.get(self._tokens[index - 1].form) if index else None
        closed = at < len(self._tokens) and self._tokens[at].form == closing
        if closed and after is not None and after.data["rank"] == "scale" and not after.analysis.conjunction:
            at += 1  # (375) مليون
        return _Part(at, value)

    def _is_decimal(self, index: int) -> bool:
        """Whether a point before three digits is a decimal one: 3.095 بالمئة، 1.125 مليار, a rate of 93.457."""
        whole, _, rest = self._tokens[index].form.partition(".")
        if len(rest) != 3 or not rest.isdigit() or not whole.isdigit() or len(whole) > 3 or int(whole) == 0:
            return False
        after = self._words.get(index + 1)
        scaled = after is not None and after.data["rank"] == "scale" and not after.analysis.conjunction
        return scaled or index + 1 in self._measured

    def _spaced_thousand(self, at: int) -> bool:
        if not 0 < at < len(self._tokens):
            return False
        before, token = self._tokens[at - 1], self._tokens[at]
        three = token.kind == NUMBER and len(token.text) == 3 and token.form.isdigit()
        return three and token.start - before.end == 1 and before.form != "0"

    def _add(self, part: _Part, ranks: tuple[str, ...]) -> None:
        """Add the words joined by و that complete a group below a thousand."""
        hit = self._words.get(part.next)
        if hit is None or not hit.analysis.conjunction or hit.analysis.preposition or hit.data["rank"] not in ranks:
            return
        if part.rank == "unit" and part.value >= 10:
            return
        part.value += float(hit.data["value"])
        part.next = hit.last + 1
        part.rank = ""
        if hit.data["rank"] == "unit" and hit.data["value"] < 10:
            ten = self._words.get(part.next)
            if ten is not None and ten.data["rank"] == "ten" and ten.analysis.conjunction:
                part.value, part.next = part.value + float(ten.data["value"]), ten.last + 1
