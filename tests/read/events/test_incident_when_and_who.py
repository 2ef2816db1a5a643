"""The day that stands between a verb and the incident it carries, and doers that are several."""

from __future__ import annotations

from datetime import date

import pytest
from tests.read.incidents_told import told

from tawatur.record.types import Interval


@pytest.mark.parametrize(
    ("text", "since"),
    [
        ("تشن القوات الحكومية منذ يناير الماضي حملة عسكرية ضد تنظيم داعش في شمال العراق.", date(2018, 1, 1)),
        ("تخوض القوات الحكومية منذ أبريل الماضي معارك ضد تنظيم داعش في شمال العراق.", date(2017, 4, 1)),
    ],
)
def test_what_is_waged_since_a_month_goes_on(text: str, since: date) -> None:
    (found,) = told(text)
    assert (found.status, found.slots["date"]) == ("ongoing", Interval(since, None))


def test_a_month_before_the_attack_that_a_town_saw_is_its_own() -> None:
    (found,) = told("كانت المدينة شهدت في أكتوبر 2016 هجوما على فندق أودى بحياة تسعة أشخاص.")
    assert found.slots["date"] == Interval(date(2016, 10, 1), date(2016, 10, 31))


def test_several_countries_that_break_with_another_are_its_doers() -> None:
    (found,) = told("قطعت الكويت والأردن ومصر العلاقات الدبلوماسية مع كندا.")
    assert found.slots["actor"] == ["kuwait", "jordan", "egypt"]
    assert found.slots["target"] == ["canada"]
    assert "place" not in found.slots


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("بدأت اليابان مناورات عسكرية مع أستراليا ونيوزيلندا.", None),
        ("شنت بريطانيا عملية عسكرية مشتركة مع فرنسا وألمانيا في مالي.", ["mali"]),
        ("وكانت كندا قد وقعت اتفاقا مع المكسيك عام 2015 للحد من التلوث.", None),
    ],
)
def test_with_whom_something_is_done_is_not_where(text: str, places: list[str] | None) -> None:
    assert [e.slots.get("place") for e in told(text)] == [places]
