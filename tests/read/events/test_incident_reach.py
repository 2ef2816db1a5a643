"""What of a sentence belongs to an incident: not what it is the answer to, nor what the sentence goes over to."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from incidents_told import slots, told


@pytest.mark.parametrize(
    ("text", "without"),
    [
        ("قصفت طائرات تركية مواقع للمسلحين، ورحبت الحكومة في بغداد بذلك.", "baghdad"),
        ("أصيب ثلاثة جنود في انفجار لغم، لكن الوزارة في القاهرة لم تعلق.", "cairo"),
        ("وقع هجوم على حافلة للجيش ردا على افتتاح قاعدة في جيبوتي.", "djibouti"),
    ],
)
def test_a_place_of_another_clause_is_not_where_it_happened(text: str, without: str) -> None:
    assert told(text)
    assert all(without not in e.slots.get("place", []) for e in told(text))


def test_the_place_before_the_turn_stays() -> None:
    (event,) = told("قتل خمسة جنود في هجوم في الموصل، فيما تظل الحكومة في القاهرة صامتة.")
    assert slots(event)["place"] == ["mosul"]


def test_the_year_in_which_somebody_else_did_something_is_not_the_day_of_the_attack() -> None:
    (event,) = told("هاجم الحرس الثوري الإيراني الذي أسس جامعة عام 1982 قافلة في الموصل.")
    assert "date" not in event.slots


def test_what_an_attack_answers_has_its_own_place_and_day() -> None:
    events = told("قصفت طائرات إسرائيلية مطارا في حمص الثلاثاء، على خلفية هجوم كيميائي مفترض في دوما قتل فيه عشرات.")
    assert [slots(e).get("place") for e in events] == [["homs"], ["douma"]]
    assert slots(events[0])["date"] == ("2018-04-17", "2018-04-17")


def test_a_similar_attack_is_another_one() -> None:
    events = told("قتل سبعة أشخاص في هجوم على مسجد في الموصل. وكان مسلحون قد شنوا هجوما مماثلا في الموصل.")
    assert [slots(e).get("killed") for e in events] == [7.0, None]


def test_what_is_said_not_to_have_been_done_is_denied() -> None:
    (event,) = told("قال متحدث إن إسرائيل لم تقصف مدينة حلب أمس.")
    assert (event.status, slots(event)["actor"]) == ("denied", ["israel"])


def test_a_denied_attack_takes_nothing_from_the_one_that_was() -> None:
    events = told("قتل سبعة أشخاص في غارة على مستشفى في حلب. وأكد البيان أن الجيش الأردني لم يشن غارات على حلب.")
    assert [(e.status, slots(e).get("killed")) for e in events] == [("done", 7.0), ("denied", None)]


def test_an_attack_without_dead_is_not_denied() -> None:
    assert all(e.status != "denied" for e in told("لم يسفر الهجوم على حلب عن سقوط قتلى."))


def test_a_toll_since_a_war_broke_out_reaches_to_the_day_of_the_report() -> None:
    events = told("قتل المئات في سوريا منذ اندلاع الحرب عام 2011.")
    assert slots(events[0])["date"] == ("2011-01-01", "2018-04-18")
    assert [e.slots["type"] for e in events] == ["killing", "conflict"]


def test_an_attack_on_a_weekday_was_on_the_last_one() -> None:
    (event,) = told("تظهر الصور الهجوم بسكين ليل السبت في باريس.")
    assert (event.status, slots(event)["date"]) == ("done", ("2018-04-14", "2018-04-14"))


def test_a_storm_may_be_expected_on_the_next_weekday() -> None:
    assert all(e.status == "planned" for e in told("من المتوقع وصول العاصفة إلى بيروت يوم السبت."))


def test_who_speaks_about_an_attack_did_not_do_it() -> None:
    assert all("actor" not in e.slots for e in told("كشفت الشرطة معلومات بشأن هجوم في باريس الأحد."))
    assert all("actor" not in e.slots for e in told("كشفت الشرطة هوية منفذ الهجوم في باريس."))


WORDS = [
    "هجوم",
    "ردا على",
    "لكن",
    "قصفت",
    "لم تشن",
    "منذ",
    "الحرب",
    "إسرائيل",
    "حلب",
    "السبت",
    "،",
    ".",
    "مماثل",
    "بعد",
    "الذي",
]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=20))
def test_any_order_of_cues_is_read(words: list[str]) -> None:
    text = " ".join(words)
    assert all(text[e.start : e.end] == e.text for e in told(text))
