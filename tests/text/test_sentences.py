"""The sentence around a place: found in its neighbourhood, the same as if the whole text were cut."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tawatur.text.direction import direction
from tawatur.text.sentences import enclosing, paragraphs, sentences

TEXTS = st.text(alphabet="اب .!\n\r\u2028»", max_size=40)


@given(TEXTS, st.integers(0, 40), st.integers(0, 40))
def test_the_sentence_around_a_place_is_one_of_the_text(text: str, a: int, b: int) -> None:
    start, end = sorted((min(a, len(text)), min(b, len(text))))
    all_of = [s for p in paragraphs(text) for s in sentences(text, *p)]
    around = [s for s in all_of if s[0] <= start < s[1] and end <= s[1]]
    assert enclosing(text, start, end) == (around[0] if around else (start, end))


def test_in_a_line_without_end_only_the_neighbourhood_is_looked_at() -> None:
    text = "كلمة " * 200_000 + "مراكش" + " كلمة" * 200_000
    start, end = enclosing(text, 1_000_000, 1_000_005)
    assert start <= 1_000_000 < end
    assert end - start < 12_000


def test_a_line_runs_as_most_of_its_letters_do() -> None:
    assert direction("Reuters - قال الوزير إن الاجتماع") == "rtl"
    assert direction("outlet-c.example") == "ltr"
    assert direction("2022 / 05 / 11") == "auto"
