"""The meeting to come beside those told before it: its own day and place, and nobody who only spoke before. Invented
sentences; the report is of Monday 15 June 2020."""

from __future__ import annotations

from datetime import date

from prepared import events_of

from tawatur.record.types import Event

HELD = "عقد وزراء الزراعة العرب، الثلاثاء في تونس، اجتماعهم الوزاري الخامس. "
MET = "وعلى هامش الاجتماع، التقى الوزير المغربي ناصر بوريطة الوزير الأميركي أنتوني بلينكن. "
NEXT = "وسيعقد الاجتماع المقبل في الدوحة في النصف الأول من العام المقبل."


def meetings(text: str) -> list[Event]:
    return events_of(text, "meeting", published=date(2020, 6, 15))


def test_the_next_meeting_is_none_that_two_had_before() -> None:
    _, met, ahead = meetings(HELD + MET + NEXT)
    assert met.status == "done"
    assert "place" not in met.slots
    assert ahead.status == "planned"
    assert ahead.slots["place"] == ["doha"]


def test_a_meeting_that_will_be_held_is_not_held_by_who_spoke_before() -> None:
    assert "attended" not in meetings(HELD + MET + NEXT)[-1].slots
    held_by = meetings("أعلن الرئيس الفرنسي إيمانويل ماكرون خطته. وسيعقد القمة في باريس الشهر المقبل.")
    assert held_by[-1].slots["attended"] == ["emmanuel-macron"]


def test_a_session_is_numbered_behind_whose_it_is() -> None:
    assert getattr(meetings(HELD)[0].slots["session"], "value", None) == 5


def topics(text: str) -> list[str]:
    return [t.text for t in meetings(text)[0].slots["topic"]]  # type: ignore[union-attr]


def test_what_is_added_to_a_topic_is_one_of_its_own() -> None:
    text = "بحث وزير الخارجية المغربي ناصر بوريطة مع نظيره الأميركي أنتوني بلينكن العلاقات بين البلدين"
    assert topics(f"{text}، إلى جانب تطورات الوضع في ليبيا.") == ["العلاقات بين البلدين", "تطورات الوضع في ليبيا"]
    assert topics(f"{text}، الجمعة في الدوحة.") == ["العلاقات بين البلدين"]
    assert topics(f"{text}، إلى جانب سفراء من عدة دول.") == ["العلاقات بين البلدين"]
