"""Who "the two" are, what they agree upon, and bodies that are told by words. The report is of Tuesday 10 May 2022."""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest
from prepared import events_of

told = partial(events_of, published=date(2022, 5, 10))


@pytest.mark.parametrize(
    "text",
    [
        "زار الرئيس الروسي فلاديمير بوتين والرئيس التركي رجب طيب أردوغان المعرض. وقد التقيا في أنقرة في 27 أبريل.",
        "أثنى الرئيس الروسي فلاديمير بوتين على الرئيس التركي رجب طيب أردوغان، بعد يوم من قمة جمعت الزعيمين.",
        "اجتمع الرئيسان الروسي فلاديمير بوتين والتركي رجب طيب أردوغان في أنقرة يوم الاثنين.",
    ],
)
def test_the_two_who_were_named_meet(text: str) -> None:
    [meeting] = told(text, "meeting")
    assert len(meeting.slots["attended"]) == 2  # type: ignore[arg-type]


def test_an_agreement_to_meet_plans_a_meeting_and_is_no_commitment() -> None:
    text = "اتفق الرئيس الروسي فلاديمير بوتين والرئيس التركي رجب طيب أردوغان على عقد لقاءات جديدة."
    [meeting] = told(text, "meeting")
    assert meeting.status == "planned"
    assert told(text, "commitment") == []


def test_a_verb_of_discussing_with_somebody_tells_a_meeting() -> None:
    text = "بحث أمير الكويت صباح الأحمد مع وزير الخارجية الفرنسي جان إيف لودريان في الكويت العلاقات الثنائية."
    assert len(told(text, "meeting")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "تعهد الرئيس الفرنسي إيمانويل ماكرون تقديم الدعم للبنان.",
        "اتفقت مصر والسودان على تعزيز التعاون الأمني.",
        "تعتزم تركيا إقامة منطقة آمنة في شمال سوريا.",
        "جدد الاتحاد الأوروبي تمسكه بالاتفاق النووي مع إيران.",
    ],
)
def test_what_a_body_binds_itself_to(text: str) -> None:
    [commitment] = told(text, "commitment")
    assert commitment.slots["aim"]


def test_a_group_told_by_words_has_parent_chairs_and_size() -> None:
    text = (
        "عقد اجتماع لمجموعة حماية الممرات المائية التابعة لجامعة الدول العربية. "
        "وتشارك مصر والأردن في قيادة المجموعة التي تضم نحو 12 دولة."
    )
    [group] = told(text, "group")
    assert len(group.slots["body"]) == 1  # type: ignore[arg-type]
    assert len(group.slots["chair"]) == 2  # type: ignore[arg-type]
    assert "parent" in group.slots


def test_a_wing_is_part_of_its_movement() -> None:
    [group] = told("أعلنت كتائب القسام، الجناح العسكري لحركة حماس، الاستنفار.", "group")
    assert "parent" in group.slots


@pytest.mark.parametrize(
    "text",
    [
        "توجه وفد من الحزب إلى القاهرة.",
        "غادر نائب الرئيس الأميركي مايك بنس القاهرة متوجها إلى عمان.",
        "خلال زيارته الأخيرة إلى بغداد، قال وزير الخارجية الفرنسي جان إيف لودريان إن بلاده باقية.",
    ],
)
def test_who_sets_out_for_a_place_visits_it(text: str) -> None:
    assert len(told(text, "visit")) == 1


def test_several_places_of_one_journey() -> None:
    [visit] = told("يزور وزير الخارجية الأميركي مايك بومبيو السعودية وإسرائيل والأردن غدا.", "visit")
    assert len(visit.slots["place"]) == 3  # type: ignore[arg-type]
