"""Visits and meetings that are called off: the day is that for which they were meant. All of Tuesday 15 May 2018."""

from __future__ import annotations

from datetime import date

import pytest
from prepared import events_of

from tawatur.record.types import Interval


def day(month: int, number: int) -> Interval:
    return Interval(date(2018, month, number), date(2018, month, number))


@pytest.mark.parametrize(
    ("text", "kind", "when"),
    [
        (
            "أعلنت الوزارة، الثلاثاء، إلغاء زيارة وزير الدفاع إلى تونس التي كانت مقررة يوم غد الأربعاء.",
            "visit",
            day(5, 16),
        ),
        ("أجل الرئيس الفرنسي إيمانويل ماكرون زيارته إلى تونس التي كان من المقرر أن تبدأ الجمعة.", "visit", day(5, 18)),
        ("ألغى وزير الدفاع جيم ماتيس، أمس الاثنين، زيارته المقررة إلى بغداد غدا الأربعاء.", "visit", day(5, 16)),
        ("أعلنت الرئاسة، الثلاثاء، إلغاء زيارة الرئيس التونسي الباجي قائد السبسي إلى روما.", "visit", None),
        ("قالت الرئاسة إن زيارة الرئيس الباجي قائد السبسي إلى روما المقررة في 20 ماي ألغيت.", "visit", day(5, 20)),
        ("أعلنت الخارجية اليوم إلغاء القمة التي كانت مقررة الخميس في الرياض.", "meeting", day(5, 17)),
    ],
)
def test_the_day_is_that_for_which_it_was_meant(text: str, kind: str, when: Interval | None) -> None:
    (found,) = events_of(text, kind, published=date(2018, 5, 15))
    assert (found.status, found.slots.get("date")) == ("cancelled", when)


def test_a_visit_that_was_made_has_its_own_day() -> None:
    (found,) = events_of("زار الوزير الألماني هايكو ماس تونس أمس الاثنين.", "visit", published=date(2018, 5, 15))
    assert (found.status, found.slots["date"]) == ("done", day(5, 14))
