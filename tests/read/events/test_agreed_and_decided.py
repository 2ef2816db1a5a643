"""What a body agrees to, refuses to give up and pledges as it goes on; what is endured or spoken of people at large."""

from __future__ import annotations

from datetime import date

import pytest
from prepared import events_of

from tawatur.record.types import Event, Span


def commitments(text: str) -> list[Event]:
    return events_of(text, "commitment", published=date(2018, 4, 18))


@pytest.mark.parametrize(
    ("text", "body", "aim"),
    [
        ("وافقت تركيا على السماح للطائرات بالعبور.", "turkey", "السماح للطائرات بالعبور"),
        ("أبلغت تركيا فرنسا موافقتها على تسليح السفن.", "turkey", "تسليح السفن"),
        ("إيران لن تكف عن دعم حزب الله.", "iran", "دعم حزب الله"),
        ("وأكدت السعودية أنها ستواصل الحفاظ على مصالحها.", "saudi-arabia", "الحفاظ على مصالحها"),
        (
            "وهاجم الرئيس الفرنسي إيمانويل ماكرون خصومه، واعدا بمواصلة الإصلاح.",
            "emmanuel-macron",
            "مواصلة الإصلاح",
        ),
    ],
)
def test_what_a_body_binds_itself_to(text: str, body: str, aim: str) -> None:
    [event] = commitments(text)
    [told] = event.slots["aim"]  # type: ignore[misc]
    assert isinstance(told, Span)
    assert (event.slots["body"], told.text) == ([body], aim)


@pytest.mark.parametrize(
    "text",
    [
        "إيران ستواجه أقسى العقوبات.",
        "الرجل لن يكف عن الصياح.",
        "وافقت تركيا على القانون.",
    ],
)
def test_what_nobody_binds_himself_to(text: str) -> None:
    assert commitments(text) == []
