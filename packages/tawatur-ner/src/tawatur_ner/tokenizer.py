"""Words into the pieces of a unigram vocabulary: the most probable split, word by word.

The vocabulary and its log-probabilities are those of XLM-R's SentencePiece model (Kudo, "Subword regularization",
2018), pruned. No piece of it goes on over the start of a word, so a word's pieces depend on nothing but the word, and
a cache of words makes plain Python fast enough. Knows nothing of names: a sentence encoder of the same vocabulary can
use it as it stands.
"""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

BEGIN, PAD, END, UNKNOWN = 0, 1, 2, 3  # ids of <s> <pad> </s> <unk>
_START = "\u2581"  # what a word begins with
_UNKNOWN_COST = 10.0  # below the worst piece, as SentencePiece has it
_LETTERS = 128  # of a word: what follows them cannot matter to what it is
_CACHED = 200_000  # words


class Tokenizer:
    """A vocabulary: pieces in the order of their ids with their log-probabilities, a pattern of marks that are dropped
    first, and what single characters become then."""

    def __init__(
        self,
        pieces: Sequence[str],
        scores: Sequence[float],
        dropped: str = "",
        characters: dict[str, str] | None = None,
    ) -> None:
        both = zip(pieces, scores, strict=True)
        self._pieces = {piece: (number, score) for number, (piece, score) in enumerate(both) if number > UNKNOWN}
        self._longest = max((len(piece) for piece in self._pieces), default=1)
        self._unknown = min((score for _, score in self._pieces.values()), default=0.0) - _UNKNOWN_COST
        self._dropped = re.compile(dropped)
        self._characters = str.maketrans(characters or {})
        self._cache: dict[str, tuple[int, ...]] = {}

    @classmethod
    def load(cls, path: Path, dropped: str = "") -> Tokenizer:
        """The vocabulary of a file (pieces.json.gz: pieces, scores, characters)."""
        table = json.loads(gzip.decompress(path.read_bytes()))
        return cls(table["pieces"], table["scores"], dropped, table["characters"])

    def word(self, word: str) -> tuple[int, ...]:
        """The ids of a word's pieces; one unknown piece where nothing of the word is left or known."""
        found = self._cache.get(word)
        if found is None:
            plain = self._dropped.sub("", word[:_LETTERS]).translate(self._characters).replace(" ", "")
            ids = self._split(_START + plain) if plain else []
            if len(self._cache) >= _CACHED:
                self._cache.clear()
            found = self._cache[word] = tuple(ids) or (UNKNOWN,)
        return found

    def _split(self, word: str) -> list[int]:
        """The most probable pieces (Viterbi); letters in a row that no piece has are one unknown piece."""
        length, pieces = len(word), self._pieces
        best: list[tuple[float, int, int]] = [(0.0, 0, UNKNOWN)]
        for end in range(1, length + 1):
            score, start, number = best[end - 1][0] + self._unknown, end - 1, UNKNOWN
            for begin in range(max(0, end - self._longest), end):
                piece = pieces.get(word[begin:end])
                if piece is not None and best[begin][0] + piece[1] > score:
                    score, start, number = best[begin][0] + piece[1], begin, piece[0]
            best.append((score, start, number))
        ids, at = [], length
        while at:
            ids.append(best[at][2])
            at = best[at][1]
        ids.reverse()
        return [ids[0]] + [b for a, b in pairwise(ids) if not a == b == UNKNOWN]
