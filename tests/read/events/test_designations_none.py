"""What is no designation: other lists, other capitals, the punishment of a law; and who can designate."""

from __future__ import annotations

from datetime import date

import pytest
from prepared import prepared

from tawatur.read.events import designations
from tawatur.record.types import Event


def told(text: str) -> list[Event]:
    return designations.find(*prepared(text, date(2018, 5, 14)))


@pytest.mark.parametrize(
    "text",
    [
        "يضع بعض المزودين شركات عدة في قائمة الرسائل المزعجة.",
        "قررت الإدارة قيد اللاعب سامي في القائمة الإفريقية يوم الأحد.",
        "أدرجت المنظمة القلعة على قائمة التراث المعماري.",
        "يسمح التعديل الجديد بفرض عقوبة السجن على المخالفين في كندا.",
        "وضع صديق للمهاجم في الحجز بتهمة التعامل مع إرهابيين.",
        "اعتبر حاكم العاصمة نيروبي الزيارة تصويتا على الثقة.",
    ],
)
def test_what_designates_nobody(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "أدرجت كندا أربعة أشخاص على قائمة الإرهاب.",
        "أدرجت كندا أربعة أشخاص على قائمتها السوداء.",
        "أدرجت كندا أربعة أشخاص على القائمة المعتمدة في الدولة للأفراد والهيئات الداعمة للإرهاب.",
        "فرضت كندا عقوبات على إيران. وأدرجت كندا أربعة أشخاص على القائمة.",
    ],
)
def test_lists_that_punish(text: str) -> None:
    assert any(e.slots.get("count") is not None for e in told(text))


@pytest.mark.parametrize(
    ("text", "authority"),
    [
        ("ترفع العقوبات عن إيران حين يطبق الاتفاق.", None),
        ("يسمح القرار بإعادة فرض عقوبات على إيران.", None),
        ("فرضت الدول الثلاث عقوبات على إيران.", ["دول ثلاث"]),
        ("فرضت الحكومة عقوبات على إيران.", ["حكومة"]),
    ],
)
def test_only_who_has_power_designates(text: str, authority: list[str] | None) -> None:
    (event,) = told(text)
    assert event.slots.get("authority") == authority
