"""What the learned model adds to the lists of meetings, visits and foundings: words without their company."""

from __future__ import annotations

from datetime import date

import pytest
from prepared import events_of
from tagging import Told

from tawatur.record.types import Event

SESSION = "جاءت كلمة المندوب ضمن جلسة حول مياه النهر."
VISIT = "عادت الحركة إلى السوق بعد زيارة الوزير أيمن الصفدي."
BASE = "قال الناطق إن بريطانيا استحدثت مديرية للأمن الغذائي."


def told(kind: str, text: str, **events: str | tuple[str, float]) -> list[Event]:
    return events_of(text, kind, published=date(2020, 6, 15), tagger=Told({"أيمن الصفدي": "PERS"}, events))


@pytest.mark.parametrize(
    ("kind", "text", "word"),
    [("meeting", SESSION, "جلسة"), ("visit", VISIT, "زيارة"), ("founding", BASE, "استحدثت")],
)
def test_a_word_without_its_company_tells_one_where_the_model_is_sure(kind: str, text: str, word: str) -> None:
    assert told(kind, text) == []
    assert [word in e.text for e in told(kind, text, **{word: kind})] == [True]
    assert told(kind, text, **{word: (kind, 0.4)}) == []


def test_a_word_that_is_said_of_much_else_is_a_meeting_only_by_the_model() -> None:
    text = "أجرى الوزير أيمن الصفدي حوارا مع المستثمرين في عمان."
    assert told("meeting", text) == []
    assert len(told("meeting", text, حوارا="meeting")) == 1


def test_a_definite_noun_takes_up_the_meeting_told_in_full() -> None:
    text = "القمة على الأبواب. تعقد القمة العربية في عمان يوم الأحد المقبل. ويرى الشارع أن القمة لن تغير شيئا."
    [meeting] = told("meeting", text, القمة="meeting")
    again = [s.text for spans in meeting.evidence.values() for s in spans]
    assert again.count("القمة") == 2


def test_a_definite_noun_takes_up_the_visit_told_before() -> None:
    [visit] = told("visit", "زار وفد من صندوق النقد الدولي المغرب. واستغرقت الزيارة يومين.", الزيارة="visit")
    assert "الزيارة" in [s.text for s in visit.evidence["visitor"]]


def test_several_meetings_in_general_are_none() -> None:
    assert told("meeting", "كثرت لقاءات الناس في المقاهي.", لقاءات="meeting") == []


def test_a_reception_is_a_meeting_of_who_receives_and_who_is_received() -> None:
    text = "جاء ذلك بعد استقبال أيمن الصفدي للرئيس الفرنسي إيمانويل ماكرون."
    assert told("meeting", text) == []
    (event,) = told("meeting", text, استقبال="meeting")
    assert event.slots["level"] == "bilateral"
    assert "emmanuel-macron" in event.slots["attended"]  # type: ignore[operator]
    assert len(event.slots["attended"]) == 2  # type: ignore[arg-type]
