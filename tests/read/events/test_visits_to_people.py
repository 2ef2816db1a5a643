"""Visits to people where they are: the hurt, the bereaved, soldiers. The report is of Wednesday 18 April 2018."""

from __future__ import annotations

from datetime import date

import pytest
from prepared import filled

WEDNESDAY = date(2018, 4, 18)


def visits(text: str) -> list[tuple[list[str], list[str], str]]:
    """Visitors, places and status of each visit, entities by their names."""
    found = filled(text, "visit", WEDNESDAY)
    return [(slots["visitor"], slots.get("place", []), status) for slots, status in found]


@pytest.mark.parametrize(
    ("text", "visitor", "place"),
    [
        ("زار محافظ جدة المصابين في المستشفى.", "محافظ جدة", ["مستشفى"]),
        ("زار محافظ جدة سالم العتيبي المرضى في مستشفى السلام.", "سالم العتيبي", ["مستشفى السلام"]),
        ("تفقد الوزير المصابين.", "وزير", []),
        ("تفقد وزير الصحة الجرحى أمس.", "وزير الصحة", []),
        ("زار رئيس الوزراء عائلات الشهداء.", "رئيس الوزراء", []),
        ("خلال زيارته للمصابين في المستشفى، أكد الوزير أن حالتهم جيدة.", "وزير", ["مستشفى"]),
        ("قام وزير الداخلية عمر الشريف بزيارة للجرحى في مدينة حلب.", "عمر الشريف", ["حلب"]),
        ("زار قائد الجيش الجنود المصابين الذين يتلقون العلاج في مستشفى عسكري.", "قائد الجيش", ["مستشفى عسكري"]),
        ("قال الوزير إنه زار أمس الجرحى في مستشفى الشفاء.", "وزير", ["مستشفى الشفاء"]),
    ],
)
def test_who_comes_to_people_visits_the_place_they_are_at(text: str, visitor: str, place: list[str]) -> None:
    assert visits(text) == [([visitor], place, "done")]


def test_calling_on_the_hurt_is_a_visit_and_their_going_home_is_none() -> None:
    assert visits("عاد الرئيس السيسي الجرحى في المستشفى العسكري.") == [
        (["عبد الفتاح السيسي"], ["مستشفى عسكري"], "done")
    ]
    for text in ("عاد الجرحى إلى منازلهم.", "عاد الضباط الجرحى إلى ثكناتهم.", "عاد الجرحى."):
        assert visits(text) == []


def test_a_visit_to_people_may_be_still_to_come() -> None:
    assert visits("ومن المقرر أن يزور الرئيس المصابين غدا.") == [(["رئيس"], [], "planned")]


def test_a_house_is_visited() -> None:
    assert visits("زار الرئيس بشار الأسد منزل مواطن مسن.")[0][1] == ["منزل مواطن مسن"]
