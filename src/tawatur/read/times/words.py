"""The words of time in a document, by token: what the grammar of times asks."""

from __future__ import annotations

from tawatur.language.lexicon import Hit
from tawatur.read.document import Document
from tawatur.read.numerals import Numeral, numerals
from tawatur.text.words import NUMBER, SIGN

KINDS = (
    "month", "hijri-month", "weekday", "day-part", "day", "time-unit", "season", "relation", "anaphor", "demonstrative",
    "time-part", "time-fraction", "decade", "vague-time", "time-word", "dated-noun", "dated-name", "feast",
    "anniversary-of",
)  # fmt: skip
STARTS = frozenset(KINDS) - {"relation", "anaphor", "time-word", "dated-noun", "dated-name", "anniversary-of"}
STARTING_ROLES = frozenset({"from", "between", "ago", "ahead", "weekend", "anniversary", "eve", "nth-day", "last-few"})
DASHES = frozenset("-–—‑−")


class Words:
    """The longest hit of each kind (of each role, for kind time-word) at each token, and the document's numbers."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.tokens = document.tokens
        self._hits: dict[tuple[int, str], Hit] = {}
        self.names: dict[int, list[str]] = {}
        for kind in KINDS:
            for hit in document.hits(kind):
                self._add(hit, hit.data["role"] if kind == "time-word" else kind)
        self.numbers = numerals(document)
        for first in self.numbers.by_first:
            self.names.setdefault(first, []).append("number")
        for token in document.tokens:
            if token.kind == NUMBER and token.form.count(".") == 2 and token.index not in self.names:
                self.names[token.index] = ["number"]  # 16.05.2018
        self.blocked: set[int] = set()
        for hit in document.hits("time-block"):
            self.blocked.update(range(hit.first, hit.last + 1))
        self.clauses = document.firsts("clause-start")
        self.counted = {
            h.first
            for h in document.hits("unit", "money", "measure", "person-noun")
            if not (h.analysis.article or h.analysis.preposition or h.analysis.conjunction)
        }

    def _add(self, hit: Hit, name: str) -> None:
        known = self._hits.get((hit.first, name))
        if known is None or hit.last > known.last:
            self._hits[hit.first, name] = hit
        if known is None and (name in STARTS or name in STARTING_ROLES):
            self.names.setdefault(hit.first, []).append(name)

    def at(self, index: int) -> list[Hit]:
        """Every hit that may start an expression at a token."""
        found = [self._hits.get((index, name)) for name in self.names.get(index, ())]
        return [hit for hit in found if hit is not None]

    def get(self, index: int, name: str) -> Hit | None:
        """The longest hit of a kind or role that starts at a token, whatever clitics it has."""
        return self._hits.get((index, name))

    def bare(self, index: int, name: str) -> Hit | None:
        """The same, where the word has neither conjunction nor preposition: inside an expression."""
        hit = self._hits.get((index, name))
        if hit is None or hit.analysis.conjunction or hit.analysis.preposition:
            return None
        return hit

    def relation(self, index: int) -> Hit | None:
        """An adjective of place in time (الماضي, قبل الماضي) at a token."""
        hit = self.bare(index, "relation")
        return hit if hit is not None and (hit.analysis.article or hit.data.get("whole")) else None

    def unit(self, index: int, *, inner: bool = True) -> Hit | None:
        """A unit of time at a token; without clitics where `inner`."""
        return self.bare(index, "time-unit") if inner else self.get(index, "time-unit")

    def number(self, index: int) -> Numeral | None:
        """The number phrase that starts at a token."""
        return self.numbers.by_first.get(index)

    def digits(self, index: int) -> int | None:
        """The value of a token of plain digits (no separators), else None."""
        if not 0 <= index < len(self.tokens):
            return None
        token = self.tokens[index]
        return int(token.form) if token.kind == NUMBER and token.form.isdigit() and len(token.form) <= 4 else None

    def sign(self, index: int, signs: str | frozenset[str]) -> bool:
        """Whether a token is one of these signs."""
        return 0 <= index < len(self.tokens) and self.tokens[index].kind == SIGN and self.tokens[index].form in signs

    def same_sentence(self, a: int, b: int) -> bool:
        """Whether two tokens stand in one sentence."""
        return max(a, b) < len(self.tokens) and self.tokens[a].sentence == self.tokens[b].sentence

    def glued(self, index: int) -> bool:
        """Whether a token follows the one before it without a space."""
        return index > 0 and self.tokens[index - 1].end == self.tokens[index].start
