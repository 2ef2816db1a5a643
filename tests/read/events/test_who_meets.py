"""Who meets whom, however far apart they stand. The report is of Wednesday 18 April 2018."""

from __future__ import annotations

from datetime import date

import pytest
from prepared import events_of, filled

from tawatur.record.types import Event

WEDNESDAY = date(2018, 4, 18)


def events(text: str, kind: str = "meeting") -> list[Event]:
    return events_of(text, kind, published=WEDNESDAY)


def names(text: str, slot: str = "attended", kind: str = "meeting") -> list[set[str]]:
    """The values of a slot as words, an event each."""
    return [set(slots.get(slot, [])) for slots, _ in filled(text, kind, WEDNESDAY)]


@pytest.mark.parametrize(
    "text",
    [
        "التقى أيمن الصفدي وزير الخارجية الأردني، أمس في مقر الوزارة في عمان، جان إيف لودريان وزير الخارجية الفرنسي.",
        "ومن المقرر أن يلتقي أيمن الصفدي الذي يقوم بجولة في المنطقة، نظيره الفرنسي جان إيف لودريان.",
        "وصل وزير الخارجية الأردني أيمن الصفدي إلى باريس أمس. والتقى نظيره الفرنسي جان إيف لودريان.",
        "عقد أيمن الصفدي في قصر البستان في عمان اجتماعا أمس مع أخيه وضيفه جان إيف لودريان.",
        "وفي مؤتمر صحفي مع نظيره الفرنسي جان إيف لودريان في باريس، قال أيمن الصفدي إن السلام ممكن.",
        "أكد أيمن الصفدي أنه متفائل، خلال مؤتمر صحفي عقده مع جان إيف لودريان في باريس.",
    ],
)
def test_both_sides_are_found_across_what_stands_between_them(text: str) -> None:
    [there] = names(text)
    assert {"أيمن الصفدي", "جان إيف لودريان"} <= there


def test_who_comes_to_a_meeting_told_before_belongs_to_it() -> None:
    text = (
        "التقى الرئيس المصري عبد الفتاح السيسي في القاهرة أمس الرئيس الفرنسي إيمانويل ماكرون. "
        "وحضر اللقاء وزير الخارجية سامح شكري، ووزير الدفاع صدقي صبحي."
    )
    [there] = names(text)
    assert {"عبد الفتاح السيسي", "إيمانويل ماكرون", "سامح شكري", "صدقي صبحي"} == there


def test_a_title_and_the_name_after_its_comma_are_one_person() -> None:
    text = "تعهد رئيس وزراء الأردن، هاني الملقي، بإطلاق سراح المعتقلين."
    assert names(text, "body", "commitment") == [{"هاني الملقي"}]


def test_an_office_alone_is_its_holder_where_only_one_holds_it() -> None:
    text = "وصل وزير الخارجية الأردني أيمن الصفدي إلى باريس. واجتمع الوزير الأردني مع الرئيس إيمانويل ماكرون."
    assert names(text) == [{"أيمن الصفدي", "إيمانويل ماكرون"}]
    other = "اجتمع رئيس اتحاد الكتاب نزار قباني مع الرئيس البرازيلي في باريس."
    [there] = names(other)
    assert "رئيس برازيلي" in there


def test_the_day_of_saying_is_not_the_day_of_the_meeting_before_it() -> None:
    [meeting] = events("أعلن أيمن الصفدي الثلاثاء بعد لقاء مع نظيره الفرنسي جان إيف لودريان في باريس أن الحل قريب.")
    assert "date" not in meeting.slots


def test_the_object_of_discussion_is_no_party() -> None:
    [meeting] = events("عقد مجلس الأمن الدولي اجتماعا أمس. ويبحث الاجتماع مسار التعاون بين دول الجوار.")
    assert "attended" not in meeting.slots


def test_what_a_body_is_accused_of_is_no_commitment() -> None:
    assert events("قال الوزير إن إيران تسعى إلى زعزعة الأمن في المنطقة.", "commitment") == []
    assert len(events("قال الوزير إن إيران تسعى إلى تطوير التجارة في المنطقة.", "commitment")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "عقد مجلس الجامعة العربية اجتماعا في القاهرة أمس، ولم يحضر وزير الخارجية الأردني أيمن الصفدي.",
        "لم يشارك وزير الخارجية الأردني أيمن الصفدي في اجتماع الجامعة العربية الذي عقد في القاهرة أمس.",
        "اعتذر وزير الخارجية الأردني أيمن الصفدي عن عدم الحضور إلى اجتماع الجامعة العربية في القاهرة أمس.",
        "انطلق اجتماع الجامعة العربية في القاهرة أمس، وغاب عنه وزير الخارجية الأردني أيمن الصفدي.",
        "عقد مجلس الجامعة العربية اجتماعا في القاهرة أمس بغياب وزير الخارجية الأردني أيمن الصفدي.",
    ],
)
def test_who_did_not_come_is_absent_and_did_not_attend(text: str) -> None:
    assert names(text, "absent") == [{"أيمن الصفدي"}]
    assert "أيمن الصفدي" not in names(text)[0]


def test_a_meeting_that_is_refused_is_not_held() -> None:
    [meeting] = events("رفض الرئيس المصري عبد الفتاح السيسي لقاء وزير الخارجية الإيراني جواد ظريف في القاهرة.")
    assert meeting.status == "denied"


@pytest.mark.parametrize(
    "text",
    [
        "تلقى الرئيس المصري عبد الفتاح السيسي أمس اتصالا هاتفيا من الرئيس الفرنسي إيمانويل ماكرون.",
        "أجرى الرئيس المصري عبد الفتاح السيسي مكالمة هاتفية مع الرئيس الفرنسي إيمانويل ماكرون.",
        "اتفق الرئيس المصري عبد الفتاح السيسي ونظيره الفرنسي إيمانويل ماكرون خلال اتصال هاتفي على دعم ليبيا.",
    ],
)
def test_a_call_is_talks_of_two(text: str) -> None:
    [call] = events(text)
    assert call.slots["level"] == "bilateral"
    assert names(text) == [{"عبد الفتاح السيسي", "إيمانويل ماكرون"}]
    assert events("قال الخبير في اتصال هاتفي مع قناة العربية إن الوضع هادئ.") == []


def test_who_hosts_another_for_a_summit_meets_him() -> None:
    text = "يستضيف الرئيس التركي رجب طيب أردوغان غدا نظيره الروسي فلاديمير بوتين في قمة لبحث الوضع في سوريا."
    assert names(text) == [{"رجب طيب أردوغان", "فلاديمير بوتين"}]


def test_talks_that_will_be_held_are_not_those_that_were() -> None:
    text = (
        "سيجري الرئيس المصري عبد الفتاح السيسي مباحثات مع الرئيس الفرنسي إيمانويل ماكرون. "
        "وتأتي المباحثات بعد المباحثات التي جرت بين الرئيسين في باريس الأسبوع الماضي."
    )
    assert [e.status for e in events(text)] == ["planned", "done"]


def test_the_sittings_of_a_numbered_session_are_one_meeting() -> None:
    [meeting] = events("بدأت أمس في القاهرة اجتماعات الدورة 149 لمجلس الجامعة العربية.")
    assert meeting.slots["session"].value == 149  # type: ignore[union-attr]


def test_a_phrase_of_turning_over_leaves_the_verb_a_verb() -> None:
    assert len(events("إلى ذلك اجتمع أيمن الصفدي أمس في عمان مع جان إيف لودريان.")) == 1
    text = "وبعد أشهر من الخلاف، عقد أيمن الصفدي لقاء مع جان إيف لودريان."
    assert names(text) == [{"أيمن الصفدي", "جان إيف لودريان"}]


def test_a_name_that_is_spelt_like_a_verb_cuts_no_clause() -> None:
    text = "التقى نائب الرئيس الأميركي، مايك بنس، بوزير الخارجية السعودي، عادل الجبير، على هامش قمة في باريس."
    assert names(text) == [{"مايك بنس", "عادل الجبير"}]
    assert names(text, "on_sidelines_of") == [{"قمة"}]


def test_what_a_meeting_discusses_is_neither_its_body_nor_its_parties() -> None:
    text = "التقى مايك بنس عادل الجبير أمس في باريس. وتناول اللقاء الاتفاق الأخير بين إيران والهند."
    assert names(text) == [{"مايك بنس", "عادل الجبير"}]


def test_talks_in_a_visit_are_those_of_the_visitor_told_before() -> None:
    text = "وصل مايك بنس إلى باريس أمس. وتستمر زيارته نحو 24 ساعة يلتقي خلالها عادل الجبير."
    assert names(text) == [{"مايك بنس", "عادل الجبير"}]
