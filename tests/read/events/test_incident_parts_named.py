"""What a party of an incident is called: which words are its name, what is coordinated to it, what stands beside it."""

from __future__ import annotations

from typing import Any

import pytest
from incidents_told import best


@pytest.mark.parametrize(
    ("text", "slots"),
    [
        # two adjectives of one noun are two parties, and the object comes after both
        (
            "قصفت القوات العراقية والكردية مواقع المسلحين في بلدة قريبة أمس.",
            {"actor": ["قوات عراقية", "قوات كردية"], "target": ["مواقع المسلحين"]},
        ),
        (
            "هاجمت قوات الحركة الشمالية والجنوبية ثكنة في الساحل أمس.",
            {"actor": ["قوات الحركة الشمالية", "قوات الحركة الجنوبية"]},
        ),
        # what else was done is not done to
        ("نددت البعثة أمس باحتجاز القوافل الإغاثية وتضييق الخناق على السكان.", {"target": ["قوافل إغاثية"]}),
        ("أعلنت الشرطة مصادرة الشحنة ومعاقبة أصحابها.", {"type": "seizure", "target": ["شحنة"]}),
        # a word of how many is not who
        ("أعلنت البلدية مقتل كثير من الصيادين في العاصفة أمس.", {"target": ["صيادين"]}),
        ("ضبطت الشرطة ثلاثة شبان تحرشوا بامرأة في السوق أمس.", {"target": ["شبان"]}),
        # a preposition is no part of the name
        ("وقعت حادثة تحرش بفتاتين على الشاطئ أمس.", {"type": "abuse", "target": ["فتاتين"]}),
        # a country expels, summons and arrests; it is not what is expelled
        ("طردت إستونيا الملحق العسكري البولندي أمس.", {"actor": ["estonia"], "target": ["ملحق عسكري بولندي"]}),
        ("استدعت روما السفير النمساوي أمس.", {"actor": ["italy"], "target": ["سفير نمساوي"]}),
        ("احتلت إسرائيل الشطر الشرقي من القدس عام 1967.", {"actor": ["israel"], "target": ["شطر شرقي"]}),
    ],
)
def test_a_party_is_called_by_its_own_words(text: str, slots: dict[str, Any]) -> None:
    incident = best(text)
    assert {slot: incident.slots.get(slot) for slot in slots} == slots


@pytest.mark.parametrize(
    ("text", "slots"),
    [
        # whoever is read on both sides stays on one
        (
            'داهم عناصر من مكتب التحقيقات الفيدرالي "إف بي آي" أمس مكتب المحامي في بوسطن.',
            {"actor": ["fbi"], "target": ["مكتب المحامي"]},
        ),
        ("قتل 8 جنود من الجيش الليبي في تفجير سيارة مفخخة في أجدابيا.", {"actor": None}),
        # a town, an area or a border region is where that was
        (
            "اندلعت مواجهات أمس على الحدود بين قطاع غزة وإسرائيل وأصيب 12 شخصا.",
            {"type": "conflict", "actor": ["israel"]},
        ),
        # a state of a federation makes laws and executes
        ("أعدمت ولاية تكساس الأميركية أمس رجلا.", {"actor": ["texas"]}),
    ],
)
def test_a_party_is_on_one_side_and_no_town_fights(text: str, slots: dict[str, Any]) -> None:
    incident = best(text)
    assert {slot: incident.slots.get(slot) for slot in slots} == slots
