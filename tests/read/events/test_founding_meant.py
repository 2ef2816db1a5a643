"""A founding that is called for, decided or agreed on is planned; one that is told is done."""

from __future__ import annotations

from datetime import date

import pytest
from prepared import events_of


def status(text: str) -> list[str]:
    return [e.status for e in events_of(text, "founding", published=date(2018, 4, 18))]


@pytest.mark.parametrize(
    "text",
    [
        "دعت مصر إلى إنشاء لجنة مشتركة لمتابعة الاتفاق.",
        "اتفقت مصر والسودان على إنشاء لجنة مشتركة لمتابعة الاتفاق.",
        "وقال البيان إن المشاركين يدعون إلى إحداث هيئة مشتركة لتتبع تنفيذ الاتفاق.",
    ],
)
def test_what_is_called_for_is_planned(text: str) -> None:
    assert set(status(text)) <= {"planned"}


def test_a_call_is_read_and_a_telling_stays_done() -> None:
    assert status("دعت مصر إلى إنشاء لجنة مشتركة لمتابعة الاتفاق.") == ["planned"]
    assert status("تم إنشاء مجلس التعاون الخليجي عام 1981.") == ["done"]
    assert status("قرر المجلس رفع رسومه بعد إنشاء منظمة أوبك عام 1960.") == ["done"]


@pytest.mark.parametrize(
    "text",
    [
        "نددت الوزارة بإطلاق حركة الشباب لثلاث قذائف على المدينة.",
        "أصيب عامل إثر إطلاق حركة الشباب، أمس، قذيفة على الميناء.",
    ],
)
def test_who_sends_something_off_is_not_founded(text: str) -> None:
    assert status(text) == []


def test_a_day_before_since_is_not_that_of_the_founding() -> None:
    (event,) = events_of(
        "احتفل الآلاف الثلاثاء بعيدهم الأول منذ قيام دولة فلسطين.", "founding", published=date(2018, 4, 18)
    )
    assert "date" not in event.slots
