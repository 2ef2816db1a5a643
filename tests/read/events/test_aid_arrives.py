"""Aid that comes and arms that are taken, without a sum."""

from __future__ import annotations

import pytest
from prepared import events_of

from tawatur.record.types import Event


def fundings(text: str) -> list[Event]:
    return events_of(text, "funding")


@pytest.mark.parametrize(
    ("text", "donor", "recipient"),
    [
        ("وصلت قافلة مساعدات من الأردن إلى غزة.", ["jordan"], ["gaza"]),
        ("هبطت طائرة محملة بالأدوية في طرابلس وتوجهت إلى مخازن الوزارة.", None, None),
        ("قُدمت مساعدات إنسانية للنازحين في المحافظة.", [], ["نازحين"]),
        ("وأشار إلى الدعم الذي تقدمه إيران لحزب الله.", ["iran"], ["hezbollah"]),
        ("تتلقى حركة حماس دعما من قطر.", ["qatar"], ["hamas"]),
        ("يحصل الحوثيون على أسلحة من إيران.", ["iran"], ["houthis"]),
        ("وصلت طائرة الوزير إلى غزة.", None, None),
        ("وصلت شحنة بضائع إلى غزة.", None, None),
    ],
)
def test_who_sends_and_who_takes(text: str, donor: list[str] | None, recipient: list[str] | None) -> None:
    found = fundings(text)
    told = [(e.slots.get("donor", []), e.slots["recipient"]) for e in found]
    assert told == ([] if donor is None else [(donor, recipient)])


@pytest.mark.parametrize(
    "text",
    [
        "اتهمت باريس طهران بأنها تزود الحوثيين بالصواريخ.",
        "قال الوزير إن الرياض ستعبئ شركاءها ضد إيران المتهمة بأنها تزود الحوثيين بالسلاح.",
    ],
)
def test_who_is_accused_of_giving_gives_and_not_the_accuser(text: str) -> None:
    (event,) = fundings(text)
    assert (event.slots["donor"], event.slots["recipient"]) == (["iran"], ["houthis"])
