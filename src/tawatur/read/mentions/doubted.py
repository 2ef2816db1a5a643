"""Words of the lists that are no names where they stand: جده (his grandfather), دوما (always), a woman called تشلسي.

A word of the lists is a name unless the evidence around it says otherwise. The weights were fitted by logistic
regression to 410 such words of both report corpora, read by eye; on halves not fitted to, four of five that are left
out are no names, and half of those that are none are left out.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from tawatur.language.outlets import outlet_home
from tawatur.read.document import Document
from tawatur.read.entities import countries, lands
from tawatur.read.mentions.candidates import LIST, Candidate
from tawatur.read.mentions.ground import ground_of
from tawatur.read.mentions.tags import tags_of
from tawatur.read.mentions.words import adjoining

WEIGHTS = {
    "any word": 0.48,
    "the model sees a name": 3.57,
    "the model sees a name of its type": 2.35,
    "its land is named": 2.45,
    "its land is not named": -1.61,
    "it is seen elsewhere in the report": 2.51,
    "a word for its kind is before it": 0.31,
    "a dash is before it": 1.98,
    "a mark is before it": 0.6,
    "it is a place": -0.5,
    "it is short": -0.89,
    "it begins a person's name": -9.0,  # set by hand, with the next: among the 410 are few
    "it ends a person's name": -4.5,
}
LEAST = -0.3  # of the sum, below which a word is no name
_DASHES = tuple("–—-/")  # between who reports and the place from where
_MARKS = tuple('"“«‹”#')
_NEAR = 4  # characters
_SHORT = 4  # letters
_SEEN = 0.5  # of the model: a word that is rather a name than not
_PERSON = 0.8  # how sure the model must be that a word is a part of a person's name
_DOUBTED = ("place", "organisation", "work")
_KINDS = {"place": ("settlement", "city", "facility"), "organisation": ("group_word",), "work": ("medium",)}
_MODEL = {"work": "organisation"}  # what the model calls it


def undoubted(document: Document, candidates: Sequence[Candidate], learned: Sequence[Candidate]) -> list[Candidate]:
    """The candidates without those words of the lists that are no names of what the lists mean, or parts of a person's
    name; `learned`: the names of the model."""
    doubts = _Doubts(document, [c for c in candidates if c.by == LIST], learned)
    return [c for c in candidates if not doubts.concern(c) or doubts.score(c) >= LEAST]


class _Doubts:
    """The evidence for the words of the lists in one report."""

    def __init__(self, document: Document, listed: Sequence[Candidate], learned: Sequence[Candidate]) -> None:
        self.document, self.tags = document, tags_of(document)
        self.persons = [c for c in learned if c.type == "person" and c.confidence >= _PERSON]
        self.words = ground_of(document).words
        self.lands, self.countries = lands(document.language), countries(document.language)
        self.home = outlet_home(document.language, document.reading.report.outlet)  # a paper does not name its own land
        self.places: defaultdict[str | None, list[tuple[int, float]]] = defaultdict(list)  # of an entity, how far seen
        self.named: Counter[str | None] = Counter(h.data["of"] for h in document.hits("demonym"))
        for hit in document.hits("name"):
            if hit.data.get("class") == "country":
                self.named[hit.data["id"]] += 1
        for c in listed:
            first, last = self._tokens(c)
            self.places[c.entity].append((first, self.tags.typed(first, last, _MODEL.get(c.type, c.type))))
            if c.entity in self.lands:
                self.named[self.lands[c.entity]] += 1

    def concern(self, c: Candidate) -> bool:
        """Whether a candidate is one word of the lists that may be another, too: no country and no person."""
        first, last = self._tokens(c)
        return c.by == LIST and c.type in _DOUBTED and first == last and c.entity not in self.countries

    def score(self, c: Candidate) -> float:
        """The sum of the weights of what speaks for a word being the name and against it."""
        return sum(WEIGHTS[name] * value for name, value in self._evidence(c).items())

    def _evidence(self, c: Candidate) -> dict[str, float]:
        first, _ = self._tokens(c)
        whole = self.document.tokens[first].start == c.start  # no proclitic before it
        others = [seen for at, seen in self.places[c.entity] if at != first]
        land = self.lands.get(c.entity or "")
        named = land is not None and self.named[land] > len(self.places[c.entity])
        return {
            "any word": 1,
            "the model sees a name": self.tags.named(first, first),
            "the model sees a name of its type": self.tags.typed(first, first, _MODEL.get(c.type, c.type)),
            "its land is named": named,
            "its land is not named": land is not None and not named and land != self.home,
            "it is seen elsewhere in the report": max(others, default=0.0) >= _SEEN,
            "a word for its kind is before it": self._kind_before(c.type, first),
            "a mark is before it": self.document.text[c.start - 1 : c.start] in _MARKS,
            "a dash is before it": self.document.text[max(0, c.start - _NEAR) : c.start].rstrip(" ")[-1:] in _DASHES,
            "it is a place": c.type == "place",
            "it is short": c.end - c.start <= _SHORT,
            "it begins a person's name": whole and any(p.start <= c.start and c.end < p.end for p in self.persons),
            "it ends a person's name": whole and any(p.start < c.start and c.end == p.end for p in self.persons),
        }

    def _kind_before(self, kind: str, first: int) -> bool:
        if not first or not adjoining(self.document, first - 1, first):
            return False
        form = self.document.tokens[first - 1].form
        return any(self.words.among(form, context) for context in _KINDS[kind])

    def _tokens(self, c: Candidate) -> tuple[int, int]:
        return self.document.token_at(c.start), self.document.token_at(c.end - 1)
