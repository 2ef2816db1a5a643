"""Visits told by the way: in a part of one, beside one, planned by a noun; envoys sent; who comes to a scene."""

from __future__ import annotations

from datetime import date

import pytest
from prepared import events_of

from tawatur.record.types import Event


def visits(text: str) -> list[Event]:
    return events_of(text, "visit", published=date(2018, 4, 18))


@pytest.mark.parametrize(
    ("text", "visitor", "place", "status"),
    [
        (
            "أكد الرئيس الفرنسي إيمانويل ماكرون، في اليوم الثاني من زيارة نادرة إلى الهند، أن المناخ لا ينتظر.",
            "emmanuel-macron",
            "india",
            "done",
        ),
        (
            "نفى الرئيس الفرنسي إيمانويل ماكرون الخبر على هامش زيارة للهند.",
            "emmanuel-macron",
            "india",
            "done",
        ),
        (
            "أعلن الرئيس الفرنسي إيمانويل ماكرون عزمه زيارة الهند في حزيران.",
            "emmanuel-macron",
            "india",
            "planned",
        ),
        (
            "أوفد الرئيس الفرنسي إيمانويل ماكرون وزيره جان إيف لودريان إلى بيروت.",
            "jean-yves-le-drian",
            "beirut",
            "done",
        ),
        (
            "بدأ الرئيس الفرنسي إيمانويل ماكرون زيارة رسمية إلى الهند.",
            "emmanuel-macron",
            "india",
            "ongoing",
        ),
    ],
)
def test_who_goes_where(text: str, visitor: str, place: str, status: str) -> None:
    [event] = visits(text)
    assert (event.slots["visitor"], event.slots["place"], event.status) == ([visitor], [place], status)


@pytest.mark.parametrize(
    "text",
    [
        "وصل مسؤولو الشرطة إلى موقع الحادث بعد ساعة.",
        "وشكر الرئيس المصري عبد الفتاح السيسي الأمير على زيارته لمصر.",
        "دخل النائب المجلس معارضا شرسا للاتفاق.",
    ],
)
def test_who_comes_to_a_scene_or_is_at_home_visits_nobody(text: str) -> None:
    assert visits(text) == []
