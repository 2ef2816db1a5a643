"""Incidents told in other ways than by a plain verb: headlines, passives, groups of dead, threats, denials, courts."""

from __future__ import annotations

from typing import Any

import pytest
from incidents_told import PUBLISHED, plain, told

from tawatur.read.document import Document
from tawatur.record.types import Report


@pytest.mark.parametrize(
    ("text", "slots"),
    [
        ("خمسة قتلى وعشرات الجرحى في تفجير وسط بغداد.", {"type": "bombing", "killed": 5.0}),
        ("منذ مطلع العام قتل ما لا يقل عن 90 شخصا في الصومال.", {"type": "killing", "killed": 90.0}),
        ("كان القائد سالم العولقي قُتل في معارك الموصل.", {"type": "killing", "killed": 1.0}),
        ("قتل فلسطينيان في قصف إسرائيلي.", {"killed": 2.0, "actor": ["israel"]}),
        ("استعادت القوات الحكومية السيطرة على مدينة تعز.", {"type": "takeover", "target": ["taiz"]}),
        ("عثرت الشرطة على جثث في صحراء ليبيا.", {"type": "killing", "actor": None}),
        ("حكمت محكمة في برلين على رجل ألماني بالسجن 10 سنوات.", {"type": "other", "target": ["رجل ألماني"]}),
        ("تظاهرت مئة امرأة في تونس.", {"type": "protest", "count": 100.0}),
        ("ضبطت الشرطة ثلاثة مهربين في عدن.", {"type": "arrest", "count": 3.0}),
        ("استخدم النظام غاز السارين في خان شيخون.", {"type": "attack", "place": ["khan-sheikhoun"]}),
        ("اختطف مسلحون ثلاثة مهندسين في طرابلس، ثم أفرجوا عنهم.", {"type": "kidnapping", "count": 3.0}),
    ],
)
def test_what_is_told(text: str, slots: dict[str, Any]) -> None:
    found = max(told(text), key=lambda e: len(e.slots))
    assert {name: plain(found.slots.get(name)) for name in slots} == slots


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("هدد الجيش الإسرائيلي بقصف مواقع إيرانية.", "planned"),
        ("نفت روسيا استخدام أسلحة كيميائية في دوما.", "denied"),
        ("يقاتل الجيش الليبي تنظيم القاعدة في درنة.", "ongoing"),
        ("تشهد ليبيا صراعا منذ الإطاحة بنظام معمر القذافي عام 2011.", "ongoing"),
    ],
)
def test_how_far_it_has_come(text: str, status: str) -> None:
    assert told(text)[0].status == status


def test_the_dead_by_groups_are_an_object_each() -> None:
    found = told("قال شاهد إن ثلاثة موظفين وأربعة حراس قد قتلوا في الهجوم.")
    assert [plain(e.slots["killed"]) for e in found] == [3.0, 4.0]


def test_an_attack_told_on_is_one() -> None:
    text = "قتل 12 شخصا في هجوم على مقر الوزارة في كابول. وفجر انتحاري نفسه عند المدخل. واقتحم مسلحون المبنى."
    assert len(told(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "تمكن رجال الإطفاء من السيطرة على الحريق في المستشفى.",
        "تم تشخيص إصابة سبعة أفراد بالسرطان في القاعدة.",
        "وجدت القوات أن المدينة هادئة.",
    ],
)
def test_no_incident(text: str) -> None:
    assert told(text) == []


def test_numbers_alone_are_no_sufferers() -> None:
    assert "target" not in told("قتل 31 شخصا في تفجير في كابول أمس.")[0].slots


def test_offsets_are_slices() -> None:
    text = "خمسة قتلى في انفجار وسط بغداد. هدد الجيش بقصف مواقع."
    document = Document(Report("r", "r", text, "0", published=PUBLISHED))
    assert all(document.text[e.start : e.end] == e.text for e in told(text))
