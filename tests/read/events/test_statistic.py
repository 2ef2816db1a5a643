"""What reports tell of measures and their values. All of Monday 14 May 2018."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from prepared import prepared

from tawatur.read.events import statistics
from tawatur.record.types import Event


def told(text: str) -> list[Event]:
    return statistics.find(*prepared(text, date(2018, 5, 14)))


@pytest.mark.parametrize(
    ("text", "measure", "value", "unit"),
    [
        ("ارتفع عدد السياح في تونس بنسبة 12 بالمئة.", "عدد السياح", 12, "percent"),
        ("بلغ معدل التضخم في مصر 13 بالمئة.", "معدل التضخم", 13, "percent"),
        ("معدل البطالة في الأردن بلغ 18 بالمئة.", "معدل البطالة", 18, "percent"),
        ("تراجعت صادرات النفط بنسبة 5 في المئة.", "صادرات النفط", 5, "percent"),
        ("أعلنت الوزارة ارتفاع أسعار الوقود بنسبة 7 بالمئة.", "أسعار الوقود", 7, "percent"),
        ("حققت الشركات إيرادات بلغت 68 مليار دولار.", "إيرادات", 68e9, "USD"),
        ("سجلت اليابان عجزا بقيمة 9 مليارات دولار.", "عجزا", 9e9, "USD"),
        ("في الوقت الذي بلغ فيه عدد السياح 12 ألف سائح.", "عدد السياح", 12e3, "person"),
        ("أكد أن 30 في المئة من السكان يعيشون في فقر.", "من السكان يعيشون في فقر", 30, "percent"),
    ],
)
def test_a_measure_and_its_value(text: str, measure: str, value: float, unit: str) -> None:
    (found,) = told(text)
    assert [s.text for s in found.slots["measure"]] == [measure]  # type: ignore[union-attr]
    number = found.slots["value"]
    assert (number.value, number.unit) == (value, unit)  # type: ignore[union-attr]


def test_where_and_when() -> None:
    (found,) = told("ارتفع عدد السياح في تونس بنسبة 12 بالمئة عام 2017.")
    assert found.slots["place"] == ["tunisia"]
    assert str(found.slots["period"].first) == "2017-01-01"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "text",
    [
        "ارتفع عدد القتلى إلى 55 شخصا.",
        "وصل الوفد إلى تونس في 3 طائرات.",
        "سجل اللاعب 3 أهداف.",
        "تجاوز الفريق الدور الأول.",
        "زاد التوتر بين البلدين.",
    ],
)
def test_what_is_no_statistic(text: str) -> None:
    assert told(text) == []


WORDS = ["ارتفع", "عدد", "السكان", "بنسبة", "12", "بالمئة", "بلغ", "معدل", "و", "،", ".", "ارتفاع", "x"]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join) | st.text(max_size=30))
def test_nothing_raises_and_spans_are_the_text(text: str) -> None:
    for event in told(text):
        assert event.text == text[event.start : event.end]


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("إن 8 ملايين شخص لا يعرفون من أين تأتي وجبتهم التالية.", "لا يعرفون من أين تأتي وجبتهم التالية"),
        ("نحو 60 ألف شخص لا يزالون بلا مأوى.", "لا يزالون بلا مأوى"),
        ("أكثر من مليون شخص بحاجة إلى المساعدات.", "بحاجة إلى المساعدات"),
    ],
)
def test_what_is_said_of_people_in_the_mass(text: str, measure: str) -> None:
    (found,) = told(text)
    assert [s.text for s in found.slots["measure"]] == [measure]  # type: ignore[union-attr]


def test_a_small_group_is_no_statistic() -> None:
    assert told("يعمل 15 موظفا في المكتب.") == []
