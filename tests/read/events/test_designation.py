"""What reports tell of sanctions and lists. All of Monday 14 May 2018."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from prepared import events_of, prepared

from tawatur.read.events import designations
from tawatur.read.reading import read
from tawatur.record.types import Event, Number, Report


def told(text: str) -> list[Event]:
    return designations.find(*prepared(text, date(2018, 5, 14)))


def one(text: str) -> Event:
    found = told(text)
    assert len(found) == 1, [e.text for e in found]
    return found[0]


@pytest.mark.parametrize(
    ("text", "authority", "target"),
    [
        ("فرضت الولايات المتحدة عقوبات على إيران.", "united-states", "iran"),
        ("أعلنت الولايات المتحدة فرض عقوبات جديدة على سوريا.", "united-states", "syria"),
        ("أدرجت السعودية حزب الله على قائمة الإرهاب.", "saudi-arabia", "hezbollah"),
        ("صنفت بريطانيا حزب الله منظمة إرهابية.", "united-kingdom", "hezbollah"),
        ("العقوبات الأمريكية تستهدف إيران.", "united-states", "iran"),
        ("نددت السعودية بقطر وفرضت عليها عقوبات.", "saudi-arabia", "qatar"),
        ("اعترفت غواتيمالا بالقدس عاصمة لإسرائيل.", "guatemala", "jerusalem"),
    ],
)
def test_who_designates_whom(text: str, authority: str, target: str) -> None:
    found = one(text)
    assert authority in found.slots["authority"]  # type: ignore[operator]
    assert target in found.slots["target"]  # type: ignore[operator]


def test_a_list_and_a_number() -> None:
    found = one("أدرجت السعودية، أمس الأحد، ستة أفراد على قائمة الإرهاب.")
    assert found.slots["list"] == ["قائمة الإرهاب"]
    count = found.slots["count"]
    assert isinstance(count, Number)
    assert (count.value, count.unit) == (6, "person")
    assert found.slots["target"] == ["أفراد"]


def test_two_numbers_are_two_designations() -> None:
    found = told("أدرجت السعودية 10 أفراد و4 كيانات على قائمة الإرهاب.")
    assert [e.slots["count"].value for e in found] == [10, 4]  # type: ignore[union-attr]


def test_names_that_follow_join_the_designation() -> None:
    found = one("فرضت الولايات المتحدة عقوبات على سوريا. وتشمل العقوبات أيضا إيران وروسيا.")
    assert {"syria", "iran", "russia"} <= set(found.slots["target"])  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("فرضت واشنطن عقوبات على إيران أمس.", "done"),
        ("هدد الرئيس بفرض عقوبات على إيران.", "planned"),
        ("ستفرض فرنسا عقوبات على إيران.", "planned"),
    ],
)
def test_status(text: str, status: str) -> None:
    assert one(text).status == status


@pytest.mark.parametrize(
    "text",
    [
        "تأثر الاقتصاد بالعقوبات الدولية.",
        "أضاف الوزير أن القائمة طويلة.",
        "وضع الوزير حجر الأساس للمشروع.",
        "إذا فرضت واشنطن عقوبات على إيران فسترد طهران.",
        "ذكر البيان أن العقوبات لن ترفع.",
    ],
)
def test_what_is_no_designation(text: str) -> None:
    assert told(text) == []


WORDS = ["عقوبات", "فرض", "على", "قائمة", "أدرجت", "إيران", "5", "أفراد", "و", "،", ".", "العقوبات", "هم", "x"]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join) | st.text(max_size=30))
def test_nothing_raises_and_spans_are_the_text(text: str) -> None:
    for event in told(text):
        assert event.text == text[event.start : event.end]


def test_the_object_comes_after_a_long_subject_and_its_partners() -> None:
    found = told("أدرجت الكويت وبالتعاون مع الولايات المتحدة، 7 أفراد و3 شركات تنتمي للجماعة على قائمة الإرهاب.")
    assert [e.slots["count"] for e in found] == [Number(7, "person"), Number(3, "company")]


def test_a_list_of_names_goes_on_in_the_next_sentence() -> None:
    event = one(
        "أدرجت الكويت 5 أفراد على قائمة الإرهاب.\n"
        "وأسماء الأفراد المدرجة هي على النحو التالي، خالد العلي، وسالم العتيبي.\n"
        "إضافة إلى مجموعة كيانات، وهي شركة الأمل للتجارة، ومحمد يوسف."
    )
    assert {"khald-alaly", "salm-alatyby", "mhmd-ywsf"} <= set(event.slots["target"])


def test_a_name_taken_off_a_list() -> None:
    found = one("أعلنت السعودية رفع اسم الرئيس السابق من قائمة العقوبات.")
    assert (found.status, found.slots["target"]) == ("cancelled", ["رئيس سابق"])


def test_a_ranking_is_no_list() -> None:
    assert told("صنفت المجلة الجامعة ضمن قائمة أفضل 100 جامعة.") == []


def test_who_only_says_that_somebody_designates_is_no_authority() -> None:
    text = "قال وزير الخارجية سامح شكري إن الجهة التي أدرجت الحزب على القائمة السوداء هي جهة أخرى."
    found = read(Report("r", "r", text, "0", published=date(2018, 4, 18))).events
    assert all("authority" not in e.slots for e in found if e.kind == "designation")


def test_a_city_that_is_recognised_as_a_capital_is_told_once() -> None:
    text = "رفض القادة الاعتراف بالقدس عاصمة لإسرائيل، بعد أن اعترف الرئيس الأميركي بالقدس عاصمة لإسرائيل."
    assert [e.kind for e in events_of(text, "designation", "incident")] == ["designation"]
