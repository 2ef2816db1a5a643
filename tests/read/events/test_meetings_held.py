"""What is told of a meeting on its day: that it goes on, where, who was to come and did not; and what is told beside it
of bodies, money and pledges. The report is of Tuesday 10 May 2022."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Any

import pytest
from prepared import events_of

from tawatur.record.types import Event, Number, Span

told = partial(events_of, published=date(2022, 5, 10))


def slots(event: Event) -> dict[str, Any]:
    """What stands in an event's slots: lists of ids, words and quoted spans; numbers by their value."""
    return {
        slot: [v.text if isinstance(v, Span) else v for v in value]
        if isinstance(value, list)
        else value.value
        if isinstance(value, Number)
        else value
        for slot, value in event.slots.items()
    }


def one(text: str, kind: str) -> tuple[str, dict[str, Any]]:
    (event,) = told(text, kind)
    return event.status, slots(event)


HELD = "عقد وزراء الخارجية العرب في القاهرة، اليوم الثلاثاء، اجتماعا برئاسة وزير الخارجية المصري سامح شكري."


@pytest.mark.parametrize(
    "text",
    [
        "انطلق في مدينة صلالة العمانية، اليوم الثلاثاء، مؤتمر الطاقة برئاسة الوزير سالم العوفي.",
        "بدأت في مدينة صلالة العمانية اليوم الثلاثاء أعمال مؤتمر الطاقة برئاسة الوزير سالم العوفي.",
        "افتتح الوزير سالم العوفي في مدينة صلالة العمانية، اليوم الثلاثاء، مؤتمر الطاقة.",
    ],
)
def test_a_meeting_that_opens_today_goes_on_at_the_place_between_verb_and_subject(text: str) -> None:
    status, found = one(text, "meeting")
    assert (status, found["place"]) == ("ongoing", ["salalah"])


def test_what_was_planned_for_a_meeting_that_was_held_does_not_make_it_planned() -> None:
    text = HELD + "\nوكان من المقرر أن يحضر الاجتماع وزير الخارجية العراقي فؤاد حسين."
    assert one(text, "meeting")[0] == "done"


@pytest.mark.parametrize(
    "text",
    [
        "وكان من المقرر أن يحضر الاجتماع الرئيس اللبناني ميشال عون، لكنه غاب عنه لمرضه، وشارك نبيه بري نيابة عنه.",
        "وكان من المقرر أن يحضره الرئيس اللبناني ميشال عون، لكنه تغيب عنه، وشارك نبيه بري نيابة عنه.",
        "وغاب الرئيس اللبناني ميشال عون، ومثله رئيس مجلس النواب نبيه بري.",
    ],
)
def test_who_was_to_come_and_did_not_and_who_came_for_him(text: str) -> None:
    _, found = one(f"{HELD}\n{text}", "meeting")
    assert (found["absent"], found["stand_in"]) == (["michel-aoun"], ["nabih-berri"])
    assert "michel-aoun" not in found["attended"]
    assert "nabih-berri" in found["attended"]


def test_who_is_absent_elsewhere_was_not_missed_at_the_meeting() -> None:
    text = HELD + "\nوقال شهود إن المدينة هادئة.\nوفتحت المتاجر أبوابها.\nوغاب الرئيس اللبناني ميشال عون عن الأنظار."
    assert "absent" not in one(text, "meeting")[1]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("تستضيف العاصمة القطرية غدا الأربعاء الاجتماع الوزاري لمنظمة أوبك.", ["doha"]),
        ("تحتضن العاصمة المصرية القاهرة غدا الأربعاء الاجتماع الوزاري لمنظمة أوبك.", ["cairo"]),
    ],
)
def test_the_capital_of_a_country_is_its_city(text: str, place: list[str]) -> None:
    assert one(text, "meeting")[1]["place"] == place


def test_a_meeting_is_no_topic_of_itself_and_its_ministers_go_on_with_it() -> None:
    text = "القاهرة تكشف جدول أعمال اجتماع أسوان\nيعقد وزراء المياه في أسوان غدا الأربعاء اجتماعا."
    for topic in ("سبل ترشيد الري", '"سبل ترشيد الري"'):
        _, found = one(f"{text}\nوسيبحث الوزراء {topic}.", "meeting")
        assert (found["topic"], found["attended"]) == (["سبل ترشيد الري"], ["وزراء المياه"])


def test_the_day_since_when_is_not_the_day_of_the_meeting() -> None:
    text = "تنطلق غدا الأربعاء في بغداد القمة العربية الثانية والثلاثون، بحضور الرئيس ميشال عون للمرة الأولى منذ 2019."
    _, found = one(text, "meeting")
    assert (str(found["date"].first), found["session"]) == ("2022-05-11", 32)


def test_a_number_of_members_behind_a_relative_clause() -> None:
    text = "وتضم منظمة أوبك، التي تأسست عام 1960، 13 دولة."
    assert slots(told(text, "membership")[0])["count"] == 13
    assert told("وتضم منظمة أوبك، التي يرأسها العراق، خبراء من 13 دولة.", "membership") == []


def test_money_that_a_country_means_to_raise() -> None:
    text = "قال وزير المالية الألماني كريستيان ليندنر إن بلاده تعتزم جمع 200 مليون يورو لإعادة إعمار أوكرانيا."
    status, found = one(text, "funding")
    assert (status, found["donor"], found["purpose"]) == ("planned", ["germany"], ["إعادة إعمار أوكرانيا"])
    assert "recipient" not in found


def test_the_country_of_a_speaker_may_be_unknown() -> None:
    text = "قالت الوزيرة إن بلادها ستقدم 20 مليون دولار لبناء المدارس."
    status, found = one(text, "funding")
    assert (status, found) == ("planned", {"amount": 20e6, "purpose": ["بناء المدارس"]})


def test_the_kingdom_in_the_mouth_of_its_minister_and_two_places_of_one_gift() -> None:
    text = "قال وزير المالية السعودي محمد الجدعان إن المملكة ستقدم 50 مليون دولار لدعم التعليم في اليمن والسودان."
    _, found = one(text, "funding")
    assert (found["donor"], found["place"]) == (["saudi-arabia"], ["yemen", "sudan"])


def test_what_a_country_is_pledged_to_give_is_planned() -> None:
    text = "وصل وزير الخارجية الأميركي أنتوني بلينكن إلى مقديشو."
    text += " وتعهد بلينكن بأن تقدم بلاده مساعدات بقيمة 10 ملايين دولار للصومال."
    status, found = one(text, "funding")
    assert (status, found["donor"]) == ("planned", ["united-states"])


def test_an_aim_ends_before_where_it_was_said() -> None:
    text = "جدد وزراء مجلس التعاون الخليجي التزامهم بدعم استقرار اليمن، وذلك في بيان صدر بالرياض."
    assert one(text, "commitment")[1]["aim"] == ["دعم استقرار اليمن"]


def test_talks_that_are_over_are_not_the_next_meeting_of_the_body() -> None:
    text = (
        "وقال أمجد سالم بعد لقاء مع وزير الطاقة الروسي ألكسندر نوفاك إن المنظمة لن تخفض إنتاجها. "
        "والاجتماع المقبل لأوبك مقرر مطلع ديسمبر في فيينا."
    )
    talks, following = events_of(text, "meeting", published=date(2015, 7, 30))
    assert (talks.status, talks.slots.get("place"), following.status) == ("done", None, "planned")
    assert following.slots["body"] == ["opec"]
