"""Who imposes sanctions that a report speaks of, when, on whom, and which sanctions are only background."""

from __future__ import annotations

from datetime import date

import pytest
from prepared import prepared

from tawatur.read.events import designations
from tawatur.record.types import Event


def told(text: str) -> list[Event]:
    return designations.find(*prepared(text, date(2018, 5, 14)))


@pytest.mark.parametrize(
    ("text", "authority", "target"),
    [
        ("قال الوزير القطري إن العقوبات التي فرضها الاتحاد الأوروبي على روسيا لن ترفع.", "european-union", "russia"),
        ("قالت روسيا إنها سترد على العقوبات التي فرضتها كندا على إيران.", "canada", "iran"),
        ("نددت روسيا بالخطوة عقب قرار كندا فرض عقوبات على إيران.", "canada", "iran"),
        ("أعلن وزير الخارجية الكندي جون بيرد أن بلاده فرضت عقوبات على إيران.", "canada", "iran"),
        ("هددت روسيا بالرد بعد قرار كندا فرض عقوبات على إيران.", "canada", "iran"),
        ("وقع الهجوم في يوم دعا له الناشطون بعد إعلان غواتيمالا اعترافها بالقدس عاصمة.", "guatemala", "jerusalem"),
    ],
)
def test_who_imposes_what_others_speak_of(text: str, authority: str, target: str) -> None:
    (event,) = told(text)
    assert (event.slots["authority"], event.slots["target"], event.status) == ([authority], [target], "done")


def test_sanctions_in_force_are_background() -> None:
    assert told("تراجعت التجارة بين فرنسا وإيران بسبب العقوبات المفروضة على طهران.") == []
    assert told("وقال الوزير إنه لا تنازل عن العقوبات المفروضة على بيونغ يانغ.") == []


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("فرضت كندا عقوبات على سبع شركات إيرانية، في إجراء أثار الجدل.", "شركات إيرانية"),
        ("فرضت كندا عقوبات على سبع شركات إيرانية في 22 آذار/مارس.", "شركات إيرانية"),
        ("فرضت كندا عقوبات على سبع شركات إيرانية للاشتباه في صلتها بالحرس.", "شركات إيرانية"),
    ],
)
def test_whom_they_strike_ends_where_the_setting_begins(text: str, target: str) -> None:
    (event,) = told(text)
    assert event.slots["target"] == [target]


def test_the_year_of_what_they_are_for_is_not_theirs() -> None:
    (event,) = told("فرضت كندا عقوبات على شركات إيرانية بزعم تدخلها في انتخابات عام 2016.")
    assert "date" not in event.slots
    assert [r.text for r in event.slots["reason"]] == ["تدخلها في انتخابات عام 2016"]  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("text", "authority"),
    [
        ("ورحب الوزراء برفع العقوبات الأميركية عن السودان.", ["united-states"]),
        ("وأشادت تونس برفع العقوبات الأوروبية عن السودان.", ["european-union"]),
        ("ورحبت تونس برفع العقوبات عن السودان.", None),
        ("ورفعت كندا العقوبات عن السودان.", ["canada"]),
        ("ورحب الأمين العام بتخفيف العقوبات الأممية على مالي.", ["united-nations"]),
        ("ورحبت تونس بقرار الاتحاد الأوروبي رفع العقوبات عن السودان.", ["european-union"]),
    ],
)
def test_who_welcomes_that_sanctions_are_lifted_lifts_none(text: str, authority: list[str] | None) -> None:
    assert [e.slots.get("authority") for e in told(text)] == [authority]


def test_a_committee_called_after_sanctions_designates() -> None:
    text = "أدرجت لجنة العقوبات التابعة لمجلس الأمن، الأربعاء، أربعة أشخاص وكيانين على قائمة العقوبات."
    people, bodies = told(text)
    assert people.slots["target"] == ["أشخاص"]
    assert bodies.slots["target"] == ["كيانين"]
    assert people.slots["authority"] == bodies.slots["authority"] == ["ljnh-alaqwbat"]


def test_who_strikes_a_name_off_a_list_ends_the_designation() -> None:
    text = "شطب الاتحاد الأوروبي في يونيو اسم الرئيس إيمانويل ماكرون من قائمة العقوبات."
    [struck] = told(text)
    assert struck.status == "cancelled"
    assert struck.slots["target"] == ["emmanuel-macron"]


@pytest.mark.parametrize(
    ("text", "authority"),
    [
        ("عبرت إيران عن غضبها بسبب فرض كندا عقوبات ضد عشرة أشخاص.", ["canada"]),
        ("نددت روسيا بفرض الاتحاد الأوروبي عقوبات على مسؤولين روس.", ["european-union"]),
        ("رحبت روسيا بإدراج كندا ستة أشخاص على قائمة العقوبات.", ["canada"]),
        ("أعرب وزير الخارجية الكندي جون بيرد عن دعم بلاده لفرض عقوبات إضافية على إيران.", []),
        ("قال الرئيس الفرنسي إيمانويل ماكرون إن العقوبات الجديدة ستستهدف شركات في إيران.", []),
    ],
)
def test_who_imposes_is_named_behind_the_noun_and_not_who_speaks_of_it(text: str, authority: list[str]) -> None:
    [event] = told(text)
    assert event.slots.get("authority", []) == authority


@pytest.mark.parametrize(
    "text",
    [
        "أعلنت كندا عبر سفارتها فرض عقوبات على عشرة أشخاص.",  # through, and no comment
        "أعلنت كندا بسبب دعم الإرهاب عقوبات على عشرة أشخاص.",  # the ground of sanctions, and no backing of them
    ],
)
def test_what_stands_between_who_imposes_and_the_sanctions(text: str) -> None:
    [designation] = told(text)
    assert (designation.status, designation.slots["authority"]) == ("done", ["canada"])


def test_who_backs_sanctions_does_not_impose_them() -> None:
    [designation] = told("أعلنت بريطانيا تأييدها فرض عقوبات على عشرة مسؤولين.")
    assert designation.status == "planned"
    assert "authority" not in designation.slots
