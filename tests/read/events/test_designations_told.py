"""Who imposes sanctions that a report speaks of, when, on whom, and which sanctions are only background."""

from __future__ import annotations

from datetime import date

import pytest

from tawatur.read.document import Document
from tawatur.read.events import designations
from tawatur.read.events.context import Context
from tawatur.read.mentions import read_mentions
from tawatur.read.quantities import read_quantities
from tawatur.read.roles import read_roles
from tawatur.read.times import read_times
from tawatur.record.types import Event, Report


def told(text: str) -> list[Event]:
    document = Document(Report("r", "r", text, "0", published=date(2018, 5, 14)))
    for layer in (read_times, read_mentions, read_quantities, read_roles):
        layer(document)
    return designations.find(document, Context(document))


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
