"""The pieces a word is cut into: the tokenizer of e5, pruned to what Arabic and English news needs.

Unigram pieces (Kudo 2018), word by word: no piece has the mark of a word's start anywhere but at its own start, so
the best cut of a text is the best cut of each of its words.
"""

from __future__ import annotations

import gzip
import json
import random
import re
from pathlib import Path
from typing import NamedTuple

import wordfreq

from ner.e5 import E5

START = "\u2581"
SPECIAL = 4  # <s>, <pad>, </s>, <unk>
UNKNOWN, UNKNOWN_COST = 3, 10.0
NOISE = 3.0  # of a log probability
ENGLISH_WORDS = 8_000
ARABIC_PIECE = re.compile(
    f"{START}?[\u0600-\u060c\u061b-\u063a\u0640-\u0655\u0660-\u066d\u067e\u0686\u0698\u06a4\u06af\u06a9\u06cc]+"
)
PLAIN_PIECE = re.compile(f"{START}?[0-9!-/:-@\\[-`{{-~«»“”‘’–—…•€£°]{{1,4}}")
SINGLE = re.compile(f"{START}?[\u0000-\u024f\u2000-\u20cf\u0600-\u06ff]")
DROPPED = re.compile(
    "[\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]"
)


class Pieces(NamedTuple):
    """Pieces in the order of their ids with log probabilities, and what stands for a character before cutting."""

    pieces: list[str]
    scores: list[float]
    characters: dict[str, str]


class Cutter:
    """Cuts words into ids of pieces; a word once cut is remembered."""

    def __init__(self, table: Pieces) -> None:
        self.ids = {p: i for i, p in enumerate(table.pieces) if i >= SPECIAL}
        self.scores, self.characters = table.scores, table.characters
        self.longest = max(map(len, table.pieces))
        self.worst = min(table.scores) - UNKNOWN_COST
        self.known: dict[str, list[int]] = {}

    def cut(self, word: str) -> list[int]:
        """Ids of a word's pieces, at least one (<unk> for a word of which nothing is left)."""
        if word not in self.known:
            self.known[word] = self.best(self.clean(word)) or [UNKNOWN]
        return self.known[word]

    def clean(self, word: str) -> str:
        bare = DROPPED.sub("", word)
        return "".join(self.characters.get(c, c) for c in bare).replace(" ", "")

    def recut(self, word: str, chance: random.Random) -> list[int]:
        """Another good cut of a word: subword regularisation (Kudo 2018), with noise on the scores of its pieces."""
        return self.best(self.clean(word), chance) or [UNKNOWN]

    def best(self, word: str, chance: random.Random | None = None) -> list[int]:
        if not word:
            return []
        text, ids, scores = START + word, self.ids, self.scores
        size = len(text)
        best = [0.0] + [-1e9] * size
        back: list[tuple[int, int]] = [(0, 0)] * (size + 1)
        for at in range(size):
            here = best[at]
            for end in range(at + 1, min(size, at + self.longest) + 1):
                piece = ids.get(text[at:end])
                if piece is None:
                    continue
                score = here + scores[piece] + (chance.gauss(0, NOISE) if chance else 0)
                if score > best[end]:
                    best[end], back[end] = score, (at, piece)
            if here + self.worst > best[at + 1]:
                best[at + 1], back[at + 1] = here + self.worst, (at, UNKNOWN)
        found: list[int] = []
        while size:
            size, piece = back[size]
            if not (piece == UNKNOWN and found and found[-1] == UNKNOWN):
                found.append(piece)
        return found[::-1]


def english(table: Pieces) -> set[str]:
    """The pieces that the commonest English words need, as they stand and with a capital."""
    cutter = Cutter(table)
    words = wordfreq.top_n_list("en", ENGLISH_WORDS)
    return {table.pieces[i] for w in words for form in (w, w.capitalize()) for i in cutter.cut(form)}


def prune(e5: E5) -> tuple[Pieces, list[int]]:
    """The pruned table and, for each of its pieces, the id it had in e5."""
    full = Pieces(e5.pieces, e5.scores, e5.characters)
    wanted = english(full)
    rules = (ARABIC_PIECE, PLAIN_PIECE, SINGLE)
    keep = [
        i for i, p in enumerate(full.pieces) if i < SPECIAL or p in wanted or any(rule.fullmatch(p) for rule in rules)
    ]
    characters = {c: to for c, to in full.characters.items() if c != to}
    return Pieces([full.pieces[i] for i in keep], [round(full.scores[i], 4) for i in keep], characters), keep


def write(table: Pieces, path: Path) -> None:
    """The same bytes for the same table, on every machine."""
    text = json.dumps(table._asdict(), ensure_ascii=False, separators=(",", ":"))
    path.write_bytes(gzip.compress(text.encode(), mtime=0))


def read(path: Path) -> Pieces:
    return Pieces(**json.loads(gzip.decompress(path.read_bytes())))
