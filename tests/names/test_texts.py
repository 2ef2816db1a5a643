"""Texts kept as one are given back as they came."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tawatur.names.texts import Texts


@given(st.lists(st.text() | st.sampled_from(["", "محمد", "\ud800", "😀"])))
def test_every_text_is_given_back(texts: list[str]) -> None:
    kept = Texts()
    for text in texts:
        kept.append(text)
    assert len(kept) == len(texts)
    assert [kept[place] for place in range(len(texts))] == texts
