"""Whose visit a word tells, where it goes and when: pronouns of several, what leads elsewhere, days of other things.
Invented sentences; the report is of Monday 15 June 2020."""

from __future__ import annotations

from datetime import date

import pytest
from prepared import events_of

from tawatur.record.types import Event


def visits(text: str) -> list[Event]:
    return events_of(text, "visit", published=date(2020, 6, 15))


@pytest.mark.parametrize(
    "text",
    [
        # a pronoun of several is not one man
        "قال الرئيس الفرنسي إيمانويل ماكرون إن الصيادين عند وصولهم إلى بغداد وقعوا في كمين.",
        # where it has come to, as one says of a country's plight
        "اتهم الرئيس الفرنسي إيمانويل ماكرون الحزب بكل ما وصلت إليه اليمن اليوم.",
        # what flies somewhere is not whoever speaks of it
        "أوضح الرئيس الفرنسي إيمانويل ماكرون أن الصاروخ كان متجها نحو بغداد قادما من طهران.",
        # who receives a body has not come with it
        "استقبل الرئيس الفرنسي إيمانويل ماكرون في المطار جثمان الجندي قادما من باماكو.",
    ],
)
def test_nobody_visits(text: str) -> None:
    assert visits(text) == []


def test_two_may_come_together() -> None:
    text = "قال الرئيس الفرنسي إيمانويل ماكرون والرئيس الروسي فلاديمير بوتين لدى وصولهما إلى بغداد إن الحل قريب."
    [visit] = visits(text)
    assert visit.slots["visitor"] == ["emmanuel-macron", "vladimir-putin"]


def test_a_capital_behind_its_letter_is_the_town() -> None:
    [visit] = visits("قال الوزير في ختام زيارة الرئيس الفرنسي إيمانويل ماكرون للقاهرة إن الحل قريب.")
    assert visit.slots["place"] == ["cairo"]


def test_the_day_of_what_is_told_on_the_eve_of_a_visit_is_not_its_day() -> None:
    text = (
        "وفي خطاب متلفز أمس عشية زيارة الرئيس الفرنسي إيمانويل ماكرون إلى بغداد، أقر الرئيس العراقي برهم صالح بالخطر."
    )
    [visit] = visits(text)
    assert "date" not in visit.slots


def test_where_something_comes_from_is_not_where_a_visit_goes() -> None:
    text = "وتنتظر البلاد زيارة للرئيس الفرنسي إيمانويل ماكرون هذا العام في الحرب على الخطر القادم من مالي."
    assert all("mali" not in str(v.slots.get("place")) for v in visits(text))


@pytest.mark.parametrize(
    "text",
    [
        "قال مسؤولون مصريون إن بعض هذه الجماعات يأتي من قطاع غزة.",
        "قال الرئيس الفرنسي إيمانويل ماكرون إن سفينتين ستصلان إلى بيروت غدا.",
        "قال وزراء عرب إنه سيعود إلى بيروت غدا.",
    ],
)
def test_who_says_that_others_come_does_not_come(text: str) -> None:
    assert visits(text) == []


def test_he_is_on_his_way_of_whom_it_is_said() -> None:
    text = "كشف الرئيس الفرنسي إيمانويل ماكرون عن أن وزير الخارجية أنتوني بلينكن في طريقه إلى بيروت."
    assert [v.slots["visitor"] for v in visits(text)] == [["antony-blinken"]]


@pytest.mark.parametrize(
    ("text", "visitor"),
    [
        ("التقى ماكرون الرئيس التركي رجب طيب أردوغان، الذي يزور مصر حاليا.", "recep-tayyip-erdogan"),
        ("التقى الملك عبد الله الثاني رئيس الوزراء البريطاني ديفيد كاميرون الذي يزور الأردن.", "david-cameron"),
        ("استقبل فلاديمير بوتين، الذي يزور مصر حاليا، الرئيس التركي رجب طيب أردوغان.", "vladimir-putin"),
    ],
)
def test_of_two_who_meet_the_one_before_the_relative_pronoun_visits(text: str, visitor: str) -> None:
    [visit] = visits(text)
    assert visit.slots["visitor"] == [visitor]
