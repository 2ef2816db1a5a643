"""Violence as news tells it: vowelled passives, pronouns for who was struck, objects far from their verb."""

from __future__ import annotations

from typing import Any

import pytest
from incidents_told import best, slots, told


def has(text: str, expected: dict[str, Any]) -> None:
    found = slots(best(text))
    assert {name: found.get(name) for name in expected} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("سُجن ثلاثة صحفيين في الرباط أمس.", {"type": "arrest", "target": ["صحفيين"], "place": ["rabat"]}),
        ("هاجم مسلحون نقطة تفتيش في كركوك فأُحرقت سيارتان.", {"type": "attack", "place": ["kirkuk"]}),
        ("لقي ما لا يقل عن عشرين مهاجرا من جنسيات شتى حتفهم قبالة ليبيا.", {"type": "killing", "killed": 20.0}),
        ("صادرت الشرطة الألمانية في ميناء هامبورغ طنين من الكوكايين.", {"type": "seizure"}),
    ],
)
def test_what_a_verb_tells(text: str, expected: dict[str, Any]) -> None:
    has(text, expected)


def test_two_that_say_who_and_where_need_no_day() -> None:
    has("بحث الوزيران آثار القصف الإسرائيلي على مدينة صور.", {"type": "airstrike", "actor": ["israel"]})


def test_a_noun_alone_tells_nothing() -> None:
    assert told("ناقشت الندوة أسباب الحروب وسبل الوقاية منها.") == []
