"""Seats that are moved to another town, break-ins into computers, crimes by whose they are."""

from __future__ import annotations

from datetime import date

import pytest

from tawatur.read.reading import read
from tawatur.record.types import Event, Interval, Report


def told(text: str) -> list[Event]:
    return read(Report("r", "r", text, "0")).events


@pytest.mark.parametrize(
    ("text", "body", "status"),
    [
        ("نقلت أستراليا سفارتها من تل أبيب إلى القدس.", "سفارة أستراليا في القدس", "done"),
        ("خرج الآلاف احتجاجا على نقل السفارة البرازيلية إلى القدس.", "سفارة البرازيل في القدس", "done"),
        ("تعتزم هندوراس نقل سفارتها إلى القدس الشهر المقبل.", "سفارة هندوراس في القدس", "planned"),
    ],
)
def test_an_embassy_that_moves_is_a_new_one_where_it_goes(text: str, body: str, status: str) -> None:
    (founding,) = (e for e in told(text) if e.kind == "founding")
    assert (founding.slots["body"], founding.status) == ([body], status)


def test_who_is_brought_to_an_embassy_moves_none() -> None:
    assert [e for e in told("نقل المصابون إلى السفارة الفرنسية في بيروت.") if e.kind == "founding"] == []


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("قالت الوزارة إن قراصنة اخترقوا إلكترونيا مواقع عشرات الجامعات.", "attack"),
        ("تسلل قراصنة إلى أنظمة الكمبيوتر في وزارة الدفاع الهولندية.", "attack"),
        ("تواجه الشركة اتهاما بسرقة 12 تيرابايت من البيانات.", "other"),
        ("طالب الوزير بتحقيق في جرائم النظام السوري بحق المدنيين.", "abuse"),
    ],
)
def test_what_is_done_to_computers_and_to_people(text: str, type_: str) -> None:
    assert type_ in [e.slots.get("type") for e in told(text)]


@pytest.mark.parametrize("text", ["تكافح الشرطة جرائم السرقة.", "حذر الوزير من سرقة البيانات."])
def test_crimes_in_general_are_nobodys(text: str) -> None:
    assert [e for e in told(text) if e.kind == "incident"] == []


def test_dozens_of_a_people_and_their_number_are_one_toll() -> None:
    text = (
        "يجتمع مجلس الأمن غدا إثر مقتل عشرات الفلسطينيين بأيدي جنود إسرائيليين عند قطاع غزة. "
        "وقتل 52 فلسطينيا على الأقل عند قطاع غزة أمس."
    )
    events = read(Report("r", "r", text, "0", published=date(2018, 5, 15))).events
    (incident,) = (e for e in events if e.kind == "incident")
    assert incident.slots["date"] == Interval(date(2018, 5, 14), date(2018, 5, 14))
