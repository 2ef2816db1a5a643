"""A name is shown as it is called, not as the text around it happened to cut it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.text.shown import shown


@pytest.mark.parametrize("text", ["دونالد #ترمب", "دونالد) ترمب", "دونالد\nترمب", "#دونالد_ترمب"])
def test_signs_of_the_text_are_no_part_of_a_name(text: str) -> None:
    assert shown(text) == "دونالد ترمب"


@given(st.text(min_size=1))
def test_any_text_is_shown_on_one_line_and_not_emptied(text: str) -> None:
    assert len(shown(text).splitlines()) <= 1
    assert bool(shown(text)) == bool(text.split())
