"""Talks that go on, are taken up again, or once went on. The report is of Thursday 5 April 2018."""

from __future__ import annotations

from datetime import date

import pytest
from prepared import filled

THURSDAY = date(2018, 4, 5)


def meetings(text: str) -> list[tuple[list[str], str]]:
    """Who attended each meeting, entities by their names, and its status."""
    return [(slots.get("attended", []), status) for slots, status in filled(text, "meeting", THURSDAY)]


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("المفاوضات مستمرة بين ممثلين عن الحركة وضباط روس.", ["ممثلين عن الحركة", "ضباط روس"]),
        ("المفاوضات جارية بين ضباط روس وممثلين عن فيلق الرحمن.", ["ضباط روس", "ممثلين عن فيلق الرحمن"]),
        ("تتواصل المفاوضات بين الحكومة السورية وحركة أحرار الشام.", ["حكومة سورية", "أحرار الشام"]),
        ("لا تزال المحادثات جارية بين روسيا وتركيا حول إدلب.", ["روسيا", "تركيا"]),
        ("قال المتحدث إن الاتفاق لم يكتمل بعد والمفاوضات مستمرة بين مصر والسودان.", ["مصر", "السودان"]),
        ("لا تزال المفاوضات مع إيران مستمرة.", ["إيران"]),
        ("ما زالت المشاورات متواصلة بين حزب الله وحركة أمل.", ["حزب الله", "حركة أمل"]),
        ("المفاوضات بين مصر وإثيوبيا والسودان متعثرة منذ أشهر.", ["مصر", "إثيوبيا", "السودان"]),
        ("المفاوضات المستمرة بين مصر والسودان.", ["مصر", "السودان"]),
        ("استؤنفت اليوم المحادثات بين مصر والسودان.", ["مصر", "السودان"]),
    ],
)
def test_talks_that_go_on_are_attended_by_those_behind_what_is_said_of_them(text: str, parties: list[str]) -> None:
    assert meetings(text) == [(parties, "ongoing")]


def test_talks_that_went_on_are_over() -> None:
    assert meetings("كانت المفاوضات مستمرة بين مصر والسودان.") == [(["مصر", "السودان"], "done")]
    assert meetings("استؤنفت المحادثات بين مصر والسودان الأربعاء.") == [(["مصر", "السودان"], "done")]


def test_sides_are_the_countries_they_are_called_by() -> None:
    assert meetings("تستمر المباحثات بين الجانبين السعودي والقطري.") == [
        (["المملكة العربية السعودية", "قطر"], "ongoing")
    ]


def test_negotiations_alone_are_no_meeting_and_take_up_no_other() -> None:
    assert meetings("رفضت الحركة العودة إلى المفاوضات.") == []
    text = "عقد الرئيس الروسي فلاديمير بوتين قمة مع نظيره التركي رجب طيب أردوغان. وتعثرت المفاوضات حول إدلب."
    assert len(meetings(text)) == 1
