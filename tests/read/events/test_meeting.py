"""What reports tell of meetings and visits. The report is of Tuesday 10 May 2022."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from prepared import prepared

from tawatur.read.document import Document
from tawatur.read.events import meetings, visits
from tawatur.record.types import Event, Interval, Number, Span

TUESDAY = date(2022, 5, 10)


def told(text: str) -> list[Event]:
    return meetings.find(*prepared(text, TUESDAY))


def slot(event: Event, name: str, document: Document | None = None) -> Any:
    value = event.slots.get(name)
    if isinstance(value, Number):
        return value.value
    if isinstance(value, Interval):
        return str(value.first)
    if isinstance(value, list):
        return [v.text if isinstance(v, Span) else v for v in value]
    return value


def one(text: str) -> Event:
    found = told(text)
    assert len(found) == 1, [e.text for e in found]
    return found[0]


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("عقد وزراء خارجية الاتحاد الأوروبي اجتماعا في بروكسل أمس.", "ministerial"),
        ("انعقد الاجتماع الوزاري للاتحاد الأوروبي في بروكسل أمس.", "ministerial"),
        ("انطلقت في الرياض أمس القمة العربية بمشاركة مصر والأردن.", "summit"),
        ("عقد المديرون السياسيون اجتماعهم في باريس أمس بحضور مصر والأردن.", None),
        ("استضافت تونس أمس اجتماع المدراء السياسيين للاتحاد الأوروبي.", "political-directors"),
        ("أجرى الرئيس دونالد ترامب محادثات مع الرئيس إيمانويل ماكرون في باريس.", "bilateral"),
    ],
)
def test_a_level_stands_at_the_noun_or_in_who_meets(text: str, level: str | None) -> None:
    found = told(text)
    if level is not None:
        assert [slot(e, "level") for e in found] == [level]


def test_a_city_that_hosts_is_the_place_and_a_country_the_host() -> None:
    city = one("تستضيف مدينة مراكش غدا اجتماع الاتحاد الأفريقي.")
    assert slot(city, "place") == ["marrakesh"]
    assert "host" not in city.slots
    country = one("يستضيف المغرب غدا اجتماع الاتحاد الأفريقي.")
    assert slot(country, "host") == ["morocco"]
    assert "place" not in country.slots


def test_body_date_and_agenda_of_a_session() -> None:
    event = one("يعقد مجلس الأمن الدولي غدا جلسة طارئة لبحث الوضع في ليبيا.")
    assert slot(event, "date") == "2022-05-11"
    assert event.status == "planned"
    assert slot(event, "topic") == ["الوضع في ليبيا"]
    assert len(event.slots["body"]) == 1  # type: ignore[arg-type]


def test_topics_are_cut_before_each_verbal_noun() -> None:
    event = one("عقد مجلس الأمن الدولي أمس اجتماعا لمناقشة مكافحة التهريب في البحر ومنع تدفق السلاح إلى ليبيا.")
    assert slot(event, "topic") == ["مكافحة التهريب في البحر", "منع تدفق السلاح إلى ليبيا"]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("عقد مجلس الأمن الدولي اجتماعا أمس.", "done"),
        ("يعقد مجلس الأمن الدولي اجتماعا غدا.", "planned"),
        ("سيعقد مجلس الأمن الدولي اجتماعا حول اليمن.", "planned"),
        ("من المقرر أن يعقد مجلس الأمن الدولي اجتماعا حول اليمن.", "planned"),
        ("دعت الكويت إلى عقد اجتماع طارئ لمجلس الأمن الدولي حول اليمن.", "planned"),
        ("ألغى مجلس الأمن الدولي اجتماعا مع إيران كان مقررا في جنيف.", "cancelled"),
        ("لم يعقد مجلس الأمن الدولي اجتماعا حول اليمن.", "denied"),
    ],
)
def test_status(text: str, status: str) -> None:
    assert one(text).status == status


def test_who_calls_is_the_convener() -> None:
    event = one("دعت الكويت إلى عقد اجتماع طارئ لمجلس الأمن الدولي حول اليمن.")
    assert slot(event, "convener") == ["kuwait"]


def test_two_who_meet_are_both_there() -> None:
    event = one("التقى الرئيس دونالد ترامب الرئيس إيمانويل ماكرون في باريس أمس.")
    assert len(event.slots["attended"]) == 2  # type: ignore[arg-type]
    assert slot(event, "level") == "bilateral"
    assert slot(event, "place") == ["paris"]


def test_adverbials_may_stand_before_whom_he_receives() -> None:
    event = one("استقبل الرئيس عبد الفتاح السيسي في القاهرة أمس الرئيس إيمانويل ماكرون.")
    assert len(event.slots["attended"]) == 2  # type: ignore[arg-type]


def test_patients_are_received_and_do_not_meet() -> None:
    assert told("استقبل المستشفى 42 جريحا أمس.") == []


def test_a_talk_with_a_channel_is_no_meeting() -> None:
    assert told("قال الوزير في لقاء مع قناة الجزيرة إن الوضع صعب.") == []


def test_what_is_only_supposed_is_no_meeting() -> None:
    assert told("إذا لم يعقد مجلس الأمن الدولي اجتماعا فستسوء الأمور.") == []


def test_the_speaker_of_a_press_conference_was_there() -> None:
    event = one("قال الرئيس إيمانويل ماكرون في مؤتمر صحفي عقده أمس إن بلاده ستشارك.")
    assert slot(event, "level") == "press-conference"
    assert len(event.slots["attended"]) == 1  # type: ignore[arg-type]


def test_one_meeting_gathers_from_sentence_to_sentence() -> None:
    event = one(
        "يستضيف المغرب غدا الاجتماع الوزاري للاتحاد الأفريقي.\n"
        "ويشارك في الاجتماع وزراء خارجية من عدة بلدان عربية.\n"
        "ويبحث الاجتماع دعم الاستقرار في الساحل."
    )
    assert slot(event, "host") == ["morocco"]
    assert slot(event, "attended") == ["وزراء خارجية من عدة بلدان عربية"]
    assert slot(event, "topic") == ["دعم الاستقرار في الساحل"]
    assert event.evidence["topic"][0].text == "دعم الاستقرار في الساحل"


def test_who_could_not_come_and_who_stood_in() -> None:
    event = one(
        "كان من المتوقع أن يترأس الرئيس دونالد ترامب المؤتمر، لكن حضوره تعذر بسبب المرض وناب عنه الوزير مايك بومبيو."
    )
    assert len(event.slots["absent"]) == len(event.slots["stand_in"]) == 1  # type: ignore[arg-type]
    assert event.slots["absent"] != event.slots["stand_in"]
    assert event.slots["attended"] == event.slots["stand_in"]


def test_a_meeting_on_the_sidelines_of_another() -> None:
    event = one("عقد وزراء خارجية مصر والأردن اجتماعا على هامش القمة العربية، لبحث إنقاذ لبنان.")
    assert slot(event, "on_sidelines_of")


def test_sessions_have_numbers() -> None:
    event = one("انعقد أمس الاجتماع السادس عشر لمجلس الأمن الدولي.")
    assert slot(event, "session") == 16


def test_two_press_conferences_and_a_meeting_stay_apart() -> None:
    found = told(
        "عقد مجلس الأمن الدولي اجتماعا أمس. وقال الرئيس إيمانويل ماكرون في مؤتمر صحفي في باريس إن الاجتماع كان مفيدا."
    )
    assert len(found) == 2


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("زار الرئيس إيمانويل ماكرون مراكش أمس.", "done"),
        ("يصل الرئيس إيمانويل ماكرون غدا إلى مراكش.", "planned"),
        ("قام الرئيس إيمانويل ماكرون بزيارة إلى مراكش أمس.", "done"),
        ("تأتي زيارة الرئيس إيمانويل ماكرون إلى مراكش بعد أيام من الانفجار.", None),
    ],
)
def test_visits(text: str, status: str | None) -> None:
    found = visits.find(*prepared(text, TUESDAY))
    assert [slot(e, "place") for e in found] == [["marrakesh"]]
    assert status is None or found[0].status == status


def test_an_invitation_to_visit_is_no_visit() -> None:
    assert visits.find(*prepared("دعا الوزير المنظمات إلى زيارة بيروت.", TUESDAY)) == []


VOCABULARY = (
    'عقد يعقد اجتماع الاجتماع لقاء قمة مؤتمر صحفي في مع بين على هامش المغرب الرياض ل ب و ، . " ( ) التقى استقبل',
    "الرئيس إيمانويل ماكرون الذي التي أن لبحث برئاسة بمشاركة 84 دولة غدا أمس ناب عنه لم إذا زيارة تعهد يلتزم",
)
words = st.sampled_from([word for line in VOCABULARY for word in line.split()])


@settings(max_examples=150, deadline=None)
@given(st.lists(words, max_size=40).map(" ".join) | st.text(max_size=120))
def test_nothing_breaks_and_spans_say_what_stands_there(text: str) -> None:
    document, context = prepared(text, TUESDAY)
    for event in [*meetings.find(document, context), *visits.find(document, context)]:
        assert text[event.start : event.end] == event.text
        for spans in event.evidence.values():
            assert all(text[s.start : s.end] == s.text for s in spans)
