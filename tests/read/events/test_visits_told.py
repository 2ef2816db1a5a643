"""Visits by verbs of coming, going and leaving, wherever the visitor and the place stand. The report is of Wednesday 18
April 2018."""

from __future__ import annotations

from datetime import date

import pytest
from prepared import filled

WEDNESDAY = date(2018, 4, 18)


def visits(text: str) -> list[tuple[list[str], list[str], str]]:
    """Visitors, places and status of each visit, entities by their names."""
    return [(slots["visitor"], slots["place"], status) for slots, status in filled(text, "visit", WEDNESDAY)]


@pytest.mark.parametrize(
    ("text", "visitor", "place"),
    [
        ("وصل إلى الرباط أمس وفد من صندوق النقد الدولي.", "وفد من صندوق النقد الدولي", "الرباط"),
        ("غادر الخرطوم صباح أمس وفد الحكومة التشادية.", "وفد الحكومة التشادية", "الخرطوم"),
        ("حط وزير الخارجية الصيني رحاله في نيروبي.", "وزير الخارجية الصيني", "نيروبي"),
        ("مر المبعوث الأممي بعمان قبل أيام.", "مبعوث أممي", "عمان"),
        ("تفقد وزير الدفاع التونسي قاعدة عسكرية.", "وزير الدفاع التونسي", "قاعدة عسكرية"),
        ("عاد وزير النفط العراقي إلى بغداد.", "وزير النفط العراقي", "بغداد"),
        ("وقبل ذلك بيومين، كان وفد من حركة النهضة قد زار الجزائر.", "وفد من حركة النهضة", "الجزائر"),
    ],
)
def test_who_goes_where(text: str, visitor: str, place: str) -> None:
    assert [(who, where) for who, where, _ in visits(text)] == [([visitor], [place])]


def test_who_means_to_go_has_not_gone() -> None:
    text = "قال المبعوث الأممي مارتن غريفيث إنه ينوي التوجه إلى صنعاء."
    assert visits(text) == [(["مارتن غريفيث"], ["صنعاء"], "planned")]


def test_a_visit_of_which_nothing_was_said_took_place() -> None:
    text = "بعد زيارة لم يعلن عنها إلى بكين، قال وزير الصناعة الجزائري إن المصنع جاهز."
    assert visits(text) == [(["وزير الصناعة الجزائري"], ["بكين"], "done")]


@pytest.mark.parametrize(
    "text",
    [
        "توجه الوزير الأردني أيمن الصفدي بالشكر إلى الكويت.",
        "وصلت المساعدات إلى بيروت.",
        "عاد اللاعب محمد صلاح إلى ليفربول بعد المباراة.",
        "دخل القرار حيز التنفيذ في تونس.",
    ],
)
def test_what_is_no_visit(text: str) -> None:
    assert visits(text) == []
