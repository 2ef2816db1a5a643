"""Meetings told by the way: calls, talks after which something is said, meetings that name nobody."""

from __future__ import annotations

from datetime import date

import pytest
from prepared import events_of

from tawatur.record.types import Event


def meetings(text: str) -> list[Event]:
    return events_of(text, "meeting", published=date(2018, 4, 18))


@pytest.mark.parametrize(
    ("text", "there"),
    [
        (
            "قال الرئيس الفرنسي إيمانويل ماكرون لنظيره الروسي فلاديمير بوتين في اتصال هاتفي إن الهدنة هشة.",
            {"emmanuel-macron", "vladimir-putin"},
        ),
        (
            "وأشار إيمانويل ماكرون إلى محادثته الهاتفية صباحا مع فلاديمير بوتين.",
            {"emmanuel-macron", "vladimir-putin"},
        ),
        (
            "وقال إيمانويل ماكرون عقب لقاء مع المستشارة الألمانية أنغيلا ميركل إن الاتفاق قريب.",
            {"emmanuel-macron", "angela-merkel"},
        ),
        (
            "اتصل الرئيس الفرنسي إيمانويل ماكرون بنظيره الروسي فلاديمير بوتين مساء أمس.",
            {"emmanuel-macron", "vladimir-putin"},
        ),
        ("تسعى النمسا إلى مواصلة المحادثات مع الصين بشأن الرسوم.", {"austria", "china"}),
    ],
)
def test_both_sides_of_a_call_and_of_talks_told_by_the_way(text: str, there: set[str]) -> None:
    [event] = meetings(text)
    assert set(event.slots["attended"]) == there


def test_adjectives_of_the_place_do_not_hide_whom_one_meets() -> None:
    [event] = meetings("التقى وزير الدفاع الأمريكي جيمس ماتيس في القدس المحتلة وزير الدفاع الإسرائيلي.")
    assert event.slots["attended"] == ["james-mattis", "وزير الدفاع الإسرائيلي"]


def test_a_meeting_that_is_held_on_a_day_needs_no_names() -> None:
    [event] = meetings("وعقد أمس اجتماع طارئ لبحث أسعار الخبز.")
    assert event.status == "done"


def test_the_place_of_what_is_discussed_is_not_that_of_the_talks() -> None:
    [event] = meetings("وبحث إيمانويل ماكرون مع فلاديمير بوتين الوضع في إدلب.")
    assert "place" not in event.slots


def test_an_adjective_that_looks_like_two_meetings_is_none() -> None:
    assert meetings("أطلقت المنظمة أمس حملة على مواقع التواصل الاجتماعي للمطالبة بإطلاق المصور.") == []
