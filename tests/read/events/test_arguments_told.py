"""Who did an incident, who suffered it and how far it has come, where the sentence says so in a roundabout way."""

from __future__ import annotations

from typing import Any

import pytest
from incidents_told import best, slots


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("اتهم وزير الداخلية إسرائيل بأنها اقتحمت المسجد الأقصى أمس.", {"actor": ["israel"]}),
        ("أصدرت المحكمة حكما على شرطي قتل طالبة في إسطنبول العام الماضي.", {"actor": ["شرطي"], "target": ["طالبة"]}),
        ("قالت الشرطة إن رجلا قتل زوجته في الرياض.", {"actor": ["رجلا"], "target": ["زوجته"]}),
        ("ذكر الأهالي أن مهاجما قتل أحد المارة في باريس.", {"actor": ["مهاجما"], "target": ["أحد المارة"]}),
        ("قطعت كل من السعودية والبحرين ومصر علاقاتها مع قطر.", {"actor": ["saudi-arabia", "bahrain", "egypt"]}),
        ("قتل 16 فلسطينيا بنيران إسرائيلية قرب غزة.", {"actor": ["israel"], "target": ["فلسطينيا"]}),
        ("قتل ثلاثة جنود في هجوم لتنظيم داعش على حاجز في الرمادي.", {"actor": ["isis"]}),
        ("قصفت القوات ثلاث مرات ناقلات نفط قرب بنغازي.", {"target": ["ناقلات نفط"]}),
        ("ضرب رجل ثلاثيني زوجته في جدة أمس.", {"actor": ["رجل ثلاثيني"], "target": ["زوجته"]}),
        ("احتل مئات الطلاب الذين يحتجون على المناهج مبنى الوزارة أمس.", {"actor": ["طلاب"]}),
    ],
)
def test_whose_doing_it_is(text: str, expected: dict[str, Any]) -> None:
    found = slots(best(text))
    assert {name: found.get(name) for name in expected} == expected


@pytest.mark.parametrize(
    "text",
    [
        "تعرضت البلدة لقصف كثيف أمس.",
        "شهدت البلدة قصفا جنونيا أمس أوقع قتلى لا تزال جثثهم على الطرقات.",
        "نفذ لصوص عملية سطو على طريقة الأفلام في ليون أمس.",
    ],
)
def test_how_it_was_is_nobody_it_struck(text: str) -> None:
    assert not {"كثيف", "جنونيا", "طرقات", "طريقة الأفلام"} & {*(slots(best(text)).get("target") or [])}


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("قررت موسكو إغلاق القنصلية الأميركية في سان بطرسبرغ.", "done"),
        ("تقرر طرد 60 دبلوماسيا أميركيا.", "done"),
        ("قررت النقابات تنظيم إضراب في تونس.", "planned"),
        ("أعلنت الشرطة أنه جرى إحباط هجوم على كنيسة في باريس.", "cancelled"),
        ("أحبطت الشرطة هجوما على كنيسة في باريس.", "cancelled"),
        ("أعلن الوزير أنه تم إفشال محاولة اعتداء في باريس.", "cancelled"),
        ("قالت الشرطة إن عائلة كاملة تقف وراء تفجير الكنائس في إندونيسيا.", "done"),
        ("تشهد مدينة تعز اشتباكات عنيفة بين الطرفين منذ أربعة أشهر، خلفت عشرات القتلى.", "ongoing"),
    ],
)
def test_how_far_it_has_come(text: str, status: str) -> None:
    assert best(text).status == status


def test_a_single_dead_is_counted_without_a_number() -> None:
    found = slots(best("أوقع اعتداء بالسكين قتيلا وخمسة جرحى في باريس أمس."))
    assert (found["killed"], found["count"]) == (1.0, 5.0)


def test_a_toll_is_not_dated_by_the_war_of_the_next_sentence() -> None:
    text = "قتل 16 فلسطينيا قرب غزة. ويعد اليوم أكثر الأيام دموية منذ الحرب بين إسرائيل وحماس عام 2014."
    assert "date" not in slots(best(text))


def test_a_relative_pronoun_agrees_with_its_noun() -> None:
    text = "نشرت الصحيفة اللحظات الأخيرة لسمير كمال، الشاب الأعزل، الذي قتل على أيدي الشرطة الشهر الماضي."
    assert "لحظات الأخيرة" not in (slots(best(text)).get("target") or [])


@pytest.mark.parametrize(
    "text",
    [
        "أدان الوزير الهجمات التي شنها المتمردون على قرية في مالي يوم الاثنين.",
        "نجا الرئيس من هجوم شنه المتمردون على موكبه في مالي يوم الاثنين.",
        "قالت المنظمة إن هجوما شنه المتمردون على قرية في مالي يوم الاثنين خلف دمارا.",
    ],
)
def test_who_speaks_of_an_attack_does_not_make_it_a_general_word(text: str) -> None:
    found = slots(best(text))
    assert (found["type"], found["actor"]) == ("attack", ["متمردون"])
