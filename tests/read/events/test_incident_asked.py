"""Deeds that somebody only asks for, expects or refuses are not done."""

from __future__ import annotations

import pytest
from incidents_told import told


def sorts(text: str) -> list[tuple[object, str | None]]:
    return [(event.slots["type"], event.status) for event in told(text)]


@pytest.mark.parametrize(
    "text",
    [
        "طلبت تونس تسليم التاجر سامي الرملي.",
        "وصل الوفد إلى مدريد رغم طلب تونس تسليم الجنود الثلاثة إليها.",
        "طالبت مالطا بتسليم الجنود الثلاثة.",
        "وتنظر السلطات في طلبات بتسليم الجنود الثلاثة.",
        "غادر الوفد البلاد رغم دعوة تونس إلى احتجاز الجنود الثلاثة.",
    ],
)
def test_a_deed_that_is_asked_for_is_not_done(text: str) -> None:
    assert sorts(text) == [("arrest", "planned")]


@pytest.mark.parametrize(
    "text",
    [
        "رفضت مالطا تسليم الجنود الثلاثة.",
        "وانتقد الوزير مالطا لرفضها تسليم الجنود الثلاثة.",
        "رفضت محكمة في مالطا طلب تونس تسليم الجنود الثلاثة.",
        "دعت الهيئة السفن إلى الحذر لاحتمال شن غارات جوية في ليبيا.",
    ],
)
def test_a_deed_that_is_refused_or_only_possible_is_not_told(text: str) -> None:
    assert sorts(text) == []


@pytest.mark.parametrize(
    ("text", "sort"),
    [
        ("سلمت مالطا الجنود الثلاثة إلى تونس.", "arrest"),
        ("رفض الوزير إدانة قتل المدنيين في طبرق أمس.", "killing"),
        ("حكمت المحكمة على طالب بقتل زميله في طبرق أمس.", "killing"),
    ],
)
def test_what_has_been_stays_told_beside_a_word_that_asks_for_something_else(text: str, sort: str) -> None:
    assert (sort, "done") in sorts(text)
