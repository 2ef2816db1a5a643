"""What money is for, and who takes it: people behind ل take it, and not all that stands behind ل is what it is for."""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest
from prepared import events_of

told = partial(events_of, published=date(2018, 5, 14))


def purposes(text: str) -> list[str]:
    (event,) = told(text, "funding")
    return [p.text for p in event.slots.get("purpose", [])]  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("text", "recipient"),
    [
        ("قدمت كندا 20 مليون دولار لمسؤولين محليين.", ["مسؤولين محليين"]),
        ("دفعت كندا 5 ملايين دولار لناشطين في الخارج.", ["ناشطين"]),
        ("قدمت كندا 20 مليون دولار لوضع برامج تعليمية للسجناء.", None),
    ],
)
def test_people_take_what_is_given_to_them(text: str, recipient: list[str] | None) -> None:
    (event,) = told(text, "funding")
    assert event.slots.get("recipient") == recipient


@pytest.mark.parametrize(
    "text",
    [
        "قدمت كندا قرضا للأردن بقيمة 20 مليون دولار لمدة ثلاث سنوات.",
        "قدمت كندا للأردن 20 مليون دولار تنفيذا لتوجيهات الحكومة.",
        "قدمت كندا للأردن 20 مليون دولار ليصبح المبلغ كبيرا.",
        "قدمت كندا للأردن 20 مليون دولار، وفقا لبيان الوزارة.",
    ],
)
def test_how_long_and_by_whose_order_is_no_purpose(text: str) -> None:
    assert purposes(text) == []


def test_what_it_is_for_is_still_told() -> None:
    assert purposes("قدمت كندا 20 مليون دولار للأردن لبناء مدارس جديدة.") == ["بناء مدارس جديدة"]


def test_what_was_received_has_been() -> None:
    (event,) = told("وقد تلقى الصليب الأحمر مبلغ 20 مليون يورو من كندا في عام 2011.", "funding")
    assert event.status == "done"


def test_bonds_that_are_sold_are_no_gift() -> None:
    assert told("طرحت وزارة المالية سندات دولية بملياري يورو على شريحتين.", "funding") == []


def test_pledges_that_are_received_do_not_receive() -> None:
    (event,) = told("انتهى المؤتمر حيث تلقى وعودا بقيمة 4 مليارات دولار.", "funding")
    assert "recipient" not in event.slots


def test_nobody_takes_over_what_he_gives_himself() -> None:
    text = "تحتاج كندا إلى 500 مليون دولار. وقال الخبير إن كندا تمول الحزب. وأنفقت كندا 200 مليون دولار لدعم الحركة."
    for event in told(text, "funding"):
        gives, takes = event.slots.get("donor", []), event.slots.get("recipient", [])
        assert not set(gives) & set(takes)  # type: ignore[arg-type]
