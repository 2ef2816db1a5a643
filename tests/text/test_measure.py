"""Texts in pictures: lines break between words, and nothing is lost without a sign."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tawatur.text.measure import text_width, widest, wrapped

TITLE = "اجتماع وزاري · التحالف الدولي لهزيمة داعش · مراكش"


def test_a_title_is_broken_between_its_words_and_loses_none() -> None:
    lines = wrapped(TITLE, 13, 250, 2)
    assert len(lines) == 2
    assert " ".join(lines).replace("· ", "").split() == TITLE.replace("· ", "").split()


def test_no_line_begins_or_ends_with_the_dot_between_two_parts() -> None:
    for room in range(80, 400, 10):
        assert all(not line.startswith("·") and not line.endswith("·") for line in wrapped(TITLE, 13, room, 4))


def test_what_does_not_fit_is_told_by_an_ellipsis() -> None:
    lines = wrapped("وزارة الخارجية والتعاون الإفريقي والمغاربة المقيمين بالخارج", 13, 120, 2)
    assert len(lines) == 2
    assert lines[-1].endswith(" …")


def test_marks_above_letters_take_no_width() -> None:
    assert text_width("مُحَمَّد", 10) == text_width("محمد", 10)


def test_a_wide_letter_is_wider_than_a_narrow_one() -> None:
    assert text_width("س", 10) > text_width("ن", 10) > text_width("ا", 10)


@given(st.text(alphabet="اسمكل abwm·-", max_size=80), st.floats(20, 300), st.integers(1, 3))
def test_lines_keep_their_room_and_their_number(text: str, room: float, lines: int) -> None:
    found = wrapped(text, 12, room, lines)
    assert len(found) <= lines
    assert widest(found, 12) <= max(room, text_width("wm", 12) + text_width("…", 12))


def test_a_word_of_a_million_letters_is_cut_at_once() -> None:
    (line,) = wrapped("س" * 1_000_000, 13, 100, 1)
    assert line.endswith("…")
    assert text_width(line, 13) <= 100
