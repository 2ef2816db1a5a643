"""The value a measure comes to and the time that it is of."""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest
from prepared import events_of

from tawatur.record.types import Interval, Number

told = partial(events_of, published=date(2018, 5, 14))


@pytest.mark.parametrize(
    ("text", "value", "first", "last"),
    [
        ("حققت الواردات نموا من 64 دولارا في عام 2012 إلى 70 دولارا في 2017.", 70, "2017-01-01", "2017-12-31"),
        ("ارتفع عدد السكان من 3 ملايين نسمة في عام 2010 إلى 5 ملايين نسمة.", 5e6, None, None),
        ("انخفض إنتاج النفط في فنزويلا بنسبة 5 في المئة منذ عام 2017.", 5, "2017-01-01", "2018-05-14"),
        ("يعيش 400 ألف مدني في المخيم منذ عام 2013.", 400e3, "2013-01-01", None),
        ("بلغ عدد الزوار 20 ألف زائر في الأشهر الثلاثة الأولى من 2018.", 20e3, "2018-01-01", "2018-03-31"),
    ],
)  # fmt: skip
def test_the_new_value_is_of_its_own_time(text: str, value: float, first: str | None, last: str | None) -> None:
    (event,) = told(text, "statistic")
    assert isinstance(event.slots["value"], Number)
    assert event.slots["value"].value == value
    days = [date.fromisoformat(d) if d else None for d in (first, last)]
    assert event.slots.get("period") == (Interval(*days) if any(days) else None)


def test_the_month_of_delivery_is_not_the_time_of_a_price() -> None:
    (event,) = told("انخفضت العقود الأميركية للذهب تسليم يونيو 0.8 بالمئة إلى 1338 دولارا.", "statistic")
    assert "period" not in event.slots


def test_people_who_live_so_since_a_year_still_do() -> None:
    (event,) = told("يعيش 400 ألف مدني في المخيم منذ عام 2013.", "statistic")
    assert event.status == "ongoing"


def test_a_little_more_is_more() -> None:
    (event,) = told("قفزت صادرات الخام إلى ما يزيد قليلا على مليوني برميل في الأسبوع الماضي.", "statistic")
    assert event.slots["value"] == Number(2e6, "barrel", "more_than")


@pytest.mark.parametrize(
    "text",
    [
        "ارتفع الدخل بنسبة 7.1 في المئة مقابل 5 في المئة عام 2016.",
        "بلغ عدد العاطلين 3 ملايين شخص بانخفاض 282 ألفا عن الربع المقابل من 2016.",
        "ارتفع الربح بنسبة 5 في المئة عن الربع المماثل من العام السابق، لتبلغ ربحية السهم 3 دولارات.",
    ],
)
def test_the_time_of_what_a_value_is_compared_with_is_not_its_own(text: str) -> None:
    assert all("period" not in event.slots for event in told(text, "statistic"))


def test_what_is_said_of_people_in_the_mass_is_never_nothing() -> None:
    (event,) = told("في ألمانيا حيث يعيش أكثر من 4 ملايين مسلم، قال الوزير كلمته.", "statistic")
    assert all(m.text for m in event.slots["measure"])  # type: ignore[union-attr]
