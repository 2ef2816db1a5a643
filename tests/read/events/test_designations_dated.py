"""When somebody was designated: the day of the words that say so, and of nothing else in the sentence."""

from __future__ import annotations

from datetime import date

import pytest
from prepared import prepared

from tawatur.read.events import designations
from tawatur.record.types import Event, Interval


def told(text: str) -> list[Event]:
    return designations.find(*prepared(text, date(2018, 5, 14)))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("فرضت كندا عقوبات على إيران في 3 مايو 2018.", date(2018, 5, 3)),
        ("في 3 مايو 2018، فرضت كندا عقوبات على إيران.", date(2018, 5, 3)),
        ("أعلنت كندا يوم 3 مايو 2018 أنها فرضت عقوبات على إيران.", date(2018, 5, 3)),
        ("قطعت كندا يوم 3 مايو 2018 علاقاتها مع إيران وفرضت عليها عقوبات اقتصادية.", date(2018, 5, 3)),
        ("قال الوزير الاثنين إن العقوبات التي فرضتها كندا على إيران يوم 3 مايو 2018 باقية.", date(2018, 5, 3)),
    ],
)
def test_the_day_of_the_words_that_tell_it(text: str, day: date) -> None:
    (event,) = told(text)
    assert event.slots["date"] == Interval(day, day)


@pytest.mark.parametrize(
    "text",
    [
        "يجتمع المجلس اليوم الاثنين بعد أن فرضت كندا عقوبات على إيران.",
        "قال الوزير الاثنين إن موسكو سترد على العقوبات التي فرضتها كندا على إيران.",
        "هاجمت القوات في 20 يناير 2018 مواقع الحزب الذي تصنفه كندا إرهابيا.",
        "تعتزم كندا فرض عقوبات على إيران بعد انسحابها من الاتفاق المبرم في 2015.",
        "مددت كندا العقوبات المفروضة على إيران، وهي عقوبات جديدة على شركات إيرانية حتى 15 سبتمبر 2018.",
    ],
)
def test_a_day_of_something_else_is_not_theirs(text: str) -> None:
    assert all("date" not in event.slots for event in told(text))


def test_what_is_meant_to_come_is_planned_though_the_sentence_tells_of_a_year_gone_by() -> None:
    (event,) = told("تعتزم كندا فرض عقوبات على إيران بعد انسحابها من الاتفاق المبرم في 2015.")
    assert event.status == "planned"
