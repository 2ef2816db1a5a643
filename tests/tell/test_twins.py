"""A copied passage in two reports: what was changed, added and left out is marked, and nothing else."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tawatur.record.types import Span
from tawatur.tell.marks.twins import CHANGED, MOST, ONLY, Twins, twins

TEXTS = st.lists(st.sampled_from(["قال", "الوزير", "«", "إن", "الوَفد", "، ", "وصل", ".", "أمس", "27", "\n"])).map(
    " ".join
)


def place(text: str) -> Span:
    return Span(0, len(text), text)


def aligned(left: str, right: str) -> Twins:
    return twins(left, place(left), right, place(right))


def marked(text: str, found: Twins, side: str) -> list[tuple[str, str]]:
    return [(run.kind, text[run.start : run.end]) for run in getattr(found, side) if run.number]


def test_a_word_put_for_another_is_marked_on_both_sides_under_one_number() -> None:
    left, right = "أعلن الوزير أن الاجتماع سيعقد غدا", "أكد الوزير أن الاجتماع سيعقد الأربعاء"
    found = aligned(left, right)
    assert marked(left, found, "left") == [(CHANGED, "أعلن"), (CHANGED, "غدا")]
    assert marked(right, found, "right") == [(CHANGED, "أكد"), (CHANGED, "الأربعاء")]
    assert [r.number for r in found.left if r.number] == [r.number for r in found.right if r.number] == [1, 2]


def test_what_one_report_left_out_is_marked_in_the_other() -> None:
    left, right = "قال الوزير المغربي ناصر بوريطة إن بلاده مستعدة", "قال الوزير إن بلاده مستعدة"
    found = aligned(left, right)
    assert marked(left, found, "left") == [(ONLY, "المغربي ناصر بوريطة")]
    assert marked(right, found, "right") == []


def test_spelling_marks_and_punctuation_are_no_difference() -> None:
    found = aligned("إِنّ «الأمن» أولوية، قال.", "ان الامن اولويه قال")
    assert not [r for r in found.left + found.right if r.number]
    assert found.same == 1


def test_a_difference_does_not_swallow_the_signs_around_it() -> None:
    left, right = "وصل «الوزير»، ثم غادر", "وصل «الرئيس»، ثم غادر"
    assert marked(left, aligned(left, right), "left") == [(CHANGED, "الوزير")]


def test_the_place_of_a_passage_is_in_its_report() -> None:
    left, right = "مراكش: وصل الوفد أمس", "الرباط – وصل الوفد اليوم"
    found = twins(left, Span(7, 20, left[7:20]), right, Span(9, 24, right[9:24]))
    assert marked(left, found, "left") == [(CHANGED, "أمس")]
    assert found.left[0].start == 7


def test_of_a_very_long_passage_the_beginning_is_shown_and_said_to_be() -> None:
    text = "كلمة أخرى " * 2000
    found = aligned(text, text)
    assert found.cut
    assert len(text[: found.left[-1].end].split()) == MOST


@given(TEXTS, TEXTS)
def test_the_runs_of_a_side_joined_are_the_passage(left: str, right: str) -> None:
    found = aligned(left, right)
    assert "".join(left[r.start : r.end] for r in found.left) == left
    assert "".join(right[r.start : r.end] for r in found.right) == right
    assert 0 <= found.same <= 1
