"""Who did what a noun tells, where its verb leaves him out, begins it or is in a relative clause; what goes on."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from incidents_told import slots
from prepared import prepared

from tawatur.read.events import incidents

MONDAY = date(2018, 5, 14)


def told(text: str, kind: str) -> list[dict[str, Any]]:
    found = incidents.find(*prepared(text, MONDAY))
    return [slots(e) for e in found if e.slots["type"] == kind]


@pytest.mark.parametrize(
    ("text", "kind", "actor"),
    [
        ("حاصرت القوات الكينية بلدة ليبوي، وتمكنت خلال يومين من السيطرة على مينائها.", "takeover", "قوات كينية"),
        ("وصل المقاتلون إلى الساحل، حيث تمكنوا من السيطرة على جبال تسافو.", "takeover", "مقاتلون"),
        ("أشاد الوزير بالقوات الكينية التي شنت هجوما على بلدة ليبوي.", "attack", "قوات كينية"),
        ("وأضاف أن القوات الكينية بدأت هجوما على بلدة ليبوي الأسبوع الماضي.", "attack", "قوات كينية"),
        ("وبدأت القوات الكينية الجمعة قصف معسكرات المتمردين.", "airstrike", "قوات كينية"),
        ("وتواصل القوات الكينية الهجوم على بلدة ليبوي.", "attack", "قوات كينية"),
        ("يعاني السكان من الحصار الخانق الذي تفرضه القوات الكينية على البلدة.", "siege", "قوات كينية"),
        ("قتل طفل في ليبوي بقذيفة هاون أطلقها متمردون.", "killing", "متمردون"),
        ("قتل ثلاثة جنود بلغم أرضي زرعه متمردون في ليبوي.", "killing", "متمردون"),
    ],
)
def test_who_did_it(text: str, kind: str, actor: str) -> None:
    assert [i["actor"] for i in told(text, kind)] == [[actor]]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("أكد الخبراء أن الغاز استخدم في هجوم على بلدة ليبوي.", "attack"),
        ("اندلعت حرب أهلية بسبب العقوبات التي فرضتها كندا في السودان.", "conflict"),
        ("وقالت قناة الجزيرة الأحد إنها تمكنت من السيطرة على بلدة ليبوي.", "takeover"),
        ("وصل الجنود أمس، وبدأت في ليبوي عملية عسكرية ضد المتمردين.", "military-campaign"),
        ("باشرت فرق الدفاع المدني حريقا في مستودع بمدينة ليبوي.", "other"),
        ("أعلنت السلطات الكينية إصابة ثلاثة جنود في هجوم على بلدة ليبوي.", "attack"),
    ],
)
def test_nobody_else_did(text: str, kind: str) -> None:
    found = told(text, kind)
    assert found
    assert all(not i.get("actor") for i in found)


def test_what_lies_under_control_is_one_incident_with_its_doer() -> None:
    [one] = told("تقع البلدة تحت سيطرة المتمردين.", "takeover")
    assert one["actor"] == ["متمردين"]


def test_a_town_in_the_hands_of_others_is_taken_by_whom_the_verb_names() -> None:
    [one] = told("سيطرت القوات الكينية على آخر بلدة تحت سيطرة المتمردين.", "takeover")
    assert one["actor"] == ["قوات كينية"]


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        ("يعاني السكان من العمليات العسكرية المستمرة في ليبوي.", "military-campaign", "ongoing"),
        ("طالب النواب بالتدخل لصد الهجوم التركي المستمر على ليبوي.", "attack", "ongoing"),
        ("تعرضت ليبوي لهجوم صاروخي مطلع مايو الجاري.", "attack", "done"),
    ],
)
def test_what_an_adjective_says_goes_on(text: str, kind: str, status: str) -> None:
    found = incidents.find(*prepared(text, MONDAY))
    assert [e.status for e in found if e.slots["type"] == kind] == [status]


@pytest.mark.parametrize(
    "text", ["وصل الوزير إلى ليبوي في أول رحلة عمل له خارج كينيا.", "كان الكاتب قد تابع رحلة رجل عبر كينيا."]
)
def test_a_journey_is_no_deportation(text: str) -> None:
    assert told(text, "other") == []
