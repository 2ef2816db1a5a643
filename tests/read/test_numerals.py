"""Arabic numbers in words and digits."""

from __future__ import annotations

from math import isfinite

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tawatur.read.document import Document
from tawatur.read.numerals import digits_value, numerals, read_number
from tawatur.read.reading import read
from tawatur.record.types import Report


def document(text: str) -> Document:
    return Document(Report("r", "r", text, "0"))


def first(text: str) -> tuple[float, str]:
    found = numerals(document(text)).all[0]
    return found.value, text[found.start : found.end]


@pytest.mark.parametrize(
    ("text", "value", "span"),
    [
        ("سبعة رجال", 7, "سبعة"),
        ("اثنا عشر وزيرا", 12, "اثنا عشر"),
        ("ثلاث عشرة طائرة", 13, "ثلاث عشرة"),
        ("ستة و عشرون مراقبا", 26, "ستة و عشرون"),
        ("إحدى وعشرون دولة", 21, "إحدى وعشرون"),
        ("خمسة وعشرون مراقبا", 25, "خمسة وعشرون"),
        ("مئتان وخمسون ألفا", 250_000, "مئتان وخمسون ألفا"),
        ("ألف وثلاثمائة وستة وأربعون", 1346, "ألف وثلاثمائة وستة وأربعون"),
        ("مليار ونصف المليار دولار", 1.5e9, "مليار ونصف المليار"),
        ("نصف مليون نازح", 500_000, "نصف مليون"),
        ("110 آلاف كلم", 110_000, "110 آلاف"),
        ("3 ملايين و200 ألف لاجئ", 3_200_000, "3 ملايين و200 ألف"),
        ("٢٫٥ مليون", 2_500_000, "٢٫٥ مليون"),
        ("۱۲ شخصا", 12, "۱۲"),
        ("250 000 درهم", 250_000, "250 000"),
        ("ألفا جندي", 2000, "ألفا"),
        ("13 ألفا", 13_000, "13 ألفا"),
        ("وثلاثين قرية", 30, "ثلاثين"),
        ("1.125 مليار دولار", 1.125e9, "1.125 مليار"),
        ("3.095 بالمئة", 3.095, "3.095"),
        ("مئة ألف مليون", 1e11, "مئة ألف مليون"),
    ],
)
def test_numbers(text: str, value: float, span: str) -> None:
    assert first(text) == (pytest.approx(value), span)


@pytest.mark.parametrize(
    ("text", "value"),
    [("عشرات", 10), ("مئات الآلاف", 100_000), ("آلاف", 1000), ("عشرات الملايين", 1e7), ("ملايين", 1e6)],
)
def test_plurals_of_scales_are_loose(text: str, value: float) -> None:
    found = numerals(document(text)).all[0]
    assert (found.value, found.loose) == (value, True)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("الدورة الخامسة", 5),
        ("الاجتماع السادس عشر", 16),
        ("القمة الحادية والعشرون", 21),
        ("الذكرى الثانية والسبعين", 72),
    ],
)
def test_ordinals(text: str, value: float) -> None:
    found = numerals(document(text)).all[0]
    assert (found.value, found.ordinal) == (value, True)


def test_two_numbers_joined_by_waw_stay_two() -> None:
    assert [n.value for n in numerals(document("خمسة آلاف و3 ملايين")).all] == [5000, 3_000_000]
    assert [n.value for n in numerals(document("بين 14 و30 عاما")).all] == [14, 30]


def test_article_written_apart() -> None:
    found = numerals(document("الدول الـ 85")).all[0]
    assert (found.value, found.article) == (85, True)


def test_words_that_only_look_like_numbers() -> None:
    assert numerals(document("لست متأكدا من كمية المياه")).all == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1,500", 1500),
        ("2,5", 2.5),
        ("12.345.678", 12_345_678),
        ("98.60", 98.6),
        ("0.250", 0.25),
        ("1,234.5", 1234.5),
        ("23ر13", 13.23),
        ("5ر0", 0.5),
        ("٥ر٢", 2.5),
    ],
)
def test_separators(text: str, value: float) -> None:
    assert digits_value(text) == pytest.approx(value)


@settings(max_examples=150, deadline=None)
@given(st.integers(0, 2**53 // 10**6), st.text(alphabet="0123456789", min_size=1, max_size=6))
def test_a_fraction_is_what_its_digits_say(whole: int, fraction: str) -> None:
    assert digits_value(f"{whole}٫{fraction}") == int(f"{whole}{fraction}") / 10 ** len(fraction)
    assert digits_value(f"{fraction}ر{whole}") == float(f"{whole}.{fraction}")


@pytest.mark.parametrize(
    "text", ["9" * 5000, "1ر" + "9" * 5000, "9" * 5000 + ",5", "9" * 5000 + ".999", "5," + "9" * 5000]
)
@pytest.mark.parametrize("form", ["قتل {} شخصا يوم الأحد", "بلغت قيمتها {} مليون دولار", "بين 5 و{} يوما", "{}"])
def test_a_number_that_no_report_tells_does_no_harm(form: str, text: str) -> None:
    reading = read(Report("r", "r", form.format(text), "0"))
    assert all(isfinite(found.number.value) for found in reading.quantities)


def test_a_date_is_no_number() -> None:
    assert digits_value("16.05.2018") is None


def test_read_number_by_token() -> None:
    report = document("وصل خمسة وعشرون خبيرا")
    found = read_number(report, 1)
    assert found is not None
    assert (found.value, found.last) == (25, 2)
    assert read_number(report, 0) is None


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet=st.one_of(st.characters(), st.sampled_from("0123456789٣٫,. وألفمئةنصف"))))
def test_any_text_is_read(text: str) -> None:
    for found in numerals(document(text)).all:
        assert 0 <= found.start < found.end <= len(text)
