"""Classes of attribution that lists of verbs miss: bodies by a noun, what was told as an object, media that carry on.

Every sentence is read by all layers, as names and roles decide who speaks.
"""

from __future__ import annotations

from datetime import date

import pytest

from tawatur.read.reading import read
from tawatur.record.types import Report


def told(text: str) -> list[tuple[str, str | None, list[str]]]:
    found = read(Report("r", "r", text, "0", published=date(2018, 4, 18))).statements
    return [(s.text, s.speaker, s.via) for s in found]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("قال حلف شمال الأطلسي إن المناورات تبدأ غدا. وأضاف الحلف أن القوات جاهزة.", ["nato", "nato"]),
        ("يجتمع الناتو غدا. وأكد الحلف أن القوات جاهزة.", ["nato"]),
        ("تجتمع الأمم المتحدة غدا. ورحبت المنظمة الدولية بالهدنة.", ["united-nations"]),
        ("ورحبت المنظمة الدولية بالهدنة.", ["المنظمة الدولية"]),  # which one the report does not say
    ],
)
def test_a_body_by_its_noun(text: str, speakers: list[str]) -> None:
    assert [speaker for _, speaker, _ in told(text)] == speakers


def test_what_was_told_may_be_the_object_of_the_verb() -> None:
    assert told("تراجع عدد السياح هذا العام، وفقا لما ذكرته منظمات دولية.") == [
        ("تراجع عدد السياح هذا العام", "منظمات دولية", [])
    ]
    assert [t[0] for t in told("أعلنت الأمم المتحدة أن الأزمة تتفاقم، وفقا لما ذكره أنطونيو غوتيريس.")] == [
        "الأزمة تتفاقم"
    ]


def test_words_to_an_agency_go_on_through_it() -> None:
    text = "قالت وزارة الصحة لوكالة رويترز إن المخزون يكفي. وأضافت الوزارة أن المصانع تعمل."
    assert [via for _, _, via in told(text)] == [["reuters"], ["reuters"]]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("تبنى تنظيم داعش الهجوم على الفندق.", "الهجوم على الفندق"),
        ("أعلن تنظيم داعش، في بيان نشرته وكالة أعماق، مسؤوليته عن الهجوم.", "مسؤوليته عن الهجوم"),
        ("تنص المادة الخامسة على أن الهجوم على عضو هجوم على الجميع.", "الهجوم على عضو هجوم على الجميع"),
        ("أكد المشرف العام على المعهد، استقبال الطلاب الجدد.", "استقبال الطلاب الجدد"),
    ],
)
def test_where_what_is_said_begins(text: str, content: str) -> None:
    assert [t[0] for t in told(text)] == [content]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وطلبت الحكومة التركية عقد جلسة للمجلس وذلك بعد الغارات.", [("عقد جلسة للمجلس", "الحكومة التركية", [])]),
        ("أكدت مصر ضرورة وقف القتال؛ لأنه يهدد المنطقة.", [("ضرورة وقف القتال", "egypt", [])]),
        ("بناء على طلب تركيا يجتمع المجلس غدا.", []),
        ("نفت حركة حماس المدعومة من قطر مسؤوليتها عنه.", [("مسؤوليتها عنه", "hamas", [])]),
        (
            "قال متحدث باسم الحركة لإذاعة النهار إن القتال توقف.",
            [("القتال توقف", "متحدث باسم الحركة", ["إذاعة النهار"])],
        ),
        (
            "قال متحدث باسم الشرطة إن 9 أشخاص قتلوا، بعدما قال في حصيلة أولية إن عدد القتلى 5.",
            [("9 أشخاص قتلوا", "متحدث باسم الشرطة", []), ("عدد القتلى 5", "متحدث باسم الشرطة", [])],
        ),
    ],
)
def test_where_it_ends_and_through_whom(text: str, expected: list[tuple[str, str, list[str]]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "تعهد الرئيسان الفرنسي إيمانويل ماكرون والأميركي دونالد ترامب، الأحد، بعقوبات جديدة على الشركة.",
            ("عقوبات جديدة على الشركة", "إيمانويل ماكرون ودونالد ترامب"),
        ),
        (
            "أعلنت وزارة الخزانة الأميركية والحكومة الإماراتية، الخميس، عن فرض عقوبات على الشبكة.",
            ("فرض عقوبات على الشبكة", "وزارة الخزانة الأميركية والحكومة الإماراتية"),
        ),
        ("اتهمت سوريا جارتها بالوقوف وراء القصف، إذ كان المطار مغلقا.", ("جارتها بالوقوف وراء القصف", "syria")),
    ],
)
def test_two_who_speak_together(text: str, expected: tuple[str, str]) -> None:
    assert [t[:2] for t in told(text)] == [expected]


def test_who_counts_the_dead_says_that_they_died() -> None:
    counted = "مقتل سبعة صيادين في العاصفة"
    assert [t[:2] for t in told(f"ووثق مركز الخليج للملاحة هذا الشهر {counted}.")] == [
        (counted, "mrkz-alkhlyj-llmlahh")
    ]
    assert [t[0] for t in told("وأحصت منظمة بحرية إصابة عشرين بحارا.")] == ["إصابة عشرين بحارا"]


@pytest.mark.parametrize(
    "text",
    [
        "ووثق المصور لحظات الوداع في الميناء.",
        "ووثق مقطع فيديو مقتل صياد.",
        "وأحصى التقرير عدد القوارب.",
        "ووثق المرصد سقوط أمطار غزيرة.",
    ],
)
def test_what_else_is_recorded_or_counted_nobody_says(text: str) -> None:
    assert told(text) == []
