"""The ground on which names and titles are read: what the words of a document already are, looked up once."""

from __future__ import annotations

from copy import copy
from functools import lru_cache

from tawatur.language.lexicon import Hit
from tawatur.read.document import Document
from tawatur.read.mentions.words import NameWords, name_words

_ADDRESSING = frozenset("بك")  # before a title they belong to a verb: أشاد زعيم كوريا الشمالية بالرئيس
_VERBAL = frozenset(("past", "present", "future", "jussive"))


class Ground:
    """What the words of a document already are: listed names by first token, verbs, tokens after verbs of saying."""

    def __init__(self, document: Document) -> None:
        self.words: NameWords = name_words(document.language)
        self.names: dict[int, Hit] = {}
        self.verbs: set[int] = set()
        self.told: set[int] = set()
        self.times = {document.token_at(t.start) for t in document.reading.times}
        self.titles = {hit.first for hit in document.hits("title")}
        self.demonyms = {hit.first for hit in document.hits("demonym")}
        self.persons = {
            h.first: h.last for h in document.hits("name") if h.data["type"] == "person" and "only" not in h.data
        }
        self.honoured = {h.first for h in document.hits("title") if self._honours(document, h)}
        self.addressed = {h.first for h in document.hits("title") if h.analysis.preposition in _ADDRESSING}
        self.joined = {h.first for h in document.hits("title") if h.analysis.conjunction}
        honorifics = [h for h in document.hits("title") if not h.data.get("position", True)]
        self.standing = {h.first for h in honorifics}
        self.standing_words = {i for h in honorifics for i in range(h.first, h.last + 1)}
        # whom somebody speaks for: المتحدث باسم ⟨رئيس الوزراء⟩
        self.behalf = {h.last + 1 for h in document.hits("phrase-preposition") if h.data.get("another")}
        for hit in document.hits("name"):
            if hit.data["type"] != "person" and "only" not in hit.data:
                held = self.names.get(hit.first)
                if held is None or held.last < hit.last:
                    self.names[hit.first] = hit
        self.served: set[int] = set()  # persons with "of" before them: المحامي الخاص لفلان
        self.ends = {first: hit.last for first, hit in self.names.items()}
        for hit in document.all_hits:
            if hit.entry.kind != "name" and hit.features.get("form") in _VERBAL:
                self.verbs.add(hit.first)
                if hit.entry.kind == "say" and "object" not in hit.features and hit.features.get("number") == "s":
                    self.told.add(hit.last + 1)

    def _honours(self, document: Document, hit: Hit) -> bool:
        """Whether a title stands in the name of a place or body: مطار الملك خالد, جامعة الأمير سطام."""
        if not hit.first or document.tokens[hit.first - 1].sentence != document.tokens[hit.first].sentence:
            return False
        form = document.tokens[hit.first - 1].form
        return self.words.among(form, "facility") or self.words.among(form, "named_after")


@lru_cache(maxsize=2)
def ground_of(document: Document) -> Ground:
    """What the words of a document are, looked up once for all sources of names."""
    return Ground(document)


def ground_with_mentions(document: Document) -> Ground:
    """The same once the names of a report are known, also those that no list has: أمانة محافظة الطائف ends in a title
    as a listed body does, and a title within a name (جامعة الملك سعود) is none."""
    ground = copy(ground_of(document))
    ground.ends, ground.persons, ground.served = {}, {}, set()
    ground.honoured = set(ground.honoured)
    people = {document.token_at(m.start) for m in document.reading.mentions if m.type == "person"}
    for mention in document.reading.mentions:
        tokens = document.tokens_in(mention.start, mention.end)
        if not tokens:
            continue
        first, last = tokens[0].index, tokens[-1].index
        (ground.persons if mention.type == "person" else ground.ends)[first] = last
        if mention.type == "person" and document.text[tokens[0].start : mention.start] == "ل":
            ground.served.add(first)
        within = {h.first for h in document.hits("title") if first <= h.first and h.last <= last}
        if last + 1 not in people:  # مكتب رئيس الوزراء فلان: the office is his
            ground.honoured |= {i for i in within if i > first or mention.type != "place"}
    return ground
