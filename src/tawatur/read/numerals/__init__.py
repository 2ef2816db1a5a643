"""Numbers of a report, in digits and in words, each as one phrase with its value.

Other layers ask `numerals(document)` for all of them, or `read_number(document, index)` for the one that starts at a
token. A number phrase is what the language writes as one number: "مئتان وخمسون", "مليار ونصف المليار", "110 آلاف",
"3 ملايين و500 ألف", "٢٬٥ مليون", "الـ85". Dates and ranges are not looked at here.
"""

from __future__ import annotations

from weakref import WeakKeyDictionary

from tawatur.read.document import Document
from tawatur.read.numerals.digits import digits_value
from tawatur.read.numerals.numeral import Numeral, rounded
from tawatur.read.numerals.reader import Reader


class Numerals:
    """The number phrases of one document, by their first and by their last token; `fractions` after و by token."""

    def __init__(self, document: Document) -> None:
        self._reader = Reader(document)
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


__all__ = ["Numeral", "Numerals", "digits_value", "numerals", "read_number", "rounded"]
