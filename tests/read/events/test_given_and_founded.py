"""Support and goods without a sum, new bodies without a name, pledges and meetings of those who are told by office. The
report is of Wednesday 18 April 2018."""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest
from prepared import filled

told = partial(filled, published=date(2018, 4, 18))


@pytest.mark.parametrize(
    ("text", "donor", "recipient", "status"),
    [
        ("زودت روسيا حكومة مالي بدفعة من المروحيات.", "روسيا", "حكومة مالي", "done"),
        ("أرسلت تونس إلى لبنان طائرتين محملتين بالأدوية.", "تونس", "لبنان", "done"),
        ("ستسلم ألمانيا أسلحة إلى أوكرانيا.", "ألمانيا", "أوكرانيا", "planned"),
        ("قال إن إيران تسلح الحوثيين منذ سنوات.", "إيران", "الحوثيون", "ongoing"),
        ("ندد الوزير بتسليح إيران لجبهة البوليساريو.", "إيران", "جبهة البوليساريو", "ongoing"),
    ],
)
def test_who_supplies_whom(text: str, donor: str, recipient: str, status: str) -> None:
    assert told(text, "funding") == [({"donor": [donor], "recipient": [recipient]}, status)]


@pytest.mark.parametrize(
    "text", ["تدعم السعودية القرار.", "نقل الرئيس رسالة إلى الأردن.", "أرسلت الشركة سلة من العروض إلى زبائنها."]
)
def test_what_supplies_nobody(text: str) -> None:
    assert told(text, "funding") == []


@pytest.mark.parametrize(
    ("text", "body", "status"),
    [
        ("تشكلت في مدينة الحسكة لجنة من سبعة وجهاء.", "لجنة من سبعة وجهاء", "done"),
        ("شكلت وزارة الداخلية التونسية لجنة تحقيق في الحادث.", "لجنة تحقيق", "done"),
        ("اتفق الوزيران على إنشاء لجنة مشتركة للحدود.", "لجنة مشتركة", "planned"),
    ],
)
def test_a_body_without_a_name_is_founded(text: str, body: str, status: str) -> None:
    assert told(text, "founding") == [({"body": [body]}, status)]


@pytest.mark.parametrize("text", ["شكلت الأزمة تحديا للحكومة.", "أقام الحزب حفلا كبيرا.", "أطلق الجيش سراح الأسرى."])
def test_what_founds_nothing(text: str) -> None:
    assert told(text, "founding") == []


def test_two_offices_meet() -> None:
    text = "التقى وزير الخارجية العماني صباح أمس في مسقط نظيره الهولندي."
    [(slots, status)] = told(text, "meeting")
    assert slots["attended"] == ["وزير الخارجية العماني", "نظيره الهولندي"]
    assert slots["place"] == ["مسقط"]
    assert status == "done"


def test_the_two_sides_bind_themselves() -> None:
    text = "تعاهد الطرفان على تفعيل غرفة الارتباط."
    assert told(text, "commitment") == [({"body": ["طرفان"], "aim": ["تفعيل غرفة الارتباط"]}, "ongoing")]


@pytest.mark.parametrize(
    ("text", "body", "member"),
    [
        ("انضمت جيبوتي رسميا إلى المبادرة الإقليمية لمكافحة القرصنة.", "مبادرة إقليمية", "جيبوتي"),
        ("انخرطت غانا مع جاراتها في مبادرة أكرا.", "مبادرة أكرا", "غانا"),
    ],
)
def test_a_body_without_a_name_is_joined(text: str, body: str, member: str) -> None:
    assert told(text, "membership") == [({"body": [body], "members": [member]}, "done")]


def test_who_joins_a_march_becomes_no_member() -> None:
    assert told("انضم آلاف السكان إلى المسيرة.", "membership") == []


def test_a_list_of_what_is_banned_is_a_list() -> None:
    text = "أضافت الهند حركة طلابية إلى الجماعات المحظورة لديها."
    [(slots, _)] = told(text, "designation")
    assert slots["authority"] == ["الهند"]
    assert slots["target"] == ["حركة طلابية"]
