"""A report prepared for reading: its words, sentences and word-list hits, and the reading that the layers fill."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence

from tawatur.language.lexicon import Hit
from tawatur.language.loader import Language, load
from tawatur.read.tagger import Tagger
from tawatur.record.types import Reading, Report, Span
from tawatur.text.sentences import paragraphs, sentences
from tawatur.text.words import Token, tokenize


class Sentence:
    """A sentence: offsets [start, end), tokens [first, last) of the document, its paragraph's number."""

    __slots__ = ("end", "first", "index", "junk", "last", "paragraph", "start")

    def __init__(self, index: int, start: int, end: int, first: int, last: int, paragraph: int) -> None:
        self.index = index
        self.start = start
        self.end = end
        self.first = first
        self.last = last
        self.paragraph = paragraph
        self.junk = False


class Document:
    """What every reading layer takes. Layers read `tokens`, `sentences`, `hits` and what layers before them left in
    `reading`, and fill one field of `reading`. `tagger` is the learned model of names, or None to read without."""

    def __init__(self, report: Report, language: Language | None = None, tagger: Tagger | None = None) -> None:
        self.report = report
        self.tagger = tagger
        self.text = report.text
        self.language = language or load("arabic")
        self.reading = Reading(report)
        self.tokens: list[Token] = tokenize(self.text)
        self._starts = [t.start for t in self.tokens]
        self.sentences: list[Sentence] = []
        self._split()
        self.all_hits: list[Hit] = self.language.lexicon.match(self.tokens)
        self._hits: dict[str, list[Hit]] = {}
        for hit in self.all_hits:
            if self.tokens[hit.first].sentence == self.tokens[hit.last].sentence:
                self._hits.setdefault(hit.entry.kind, []).append(hit)
        self._firsts: dict[tuple[str, ...], frozenset[int]] = {}
        self._by_first: dict[str, Mapping[int, Hit]] = {}

    def _split(self) -> None:
        for number, (start, end) in enumerate(paragraphs(self.text)):
            for s, e in sentences(self.text, start, end):
                first, last = bisect_left(self._starts, s), bisect_left(self._starts, e)
                if first == last:
                    continue
                sentence = Sentence(len(self.sentences), s, e, first, last, number)
                self.sentences.append(sentence)
                for token in self.tokens[first:last]:
                    token.sentence = sentence.index

    def mark_junk(self, spans: Iterable[Span]) -> None:
        """Set what is junk aside: its sentences are flagged and its hits dropped."""
        spans = list(spans)
        self._firsts.clear()
        self._by_first.clear()
        for sentence in self.sentences:
            sentence.junk = any(j.start < sentence.end and sentence.start < j.end for j in spans)
        if not spans:
            return
        first, last = min(j.start for j in spans), max(j.end for j in spans)
        for kind, hits in self._hits.items():
            if hits[-1:] and hits[-1].end > first and hits[0].start < last:
                self._hits[kind] = [h for h in hits if not any(j.start < h.end and h.start < j.end for j in spans)]

    def live_sentences(self) -> list[Sentence]:
        """The sentences that are not junk."""
        return [s for s in self.sentences if not s.junk]

    def hits(self, *kinds: str, within: Sentence | None = None) -> list[Hit]:
        """Hits of these kinds outside junk, in order of the text; those of one sentence where one is given."""
        if len(kinds) == 1:
            found: Sequence[Hit] = self._hits.get(kinds[0], ())
        else:
            found = sorted((h for k in kinds for h in self._hits.get(k, ())), key=lambda h: (h.start, h.end))
        if within is None:
            return list(found)
        return [h for h in found if within.first <= h.first < within.last]

    def firsts(self, *kinds: str) -> frozenset[int]:
        """The tokens, by index, at which hits of these kinds begin outside junk."""
        found = self._firsts.get(kinds)
        if found is None:
            found = self._firsts[kinds] = frozenset(h.first for kind in kinds for h in self._hits.get(kind, ()))
        return found

    def by_first(self, kind: str) -> Mapping[int, Hit]:
        """The hits of a kind outside junk by the token at which they begin; of several the last."""
        found = self._by_first.get(kind)
        if found is None:
            found = self._by_first[kind] = {h.first: h for h in self._hits.get(kind, ())}
        return found

    def span(self, start: int, end: int) -> Span:
        """The span [start, end) with its text."""
        return Span(start, end, self.text[start:end])

    def token_at(self, offset: int) -> int:
        """Index of the token that covers an offset, or of the first one after it."""
        i = bisect_right(self._starts, offset) - 1
        return i if i >= 0 and offset < self.tokens[i].end else i + 1

    def tokens_in(self, start: int, end: int) -> list[Token]:
        """The tokens that overlap [start, end)."""
        first = self.token_at(start)
        return self.tokens[first : bisect_left(self._starts, end)]

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that covers an offset, or None between sentences."""
        i = self.token_at(offset)
        if i >= len(self.tokens) or self.tokens[i].sentence < 0:
            return None
        return self.sentences[self.tokens[i].sentence]
