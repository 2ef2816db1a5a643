"""What the words of a text are, before any list is asked."""

from __future__ import annotations

import pytest

from tawatur.text.words import tokenize


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("زار #ملك_البحرين القاهرة", ["زار", "ملك", "البحرين", "القاهرة"]),
        ("في # الرياض", ["في", "الرياض"]),
        ("##عاجل", ["عاجل"]),
        ("رؤية_2030", ["رؤية", "2030"]),
        ("البند #5", ["البند", "#", "5"]),
        ("_ملاحظة_", ["_", "ملاحظة", "_"]),
    ],
)
def test_a_hashtag_is_the_words_it_is_made_of(text: str, words: list[str]) -> None:
    tokens = tokenize(text)
    assert [t.text for t in tokens] == words
    assert all(text[t.start : t.end] == t.text for t in tokens)
