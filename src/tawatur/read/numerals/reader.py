"""The grammar of number phrases: groups below a thousand, their scales, what و adds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tawatur.language.lexicon import Hit
from tawatur.read.document import Document
from tawatur.read.numerals.digits import digits_value
from tawatur.read.numerals.numeral import Numeral, rounded
from tawatur.text.words import NUMBER

_ENCLOSED = {"(": ")", "[": "]"}


@dataclass(slots=True)
class _Part:
    """A number so far: the next token, its value, the smallest scale used, and what else is known of it."""

    next: int
    value: float
    scale: float = 1.0
    loose: bool = False
    rank: str = ""


class Reader:
    """Reads the number phrases of one document."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._tokens = document.tokens
        self._words: dict[int, Hit] = {}
        self._ordinals: dict[int, Hit] = {}
        self._extra: dict[int, Hit] = {}
        others = document.firsts("not-number")
        self._measured = document.firsts("percent")
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
            rounded(part.value),
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
        """The token where a number continues after و: the word itself, or what follows a و of its own."""
        hit = self._words.get(index)
        if hit is not None:
            return index if hit.analysis.conjunction and not hit.analysis.preposition else None
        if index + 1 >= len(self._tokens) or self._tokens[index].form != self._conjunction:
            return None
        word, following = self._tokens[index], self._tokens[index + 1]
        if following.kind == NUMBER:
            return index + 1 if following.start - word.end <= 1 else None
        after = self._words.get(index + 1)
        return (
            index + 1 if after is not None and not (after.analysis.conjunction or after.analysis.preposition) else None
        )

    def _joined_word(self, index: int) -> Hit | None:
        """The number word that و joins to the one before: وعشرون, و عشرون."""
        at = self._joined(index)
        return self._words.get(at) if at is not None else None

    def _fraction(self, part: _Part) -> _Part | None:
        """مليون ونصف (المليون)."""
        hit = self._joined_word(part.next)
        if hit is None or hit.data["rank"] != "fraction":
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
        elif rank in ("unit", "one-of"):
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
        hit = self._joined_word(part.next)
        if hit is None or hit.data["rank"] not in ranks or (part.rank == "unit" and part.value >= 10):
            return
        part.value += float(hit.data["value"])
        part.next = hit.last + 1
        part.rank = ""
        if hit.data["rank"] == "unit" and hit.data["value"] < 10:
            ten = self._joined_word(part.next)
            if ten is not None and ten.data["rank"] == "ten":
                part.value, part.next = part.value + float(ten.data["value"]), ten.last + 1
