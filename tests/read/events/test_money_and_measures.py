"""Money announced, given and held back, and measures told as shares, masses and new values."""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest
from prepared import events_of

told = partial(events_of, published=date(2018, 4, 18))


@pytest.mark.parametrize(
    ("text", "status", "donor", "recipient"),
    [
        ("أعلنت ألمانيا تقديم 20 مليون دولار للأردن.", "planned", ["germany"], ["jordan"]),
        ("قدمت ألمانيا 20 مليون دولار للأردن.", "done", ["germany"], ["jordan"]),
        ("تعهدت الكويت بتقديم 250 مليون دولار لليمن.", "planned", ["kuwait"], ["yemen"]),
        ("جمدت واشنطن مساعدات بقيمة 65 مليون دولار لباكستان.", "cancelled", ["united-states"], ["pakistan"]),
        ("حصلت مصر على قرض بقيمة 2 مليار دولار من الصين.", "done", ["china"], ["egypt"]),
    ],
)
def test_money(text: str, status: str, donor: list[str], recipient: list[str]) -> None:
    (found,) = told(text, "funding")
    assert (found.status, found.slots.get("donor"), found.slots.get("recipient")) == (status, donor, recipient)


def test_pledges_go_where_the_pledges_before_them_went() -> None:
    text = "تعهدت السعودية بتقديم 500 مليون دولار لليمن. وتعهدت الكويت بتقديم 250 مليون دولار."
    assert [e.slots.get("recipient") for e in told(text, "funding")] == [["yemen"], ["yemen"]]


@pytest.mark.parametrize(
    ("text", "value", "measure"),
    [
        (
            "قال المنسق إن المبلغ الذي تعهد به المانحون في روما لا يغطي سوى 30% من الاحتياجات.",
            30,
            ["لا يغطي سوى 30% من الاحتياجات"],
        ),
        ("ويغطي المشروع 20% من حاجة البلاد.", 20, ["يغطي المشروع 20% من حاجة البلاد"]),
        ("إن 25 مليون شخص يحتاجون إلى مساعدات، بينهم 14 مليون طفل.", 25e6, ["يحتاجون إلى مساعدات"]),
        ("نحو 3 ملايين شخص، بينهم مليون طفل، يحتاجون إلى الغذاء.", 3e6, ["يحتاجون إلى الغذاء"]),
        ("يعاني 8 ملايين شخص من الجوع في اليمن، منهم مليونا طفل.", 8e6, ["يعاني", "من الجوع في اليمن"]),
        ("هناك 6 ملايين نازح داخل سوريا.", 6e6, ["نازح داخل سوريا"]),
        ("نحو 3 ملايين طفل سوري لا يحصلون على التعليم وفي بعض المناطق خطر.", 3e6, ["لا يحصلون على التعليم"]),
        ("ويعيش في مدينة حمورية نحو 33 ألف شخص.", 33e3, ["يعيش في مدينة حمورية"]),
        ("يعمل نحو 6 ملايين عاطل عن العمل في الزراعة، بحسب الوزارة.", 6e6, ["يعمل", "عاطل عن العمل في الزراعة"]),
    ],
)
def test_a_measure_holds_its_negation_and_no_part_of_those_who_are_counted(
    text: str, value: float, measure: list[str]
) -> None:
    (found,) = told(text, "statistic")
    assert found.slots["value"].value == value  # type: ignore[union-attr]
    assert [s.text for s in found.slots["measure"]] == measure  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("text", "value", "measure"),
    [
        ("يعيش أكثر من 22 مليون شخص تحت خط الفقر.", 22e6, "يعيش تحت خط الفقر"),
        ("ارتفع سعر اللتر من 3 دولارات إلى 4 دولارات.", 4, "سعر اللتر"),
        ("ارتفعت أسعار النفط لتبلغ 74 دولارا للبرميل.", 74, "أسعار النفط"),
        ("صعد برنت حوالي 6 بالمئة.", 6, "برنت"),
        ("قال التقرير إن الحكومة لا تسيطر إلا على 30 في المئة من البلاد.", 30, "الحكومة لا تسيطر"),
    ],
)
def test_measures(text: str, value: float, measure: str) -> None:
    (found,) = told(text, "statistic")
    assert found.slots["value"].value == value  # type: ignore[union-attr]
    assert " ".join(s.text for s in found.slots["measure"]) == measure  # type: ignore[union-attr]


def test_a_persons_age_is_no_statistic() -> None:
    assert told("ويبلغ أحمد صالح من العمر 44 عاما.", "statistic") == []


@pytest.mark.parametrize(
    ("text", "slots"),
    [
        ("تقدمت النرويج بـ 40 مليون دولار لليمن.", ("done", ["norway"], ["yemen"], 40e6)),
        ("زودت النرويج برنامج الأغذية العالمي بمبلغ 12 مليون دولار.", ("done", ["norway"], ["wfp"], 12e6)),
        ("يحتاج العراق إلى 88 مليار دولار لإعادة الإعمار.", ("planned", None, ["iraq"], 88e9)),
        ("طلبت اليابان 200 مليون دولار لمساعدة النازحين.", ("planned", None, ["نازحين"], 200e6)),
        ("أمرت واشنطن بتجميد 200 مليون دولار مخصصة لباكستان.", ("cancelled", ["united-states"], ["pakistan"], 200e6)),
        ("سددت اليونان ملياري يورو لصندوق النقد الدولي.", ("done", ["greece"], ["imf"], 2e9)),
        ("تأمل الأمم المتحدة في جمع 500 مليون دولار خلال المؤتمر.", ("planned", None, ["united-nations"], 500e6)),
        ("يأمل السودان بجمع منح بقيمة مليار دولار.", ("planned", None, ["sudan"], 1e9)),
        ("بلغ حجم التعهدات 412 مليون دولار.", ("planned", None, None, 412e6)),
        ("تم تخصيص مليوني دولار للأدوية.", ("done", None, None, 2e6)),
        ("قدمت الإمارات 170 مليون درهم (46 مليون دولار) لليمن.", ("done", ["united-arab-emirates"], ["yemen"], 170e6)),
    ],
)
def test_classes_of_money(text: str, slots: tuple[str, list[str] | None, list[str] | None, float]) -> None:
    (found,) = told(text, "funding")
    status, *parties, amount = slots
    assert (found.status, [found.slots.get("donor"), found.slots.get("recipient")]) == (status, parties)
    assert found.slots["amount"].value == amount  # type: ignore[union-attr]
    assert told(text, "statistic") == []


def test_each_of_several_gives_his_own_sum() -> None:
    text = "قدمت السعودية مليار دولار لليمن والإمارات 500 مليون دولار، والاتحاد الأوروبي بمبلغ 45 مليون يورو."
    given = [(e.slots["donor"], e.slots["amount"].value, e.slots["recipient"]) for e in told(text, "funding")]  # type: ignore[union-attr]
    assert given == [
        (["saudi-arabia"], 1e9, ["yemen"]),
        (["united-arab-emirates"], 500e6, ["yemen"]),
        (["european-union"], 45e6, ["yemen"]),
    ]


def test_the_same_sum_is_the_sum_told_before() -> None:
    found = told("تبرعت الكويت لليمن بمبلغ 20 مليون دولار، وتبرعت قطر بالمبلغ نفسه.", "funding")
    assert [(e.slots["donor"], e.slots["amount"].value) for e in found] == [(["kuwait"], 20e6), (["qatar"], 20e6)]  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "text",
    [
        "باعت الشركة أسهما بقيمة 20 مليون دولار.",
        "حكمت المحكمة على المصرف بغرامة 5 ملايين دولار.",
        "تقدم الحزب بفارق كبير.",
        "تتقاضى المدربة راتبا قدره 20 ألف دولار تدفعه لها الجمعية.",
    ],
)
def test_money_that_nobody_gives(text: str) -> None:
    assert told(text, "funding") == []
