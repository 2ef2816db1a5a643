"""All word lists of a language in one trie, matched over a document's words in one pass."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple

from tawatur.language.forms import Features
from tawatur.text.folding import fold, source_offset
from tawatur.text.words import NUMBER, SIGN, WORD, Analysis, Token, analyses, tokenize

PROCLITICS = {"none": 0, "conjunction": 1, "preposition": 2, "all": 3}
_FINITE = frozenset({"past", "present", "future", "jussive"})
_QUOTES = frozenset("\"'“”„«»‹›‘’()[]")

_HASHTAG_SPACE = "_"
_FEMININE = "\u0629"  # the ending of nouns alone, which folding makes the one of "him" behind a verb (حملة, حمله)
_VOWELS = "\u064b\u064c\u064d\u064e\u064f\u0650"


class Entry:
    """A line of a word list: its kind, its data, and which proclitics may stand before it."""

    __slots__ = ("article", "data", "kind", "proclitics", "quotes")

    def __init__(self, kind: str, data: dict[str, Any], proclitics: int, article: bool, quotes: bool) -> None:
        self.kind = kind
        self.data = data
        self.proclitics = proclitics
        self.article = article
        self.quotes = quotes

    def __repr__(self) -> str:
        return f"Entry({self.kind}, {self.data})"


class Hit(NamedTuple):
    """An entry found in a document: tokens [first, last] inclusive, offsets [start, end) without its proclitics."""

    entry: Entry
    first: int
    last: int
    start: int
    end: int
    features: Features
    analysis: Analysis
    quoted: bool

    @property
    def data(self) -> dict[str, Any]:
        """What the word list says of the entry."""
        return self.entry.data


_NONE: dict[str, Any] = {}
_NO_ENDS: list[Any] = []


class _Node:
    __slots__ = ("ends", "next")

    def __init__(self) -> None:
        self.next: dict[str, _Node] = _NONE  # most nodes are ends: they share one empty dictionary, never written to
        self.ends: list[tuple[Entry, Features]] = _NO_ENDS


class Lexicon:
    """A trie of folded words. Sentence-internal quotation marks and brackets may stand between an entry's words
    where the entry allows it (`quotes`), other signs only as part of the entry."""

    def __init__(self) -> None:
        self._root = _Node()
        self._root.next = {}
        self._starts: dict[str, list[tuple[Analysis, _Node]]] = {}

    def add(self, form: str, entry: Entry, features: Features | None = None) -> None:
        """Add one form (a word or a phrase, folded or not) of an entry."""
        self.add_forms(entry, [(fold(form), features or {})])

    def add_forms(self, entry: Entry, forms: Iterable[tuple[str, Features]]) -> None:
        """Add forms that are folded already, each with its features."""
        self._starts.clear()
        first = self._root.next
        for form, features in forms:
            if not form.isalpha():
                self._add(form, entry, features)
                continue
            node = first.get(form)
            if node is None:
                node = first[form] = _Node()
            if node.ends is _NO_ENDS:
                node.ends = [(entry, features)]
            elif not any(e is entry and f == features for e, f in node.ends):
                node.ends.append((entry, features))

    def _add(self, form: str, entry: Entry, features: Features) -> None:
        """Add a phrase."""
        node = self._root
        for word in (token.form for token in tokenize(form)):
            following = node.next.get(word)
            if following is None:
                if node.next is _NONE:
                    node.next = {}
                following = node.next[word] = _Node()
            node = following
        if node is self._root:
            raise ValueError(f"word list entry without a word: {form!r} of kind {entry.kind}")
        if node.ends is _NO_ENDS:
            node.ends = []
        if not any(e is entry and f == features for e, f in node.ends):
            node.ends.append((entry, features))

    def part(self, keep: Callable[[Entry], bool]) -> Lexicon:
        """The lexicon of some of the entries: it matches these as this one does, and is faster."""
        found = Lexicon()
        found._root = _part(self._root, keep) or found._root
        return found

    def match(self, tokens: Sequence[Token]) -> list[Hit]:
        """All entries in a row of tokens, overlapping ones too, in order of their first word."""
        hits: list[Hit] = []
        for at, token in enumerate(tokens):
            starts = self._starts.get(token.form)
            if starts is None:
                starts = self._find_starts(token)
            for analysis, node in starts:
                self._walk(tokens, at, analysis, node, hits)
        return hits

    def _find_starts(self, token: Token) -> list[tuple[Analysis, _Node]]:
        readings = analyses(token.form) if token.kind == WORD else [Analysis("", "", False, token.form, 0)]
        starts = [(a, self._root.next[a.rest]) for a in readings if a.rest in self._root.next]
        if len(self._starts) > 300_000:
            self._starts.clear()
        self._starts[token.form] = starts
        return starts

    def _walk(self, tokens: Sequence[Token], at: int, analysis: Analysis, node: _Node, hits: list[Hit]) -> None:
        last, quoted = at, False
        while True:
            if node.ends:
                _collect(tokens, at, last, analysis, node, quoted, hits)
            if not node.next:
                return
            after = last + 1
            while after < len(tokens) and tokens[after].kind == SIGN:
                sign = tokens[after].form
                if sign in node.next or (sign not in _QUOTES and sign != _HASHTAG_SPACE):
                    break
                after, quoted = after + 1, quoted or sign != _HASHTAG_SPACE
            following = node.next.get(tokens[after].form) if after < len(tokens) else None
            if following is None:
                return
            node, last = following, after


def _part(node: _Node, keep: Callable[[Entry], bool]) -> _Node | None:
    """The nodes under which an entry to keep ends; None where none does."""
    following: dict[str, _Node] = {}
    for word, after in node.next.items():
        if after.next:
            if (part := _part(after, keep)) is not None:
                following[word] = part
            continue
        for entry, _ in after.ends:  # most nodes are ends of entries that are not to be kept
            if keep(entry):
                following[word] = _end([end for end in after.ends if keep(end[0])])
                break
    ends = [end for end in node.ends if keep(end[0])]
    if not ends and not following:
        return None
    found = _end(ends)
    found.next = following or _NONE
    return found


def _end(ends: list[tuple[Entry, Features]]) -> _Node:
    found = _Node()
    found.ends = ends or _NO_ENDS
    return found


def _collect(
    tokens: Sequence[Token], first: int, last: int, analysis: Analysis, node: _Node, quoted: bool, hits: list[Hit]
) -> None:
    token = tokens[first]
    needed = (1 if analysis.conjunction else 0) | (2 if analysis.preposition else 0)
    start = -1
    for entry, features in node.ends:
        if needed & ~entry.proclitics or (analysis.article and not entry.article) or (quoted and not entry.quotes):
            continue
        if "form" in features and features["form"] in _FINITE and feminine(tokens[last]):
            continue
        if start < 0:
            start = token.start + (source_offset(token.text, analysis.letters) if analysis.letters else 0)
        hits.append(Hit(entry, token.index, tokens[last].index, start, tokens[last].end, features, analysis, quoted))


def feminine(token: Token) -> bool:
    """Whether a word is written with the feminine ending of nouns, which no verb has."""
    return token.text.rstrip(_VOWELS).endswith(_FEMININE)


def longest(hits: Sequence[Hit]) -> list[Hit]:
    """The longest of hits that overlap, the earliest where two are of one length; in order of the text."""
    taken: list[Hit] = []
    for hit in sorted(hits, key=lambda h: (h.start - h.end, h.start)):
        if all(hit.end <= other.start or other.end <= hit.start for other in taken):
            taken.append(hit)
    return sorted(taken, key=lambda h: h.start)


__all__ = ["NUMBER", "PROCLITICS", "SIGN", "WORD", "Entry", "Hit", "Lexicon", "feminine", "longest"]
