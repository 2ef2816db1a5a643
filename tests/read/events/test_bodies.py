"""Members, foundings, leaders and commitments of bodies. The report is of Tuesday 10 May 2022."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from prepared import prepared

from tawatur.read.events import bodies, commitments
from tawatur.record.types import Event, Interval, Number, Span

TUESDAY = date(2022, 5, 10)


def of_kind(text: str, kind: str) -> list[Event]:
    return [e for e in bodies.find(*prepared(text, TUESDAY)) if e.kind == kind]


def bound(text: str) -> list[Event]:
    return commitments.find(*prepared(text, TUESDAY))


def slot(event: Event, name: str) -> Any:
    value = event.slots.get(name)
    if isinstance(value, Number):
        return value.value
    if isinstance(value, Interval):
        return (str(value.first), str(value.last))
    if isinstance(value, list):
        return [v.text if isinstance(v, Span) else v for v in value]
    return value


@pytest.mark.parametrize(
    "text",
    [
        "يضم الاتحاد الأوروبي 27 دولة.",
        "ويتألف الاتحاد الأوروبي من 27 عضوا.",
        "الاتحاد الأوروبي الذي يضم 27 دولة يعارض القرار.",
        "يتكون الاتحاد الأوروبي من 27 دولة.",
    ],
)
def test_how_many_members_a_body_has(text: str) -> None:
    (event,) = of_kind(text, "membership")
    assert slot(event, "count") == 27
    assert slot(event, "as_of") == ("2022-05-10", "2022-05-10")
    assert event.status == "ongoing"


def test_some_members_are_named() -> None:
    (event,) = of_kind("يضم الاتحاد الأفريقي 55 دولة، من بينها المغرب وتونس.", "membership")
    assert slot(event, "members") == ["morocco", "tunisia"]


def test_members_listed_after_a_colon() -> None:
    (event,) = of_kind("رحبت جميع الدول الأعضاء في مجلس التعاون الخليجي: البحرين والكويت وعمان.", "membership")
    assert slot(event, "members") == ["bahrain", "kuwait", "oman"]


def test_a_country_beside_its_membership() -> None:
    (event,) = of_kind("طالبت الكويت، العضو غير الدائم في مجلس الأمن الدولي، بالتحقيق.", "membership")
    assert slot(event, "members") == ["kuwait"]


def test_joining_a_body() -> None:
    (event,) = of_kind("انضمت تونس إلى الاتحاد الأفريقي.", "membership")
    assert slot(event, "members") == ["tunisia"]
    assert event.status == "done"


@pytest.mark.parametrize(
    "text",
    ["يضم المركز 20 غرفة.", "يضم الوفد ستة أشخاص.", "ضم اللقاء 30 مشاركا.", "أعضاء الحكومة في إجازة."],
)
def test_what_is_no_membership(text: str) -> None:
    assert of_kind(text, "membership") == []


@pytest.mark.parametrize(
    "text",
    [
        "تأسس الاتحاد الأفريقي عام 2002.",
        "تم تأسيس الاتحاد الأفريقي عام 2002.",
        "أعلن تأسيس الاتحاد الأفريقي عام 2002.",
        "الاتحاد الأفريقي الذي تأسس عام 2002 يضم دولا كثيرة.",
    ],
)
def test_foundings(text: str) -> None:
    (event,) = of_kind(text, "founding")
    assert slot(event, "date") == ("2002-01-01", "2002-12-31")
    assert event.status == "done"


def test_an_embassy_is_opened_an_exhibition_is_not_founded() -> None:
    (event,) = of_kind("دشنت الولايات المتحدة سفارتها في القدس أمس.", "founding")
    assert slot(event, "body")[0].startswith("سفارة")
    assert of_kind("افتتح الوزير المعرض أمس.", "founding") == []


def test_hours_before_an_opening_it_is_planned() -> None:
    (event,) = of_kind("تظاهر المئات قبل ساعات من تدشين سفارة الولايات المتحدة في القدس.", "founding")
    assert event.status == "planned"


@pytest.mark.parametrize(
    "text",
    [
        "التحالف العربي الذي تقوده السعودية يواصل عملياته.",
        "ترأس السعودية مجموعة العشرين.",
    ],
)
def test_countries_lead_bodies(text: str) -> None:
    (event,) = of_kind(text, "group")
    assert slot(event, "chair") == ["saudi-arabia"]


@pytest.mark.parametrize(
    ("text", "aims"),
    [
        ("تلتزم تونس بحماية المدنيين.", ["حماية المدنيين"]),
        ("تعهدت تونس بحماية المدنيين ودعم الاستقرار.", ["حماية المدنيين", "دعم الاستقرار"]),
        ("أكدت تونس أنها ملتزمة بمكافحة العنف والتطرف.", ["مكافحة العنف والتطرف"]),
        ("يهدف الاتحاد الأفريقي إلى القضاء على الفقر وتحقيق التنمية.", ["القضاء على الفقر", "تحقيق التنمية"]),
        ("جددت تونس التزامها بدعم الاستقرار.", ["دعم الاستقرار"]),
        ("التزام تونس بمكافحة الإرهاب وتجفيف منابعه.", ["مكافحة الإرهاب", "تجفيف منابعه"]),
        ("ستواصل تونس بالشراكة مع حلفائها العمل على وقف القتال.", ["وقف القتال"]),
        ("أعلنت تونس دعمها للمبادرة.", ["دعمها للمبادرة"]),
    ],
)
def test_commitments_and_their_aims(text: str, aims: list[str]) -> None:
    (event,) = bound(text)
    assert slot(event, "body") == ["tunisia"] or "الاتحاد" in text
    assert slot(event, "aim") == aims
    assert event.status == "ongoing"


def test_the_aims_end_where_the_source_is_named() -> None:
    (event,) = bound("تلتزم تونس بحماية المدنيين، بحسب بيان الوزارة.")
    assert slot(event, "aim") == ["حماية المدنيين"]


@pytest.mark.parametrize(
    "text",
    [
        "تعهدت تونس بتقديم 500 مليون دولار لدعم اللاجئين.",  # money promised is funding
        "كاميرا مصممة لصنع الأفلام.",
        "كانت تونس تسعى لإنتاج القمح.",
        "يسعى اللاعب إلى تحقيق الفوز.",
        "وعدنا إلى بيوتنا في المساء.",
    ],
)
def test_what_is_no_commitment(text: str) -> None:
    assert bound(text) == []


VOCABULARY = (
    "يضم تضم التحالف الاتحاد الأوروبي 27 دولة عضوا أعضاء الدول الأعضاء في من بينها المغرب تونس : ، . ( ) تأسس",
    "تأسيس عام 2014 تقوده السعودية رئيسا مشتركا ل التابعة للتحالف تلتزم ب بحماية ودعم على إلى الذي تعهد أعلنت دعمها",
)
words = st.sampled_from([word for line in VOCABULARY for word in line.split()])


@settings(max_examples=150, deadline=None)
@given(st.lists(words, max_size=40).map(" ".join) | st.text(max_size=120))
def test_nothing_breaks_and_spans_say_what_stands_there(text: str) -> None:
    document, context = prepared(text, TUESDAY)
    for event in [*bodies.find(document, context), *commitments.find(document, context)]:
        assert text[event.start : event.end] == event.text
        assert event.slots["body"]


def test_a_definite_noun_before_a_name_does_not_stand_for_it() -> None:
    [event] = bound("ساعدت الحكومة بوينغ. وتعهدت الحكومة بدعم الفقراء.")
    assert slot(event, "body") == ["حكومة"]
