"""Memberships that end: leaving by a verb, by a noun, by a decision; suspension; and what ends none."""

from __future__ import annotations

import pytest
from prepared import prepared

from tawatur.read.events import bodies
from tawatur.record.types import Event


def memberships(text: str) -> list[Event]:
    return [e for e in bodies.find(*prepared(text)) if e.kind == "membership"]


@pytest.mark.parametrize(
    ("text", "member", "body"),
    [
        ("انسحبت ماليزيا من المحكمة الجنائية الدولية قبل عامين.", "malaysia", "icc"),
        ("وكانت قطر قد خرجت من منظمة أوبك مطلع العام.", "qatar", "opec"),
        ("وكانت قطر قد أعلنت انسحابها من منظمة أوبك.", "qatar", "opec"),
        ("وكانت جامعة الدول العربية قد علقت عضوية سوريا.", "syria", "arab-league"),
        ("أعلنت أستراليا انسحابها من منظمة اليونسكو.", "australia", "unesco"),
        ("أعلنت بوروندي انسحابها من المعاهدة المنشئة للمحكمة الجنائية الدولية.", "burundi", "icc"),
        ("قررت لندن الخروج من الاتحاد الأوروبي قبل سنوات.", "united-kingdom", "european-union"),
        ("وقال الوزير إن انسحاب كندا من اتفاق باريس للمناخ مؤسف.", "canada", "paris-agreement"),
        ("أعلن الرئيس الروسي فلاديمير بوتين انسحاب بلاده من مجلس أوروبا.", "russia", "council-of-europe"),
        (
            "أكد الرئيس الكوري الجنوبي، مون جيه إن، أمس، انسحاب بلاده من مجلس أوروبا.",
            "south-korea",
            "council-of-europe",
        ),
        ("علقت جامعة الدول العربية عضوية ليبيا في ذلك العام.", "libya", "arab-league"),
        ("أعلن الرئيس البوروندي بيير نكورونزيزا انسحاب البلاد من المحكمة الجنائية الدولية.", "burundi", "icc"),
        ("ألغت بوروندي مصادقتها على النظام المؤسس للمحكمة الجنائية الدولية.", "burundi", "icc"),
        ("وكان الوزير قد وصف الانسحاب الأميركي من اتفاق باريس للمناخ بالخطأ.", "united-states", "paris-agreement"),
        ("أقر المجتمعون تجميد عضوية غينيا في الاتحاد الأفريقي.", "guinea", "african-union"),
    ],
)
def test_who_leaves_or_is_suspended_is_a_member_no_more(text: str, member: str, body: str) -> None:
    (event,) = memberships(text)
    assert (event.status, event.slots) == ("cancelled", {"body": [body], "members": [member]})


@pytest.mark.parametrize(
    "text",
    [
        "هددت أستراليا بالانسحاب من منظمة اليونسكو.",
        "وحذر المفوض من خروج إيطاليا من الاتحاد الأوروبي.",
        "حذر الوزير من أن خروج إيطاليا من الاتحاد الأوروبي سيكون كارثة.",
        "قد تعلن قطر انسحابها من منظمة أوبك.",
        "وقد تعلق جامعة الدول العربية عضوية سوريا.",
        "ستعلق جامعة الدول العربية عضوية ليبيا.",
        "أعلن الأمين العام لحلف شمال الأطلسي ينس ستولتنبرغ انسحاب بلاده من مجلس أوروبا.",
        "ودعا النواب إلى انسحاب كندا من منظمة التجارة العالمية.",
        "لم تنسحب ماليزيا من المحكمة الجنائية الدولية.",
        "انسحب الجيش الأردني من الحدود مع سوريا بعد اتفاق مع الأمم المتحدة.",
        "انسحبت تونس من اتفاق مع الأمم المتحدة حول المهاجرين.",
        "انسحبت القوات الروسية من مدينة حلب.",
        "وتخشى باريس الانسحاب الأميركي من الاتفاق النووي.",
        "سحبت الشركة توقيعها على العقد مع الأمم المتحدة.",
        "وخرج المتظاهرون من مقر الأمم المتحدة إلى الشارع.",
        "وانسحب الوفد من الجلسة احتجاجا على كلمة الوزير.",
    ],
)
def test_threats_denials_and_troops_end_no_membership(text: str) -> None:
    assert memberships(text) == []


def test_the_day_on_which_one_leaves_is_since_when_one_is_no_member() -> None:
    (event,) = memberships("أعلنت بوروندي، في 27 أكتوبر 2017، انسحابها من المحكمة الجنائية الدولية.")
    assert str(event.slots["as_of"].first) == "2017-10-27"  # type: ignore[union-attr]


def test_a_leaving_told_twice_is_one() -> None:
    text = "انسحبت ماليزيا من المحكمة الجنائية الدولية. وكانت ماليزيا انسحبت من المحكمة الجنائية الدولية قبل عام."
    assert len(memberships(text)) == 1
