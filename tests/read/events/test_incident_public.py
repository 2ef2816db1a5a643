"""Incidents of public life: offices, votes, laws, agreements, ties, ways; rescues, soldiers' comings and goings."""

from __future__ import annotations

from typing import Any

import pytest
from incidents_told import best, slots, told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "أقال الملك عبد الله الثاني رئيس الوزراء هاني الملقي.",
            {"actor": ["abdullah-ii"], "target": ["hani-al-mulki"]},
        ),
        ("انتخب محمد الحلبوسي رئيسا للبرلمان العراقي أمس.", {"actor": None, "target": ["mhmd-alhlbwsy"]}),
        ("انتخب البرلمان العراقي محمد الحلبوسي رئيسا له.", {"target": ["mhmd-alhlbwsy"]}),
        ("تم تعيين أحمد داود أوغلو رئيسا للوزراء.", {"actor": None, "target": ["ahmet-davutoglu"]}),
        ("وقع السودان ومصر اتفاقية دفاعية في الخرطوم.", {"actor": ["sudan", "egypt"], "place": ["khartoum"]}),
        ("قطعت البحرين علاقاتها الدبلوماسية مع إيران.", {"actor": ["bahrain"], "target": ["iran"]}),
        ("جرت الانتخابات الرئاسية في مصر أمس.", {"actor": None, "place": ["egypt"]}),
        ("شهدت الجزائر انتخابات تشريعية الخميس.", {"place": ["algeria"]}),
        ("أعلنت فرنسا إغلاق سفارتها في دمشق.", {"actor": ["france"], "place": ["damascus"]}),
        ("دخل وقف إطلاق النار حيز التنفيذ في ليبيا أمس.", {"place": ["libya"]}),
        ("تولى حسن دياب رئاسة الحكومة في لبنان.", {"target": None}),
        ("أنقذ خفر السواحل 50 مهاجرا قبالة صفاقس.", {"place": ["sfax"], "count": 50.0}),
    ],
)
def test_what_public_life_tells(text: str, expected: dict[str, Any]) -> None:
    found = slots(best(text))
    assert found["type"] == "other"
    assert {name: found.get(name) for name in expected} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("سحبت روسيا قواتها من سوريا.", {"actor": ["russia"], "target": None, "place": ["syria"]}),
        ("نشرت واشنطن مئة جندي في الأردن.", {"actor": ["united-states"], "place": ["jordan"]}),
        ("أنهت البعثة الأممية مهمتها في دارفور.", {"target": None, "place": ["darfur"]}),
    ],
)
def test_soldiers_come_and_go(text: str, expected: dict[str, Any]) -> None:
    found = slots(best(text))
    assert found["type"] == "military-campaign"
    assert {name: found.get(name) for name in expected} == expected


def test_a_march_and_who_goes_out_for_it_are_one() -> None:
    (event,) = told("خرج آلاف المتظاهرين في مسيرات في بيروت.")
    assert (event.slots["type"], event.slots["place"]) == ("protest", ["beirut"])


@pytest.mark.parametrize(
    "text",
    [
        "دعت المعارضة إلى إجراء انتخابات في لبنان.",  # wished for
        "بحث الوزيران توقيع اتفاق تجاري.",  # spoken of
        "لن تنسى الدول ما جرى بعد الانسحاب من الاتفاق.",  # in passing
        "قال الرئيس الذي انتخب بسهولة إنه متفائل.",  # of whom it speaks
        "استقال المدرب بعد المباراة التي خسرها الفريق.",  # sport
        "حل الربيع وفتح الأطفال نوافذ البيوت.",  # nothing that is opened to the public
    ],
)
def test_what_tells_nothing_of_public_life(text: str) -> None:
    assert told(text) == []
