"""Sentences cut into pieces and laid together into batches of nearly one length."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import NamedTuple

import torch
from torch import Tensor

from ner.data import Sentence
from ner.network import PIECES_AT_MOST, WORDS_AT_MOST
from ner.pieces import UNKNOWN, Cutter

BEGIN, PADDING, END = 0, 1, 2


class Text(NamedTuple):
    """One or more sentences that the network reads together: the pieces of each word, a label for each word."""

    words: list[list[int]]
    labels: list[int]
    head: str = "news"

    @property
    def size(self) -> int:
        return sum(map(len, self.words)) + 2


class Batch(NamedTuple):
    pieces: Tensor
    pool: Tensor
    labels: Tensor
    real: Tensor
    head: str


def cut(sentence: Sentence, cutter: Cutter, labels: dict[str, int], head: str = "news") -> Text:
    return Text([cutter.cut(w) for w in sentence.words], [labels[t] for t in sentence.tags], head)


def noisy(text: Text, sentence: Sentence, cutter: Cutter, share: float, chance: random.Random) -> Text:
    """The text with a share of its words cut in another way and a fifth as many unknown."""

    def pieces(word: str, plain: list[int]) -> list[int]:
        draw = chance.random()
        if draw < share:
            return cutter.recut(word, chance)
        return [UNKNOWN] if draw < 1.2 * share else plain

    return text._replace(words=[pieces(w, p) for w, p in zip(sentence.words, text.words, strict=True)])


def joined(texts: list[Text], most: int) -> list[Text]:
    """Neighbours read together while they have at most `most` pieces; a longer sentence is cut."""
    found: list[Text] = []
    for text in texts:
        for part in parts(text):
            if (
                found
                and found[-1].size + part.size - 2 <= most
                and len(found[-1].words) + len(part.words) < WORDS_AT_MOST - 2
            ):
                last = found.pop()
                part = Text(last.words + part.words, last.labels + part.labels, part.head)
            found.append(part)
    return found


def parts(text: Text) -> Iterator[Text]:
    start = 0
    while start < len(text.words):
        end, size = start, 2
        while end < len(text.words) and end - start < WORDS_AT_MOST - 2:
            size += len(text.words[end])
            if size > PIECES_AT_MOST and end > start:
                break
            end += 1
        yield Text([w[: PIECES_AT_MOST - 2] for w in text.words[start:end]], text.labels[start:end], text.head)
        start = end


def collate(texts: list[Text]) -> Batch:
    width, words = max(t.size for t in texts), max(len(t.words) for t in texts) + 2
    pieces = torch.full((len(texts), width), PADDING)
    pool = torch.zeros(len(texts), words, width)
    labels = torch.zeros(len(texts), words - 2, dtype=torch.long)
    real = torch.zeros(len(texts), words - 2, dtype=torch.bool)
    for row, text in enumerate(texts):
        at = 0
        for i, word in enumerate([[BEGIN], *text.words, [END]]):
            pieces[row, at : at + len(word)] = torch.tensor(word)
            pool[row, i, at : at + len(word)] = 1 / len(word)
            at += len(word)
        labels[row, : len(text.labels)] = torch.tensor(text.labels)
        real[row, : len(text.labels)] = True
    return Batch(pieces, pool, labels, real, texts[0].head)


def batches(texts: list[Text], size: int, chance: random.Random) -> list[list[Text]]:
    """Texts of one head and nearly one length, at most `size` pieces with padding; batches in random order."""
    order = sorted(texts, key=lambda t: (t.head, t.size + chance.random() * 8))
    found: list[list[Text]] = []
    for text in order:
        last = found[-1] if found else []
        if last and last[0].head == text.head and (len(last) + 1) * max(text.size, last[-1].size) <= size:
            last.append(text)
        else:
            found.append([text])
    chance.shuffle(found)
    return found
