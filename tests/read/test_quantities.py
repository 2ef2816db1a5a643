"""Quantities: values, bounds, units, spans."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tawatur.read.document import Document
from tawatur.read.quantities import read_quantities
from tawatur.read.times import read_times
from tawatur.record.types import Quantity, Report


def quantities(text: str) -> list[Quantity]:
    document = Document(Report("r", "r", text, "0"))
    read_times(document)
    read_quantities(document)
    return document.reading.quantities


@pytest.mark.parametrize(
    ("text", "span", "value", "unit", "bound"),
    [
        ("يضم المجلس 22 دولة عربية", "22 دولة", 22, "country", "exact"),
        ("تشارك في اللقاء 40 دولة ومنظمة", "40 دولة ومنظمة", 40, "member", "exact"),
        ("حضره نحو 300 خبير", "نحو 300 خبير", 300, "expert", "about"),
        ("بمشاركة أزيد من 60 شخصية", "أزيد من 60 شخصية", 60, "person", "more_than"),
        ("ما لا يقل عن سبعة قتلى", "ما لا يقل عن سبعة قتلى", 7, "person", "at_least"),
        ("قتل 9 أشخاص على الأقل", "9 أشخاص على الأقل", 9, "person", "at_least"),
        ("قتل 19 شخصا، على الأقل، في اشتباكات", "19 شخصا، على الأقل", 19, "person", "at_least"),
        ("قتل 4 مقاتلين روس، على الأقل، في هجوم", "4 مقاتلين روس، على الأقل", 4, "fighter", "at_least"),
        ("حكم عليه بالسجن 15 عاما، كحد أقصى، لسرقته", "15 عاما، كحد أقصى", 15, "year", "at_most"),
        ("ارتفعت 10 بالمئة، ويزيد الإيرادات", "10 بالمئة", 10, "percent", "exact"),
        ("موقعا ثلاثة قتلى وخمسة جرحى على الأقل", "ثلاثة قتلى", 3, "person", "exact"),
        ("حضر 19 شخصا، على الأقل خمسة منهم نساء", "19 شخصا", 19, "person", "exact"),
        ("ما يقرب من ألف جندي", "ما يقرب من ألف جندي", 1000, "soldier", "nearly"),
        ("أقل من مئة منزل", "أقل من مئة منزل", 100, "house", "less_than"),
        ("منح تتجاوز قيمتها عشرة ملايين دولار", "عشرة ملايين دولار", 10e6, "USD", "more_than"),
        ("أنجز أكثر من 1% مما وعد به", "أكثر من 1%", 1, "percent", "more_than"),
        ("قتلت امرأة وأطفالها الثلاثة", "أطفالها الثلاثة", 3, "child", "exact"),
        ("لن تتجاوز 3 أسابيع", "لن تتجاوز 3 أسابيع", 3, "week", "at_most"),
        # plurals of scales
        ("فر آلاف المدنيين", "آلاف المدنيين", 1000, "person", "more_than"),
        ("عشرات القتلى", "عشرات القتلى", 10, "person", "more_than"),
        ("شارك عشرات الآلاف", "عشرات الآلاف", 10_000, "person", "more_than"),
        # money, percent, measures
        ("قيمتها مليار ونصف المليار دولار", "مليار ونصف المليار دولار", 1.5e9, "USD", "exact"),
        ("20 مليون دولار كندي", "20 مليون دولار كندي", 20e6, "CAD", "exact"),
        ("5 ملايين يورو", "5 ملايين يورو", 5e6, "EUR", "exact"),
        ("منحت السعودية 3 ملايين ريال", "3 ملايين ريال", 3e6, "SAR", "exact"),
        ("بلغت 12.5 في المئة", "12.5 في المئة", 12.5, "percent", "exact"),
        ("ارتفع ٪43", "٪43", 43, "percent", "exact"),
        ("على مساحة 10 آلاف كيلومتر مربع", "10 آلاف كيلومتر مربع", 10_000, "km2", "exact"),
        ("سعره $70", "$70", 70, "USD", "exact"),
        # people by origin, duals, one
        ("أصيب 14 تونسيا", "14 تونسيا", 14, "person", "exact"),
        ("قتل سوريان في القصف", "سوريان", 2, "person", "exact"),
        ("اعتقلت جنديين قرب الحدود", "جنديين", 2, "soldier", "exact"),
        ("لا تكفي دولة واحدة", "دولة واحدة", 1, "country", "exact"),
        ("السجن عامين ونصف العام", "عامين ونصف العام", 2.5, "year", "exact"),
        # number after its noun, or with من
        ("اجتمعت الدول الخمس", "الدول الخمس", 5, "country", "exact"),
        ("أعضاء المجلس الـ 15", "أعضاء المجلس الـ 15", 15, "member", "exact"),
        ("قتل خمسة من أفراد الشرطة", "خمسة من أفراد", 5, "person", "exact"),
        ("أصيب 12 بجروح", "12", 12, "person", "exact"),
        # a noun no list knows is counted all the same
        ("وزعت 500 مظلة", "500 مظلة", 500, None, "exact"),
        # nor is a word a form of a unit for being written like the sound plural of one (قرون, سجون, طعون)
        ("زار المعرض 12 قروي", "12 قروي", 12, None, "exact"),
        ("عاشت 3 قرون", "3 قرون", 3, "century", "exact"),
    ],
)
def test_read(text: str, span: str, value: float, unit: str | None, bound: str) -> None:
    found = quantities(text)[0]
    got = (found.text, found.number.value, found.number.unit, found.number.bound)
    assert got == (span, pytest.approx(value), unit, bound)


@pytest.mark.parametrize(
    ("text", "span", "low", "high"),
    [
        ("أعمارهم بين 14 و30 عاما", "بين 14 و30 عاما", 14, 30),
        ("يستغرق 5-7 أيام", "5-7 أيام", 5, 7),
        ("ثلاثة أو أربعة أشخاص", "ثلاثة أو أربعة أشخاص", 3, 4),
        ("بين 5 و7 ملايين دولار", "بين 5 و7 ملايين دولار", 5e6, 7e6),
    ],
)
def test_ranges(text: str, span: str, low: float, high: float) -> None:
    found = quantities(text)[0]
    assert (found.text, found.number.value, found.number.high) == (span, low, high)


def test_a_change_is_two_numbers() -> None:
    assert [q.number.value for q in quantities("ارتفع العدد من 45 إلى 52 قتيلا")][-1] == 52
    assert all(q.number.high is None for q in quantities("ارتفع العدد من 45 إلى 52 قتيلا"))


@pytest.mark.parametrize(
    ("text", "span", "value", "unit"),
    [
        ("الاجتماع السادس عشر للجنة", "الاجتماع السادس عشر", 16, "session"),
        ("الدورة الـ73 للجمعية العامة", "الدورة الـ73", 73, "session"),
        ("القمة العربية التاسعة والعشرون", "القمة العربية التاسعة والعشرون", 29, "session"),
        ("النسخة الخامسة من المعرض", "النسخة الخامسة", 5, "edition"),
    ],
)
def test_ordinals_number_sessions(text: str, span: str, value: float, unit: str) -> None:
    found = quantities(text)[0]
    assert (found.text, found.number.value, found.number.unit, found.ordinal) == (span, value, unit, True)


@pytest.mark.parametrize(
    "text",
    [
        "للمرة الأولى",
        "المادة 51 من الميثاق",
        "القرار 1373 (2001)",
        "عند الساعة 10:30",
        "أصيب بكوفيد-19",
        "فاز الفريق 2-1",
        "مجموعة السبع",
        "طائرة من طراز إف-16",
        "في عام 2014",
        "أحد قادة الحزب",
        "زيارة أحد السجون",
        "بلدان إفريقيا",
        "أكد على «بطلان القرار»",  # ends like two of something, behind a preposition
        "شارك اللاجئون واللاجئين",
        "سيردع ذلك أي عدوان على البلاد",
        "لم تتلق المنظمة سوى خمس التمويل المطلوب",
    ],
)
def test_no_quantity(text: str) -> None:
    assert quantities(text) == []


def test_again_takes_the_unit_before() -> None:
    assert [q.number.unit for q in quantities("اكتفت خمس دول بالتنديد ورفضت ثلاث أخرى")] == ["country", "country"]


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("مقتل سبعة جنود وإصابة ثمانية آخرين في كمين", ["soldier", "soldier"]),
        ("مقتل عشرين شخصا بينهم أربعة صحفيين وإصابة خمسين آخرين", ["person", "journalist", "person"]),
        ("تضررت ست سفن وأصيب تسعة آخرون", ["ship", "person"]),
    ],
)
def test_others_are_more_of_the_people_just_counted(text: str, units: list[str]) -> None:
    assert [q.number.unit for q in quantities(text)] == units


_WORDS = """
نحو أكثر من 5 7 و - بين إلى ألفا مليون
دولار دولة ومنظمة آلاف عشرات المدنيين % $ ( ) على
الأقل الـ 85 الخمسة فلسطينيان يومين ونصف الدورة العشرين أخرى
"""
_PIECES = st.sampled_from(_WORDS.split())


@settings(max_examples=200, deadline=None)
@given(st.one_of(st.text(), st.lists(_PIECES).map(" ".join), st.lists(_PIECES).map("".join)))
def test_any_text_is_read(text: str) -> None:
    found = quantities(text)
    assert all(q.text == text[q.start : q.end] != "" for q in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("أصيب 15 من مناصريها.", "supporter"),
        ("عاد 11 من السائحين.", "person"),
        ("قتل خمسة من رجال الشرطة.", "police officer"),
        ("نحو 60 ألفا من مواطنينا بلا مأوى.", "person"),
        ("يحتاج الملايين إلى الماء.", "person"),
        ("فجر انتحاريان نفسيهما.", "person"),
    ],
)
def test_people_of_whom_some_are_counted(text: str, unit: str) -> None:
    assert [q.number.unit for q in quantities(text)] == [unit]
