"""What powers are accused of (meddling, strife, attacks on networks, aid kept out), and whose doing it is."""

from __future__ import annotations

from typing import Any

import pytest
from incidents_told import plain, slots, told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("تتهم أوكرانيا موسكو بالتدخل في الانتخابات عام 2016.", {"actor": ["russia"], "target": ["انتخابات"]}),
        ("رد على مزاعم تدخل روسيا في الاستفتاء.", {"actor": ["russia"], "target": ["استفتاء"]}),
        ("جاء على خلفية اتهام موسكو بتسميم جاسوس في لندن.", {"type": "attack", "actor": ["russia"]}),
        ("حملت لندن موسكو مسؤولية تسميم العميل.", {"type": "attack", "actor": ["russia"]}),
        ("يعيق المتمردون وصول المساعدات إلى المدنيين.", {"type": "other", "actor": ["متمردون"]}),
        ("ندد البيان بعرقلة الحوثيين وصول المساعدات.", {"type": "other", "actor": ["houthis"]}),
        ("نهبت ميليشيات الحوثي عشر قوافل في تعز.", {"type": "seizure", "actor": ["houthis"], "count": 10.0}),
    ],
)
def test_what_they_are_accused_of(text: str, expected: dict[str, Any]) -> None:
    (event,) = told(text)
    found = slots(event)
    assert {name: found.get(name) for name in expected} == expected


def test_the_accused_of_two_things_is_accused_of_both() -> None:
    meddling, attacks = told("فرضت عقوبات على شركة متهمة إياها بالتدخل في الانتخابات والوقوف وراء هجمات إلكترونية.")
    assert (meddling.slots["type"], attacks.slots["type"]) == ("other", "attack")
    assert meddling.slots["target"] == ["انتخابات"]


def test_strife_is_told_once_for_all_that_is_said_of_it() -> None:
    (event,) = told("قال الوزير إن حزب الله يطيل المعاناة في سوريا ويغذي العنف في العراق واليمن.")
    assert event.status == "ongoing"
    assert event.slots["actor"] == ["hezbollah"]
    assert event.slots["place"] == ["syria", "iraq", "yemen"]


def test_those_accused_are_they_of_whom_it_goes_on_to_speak() -> None:
    (event,) = told("أعلنت العقوبات، متهمة حزب الله وإيران بأنهم يطيلون المعاناة في سوريا، ويأججون العنف في العراق.")
    assert event.slots["actor"] == ["hezbollah", "iran"]
    assert event.slots["place"] == ["syria", "iraq"]


def test_what_is_kept_up_goes_on() -> None:
    (event,) = told("ندد البيان باستمرار احتلال القرم.")
    assert (event.slots["type"], event.status) == ("takeover", "ongoing")


@pytest.mark.parametrize(
    "text",
    [
        "دعا الوزير إلى منع التدخل في الانتخابات.",
        "يطيل المدرب التدريبات في الملعب.",
        "يمنع القانون التدخين في المطاعم.",
        "شدد على عدم الانخراط في نزاع مفتوح.",
        "يمثل ذلك انتهاك القرار منذ عام 2015.",
        "تدخل الوزير في النقاش أمس.",
        "قد تدخل القوات السورية مدينة عفرين خلال يومين.",
    ],
)
def test_what_is_no_incident(text: str) -> None:
    assert not told(text)


@pytest.mark.parametrize(
    "text",
    [
        "ردت موسكو بطرد 20 دبلوماسيا وإغلاق القنصلية في حلب.",
        "شنت روسيا هجمات إلكترونية على البرلمان. واتهمت لندن موسكو بتسميم العميل في سالزبري.",
    ],
)
def test_different_things_of_one_power_are_told_apart(text: str) -> None:
    assert [event.slots["actor"] for event in told(text)] == [["russia"], ["russia"]]


def test_a_war_without_an_end_goes_on_and_has_no_single_day() -> None:
    (event,) = told("قال الأمين العام في جنيف الثلاثاء إن الحرب اليمنية تعد أسوأ أزمة في العالم.")
    assert (event.status, event.slots["place"]) == ("ongoing", ["yemen"])
    assert "date" not in event.slots


def test_what_nobody_did_is_no_killing() -> None:
    (event,) = told("لقي ثلاثة أشخاص مصرعهم في صربيا جراء انخفاض درجات الحرارة.")
    assert event.slots["type"] == "other"


def test_a_day_since_which_nothing_was_worse_is_not_the_day_of_it() -> None:
    (event,) = told("قتل 61 شخصا في غزة في الهجوم الأعنف منذ عام 2014.")
    assert plain(event.slots.get("date")) != ("2014-01-01", "2018-04-18")


def test_a_toll_since_a_day_is_not_of_the_day_of_the_story() -> None:
    _, toll = told("قتل شخصان في هجوم في حلب الثلاثاء. وقتل 39 مدنيا على الأقل منذ بدء الحملة.")
    assert not {"date", "place"} & set(toll.slots)


@pytest.mark.parametrize(
    "text",
    [
        "اتهمت باريس طهران بأنها هاجمت السفينة.",
        "دعا الوزير إلى معاقبة إيران المتهمة بأنها هاجمت السفينة.",
        "قال الوزير إن إيران التي تتهمها باريس بأنها هاجمت السفينة تنفي ذلك.",
    ],
)
def test_what_somebody_is_accused_of_is_his_doing_and_not_his_accusers(text: str) -> None:
    (event,) = told(text)
    assert event.slots["actor"] == ["iran"]


@pytest.mark.parametrize(
    "text",
    [
        "أدانت وزارة الخارجية التونسية، الاثنين، الهجوم الذي استهدف كنيسة في نيروبي.",
        "توعد سامي الخطيب بالثأر لمقتل ثلاثة من رجاله في غارة على نيروبي.",
        "قال سامي الخطيب إن الوحدة مسؤولة عن فظائع الجنود، وكتب: «أسرفوا في جرائمهم».",
        "أشاد سامي الخطيب بقناص ظهر في شريط يطلق النار على متظاهر.",
        "وقال مدير المرصد سامي الخطيب إن الوحدات سيطرت على البلدة، وإن شركاتها باتت تسيطر على الميناء.",
    ],
)
def test_who_speaks_of_violence_did_not_do_it(text: str) -> None:
    doers = [str(doer) for event in told(text) for doer in event.slots.get("actor", [])]
    assert not [doer for doer in doers if "khatyb" in doer or "khatib" in doer or "tunisia" in doer]


@pytest.mark.parametrize(
    "text",
    [
        "أعلنت حركة طالبان أنها قتلت ستة جنود في كابل.",
        "أعلنت حركة طالبان مسؤوليتها عن الهجوم الذي استهدف كنيسة في كابل.",
        "هدد رئيس الوزراء بتوجيه ضربات إلى كابل.",
    ],
)
def test_who_tells_of_his_own_violence_did_it(text: str) -> None:
    assert any(event.slots.get("actor") for event in told(text))


def test_who_is_avenged_is_dead() -> None:
    (event,) = told("توعد سامي الخطيب بالثأر لمقتل ثلاثة من رجاله في نيروبي.")
    assert (event.status, event.slots["type"]) == ("done", "killing")
