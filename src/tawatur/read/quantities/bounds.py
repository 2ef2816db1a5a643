"""The words that bound a number, before it and after its head, and the fraction that may follow the head."""

from __future__ import annotations

from tawatur.language.lexicon import Hit
from tawatur.read.document import Document
from tawatur.read.numerals import numerals
from tawatur.read.quantities.heads import Heads
from tawatur.text.words import SIGN

MORE_THAN, EXACT = "more_than", "exact"
_COMMAS = frozenset("،,")


class Bounds:
    """Finds bounds in one document."""

    def __init__(self, document: Document, heads: Heads) -> None:
        self.tokens = document.tokens
        self._heads = heads
        self._fractions = numerals(document).fractions
        self._numbers = numerals(document).by_first
        self._before: dict[int, Hit] = {}
        for hit in document.hits("bound"):
            known = self._before.get(hit.last)
            if known is None or hit.first < known.first:
                self._before[hit.last] = hit
        self._opens = {h.first for h in document.hits("bound") if h.last > h.first}  # وأكثر من opens the next number
        self._whose = document.firsts("bound-of")
        self._after = document.by_first("bound-after")
        self._words = document.by_first("number-word")

    def at(self, last: int) -> Hit | None:
        """The longest bound that ends at a token."""
        return self._before.get(last)

    def before(self, first: int, start: int, default: str) -> tuple[int, str]:
        """The bound before token `first` and where it starts; without one, `start` and the default."""
        at = first - 1
        while at >= 0 and self.tokens[at].kind == SIGN and self.tokens[at].form in "\"“”«»'(":
            at -= 1
        few = self._words.get(at)
        if few is not None and few.data["role"] == "few":
            start, at, default = min(start, few.start), at - 1, MORE_THAN
        apart = at in self._whose
        hit = self._before.get(at - apart)
        if hit is None or self.tokens[hit.first].sentence != self.tokens[first].sentence:
            return start, default
        return start if apart else min(start, hit.start), str(hit.data["bound"])

    def after(self, at: int, end: int) -> tuple[int, str]:
        """A bound after the head, or after an adjective or two, between commas or without: 52 فلسطينيا على الأقل. That
        of the next number is no other's (ثلاثة قتلى وأربعة جرحى على الأقل)."""
        for index in (at, at + 1, at + 2):
            if index in self._numbers:
                break
            hit = self._after.get(index) or self._set_apart(index)
            if hit is not None and hit.last not in self._opens and self.same_sentence(hit.last, at):
                return hit.end, str(hit.data["bound"])
            if index < len(self.tokens) and self.tokens[index].kind != "word":
                break
        return end, EXACT

    def _set_apart(self, index: int) -> Hit | None:
        """A bound between commas: 19 شخصا، على الأقل، لقوا مصرعهم. With one alone it may belong to what follows."""
        hit = self._after.get(index + 1) if self._is_comma(index) else None
        return hit if hit is not None and self._is_comma(hit.last + 1) else None

    def _is_comma(self, index: int) -> bool:
        return index < len(self.tokens) and self.tokens[index].form in _COMMAS

    def same_sentence(self, a: int, b: int) -> bool:
        """Whether two tokens stand in one sentence."""
        return self.tokens[a].sentence == self.tokens[b].sentence

    def fraction(self, last: int, end: int) -> tuple[float, int, int]:
        """A fraction after the head and its end: عامين ونصف العام, ثلاث سنوات ونصف."""
        hit = self._fractions.get(last + 1)
        if hit is None or not self.same_sentence(hit.last, last):
            return 0.0, end, last
        again = self._heads.unit_at(hit.last + 1, definite=True)
        closing = again if again is not None and again.analysis.article else hit
        return float(hit.data["value"]), closing.end, closing.last
