"""Words of two senses: what stands beside them, or the learned model, says whether they tell an incident."""

from __future__ import annotations

from datetime import date

import pytest
from prepared import events_of
from tagging import Told

from tawatur.read.document import Document
from tawatur.read.events.context import Context
from tawatur.record.types import Event, Report


def incidents(text: str) -> list[tuple[str, str]]:
    return [(str(e.slots["type"]), e.status) for e in events_of(text, "incident", published=date(2020, 6, 15))]


def by_model(text: str, **events: str | tuple[str, float]) -> list[Event]:
    return events_of(text, "incident", published=date(2020, 6, 15), tagger=Told({}, events))


@pytest.mark.parametrize(
    "text",
    [
        "احتلت فرنسا المرتبة الأولى في قائمة الدول.",
        "كان الكاتب رئيس تحرير صحيفة الوطن في بغداد.",
        "أثار القرار عاصفة من الانتقادات في بغداد أمس.",
        "نشر الجيش السوري صورا من دمشق.",
        "فجر القضاء الفضيحة التي هزت الاتحاد.",
        "نقلت خلية الإعلام الحربي في بغداد أمس خبرا.",
        "تحولت المزرعة إلى معسكر تدريبي في ذمار أمس.",
        "هدأت عدن في الأسابيع التي انقضت.",
        "وكان الشاب متخوفا من اعتقال أخيه في الموصل.",
        "قضى الأطباء على 90% من الأمراض.",
        "ما زالت تسيطر على المدينة حالة من القلق.",
        "طالب الوزير بتحقيق صادق في بغداد.",
        "واستشهد الوزير أحمد صالح بمقال نشرته صحيفة الوطن.",
        "واستشهد أحمد صالح في بغداد بتصريحات أدلى بها الوزير.",
        "واستشهد رئيس الرابطة قائلا إن المثال واضح.",
    ],
)
def test_what_stands_beside_a_word_may_say_that_it_tells_something_else(text: str) -> None:
    assert incidents(text) == []


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("احتلت القوات مدينة درنة أمس.", "takeover"),
        ("تحرير مدينة الموصل تم في عام 2017.", "takeover"),
        ("نشر الجيش قوات إضافية قرب الحدود السورية.", "military-campaign"),
        ("تسلم بشار الأسد منصب الرئاسة في عام 2000.", "other"),
        ("وقع الرئيس أمرا تنفيذيا أمس في واشنطن.", "other"),
        ("هزم الجيش تنظيم داعش في سوريا.", "conflict"),
        ("كانت الشبكة قد فُككت في القنيطرة قبل عامين.", "dismantlement"),
        ("جرى تفكيك عبوة ناسفة تحت جسر في الحويجة.", "dismantlement"),
        ("أعلن الجيش إطلاق 20 قذيفة على الجولان.", "attack"),
        ("فرقت الشرطة المتظاهرين بالغاز في تونس.", "abuse"),
        ("أودى حادث قطار قرب القاهرة بحياة خمسة أشخاص أمس.", "other"),
        ("أجرت كوريا الشمالية اختبارا نوويا أمس.", "other"),
        ("شبت النيران في مخزن بالرياض.", "other"),
    ],
)
def test_beside_what_it_needs_a_word_tells_an_incident(text: str, type_: str) -> None:
    assert [told for told, _ in incidents(text)] == [type_]


def test_two_of_what_a_noun_names_are_followed_by_what_they_are_of() -> None:
    assert incidents("قتل خمسة في هجومي باريس.") != []
    assert incidents("انتهت مناورات الطيران الحربي في بغداد أمس.") == incidents("انتهت مناورات الطيران في بغداد أمس.")


def test_a_past_of_two_is_a_verb_behind_two_and_a_noun_elsewhere() -> None:
    assert incidents("قالت الشرطة إن شخصين قتلا في هجوم في كركوك أمس.") == [("attack", "done")]
    assert incidents("حصل الوزير على 111 صوتا في مجلس النواب.") == []


def test_where_what_a_word_needs_is_missing_the_model_must_take_it_for_the_same_type() -> None:
    assert by_model("وقع الخبر في بغداد على الناس.", وقع="incident.other") == []
    [event] = by_model("انتشلت الفرق العشرات من البحر.", انتشلت="incident.killing")
    assert event.slots["type"] == "killing"


def test_a_word_of_doubtful_sense_is_none_where_the_model_does_not_take_it_for_one() -> None:
    text = "أسر الجنود قائد الكتيبة في حلب."
    assert [told for told, _ in incidents(text)] == ["arrest"]
    assert by_model(text) == []
    assert len(by_model(text, أسر=("incident.arrest", 0.5))) == 1


def test_a_verb_may_tell_an_incident_without_cutting_clauses() -> None:
    text = "قال إن القوات الحكومية المدعومة تقدمت نحو مدينة الحديدة."
    assert incidents(text) == [("military-campaign", "done")]
    document = Document(Report("r", "r", "تقدم الوزير نحو القوات.", ""), None)
    assert 0 not in Context(document).verbs or Context(document).verbs[0].data.get("type") is None


def test_an_operation_that_strikes_somebody_is_one_incident() -> None:
    assert incidents("شنت القوات التونسية عملية عسكرية في سجنان استهدفت عناصر إرهابية.") == [
        ("military-campaign", "done")
    ]


def test_a_gathering_told_again_by_its_number_is_one() -> None:
    text = "تجمع الآلاف قرب حدود غزة أمس. وقال شهود إن الآلاف تجمعوا في غزة."
    assert incidents(text) == [("protest", "done")]


def test_at_least_so_many_dead_and_so_many_are_those_of_one_blast() -> None:
    text = "قتل 11 شخصا على الأقل في انفجار قرب مقديشو أمس. وقال مسؤول إن 11 شخصا قتلوا في الانفجار."
    assert len(incidents(text)) == 1


def test_who_raids_raids_somebody_and_who_changes_something_does_not() -> None:
    text = "قالت الوزيرة إن القرار لن يغير من موقف الحكومة شيئا، وإنه سيغير مصير البلاد."
    assert events_of(text, "incident") == []
    (event,) = events_of("أغارت أربع طائرات من سلاح الجو الاثنين على مواقع للمتمردين في صعدة.", "incident")
    assert (event.slots["type"], event.slots["place"]) == ("airstrike", ["saada"])


def test_who_is_cited_did_not_die_and_who_falls_to_a_bullet_did() -> None:
    assert incidents("واستشهد الجندي أحمد صالح برصاص المسلحين في صعدة.") == [("killing", "done")]
    assert incidents("واستشهد الكاتب أحمد صالح ببيانات المصرف المركزي.") == []
