"""Since when nothing was like it is not when it was. The reports are of Wednesday 18 April 2018."""

from __future__ import annotations

from datetime import date

import pytest

from tawatur.read.reading import read
from tawatur.record.types import Event, Interval, Report

PUBLISHED = date(2018, 4, 18)


def dated(text: str) -> dict[str, Interval | None]:
    events: list[Event] = read(Report("r", "r", text, "0", published=PUBLISHED)).events
    return {e.kind: e.slots.get("date") for e in events}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("عقد وزراء خارجية مصر والأردن والعراق أول اجتماع لهم منذ عامين في عمان.", "meeting"),
        ("زار وزير الخارجية الإيطالي أنجيلو ألفانو بغداد في أول زيارة يقوم بها مسؤول إيطالي رفيع منذ 2003.", "visit"),
        ("قتل 30 شخصا في تفجير في كابول هو الأعنف منذ عام 2014.", "incident"),
    ],
)
def test_since_when_nothing_was_like_it_dates_nothing(text: str, kind: str) -> None:
    found = dated(text)
    assert kind in found
    assert found[kind] is None or found[kind].first == PUBLISHED


def test_what_began_then_is_dated_by_since() -> None:
    assert dated("تحاصر القوات الحكومية بلدة مضايا في سوريا منذ 2015.")["incident"].first == date(2015, 1, 1)


def test_the_day_of_the_meeting_stands_beside_since_when_there_was_none() -> None:
    text = "عقد وزراء خارجية مصر والأردن والعراق في عمان أمس الثلاثاء أول اجتماع لهم منذ عامين."
    assert dated(text)["meeting"] == Interval(date(2018, 4, 17), date(2018, 4, 17))
