"""Who comes from somewhere or is on his way: of whom the clause speaks, and no ship, flight or wind."""

from __future__ import annotations

import pytest
from prepared import events_of


def visits(text: str) -> list[tuple[object, object]]:
    return [(e.slots["visitor"], e.slots.get("place")) for e in events_of(text, "visit")]


@pytest.mark.parametrize(
    "text",
    [
        "قال الرئيس الفرنسي إيمانويل ماكرون إن الميناء استقبل ناقلة نفط قادمة من الكويت.",
        "قال الرئيس الفرنسي إيمانويل ماكرون إن ثلاث سفن دخلت الميناء قادمة من الكويت.",
        "أوضح الرئيس الفرنسي إيمانويل ماكرون أن الصاروخ أسقط قادما من الكويت.",
        "فتش الرئيس الفرنسي إيمانويل ماكرون طائرة مدنية متجهة إلى الكويت.",
    ],
)
def test_who_speaks_of_a_ship_or_a_missile_does_not_come_with_it(text: str) -> None:
    assert visits(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "وصل الرئيس الفرنسي إيمانويل ماكرون إلى عمان مساء الأحد قادما من الكويت.",
        "غادر بحفظ الله ورعايته الرئيس الفرنسي إيمانويل ماكرون صباح اليوم عمان متوجها إلى الكويت.",
        "غادر الرئيس الفرنسي إيمانويل ماكرون عمان أمس متوجها إلى الكويت.",
        "استقبلت الملكة الرئيس الفرنسي إيمانويل ماكرون بعد وصوله إلى عمان قادما من الكويت.",
        "وصلت رئيسة الوزراء البريطانية تيريزا ماي إلى عمان مساء الأحد قادمة من الكويت.",
    ],
)
def test_who_arrives_comes_from_where_he_has_been(text: str) -> None:
    assert any("kuwait" in str(place) for _, place in visits(text))
