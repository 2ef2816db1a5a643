"""What reports tell of incidents: who did what to whom, how many, where and when. All of Monday 14 May 2018."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from incidents_told import plain
from prepared import prepared

from tawatur.read.events import incidents
from tawatur.record.types import Event

MONDAY = date(2018, 5, 14)


def told(text: str) -> list[Event]:
    return incidents.find(*prepared(text, MONDAY))


def one(text: str) -> Event:
    found = told(text)
    assert len(found) == 1, [(e.slots["type"], e.text) for e in found]
    return found[0]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("قتل ثلاثة جنود في كمين قرب كركوك.", "killing"),
        ("هاجم مسلحون حافلة في سيناء أمس.", "attack"),
        ("انفجرت سيارة مفخخة في بغداد أمس.", "bombing"),
        ("قصفت طائرات حربية بلدة دوما أمس.", "airstrike"),
        ("اقتحمت الشرطة مكاتب الحزب في اسطنبول.", "raid"),
        ("اعتقلت الشرطة 12 شخصا في باريس.", "arrest"),
        ("خطف مسلحون ثلاثة مهندسين في ليبيا.", "kidnapping"),
        ("حاصرت القوات الحكومية المدينة أمس.", "siege"),
        ("استولى المتمردون على مطار المدينة أمس.", "takeover"),
        ("فككت السلطات خلية إرهابية في تونس.", "dismantlement"),
        ("تظاهر آلاف الأشخاص في برلين أمس.", "protest"),
        ("صادرت الجمارك أسلحة في الميناء أمس.", "seizure"),
        ("غرق قارب قبالة سواحل ليبيا أمس.", "other"),
    ],
)
def test_verbs_tell_their_type(text: str, kind: str) -> None:
    assert one(text).slots["type"] == kind


@pytest.mark.parametrize(
    ("text", "slots"),
    [
        ("قتل خمسة جنود في تفجير قرب كركوك.", {"killed": 5.0, "type": "bombing"}),
        ("قتل شخصان وأصيب سبعة آخرون في هجوم على حافلة.", {"killed": 2.0, "count": 7.0, "type": "attack"}),
        ("سقوط 12 قتيلا وإصابة 30 آخرين في غارة جوية.", {"killed": 12.0, "count": 30.0, "type": "airstrike"}),
        ("لقي أربعة عمال مصرعهم في حريق في مصنع.", {"killed": 4.0, "type": "other"}),
        ("أسفر الهجوم عن مقتل تسعة أشخاص.", {"killed": 9.0, "type": "attack"}),
        ("ارتفع عدد القتلى في الهجوم إلى 40 شخصا.", {"killed": 40.0}),
        ("مقتل جندي في هجوم مسلح في سيناء.", {"killed": 1.0}),
        ("اعتقلت الشرطة 12 شخصا في باريس.", {"count": 12.0, "target": None}),
        ("تظاهر آلاف الأشخاص في برلين أمس.", {"count": 1000.0}),
    ],
)
def test_numbers_go_to_the_dead_or_to_the_count(text: str, slots: dict[str, Any]) -> None:
    found = one(text)
    assert {name: plain(found.slots.get(name)) for name in slots} == slots


@pytest.mark.parametrize(
    ("text", "actor", "target"),
    [
        ("القوات الحكومية قتلت 46 مسلحا في درعا.", ["قوات حكومية"], ["مسلحا"]),
        ("قتل 46 مسلحا برصاص القوات الحكومية في درعا.", ["قوات حكومية"], ["مسلحا"]),
        ("قتل صحفي على يد مجهولين في غزة أمس.", ["مجهولين"], ["صحفي"]),
        ("قتلت الشرطة مسلحين في باريس.", ["شرطة"], ["مسلحين"]),
        ("شنت روسيا غارات على إدلب أمس.", ["russia"], ["idlib"]),
        ("غارة أمريكية على الحديدة أمس أوقعت ثلاثة قتلى.", ["united-states"], ["hodeidah"]),
        ("أطلق مسلحون النار على متظاهرين في بغداد.", ["مسلحون"], ["متظاهرين"]),
        ("داهمت الشرطة 41 منزلا في بريطانيا.", ["شرطة"], ["منزلا"]),
    ],
)
def test_who_did_it_and_who_suffered_it(text: str, actor: list[str], target: list[str]) -> None:
    found = one(text)
    assert (found.slots.get("actor"), found.slots.get("target")) == (actor, target)


@pytest.mark.parametrize(
    "text",
    [
        "بحث الوزيران مكافحة الهجمات الإرهابية في المنطقة.",
        "حذر الوزير من خطر الحرب في المنطقة.",
        "لم يقتل أحد في الانفجار.",
        "لم ترد تقارير عن سقوط قتلى.",
        "أطلق الوزير مبادرة لدعم الشباب.",
        "أفاد بيان صادر عن الوزارة بأن الاجتماع تأجل.",
        "فتح الرئيس باب الحوار مع الأحزاب.",
        "ضبط المدرب إيقاع الفريق في المباراة.",
        "إذا قتلت القوات مدنيين فسنرد.",
        "توفي الفنان عن عمر ناهز 80 عاما.",
        "أطلقت كوريا صاروخا في تجربة جديدة.",
    ],
)
def test_what_is_no_incident(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("قتل ثلاثة جنود في كمين أمس.", "done"),
        ("دعا الاتحاد إلى إضراب عام غدا الثلاثاء.", "planned"),
        ("نفى الجيش مقتل ثلاثة جنود في الهجوم.", "denied"),
        ("الاحتجاجات المستمرة منذ 30 مارس الماضي.", "ongoing"),
    ],
)
def test_status(text: str, status: str) -> None:
    assert one(text).status == status


def test_an_incident_told_twice_is_one() -> None:
    assert len(told("قتل 20 شخصا في هجوم في كابول أمس. وقال مسؤول إن الهجوم أوقع 20 قتيلا.")) == 1


def test_two_counts_are_two() -> None:
    assert len(told("قتل 20 شخصا في هجوم في كابول أمس. وقالت الوزارة إن 25 شخصا قتلوا في الهجوم.")) == 2


def test_the_day_of_the_story_holds_for_its_counts() -> None:
    found = told("قتل 20 شخصا في هجوم في كابول أمس. وقالت الوزارة إن 25 شخصا قتلوا في الهجوم.")
    assert [plain(e.slots.get("date")) for e in found] == [("2018-05-13", "2018-05-13")] * 2


def test_since_a_day() -> None:
    found = one("قتلت القوات 46 شخصا منذ 30 مارس الماضي.")
    assert plain(found.slots["date"]) == ("2018-03-30", "2018-05-14")


WORDS = [
    "قتل",
    "هجوم",
    "في",
    "غزة",
    "برصاص",
    "الجيش",
    "مقتل",
    "5",
    "و",
    "،",
    ".",
    "«",
    "»",
    "شخصا",
    "أصيب",
    "\u064e",
    "x",
]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join) | st.text(max_size=30))
def test_nothing_raises_and_spans_are_the_text(text: str) -> None:
    for event in told(text):
        assert event.text == text[event.start : event.end]
