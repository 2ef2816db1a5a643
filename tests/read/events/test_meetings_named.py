"""Conferences that are called by what they are for, where they were held, and what somebody was doing."""

from __future__ import annotations

from datetime import date

import pytest
from prepared import events_of

from tawatur.record.types import Event


def meetings(text: str) -> list[Event]:
    return events_of(text, "meeting", published=date(2018, 4, 18))


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("تستضيف الرباط غدا المؤتمر دولي للمانحين لدعم جزر القمر.", "مؤتمر دولي للمانحين لدعم جزر القمر"),
        ("اختتمت اليوم في الرباط أعمال مؤتمر المانحين لدعم اليمن، بمشاركة المغرب.", "مؤتمر المانحين لدعم اليمن"),
        ("وقال أنطونيو غوتيريش في مؤتمر إعلان التبرعات من أجل اليمن.", "مؤتمر إعلان التبرعات من أجل اليمن"),
    ],
)
def test_a_conference_of_nobody_is_called_by_what_it_is_for(sentence: str, name: str) -> None:
    (meeting,) = meetings(sentence)
    assert meeting.slots["body"] == [name]
    assert "مانحين" not in meeting.slots.get("attended", [])  # type: ignore[operator]


@pytest.mark.parametrize("sentence", ["ألقى كلمة أمام مؤتمر طبي.", "تحدث في مؤتمر عن الزراعة.", "مؤتمر لدعم الزراعة."])
def test_what_it_is_about_alone_makes_no_meeting(sentence: str) -> None:
    assert not meetings(sentence)


def test_a_shorter_name_is_the_same_conference() -> None:
    (meeting,) = meetings(
        "استضافت الرباط أمس المؤتمر دولي للمانحين لدعم جزر القمر. وشاركت مصر في مؤتمر المانحين في الرباط."
    )
    assert meeting.slots["body"] == ["مؤتمر دولي للمانحين لدعم جزر القمر"]
    assert "egypt" in meeting.slots["attended"]  # type: ignore[operator]


def test_of_two_names_with_the_same_words_the_first_stays() -> None:
    (meeting,) = meetings(
        "استضافت الرباط أمس مؤتمر مانحين لدعم اليمن. وشاركت مصر في مؤتمر المانحين لدعم اليمن في الرباط."
    )
    assert meeting.slots["body"] == ["مؤتمر مانحين لدعم اليمن"]


def test_a_capital_that_hosts_is_the_place_and_the_country_that_holds_it_the_host() -> None:
    (meeting,) = meetings("تستضيف الدوحة غدا المؤتمر الدولي للمانحين، الذي تنظمه دولة قطر.")
    assert (meeting.slots["place"], meeting.slots["host"]) == (["doha"], ["qatar"])


def test_what_somebody_was_doing_is_past() -> None:
    (meeting,) = meetings("وقع التفجير بينما كان شيوخ عشائر يعقدون اجتماعا في فندق في مقديشو.")
    assert meeting.status == "done"


def test_what_stands_before_a_meeting_behind_about_is_not_its_topic() -> None:
    (meeting,) = meetings("سيصدر قرار بشأن العقوبات في اجتماع مجلس الأمن في أبريل.")
    assert "topic" not in meeting.slots
