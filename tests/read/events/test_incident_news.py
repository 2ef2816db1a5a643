"""How news tells incidents: days between commas, counted dead without a verb, headlines, accidents, mere wishes."""

from __future__ import annotations

from typing import Any

import pytest
from incidents_told import best, slots, told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("اعتقلت الشرطة، الاثنين، سبعة أشخاص في مراكش.", {"type": "arrest", "count": 7.0}),
        ("ضبطت شرطة المرور في منطقة الحدود مؤخرا 34 وافدا.", {"type": "arrest", "count": 34.0}),
        ("قبضت الشرطة على المستشار الإعلامي، سعيد كمال، في بيروت.", {"type": "arrest", "place": ["beirut"]}),
        ("7 قتلى و19 مفقودا في حضرموت جراء إعصار", {"type": "other", "killed": 7.0, "place": ["hadramawt"]}),
        ("صدمت شاحنة حشدا في المكسيك ما أوقع 23 قتيلا.", {"type": "other", "killed": 23.0}),
        ("هجوم على مركز للشرطة في كركوك", {"type": "attack", "place": ["kirkuk"]}),
        ("أطلق مسلح النار داخل مدرسة في فلوريدا فقتل 17 شخصا.", {"type": "attack", "killed": 17.0}),
        ("غرق 14 مهاجرا قبالة سواحل ليبيا أمس.", {"type": "other", "killed": 14.0, "place": ["libya"]}),
        ("خطف مجهولون مهندسا صينيا في لاغوس.", {"type": "kidnapping", "actor": ["مجهولون"]}),
        ("تعرض صحفي للضرب على يد الشرطة في تونس.", {"type": "abuse", "target": ["صحفي"]}),
        ("قطعت السعودية العلاقات الدبلوماسية مع قطر.", {"type": "other", "target": ["qatar"]}),
        ("فر السكان بعد اشتباكات عنيفة في حلب.", {"type": "conflict", "place": ["aleppo"]}),
        ("تمكنت القوات الحكومية من السيطرة على مدينة تعز.", {"type": "takeover", "target": ["taiz"]}),
        ("قتل سعيد المغربي الأصل، 4 أشخاص في تريب.", {"type": "killing", "killed": 4.0}),
    ],
)
def test_what_is_told(text: str, expected: dict[str, Any]) -> None:
    found = slots(best(text))
    assert {name: found.get(name) for name in expected} == expected


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("قتل شخص في انفجار أسطوانة غاز بمطعم في الرياض أمس.", "other"),
        ("انفجر مستودع للوقود في حلب أمس.", "other"),
        ("قتل شخصان في انفجار سيارة مفخخة في حلب أمس.", "bombing"),
        ("هز انفجار وسط الموصل أمس. وقال مسؤول إن انتحاريا فجر نفسه عند حاجز.", "bombing"),
    ],
)
def test_an_explosion_is_a_bombing_where_somebody_bombs(text: str, kind: str) -> None:
    assert told(text)[0].slots["type"] == kind


@pytest.mark.parametrize(
    "text",
    [
        "تحرم الفتوى على المسلم أن يقتل جاره.",
        "هاجم الفريق مرمى خصمه طوال المباراة.",
        "شن الوزير هجوما لاذعا على المعارضة في القاهرة أمس.",
        "ضبط المدرب إيقاع اللاعبين في المباراة.",
    ],
)
def test_what_nobody_did_is_no_incident(text: str) -> None:
    assert told(text) == []


def test_the_dead_in_the_accident_are_those_of_the_one_told_before() -> None:
    (event,) = told("اصطدم قطاران في جنوب ألمانيا أمس. وأفادت الشرطة بأن شخصين قتلا في الحادث.")
    assert (event.slots["type"], slots(event)["killed"]) == ("other", 2.0)


def test_what_happens_elsewhere_meanwhile_is_another_incident() -> None:
    events = told("قتل ثلاثة جنود في هجوم في الموصل، فيما تجددت الاشتباكات في مدينة سبها.")
    assert [slots(e)["place"] for e in events] == [["mosul"], ["sabha"]]


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("فتح عناصر من حزب العمال الكردستاني النار على قافلة في شرناق.", ["pkk"]),
        ("أطلق مسلحون من حركة طالبان صواريخ على قاعدة في قندهار.", ["taliban"]),
    ],
)
def test_people_of_a_body_do_what_it_does(text: str, actor: list[str]) -> None:
    assert best(text).slots["actor"] == actor


def test_an_anniversary_is_not_the_day() -> None:
    events = told("بدأ إضراب عام في حلب، الجمعة، في ذكرى نكبة تهجير الفلسطينيين.")
    event = next(e for e in events if e.slots["type"] == "other")
    assert (event.status, "date" in event.slots) == ("done", False)
