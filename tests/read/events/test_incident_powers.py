"""What forces and powers do: who acts where several, a nation or an office does, towns taken, missiles shot down."""

from __future__ import annotations

from typing import Any

import pytest
from incidents_told import best, slots, told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("دمرت روسيا وتركيا ثلاثة أهداف في حلب.", {"actor": ["russia", "turkey"], "target": ["أهداف"], "count": 3.0}),
        ("الطيران الروسي يقصف قرب حلب موقعا عسكريا.", {"actor": ["طيران روسي"], "target": ["موقعا عسكريا"]}),
        ("قتل خمسة جنود في الهجوم التركي على عفرين.", {"actor": ["turkey"], "killed": 5.0}),
        ("نفذت المقاتلات غارتين إسرائيليتين على دمشق.", {"actor": ["israel"], "target": ["damascus"]}),
        ("ردت موسكو بطرد 20 دبلوماسيا.", {"actor": ["russia"], "count": 20.0}),
        ("أعلنت فرنسا طرد أربعة دبلوماسيين.", {"actor": ["france"], "count": 4.0}),
        ("أكدت الأمم المتحدة نزوح 500 شخص من حلب.", {"actor": None, "count": 500.0}),
        ("قتلت القوات السورية المدنيين في إدلب.", {"actor": ["قوات سورية"], "target": ["مدنيين"]}),
        ("قتل 24 مصليا في هجوم على مسجد في كركوك.", {"killed": 24.0}),
        ("أحرق مسلحون مساء الجمعة مطبعة صحيفة في عدن.", {"type": "attack", "actor": ["مسلحون"]}),
    ],
)
def test_who_does_it_to_whom(text: str, expected: dict[str, Any]) -> None:
    found = slots(best(text))
    assert {name: found.get(name) for name in expected} == expected


def test_an_indefinite_noun_right_before_a_verb_is_its_doer() -> None:
    _, attack = told("اعتقلت الشرطة أقارب شاب نفذ عملية دهس في جنين.")
    assert attack.slots["actor"] == ["شاب"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("فرت القوات من منبج التي انتزعتها طالبان في 2016.", {"actor": ["taliban"], "target": ["manbij"]}),
        ("يسلح الحوثيين الذين سيطروا على أجزاء من صعدة.", {"actor": ["houthis"], "target": ["saada"]}),
        ("تحررت الخميس مدينة تعز.", {"target": ["taiz"], "date": ("2018-04-12", "2018-04-12")}),
        ("استعاد الجيش السوري 60 في المئة من الغوطة الشرقية.", {"target": ["eastern-ghouta"]}),
        ("وقع ذلك بعد ضم روسيا لشبه جزيرة القرم.", {"actor": ["russia"], "target": ["crimea"]}),
        ("جاء ذلك عقب الانقلاب الذي قادته الميليشيات في سبتمبر 2014.", {"actor": ["ميليشيات"]}),
    ],
)
def test_land_and_power_are_taken(text: str, expected: dict[str, Any]) -> None:
    found = slots(best(text))
    assert found["type"] == "takeover"
    assert {name: found.get(name) for name in expected} == expected


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("أسقطت الدفاعات الجوية خمسة صواريخ.", "other"),
        ("دمرت قوات الدفاع الجوي صاروخا باليستيا أطلقته ميليشيات الحوثي.", "other"),
        ("أسقط الجيش مقاتلة فوق الجولان.", "attack"),
    ],
)
def test_a_missile_is_stopped_and_a_plane_attacked(text: str, kind: str) -> None:
    found = best(text).slots
    assert found["type"] == kind
    assert found["target"]
    assert "houthis" not in found["actor"]  # who fired it did not shoot it down


@pytest.mark.parametrize(
    "text",
    [
        "دمرت سوريا مخزونها من المواد السامة.",
        "رحب الوزير بقرب تحرير مدينة تعز.",
    ],
)
def test_what_was_no_incident(text: str) -> None:
    assert not told(text)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("هددت واشنطن وباريس خلال الفترة الماضية بشن ضربات في سوريا.", "planned"),
        ("يقاتل حزب الله إلى جانب قوات النظام.", "ongoing"),
        ("وتستمر العمليات العسكرية في هذه المناطق منذ أيام.", "ongoing"),
    ],
)
def test_what_is_threatened_and_what_goes_on(text: str, status: str) -> None:
    (event,) = told(text)
    assert event.status == status
