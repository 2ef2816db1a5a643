"""How far incidents have come, who tells them, and that what is told twice is one."""

from __future__ import annotations

from datetime import date

import pytest
from prepared import events_of
from tagging import Told

from tawatur.read.events.incidents.joins import rank
from tawatur.record.types import Event, Number

SHOT = (
    "قتل خمسة أشخاص الاثنين في إطلاق نار داخل مدرسة شمال العراق. وقال مدير المدرسة إن خمسة أشخاص قتلوا وأصيب ستة آخرون"
    " الاثنين في إطلاق نار في الموصل. وقالت الإذاعة إن ستة آخرين أصيبوا."
)
OTHERWISE = "قتل خمسة أشخاص الاثنين في انفجار في الموصل. وقال طبيب إن تسعة أشخاص قتلوا الاثنين في انفجار في الموصل."
SERIES = "قتل ثلاثة في هجوم في إزمير الاثنين. وشهدت تركيا في السنوات الماضية سلسلة من الهجمات الدامية على الشرطة."
SUSPECT = "قتل ثلاثة أشخاص في هجوم على حانة. واعتقلت الشرطة شابا مشتبها به في الحادث."
HELD = "وصلت القوافل إلى بلدات تسيطر عليها الجماعة شمالي العراق."
TOOK = "وصلت القوافل إلى بلدات، وسيطرت الجماعة الاثنين على بلدة الحويجة."
AGREED = 'توصل الطرفان إلى اتفاق مع جماعة "فيلق الشمال"، على إجلاء ألف من مقاتليها من مدينة حمص.'
TRUCE = "أعلنت البلدية مقتل عشرة أشخاص منذ بدء الهدنة في إدلب."
CAMPAIGN = "وتشن السلطات المصرية منذ الانقلاب الفاشل حملة اعتقالات طالت صحفيين وقضاة."
STILL = "أفادت مصادر بأن الجيش السوري ما زال يدفع بتعزيزات عسكرية إلى محيط مدينة حمص."
ACCUSED = "اتهمت لندن الخميس دمشق بإخفاء الأدلة بشأن الهجوم الكيماوي على بلدة سراقب."
HIRED = "داهمت القوات القرية الاثنين لاعتقال ناشطين."
DRIVEN = "أسفر القصف على حمص عن مقتل 40 مدنيا وتشريد ألف شخص."
GRIP = "استعاد الجيش العراقي السيطرة على معظم الموصل. واستعاد الجيش العراقي نحو 80 في المئة من أحياء الموصل."
WITHDRAWN = (
    "توصل الطرفان إلى اتفاق حول انسحاب قوات الجماعة من مدينة حمص. وقال ناشط إن الاتفاق يقضي بانسحاب مسلحي الجماعة من"
    " ريف حمص."
)
FIRE = "اندلع حريق الاثنين في فندق بحي الزهور بالرياض. وقال المتحدث إن الفرق باشرت حريقا في فندق بحي السلام وأخمدته."
WILL = "ستدخل القوات بلدة تلعفر الخميس، وتعتقل المطلوبين في الموصل."
PRAISED = "شهدت حمص مقتل رجل وصفه جيرانه بأنه كان هادئا ومحبوبا بين الناس."


def incidents(text: str, **events: str | tuple[str, float]) -> list[Event]:
    tagger = Told({}, events) if events else None
    return events_of(text, "incident", published=date(2020, 6, 16), tagger=tagger)


def test_one_shooting_told_by_three_voices_is_one_and_keeps_the_voice_that_told_it_first() -> None:
    [event] = incidents(SHOT)
    assert event.statement is None
    assert (event.slots["killed"], event.slots["count"]) == (Number(5.0, "person"), Number(6.0, "person"))
    assert event.slots["place"] == ["mosul"]


def test_another_voice_with_another_count_tells_an_object_of_its_own() -> None:
    assert [e.slots["killed"].value for e in incidents(OTHERWISE)] == [5, 9]


def test_a_series_of_attacks_in_a_country_is_none_of_the_attacks_in_its_towns() -> None:
    assert len(incidents(SERIES, الهجمات="incident.attack")) == 2


def test_an_arrest_in_a_case_is_not_the_case() -> None:
    assert [e.slots["type"] for e in incidents(SUSPECT)] == ["attack", "arrest"]


def test_who_holds_a_place_is_said_of_it_and_happens_only_when_it_is_taken() -> None:
    assert incidents(HELD) == []
    assert "takeover" in [e.slots["type"] for e in incidents(TOOK)]


def test_what_is_agreed_upon_is_to_come_though_a_quoted_name_stands_before_it() -> None:
    [event] = incidents(AGREED, إجلاء="incident.other")
    assert event.status == "planned"


@pytest.mark.parametrize(("text", "kind"), [(TRUCE, "other"), (CAMPAIGN, "arrest"), (STILL, "military-campaign")])
def test_what_still_goes_on_is_ongoing(text: str, kind: str) -> None:
    found = [e for e in incidents(text, الهدنة="incident.other") if e.slots["type"] == kind]
    assert [e.status for e in found] == ["ongoing"]


def test_since_a_coup_it_is_not_the_doer_of_something_else_that_made_it() -> None:
    [coup] = [e for e in incidents(CAMPAIGN, الانقلاب="incident.takeover") if e.slots["type"] == "takeover"]
    assert "actor" not in coup.slots


def test_the_day_of_an_accusation_is_not_the_day_of_the_attack_it_is_about() -> None:
    [event] = incidents(ACCUSED, الهجوم="incident.attack")
    assert "date" not in event.slots


def test_whom_a_raid_is_to_arrest_has_not_been_arrested() -> None:
    assert [e.slots["type"] for e in incidents(HIRED, لاعتقال="incident.arrest")] == ["raid"]


def test_those_driven_out_are_counted_with_the_dead() -> None:
    [event] = incidents(DRIVEN)
    assert (event.slots["killed"].value, event.slots["count"].value) == (40, 1000)


def test_a_city_that_is_retaken_is_retaken_once_and_how_much_of_it_is_its_count() -> None:
    [event] = incidents(GRIP)
    assert event.slots["count"] == Number(80.0, "percent", "about")


def test_a_withdrawal_agreed_upon_is_one_by_whatever_word_it_is_told() -> None:
    words = {"انسحاب": "incident.military-campaign", "بانسحاب": "incident.military-campaign"}
    found = [e for e in incidents(WITHDRAWN, **words) if e.slots["type"] == "military-campaign"]
    assert [e.status for e in found] == ["planned"]


def test_a_fire_that_its_spokesman_tells_again_is_one_fire() -> None:
    assert len(incidents(FIRE)) == 1


def test_the_voice_is_that_of_the_words_in_which_it_is_told_and_not_of_what_they_are_told_beside() -> None:
    [event] = incidents(PRAISED)
    assert event.statement is None


def test_a_present_that_follows_a_future_is_to_come_too() -> None:
    assert {e.status for e in incidents(WILL)} == {"planned"}


def test_who_kills_himself_after_an_attack_is_apart_from_those_he_killed() -> None:
    text = (
        "قتل مسلح شخصين مساء الخميس في قاعة للسينما في مدينة تولوز. وقال قائد الشرطة إن شخصين قتلا في إطلاق النار"
        " قبل أن يقتل المسلح (58 عاما) نفسه بمسدس."
    )
    [attack, suicide] = incidents(text)
    assert attack.slots["killed"] == Number(2.0, "person")
    assert "killed" not in suicide.slots


def test_an_incident_told_by_an_arrest_and_another_word_is_called_by_the_arrest() -> None:
    assert min(("other", "arrest"), key=rank) == "arrest"
    assert min(("conflict", "airstrike", "killing"), key=rank) == "airstrike"
