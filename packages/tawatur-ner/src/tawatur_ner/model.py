"""The model as others use it: sentences of words in, names out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from tawatur_ner.artefact import NETWORK, PIECES, SHIPPED, ModelError, described
from tawatur_ner.coherence import Coherence
from tawatur_ner.decode import Decoder, Scores, constraints
from tawatur_ner.pin import NER_JSON_SHA256
from tawatur_ner.session import Session
from tawatur_ner.tokenizer import BEGIN, END, Tokenizer
from tawatur_ner.windows import Room, windows

Emissions = NDArray[np.float32]
_LEAST = 0.05  # a word less probable to tell an event is not spoken of
_DIGITS = 4  # of a probability: what comes after them is noise


class Tagged(NamedTuple):
    """A name: words [start, end) of its sentence, its type (PERS, LOC, ORG, MISC), how sure (0 to 1)."""

    start: int
    end: int
    type: str
    confidence: float


class EventWord(NamedTuple):
    """A word of its sentence that may tell an event: its index, the kind (meeting, incident.attack ...), and how
    probable it is that it tells one of any kind (0 to 1)."""

    word: int
    kind: str
    confidence: float


class Reading(NamedTuple):
    """What the model says of a sentence: its names, for each word the probability of every one of `labels`, and the
    words that may tell events."""

    names: list[Tagged]
    rows: list[list[float]]
    events: list[EventWord]


class Model:
    """A model that was loaded. Threads may share it; forked processes too, each runs a session of its own."""

    def __init__(self, tokenizer: Tokenizer, session: Session, meta: dict[str, Any]) -> None:
        self.version = str(meta["version"])
        self._tokenizer, self._session = tokenizer, session
        self.labels: tuple[str, ...] = tuple(meta["labels"])
        self._kinds: tuple[str, ...] = tuple(meta["events"])
        self._coherence = Coherence(self.labels, [(str(written), str(full)) for written, full in meta["joined"]])
        self._room = Room(**{name: int(most) - 2 for name, most in meta["longest"].items()})  # beside <s> and </s>
        allowed, starts = constraints(self.labels)
        self._decoder = Decoder(
            allowed + np.asarray(meta["step"]), starts + np.asarray(meta["first"]), np.asarray(meta["last"])
        )

    @classmethod
    def load(cls, path: Path | str | None = None) -> Model:
        """The shipped model, or that of a folder.

        Raises ModelError where a file is missing or is not the one that was made.
        """
        folder = SHIPPED if path is None else Path(path)
        meta = described(folder, NER_JSON_SHA256 if path is None else None)
        try:
            return cls(Tokenizer.load(folder / PIECES, meta["dropped"]), Session(folder / NETWORK), meta)
        except (ValueError, KeyError, TypeError) as error:
            raise ModelError(f"{folder} does not hold a model ({type(error).__name__}: {error})") from None

    def tag(self, sentences: Sequence[Sequence[str]]) -> list[list[Tagged]]:
        """The names of each sentence, in order; the same however many sentences are given at once."""
        return [reading.names for reading in self.read(sentences)]

    def read(self, sentences: Sequence[Sequence[str]]) -> list[Reading]:
        """The reading of each sentence, in order; the same however many sentences are given at once."""
        return self._read(sentences, of_one=False)

    def read_document(self, sentences: Sequence[Sequence[str]]) -> list[Reading]:
        """The reading of each sentence of one document, in order: what a word surely is at one place of the document
        speaks for it at the others."""
        return self._read(sentences, of_one=True)

    def _read(self, sentences: Sequence[Sequence[str]], of_one: bool) -> list[Reading]:
        texts = [words for words in sentences if words]
        if not texts:
            return [Reading([], [], []) for _ in sentences]
        both = [self._scores(words) for words in texts]
        scores: Sequence[Emissions | Scores] = [names for names, _ in both]
        marginals = self._decoder.marginals(scores)
        if of_one:
            scores = self._coherent(texts, scores, marginals)
            marginals = self._decoder.marginals(scores)
        found = zip(self._decoder.best(scores), marginals, both, strict=True)
        read = (Reading(*self._named(path, rows), self._told(events)) for path, rows, (_, events) in found)
        return [next(read) if words else Reading([], [], []) for words in sentences]

    def _coherent(
        self, texts: Sequence[Sequence[str]], scores: Sequence[Emissions | Scores], marginals: Sequence[Scores]
    ) -> list[Scores]:
        """The scores of the texts of one document with what they say of each other's words."""
        words = list(chain.from_iterable(texts))
        whole: Emissions = np.concatenate(scores)
        supported = self._coherence.supported(words, whole, np.concatenate(marginals))
        return np.split(supported, np.cumsum([len(text) for text in texts])[:-1])

    def _scores(self, words: Sequence[str]) -> tuple[Emissions, Emissions]:
        """Scores [words, labels] of names and of words of events. Every window is run by itself, unpadded: in a batch,
        the quantised network's rounding would depend on the other sentences."""
        pieces = [self._tokenizer.word(word)[: self._room.pieces] for word in words]
        parts: tuple[list[Emissions], list[Emissions]] = ([], [])
        for window in windows([len(p) for p in pieces], self._room):
            inside = pieces[window.first : window.last]
            ids = [BEGIN, *chain.from_iterable(inside), END]
            of = [0, *chain.from_iterable([n] * len(p) for n, p in enumerate(inside, 1)), len(inside) + 1]
            for part, scores in zip(parts, self._session.run(pieces=ids, words=of), strict=True):
                part.append(scores[window.keep - window.first : window.until - window.first])
        return np.concatenate(parts[0]), np.concatenate(parts[1])

    def _told(self, scores: Emissions) -> list[EventWord]:
        """The words that tell an event with a probability of `_LEAST` and more; the first label is that of none."""
        odds = np.exp(scores - scores.max(1, keepdims=True))
        told = np.round(1 - odds[:, 0] / odds.sum(1), _DIGITS)
        kinds = odds[:, 1:].argmax(1) + 1
        return [EventWord(int(i), self._kinds[kinds[i]], float(told[i])) for i in np.flatnonzero(told >= _LEAST)]

    def _named(self, path: list[int], marginals: Scores) -> tuple[list[Tagged], list[list[float]]]:
        rows = np.round(marginals, _DIGITS).tolist()
        names = [
            Tagged(
                start, end, kind, min(row[label] for row, label in zip(rows[start:end], path[start:end], strict=True))
            )
            for start, end, kind in _spans([self.labels[label] for label in path])
        ]
        return names, rows


def _spans(labels: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """Names by their BIO labels: first word, word after the last, type."""
    start = 0
    for at in range(1, len(labels) + 1):
        if at < len(labels) and labels[at][:2] == "I-":
            continue
        if labels[start] != "O":
            yield start, at, labels[start][2:]
        start = at
