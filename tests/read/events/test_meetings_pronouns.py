"""Meetings by pronouns, dropped subjects and verbs of talking; bodies that convene; awaited visits; remembered
foundings. The report is of Monday 15 June 2020."""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest
from prepared import events_of

told = partial(events_of, published=date(2020, 6, 15))


@pytest.mark.parametrize(
    "text",
    [
        "وصل وزير الخارجية الأردني أيمن الصفدي إلى القاهرة، والتقاه الرئيس المصري عبد الفتاح السيسي.",
        "زار وفد من حركة حماس طهران أمس، حيث استقبلهم الرئيس الإيراني حسن روحاني.",
        "قال الناطق إن وفدا عسكريا أردنيا زار القاهرة، والتقى الرئيس المصري عبد الفتاح السيسي، مؤكدا أن الأمر عادي.",
        "تحدث الرئيس الفرنسي إيمانويل ماكرون مع نظيره الروسي فلاديمير بوتين يوم الجمعة.",
    ],
)
def test_two_meet(text: str) -> None:
    [meeting] = told(text, "meeting")
    assert len(meeting.slots["attended"]) == 2  # type: ignore[arg-type]


def test_who_talks_with_a_medium_meets_nobody() -> None:
    assert told("تحدث الرئيس الفرنسي إيمانويل ماكرون مع الصحافيين في باريس.", "meeting") == []


def test_a_talk_and_a_summit_are_two_meetings() -> None:
    text = "تحدث الرئيس الروسي فلاديمير بوتين مع الرئيس التركي رجب طيب أردوغان، بعد يوم من قمة جمعت الزعيمين."
    assert [m.slots["level"] for m in told(text, "meeting")] == ["summit", "bilateral"]


def test_a_council_convenes() -> None:
    [meeting] = told("سينعقد المجلس الوطني الفلسطيني في رام الله نهاية الشهر.", "meeting")
    assert (meeting.status, meeting.slots["place"]) == ("planned", ["ramallah"])


def test_a_meeting_that_is_held_is_told_once() -> None:
    text = "قال الوزير إن اجتماع مجلس الجامعة العربية سينعقد في عمان يوم الأحد المقبل."
    [meeting] = told(text, "meeting")
    assert {"body", "place", "date"} <= set(meeting.slots)


def test_an_awaited_visit_is_planned() -> None:
    [visit] = told("يستعد الرئيس التركي رجب طيب أردوغان لزيارة مرتقبة إلى موسكو.", "visit")
    assert (visit.status, visit.slots["place"]) == ("planned", ["moscow"])


def test_the_day_on_which_a_founding_is_remembered_is_not_its_own() -> None:
    [founding] = told("احتفلت إسرائيل يوم الأحد بالذكرى السبعين لقيام دولة إسرائيل.", "founding")
    assert (founding.status, "date" in founding.slots) == ("done", False)


def test_who_sets_about_something_founds_nothing() -> None:
    assert told("ندد البيان بقيام حزب الله اللبناني بتدريب مقاتلين.", "founding") == []
