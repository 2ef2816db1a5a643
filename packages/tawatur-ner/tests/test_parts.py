"""The tokenizer's pieces, the windows, and the labels: each against what it is by definition."""

from __future__ import annotations

import itertools
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tiny import LABELS

from tawatur_ner.decode import Decoder, constraints
from tawatur_ner.tokenizer import UNKNOWN, Tokenizer
from tawatur_ner.windows import Room, windows

SPECIAL = ["<s>", "<pad>", "</s>", "<unk>"]
KNOWN = [("▁ا", -2.0), ("▁", -4.0), ("ا", -3.0), ("ب", -3.5), ("اب", -5.0), ("با", -6.0), ("▁اب", -6.5), ("ابا", -8.0)]


def made(**given: Any) -> Tokenizer:
    return Tokenizer([*SPECIAL, *(p for p, _ in KNOWN)], [0.0] * 4 + [s for _, s in KNOWN], **given)


def test_the_pieces_of_a_word_are_its_most_probable_split() -> None:
    tokenizer, scores = made(), dict(KNOWN)
    numbers = {piece: i for i, (piece, _) in enumerate(KNOWN, 4)}
    for letters in itertools.product("اب", repeat=5):
        word = "▁" + "".join(letters)
        best = -np.inf
        for cuts in itertools.product((False, True), repeat=len(word) - 1):
            bounds = [0, *(i + 1 for i, cut in enumerate(cuts) if cut), len(word)]
            split = [word[a:b] for a, b in itertools.pairwise(bounds)]
            if all(p in scores for p in split):
                best = max(best, sum(scores[p] for p in split))
        ids = tokenizer.word(word[1:])
        pieces = {i: p for p, i in numbers.items()}
        assert "".join(pieces[i] for i in ids) == word
        assert sum(scores[pieces[i]] for i in ids) == pytest.approx(best)


def test_letters_that_no_piece_has_are_one_unknown_piece() -> None:
    tokenizer = made(dropped="[x]", characters={"y": "ا"})
    assert tokenizer.word("???") == (5, UNKNOWN)
    assert tokenizer.word("x") == tokenizer.word("") == (UNKNOWN,)
    assert tokenizer.word("xy") == tokenizer.word("ا")


@given(st.text(max_size=300))
def test_any_text_has_pieces(word: str) -> None:
    assert made().word(word)


@given(st.lists(st.integers(1, 30), max_size=120), st.integers(30, 80))
def test_windows_keep_every_word_once_and_hold_no_more_than_there_is_room_for(lengths: list[int], room: int) -> None:
    found = windows(lengths, Room(room, 20))
    assert [n for w in found for n in range(w.keep, w.until)] == list(range(len(lengths)))
    for w in found:
        assert w.first <= w.keep <= w.until <= w.last
        assert sum(lengths[w.first : w.last]) <= room
        assert w.last - w.first <= 20
    assert sum(w.last - w.first for w in found) <= 4 * len(lengths)


def _random(seed: int) -> tuple[Decoder, np.ndarray, np.ndarray, np.ndarray]:
    rng, size = np.random.default_rng(seed), 3
    transitions, start, end = rng.normal(size=(size, size)), rng.normal(size=size), rng.normal(size=size)
    return Decoder(transitions, start, end), transitions, start, end


@given(st.integers(0, 10_000), st.lists(st.integers(1, 5), min_size=1, max_size=4))
@settings(max_examples=40, deadline=None)
def test_best_labels_and_probabilities_are_those_of_all_rows_of_labels(seed: int, lengths: list[int]) -> None:
    decoder, transitions, start, end = _random(seed)
    rng = np.random.default_rng(seed + 1)
    sentences = [rng.normal(size=(n, 3)).astype(np.float32) for n in lengths]
    for scores, best, marginals in zip(sentences, decoder.best(sentences), decoder.marginals(sentences), strict=True):
        rows = list(itertools.product(range(3), repeat=len(scores)))
        weights = [
            start[r[0]] + end[r[-1]] + sum(scores[i, k] for i, k in enumerate(r))
            + sum(transitions[a, b] for a, b in itertools.pairwise(r))
            for r in rows
        ]  # fmt: skip
        assert tuple(best) == rows[int(np.argmax(weights))]
        shares = np.exp(np.array(weights) - max(weights))
        shares /= shares.sum()
        expected = [
            [sum(s for s, r in zip(shares, rows, strict=True) if r[i] == k) for k in range(3)]
            for i in range(len(scores))
        ]
        np.testing.assert_allclose(marginals, expected, atol=1e-6)


def test_a_name_cannot_go_on_where_none_began() -> None:
    transitions, start = constraints(LABELS)
    decoder = Decoder(transitions, start, np.zeros(len(LABELS)))
    scores = np.zeros((3, len(LABELS)), np.float32)
    scores[:, LABELS.index("I-LOC")] = 5
    [path] = decoder.best([scores])
    assert [LABELS[label] for label in path] == ["B-LOC", "I-LOC", "I-LOC"]
