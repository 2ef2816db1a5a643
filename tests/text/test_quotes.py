"""Quotation marks pair by where they stand, whatever their shape."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.text.quotes import pair_quotes


def inner(text: str) -> list[str]:
    return [text[q.inner_start : q.inner_end] for q in pair_quotes(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('قال: "وصلنا." ثم سكت', ["وصلنا."]),
        ("“عادي” و”مقلوب“ و“متشابه“ و„ألماني“", ["عادي", "مقلوب", "متشابه", "ألماني"]),
        ("«لاتيني» و » مقلوب «", ["لاتيني"]),
        ("‹مفرد› و<<مزدوج>>", ["مفرد", "مزدوج"]),
        ("‘مفرد’ و'مستقيم'", ["مفرد", "مستقيم"]),
        ('لـ"التحالف" وب"النصر"', ["التحالف", "النصر"]),
        ('أكد أن"الاتفاق ملزم"، وانصرف', ["الاتفاق ملزم"]),
        ('" مسافة من الداخل "', ["مسافة من الداخل"]),
        ('تركنا البلدة،" مضيفا: "لن نعود."', ["لن نعود."]),
        ("سنة 2008″، ثم “عاد إليها”", ["عاد إليها"]),
        ("don't and l'accord", []),
    ],
)
def test_marks_of_every_kind(text: str, found: list[str]) -> None:
    assert inner(text) == found


def test_a_quotation_within_a_quotation() -> None:
    text = 'قال: "سمعنا أن "القمة" ألغيت"'
    assert inner(text) == ['سمعنا أن "القمة" ألغيت', "القمة"]
    assert [q.depth for q in pair_quotes(text)] == [0, 1]


def test_other_marks_within_a_quotation() -> None:
    assert inner("“زرنا مقر ‘النجدة’ أمس”") == ["زرنا مقر ‘النجدة’ أمس", "النجدة"]


def test_a_quotation_over_sentences_and_paragraphs() -> None:
    assert inner("“الأولى. الثانية.\nالثالثة”") == ["الأولى. الثانية.\nالثالثة"]


def test_a_speech_that_opens_every_paragraph_anew() -> None:
    assert inner('"الفقرة الأولى\n"الفقرة الثانية\n"الأخيرة"') == ["الفقرة الأولى", "الفقرة الثانية", "الأخيرة"]


def test_a_mark_that_nothing_closes_quotes_to_the_end_of_its_paragraph() -> None:
    assert inner('وقال "وصلنا إلى المدينة مساء أمس\nثم عاد') == ["وصلنا إلى المدينة مساء أمس"]
    assert inner('وقال "وصلنا. وقالت "نعم"') == ["نعم"]


@given(st.text(alphabet=st.sampled_from("اب تل.،:\n\"“”„«»‹›‘’'″()ـ\u200f1"), max_size=60) | st.text(max_size=60))
def test_quotations_lie_within_the_text_and_nest(text: str) -> None:
    quotes = pair_quotes(text)
    assert [q.start for q in quotes] == sorted(q.start for q in quotes)
    for q in quotes:
        assert 0 <= q.start <= q.inner_start <= q.inner_end <= q.end <= len(text)
