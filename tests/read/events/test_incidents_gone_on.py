"""Which incidents go on, are to come or have been, and of which day they are."""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest
from prepared import events_of

from tawatur.record.types import Event

told = partial(events_of, published=date(2018, 5, 14))


def one(text: str, kind: str) -> Event:
    return next(e for e in told(text, "incident") if e.slots["type"] == kind)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("وقتل الخاطفون أربعة من الرهائن ولا يزالون يحتفظون بعشرة منهم.", "killing"),
        ("وأكد الجيش الهجوم على القرية، لافتا إلى أنه لم يسفر عن ضحايا.", "attack"),
        ("تحاول القوات تطهير موقع الهجوم الذي وقع في دوما.", "attack"),
        ("ارتفعت حصيلة العملية الجارية في المدينة إلى مئة قتيل بينهم أطفال.", "killing"),
    ],
)
def test_what_has_been_does_not_go_on(text: str, kind: str) -> None:
    assert one(text, kind).status == "done"


@pytest.mark.parametrize(
    "text",
    [
        "وسط تكهنات بأن بريطانيا قد تشن هجوما إلكترونيا على روسيا.",
        "يخشى السكان أن تشن القوات هجوما على مدينة دوما.",
    ],
)
def test_what_may_be_is_to_come(text: str) -> None:
    assert one(text, "attack").status == "planned"


def test_what_came_before_something_else_has_been() -> None:
    text = "حاصر الجنود القرية قبل أن يشنوا هجوما على دوما يوم الأحد."
    assert one(text, "attack").status == "done"


def test_what_talks_are_about_has_been_and_not_on_their_day() -> None:
    text = "من المقرر أن يجتمع مجلس الأمن يوم 20 مايو 2018 لمناقشة أحدث المعلومات عن محاولة اغتيال السفير في لندن."
    attack = one(text, "attack")
    assert (attack.status, attack.slots.get("date")) == ("done", None)


def test_what_begins_on_a_day_to_come_is_planned() -> None:
    text = "دعت النقابة أنصارها إلى التظاهر على أن تبدأ المسيرات في باريس يوم 2 يونيو 2018."
    assert [e.status for e in told(text, "incident") if e.slots["type"] == "protest"] == ["planned"]
