"""A report's text in stretches: nothing of the text and none of its marks is lost, however they overlap."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tawatur.record.types import Interval, Mention, Reading, Report, Span, Time
from tawatur.tell.marks.layers import LAYERS, PART, Mark, cut, in_lines, marks_of, part_of, parts

LETTERS = st.text(alphabet="اب نل\n\r\u2028 .\u0651", max_size=80)


@st.composite
def marked(draw: st.DrawFn) -> tuple[str, list[Mark]]:
    text = draw(LETTERS)
    places = st.tuples(st.sampled_from(LAYERS), st.integers(0, len(text)), st.integers(0, len(text)))
    return text, [Mark(layer, min(a, b), max(a, b)) for layer, a, b in draw(st.lists(places, max_size=12))]


@given(marked())
def test_the_stretches_joined_are_the_text(case: tuple[str, list[Mark]]) -> None:
    text, marks = case
    assert "".join(text[s.start : s.end] for s in cut(0, len(text), marks)) == text
    assert all(s.start < s.end for s in cut(0, len(text), marks))


@given(marked())
def test_every_mark_is_on_exactly_the_stretches_it_covers(case: tuple[str, list[Mark]]) -> None:
    text, marks = case
    for mark in marks:
        on = {i for s in cut(0, len(text), marks) if mark in s.marks for i in range(s.start, s.end)}
        assert on == set(range(mark.start, mark.end))


@given(marked(), st.integers(0, 80), st.integers(0, 80))
def test_a_part_of_the_text_has_the_marks_that_meet_it(case: tuple[str, list[Mark]], a: int, b: int) -> None:
    text, marks = case
    start, end = sorted((min(a, len(text)), min(b, len(text))))
    found = cut(start, end, marks)
    assert "".join(text[s.start : s.end] for s in found) == text[start:end]
    for stretch in found:
        assert set(stretch.marks) == {m for m in marks if m.start <= stretch.start and stretch.end <= m.end}


@given(marked())
def test_lines_joined_are_the_text_and_no_line_runs_into_the_next(case: tuple[str, list[Mark]]) -> None:
    text, marks = case
    lines = ["".join(text[s.start : s.end] for s in line) for line in in_lines(text, 0, len(text), marks)]
    assert "".join(lines) == text
    assert lines == [part for part in _lines(text) if part]


def _lines(text: str) -> list[str]:
    out, rest = [""], text.replace("\r\n", "\x00")
    for char in rest:
        out[-1] += char
        if char in "\x00\r\n\u2028\u2029":
            out.append("")
    return [line.replace("\x00", "\r\n") for line in out]


def test_the_narrowest_mark_lies_on_top() -> None:
    clause, name = Mark("events", 0, 20), Mark("mentions", 5, 9)
    assert [s.marks for s in cut(0, 20, [name, clause])] == [(clause,), (clause, name), (clause,)]


def test_two_things_told_by_one_clause_are_one_mark() -> None:
    report = Report("r", "r", "اجتمع سالم أمس", "", junk=[Span(0, 0, "")])
    reading = Reading(report, times=[Time(11, 14, "أمس", Interval(None, None), "day")])
    reading.mentions = [Mention(6, 10, "سالم", "person", "a"), Mention(6, 10, "سالم", "person", "b")]
    marks = marks_of(reading, [], LAYERS)
    assert {m.key: m.places for m in marks} == {"times:11-14": (0,), "mentions:6-10": (0, 1)}


@given(st.integers(0, 4 * PART), st.sampled_from(["ا", "كلمة ", "سطر طويل\n", "جملة. \r\n"]))
def test_a_long_text_is_cut_into_parts_that_are_all_of_it(length: int, of: str) -> None:
    text = (of * (length // len(of) + 1))[:length]
    found = parts(text)
    assert "".join(text[a:b] for a, b in found) == text
    assert all(b - a <= PART for a, b in found)
    assert found[-1][1] == len(text)


def test_words_are_not_cut_where_a_part_ends() -> None:
    text = "كلمات " * 5000
    assert all(text[end - 1] == " " for _, end in parts(text))


def test_an_offset_is_found_in_its_part() -> None:
    found = [(0, 10), (10, 25)]
    assert [part_of(found, at) for at in (0, 9, 10, 24, 99)] == [0, 0, 1, 1, 1]
