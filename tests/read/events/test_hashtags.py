"""Outlets mark words of a sentence as hashtags: it says what it says without them."""

from __future__ import annotations

import pytest
from prepared import events_of

KINDS = ("meeting", "visit", "incident", "funding")


@pytest.mark.parametrize(
    "text",
    [
        "التقى وزير خارجية #مصر سامح شكري نظيره الصيني وانغ يي في #نيروبي يوم الأحد.",
        "زار #ملك_البحرين حمد بن عيسى #القاهرة يوم الأحد.",
        "قصفت #القوات_التركية مواقع للمسلحين في #حلب، وقتل خمسة جنود.",
        "أعلنت #السعودية تقديم 20 مليون دولار إلى #الأردن.",
        "اختتمت القمة العربية المنعقدة في #الجزائر أعمالها.",
    ],
)
def test_hashtags_change_no_event(text: str) -> None:
    plain = text.replace("#", "").replace("_", " ")
    tagged, told = (events_of(one, *KINDS) for one in (text, plain))
    assert told
    assert [(e.kind, e.status, e.slots) for e in tagged] == [(e.kind, e.status, e.slots) for e in told]
