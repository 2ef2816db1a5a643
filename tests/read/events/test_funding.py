"""What reports tell of money given. All of Monday 14 May 2018."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from prepared import prepared

from tawatur.read.events import funding
from tawatur.read.reading import read
from tawatur.record.types import Event, Report


def told(text: str) -> list[Event]:
    return funding.find(*prepared(text, date(2018, 5, 14)))


@pytest.mark.parametrize(
    ("text", "donor", "recipient", "amount"),
    [
        ("قدمت ألمانيا مساعدات بقيمة 20 مليون دولار للأردن.", ["germany"], ["jordan"], 20e6),
        ("منحت السعودية اليمن وديعة بملياري دولار.", ["saudi-arabia"], ["yemen"], 2e9),
        ("تبرعت الكويت بمبلغ 5 ملايين دولار لفلسطين.", ["kuwait"], ["palestine"], 5e6),
        ("خصصت اليابان 15 مليون دولار لدعم لبنان.", ["japan"], ["lebanon"], 15e6),
        ("تلقى الأردن مساعدات بقيمة 30 مليون دولار.", None, ["jordan"], 30e6),
    ],
)
def test_who_gives_how_much_to_whom(
    text: str, donor: list[str] | None, recipient: list[str] | None, amount: float
) -> None:
    (found,) = told(text)
    assert (found.slots.get("donor"), found.slots.get("recipient")) == (donor, recipient)
    assert found.slots["amount"].value == amount  # type: ignore[union-attr]


def test_what_it_is_for() -> None:
    (found,) = told("خصصت اليابان 15 مليون دولار من أجل إعادة بناء المدارس.")
    assert [s.text for s in found.slots["purpose"]] == ["إعادة بناء المدارس"]  # type: ignore[union-attr]


def test_the_same_sum_goes_to_the_same_and_for_the_same() -> None:
    _, same = told("خصصت اليابان 15 مليون دولار للأردن لدعم اللاجئين. وقدمت الإمارات المبلغ نفسه.")
    assert (same.slots["donor"], same.slots["recipient"]) == (["united-arab-emirates"], ["jordan"])
    assert [s.text for s in same.slots["purpose"]] == ["دعم اللاجئين"]  # type: ignore[union-attr]


def test_aid_without_a_sum() -> None:
    (found,) = told("أرسلت تركيا مساعدات إلى الصومال.")
    assert (found.slots["donor"], found.slots["recipient"]) == (["turkey"], ["somalia"])


def test_whom_it_goes_to_without_a_name() -> None:
    (found,) = told("قدمت الكويت مساعدات غذائية للاجئين السوريين في الأردن.")
    assert found.slots["recipient"] == ["لاجئين سوريين"]


def test_his_country_is_not_guessed() -> None:
    (found,) = told("أعلن مسؤول أن بلاده ستقدم 20 مليون دولار.")
    assert "donor" not in found.slots


def test_the_kingdom_that_gives_is_that_of_the_king_who_says_so_and_nobody_of_whom_he_was_quoted() -> None:
    text = (
        "استقبل العاهل السعودي الملك سلمان بن عبد العزيز الوفود. "
        'وفي كلمته، جدد العاهل السعودي التأكيد على موقفه، قائلا "نؤكد على أن القدس الشرقية جزء لا يتجزأ منا". '
        "كما أعلن تبرع المملكة بمبلغ 40 مليون دولار لدعم المدارس."
    )
    reading = read(Report("r", "r", text, "", published=date(2018, 5, 14)))
    (gift,) = [e for e in reading.events if e.kind == "funding"]
    assert gift.slots["donor"] == ["saudi-arabia"]


def test_money_without_a_sum() -> None:
    (found,) = told("إيران تمول حزب الله.")
    assert (found.slots["donor"], found.slots["recipient"]) == (["iran"], ["hezbollah"])


@pytest.mark.parametrize(
    "text",
    [
        "بلغت أرباح الشركة 20 مليون دولار.",
        "اشترى النادي اللاعب مقابل 30 مليون يورو.",
        "وقعت الشركة عقدا بقيمة 5 ملايين دولار.",
        "ارتفع سعر النفط إلى 80 دولارا.",
        "قدم الوزير استقالته.",
    ],
)
def test_what_is_no_funding(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("قدمت ألمانيا مساعدات بقيمة 20 مليون دولار للأردن.", "done"),
        ("ستقدم ألمانيا مساعدات بقيمة 20 مليون دولار للأردن.", "planned"),
        ("تعهدت ألمانيا بتقديم 20 مليون دولار للأردن.", "planned"),
    ],
)
def test_status(text: str, status: str) -> None:
    (found,) = told(text)
    assert found.status == status


WORDS = ["قدمت", "مساعدات", "ألمانيا", "للأردن", "20", "مليون", "دولار", "من أجل", "و", "،", ".", "ممول", "x"]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join) | st.text(max_size=30))
def test_nothing_raises_and_spans_are_the_text(text: str) -> None:
    for event in told(text):
        assert event.text == text[event.start : event.end]


@pytest.mark.parametrize(
    "text",
    [
        "تراجعت العقود الآجلة للذهب تسليم يونيو إلى 1290 دولارا للأوقية.",
        "بلغ رصيد القروض القائمة نحو 36 مليار ريال بنهاية العام.",
        "تراجع التمويل الأجنبي بقيمة 40 مليار دولار.",
        "وتصل العقوبة إلى السجن وعشرة آلاف درهم للدعم المالي للجماعات المحظورة.",
        "وقدمت عمان شكوى ضد فرض رسوم على سلع بقيمة 50 مليون دولار تستوردها مصر من الأردن.",
        "وواصلت القروض العقارية المقدمة من المصارف للأفراد نموها لتبلغ 40 مليار درهم.",
        "ووافقت المحكمة على دفع كفالة مالية قدرها مليون دينار مقابل إخلاء سبيله.",
        "وأنفق النادي أكثر من 40 مليون يورو من أجل التعاقد مع المهاجم فلان.",
    ],
)
def test_prices_and_balances_are_nobodys_gift(text: str) -> None:
    assert told(text) == []


def test_who_speaks_of_herself_gives_and_so_does_who_is_named_beside_her() -> None:
    text = "قالت ألمانيا إنها ستقدم أكثر من مليار يورو لسوريا والاتحاد الأوروبي 560 مليون يورو."
    found = [e.slots.get("donor") for e in read(Report("r", "r", text, "0")).events if e.kind == "funding"]
    assert found == [["germany"], ["european-union"]]
