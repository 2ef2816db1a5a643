"""Meetings that are still to come, calls that were made, whom one meets behind ب, and whose meeting it is."""

from __future__ import annotations

from datetime import date

import pytest
from prepared import prepared

from tawatur.read.events import meetings
from tawatur.record.types import Event


def held(text: str) -> list[Event]:
    return meetings.find(*prepared(text, date(2018, 4, 12), statements=True))


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("وقال الرئيس الروسي فلاديمير بوتين إن لقاءه المرتقب مع الرئيس المصري عبد الفتاح السيسي مهم.", "planned"),
        ("القمة المقبلة بين الرئيس الروسي فلاديمير بوتين والرئيس المصري عبد الفتاح السيسي مهمة.", "planned"),
        ("وصل الوزير الروسي سيرغي لافروف في زيارة يلتقي خلالها مع الرئيس المصري عبد الفتاح السيسي.", "planned"),
        ("وصل الوزير الروسي سيرغي لافروف في زيارة التقى خلالها الرئيس المصري عبد الفتاح السيسي.", "done"),
        ("تلقى الرئيس المصري عبد الفتاح السيسي اتصالا هاتفيا من نظيره الروسي فلاديمير بوتين.", "done"),
    ],
)
def test_what_is_awaited_is_planned_and_what_was_told_is_done(text: str, status: str) -> None:
    (event,) = held(text)
    assert event.status == status
    assert len(event.slots["attended"]) == 2  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "text",
    [
        "وخلال لقائه بالرئيس المصري عبد الفتاح السيسي أكد الوزير الروسي سيرغي لافروف دعم بلاده.",
        "واجتمع الوزير الروسي سيرغي لافروف بالرئيس المصري عبد الفتاح السيسي.",
        "وعقب اجتماعه بالرئيس المصري عبد الفتاح السيسي قال الوزير الروسي سيرغي لافروف إنه متفائل.",
    ],
)
def test_whom_one_meets_may_stand_behind_a_preposition(text: str) -> None:
    (event,) = held(text)
    assert len(event.slots["attended"]) == 2  # type: ignore[arg-type]


def test_a_body_that_speaks_in_its_meeting_holds_it() -> None:
    (event,) = held("دعت جامعة الدول العربية، الثلاثاء، إلى التحقيق، وذلك في الاجتماع الطارئ الذي عقد في القاهرة.")
    assert event.slots["body"] == ["arab-league"]


def test_what_is_discussed_is_not_met() -> None:
    assert held("وقال الوزير الروسي سيرغي لافروف إنه سيناقش مستقبل الاتفاق النووي مع إيران.") == []
