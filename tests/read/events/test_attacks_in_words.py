"""Attacks in words are no violence, and who speaks of violence in an office did not do it."""

from __future__ import annotations

from datetime import date

import pytest
from prepared import events_of

from tawatur.record.types import Event

SAID = "وقال الرئيس التركي رجب طيب أردوغان إن الوضع صعب. "


def violence(text: str) -> list[Event]:
    return events_of(text, "incident", published=date(2018, 5, 2))


@pytest.mark.parametrize(
    "text",
    [
        "وهاجم أردوغان الصحف المعارضة في تصريحاته أمس.",
        "وشن أردوغان هجوما حادا على البنك المركزي أمس.",
        "وواصل أردوغان هجومه على البنك المركزي.",
    ],
)
def test_who_speaks_attacks_with_words(text: str) -> None:
    assert violence(SAID + text) == []


@pytest.mark.parametrize(
    "text",
    [
        "وهاجم أردوغان شرطيا بسكين في أنقرة أمس.",
        "وهاجم المسلحون قرية في ريف حلب أمس.",
    ],
)
def test_a_weapon_or_somebody_else_makes_it_violence(text: str) -> None:
    assert [e.slots["type"] for e in violence(SAID + text)] == ["attack"]


def test_who_holds_somebody_responsible_in_an_office_did_not_do_it() -> None:
    (killed,) = violence(SAID + "وتوعد الرئيس التركي رجب طيب أردوغان المسؤولين عن مقتل سبعة مدنيين في الغوطة الشرقية.")
    assert "actor" not in killed.slots
