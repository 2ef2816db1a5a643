"""Who meets whom, however far apart they stand. The report is of Wednesday 18 April 2018."""

from __future__ import annotations

from datetime import date

import pytest

from tawatur.read.reading import read
from tawatur.record.types import Event, Report, Span

WEDNESDAY = date(2018, 4, 18)


def events(text: str, kind: str = "meeting") -> list[Event]:
    return [e for e in read(Report("r", "r", text, "0", published=WEDNESDAY)).events if e.kind == kind]


def names(text: str, slot: str = "attended", kind: str = "meeting") -> list[set[str]]:
    """The values of a slot as words, an event each."""
    found = read(Report("r", "r", text, "0", published=WEDNESDAY))
    shown = {e.id: str(e.name["ar"]) for e in found.entities}
    slots = [e.slots.get(slot, []) for e in found.events if e.kind == kind]
    return [{v.text if isinstance(v, Span) else shown.get(v, v) for v in values} for values in slots]  # type: ignore


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
    assert "رئيس البرازيلي" in there


def test_the_day_of_saying_is_not_the_day_of_the_meeting_before_it() -> None:
    [meeting] = events("أعلن أيمن الصفدي الثلاثاء بعد لقاء مع نظيره الفرنسي جان إيف لودريان في باريس أن الحل قريب.")
    assert "date" not in meeting.slots


def test_the_object_of_discussion_is_no_party() -> None:
    [meeting] = events("عقد مجلس الأمن الدولي اجتماعا أمس. ويبحث الاجتماع مسار التعاون بين دول الجوار.")
    assert "attended" not in meeting.slots


def test_what_a_body_is_accused_of_is_no_commitment() -> None:
    assert events("قال الوزير إن إيران تسعى إلى زعزعة الأمن في المنطقة.", "commitment") == []
    assert len(events("قال الوزير إن إيران تسعى إلى تطوير التجارة في المنطقة.", "commitment")) == 1
