"""What the learned model says of a document's words, asked once for all who want to know."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from tawatur.read.document import Document
from tawatur.read.tagger import EventWord

TYPES = {"PERS": "person", "LOC": "place", "ORG": "organisation", "MISC": "other"}  # the model's and the record's
_TOGETHER = 80  # words of neighbouring sentences read together, as the model learned them: half as fast one by one


class Name(NamedTuple):
    """A name of the model: tokens [first, last], its type as the record calls it, how sure it is (0 to 1)."""

    first: int
    last: int
    type: str
    confidence: float


class Tags:
    """The model's names of a document, the probability of each type at each token (none at one it never saw), and the
    words that may tell events, by their tokens."""

    def __init__(self, document: Document) -> None:
        self.names: list[Name] = []
        self.events: dict[int, EventWord] = {}  # by token
        self._rows: dict[int, Sequence[float]] = {}
        self._types: dict[str, list[int]] = {}  # the columns of each type
        if document.tagger is None:
            return
        for column, label in enumerate(document.tagger.labels):
            if label[2:] in TYPES:
                self._types.setdefault(TYPES[label[2:]], []).append(column)
        groups = list(_groups(document))
        read = document.tagger.read_document([[document.tokens[i].text for i in group] for group in groups])
        for group, said in zip(groups, read, strict=True):
            self._rows.update(zip(group, said.rows, strict=True))
            self.names += [Name(group[n.start], group[n.end - 1], TYPES[n.type], n.confidence) for n in said.names]
            self.events |= {group[w.word]: w for w in said.events}

    def named(self, first: int, last: int) -> float:
        """How probable it is that tokens [first, last] are in names of any type: the mean of the words."""
        return sum(self.typed(first, last, kind) for kind in self._types)

    def typed(self, first: int, last: int, kind: str) -> float:
        """How probable it is that tokens [first, last] are in names of this type: the mean of the words."""
        columns = self._types.get(kind, [])
        found = [sum(row[c] for c in columns) for i in range(first, last + 1) if (row := self._rows.get(i))]
        return sum(found) / (last - first + 1)


def _groups(document: Document) -> Iterator[list[int]]:
    """The tokens of neighbouring sentences, so many together as give the model company; of junk none."""
    together: list[int] = []
    for sentence in document.live_sentences():
        if together and len(together) + sentence.last - sentence.first > _TOGETHER:
            yield together
            together = []
        together += range(sentence.first, sentence.last)
    if together:
        yield together


@lru_cache(maxsize=2)
def tags_of(document: Document) -> Tags:
    """What the model says of a document; nothing where it is read without one."""
    return Tags(document)
