"""Sums of one conference on which reports differ: of one giver, of all together, and one that is denied."""

from __future__ import annotations

from datetime import date

import pytest

from tawatur.compare.comparison import compare
from tawatur.read.reading import read
from tawatur.record.types import Fact, Number, Reading, Report

FIRST = (
    "روما - تعهد المانحون الدوليون، اليوم الثلاثاء، بتقديم 700 مليون دولار لدعم الصومال، خلال مؤتمر المانحين الذي "
    "استضافته روما بمشاركة 40 دولة.\nوأعلنت إيطاليا تقديم 90 مليون يورو للصومال."
)
SECOND = (
    "اختتم في روما أمس الثلاثاء مؤتمر المانحين لدعم الصومال بتعهدات بلغت 500 مليون دولار.\n"
    "وشاركت في المؤتمر 36 دولة. وتعهدت إيطاليا بتقديم {gift}."
)
DENIAL = (
    "نفى المتحدث باسم الحكومة الإيطالية ماركو بيانكي صحة ما نشرته الصحيفة عن أن تعهدات مؤتمر المانحين في روما لدعم "
    "الصومال لم تتجاوز 500 مليون دولار، وقال: «الرقم النهائي هو 700 مليون دولار»."
)


def told(name: str, text: str, day: int, outlet: str) -> Reading:
    return read(Report(name, name, text, name, published=date(2018, 5, day), outlet=outlet, title=name))


def facts(of: str, *readings: Reading) -> list[Fact]:
    return [f for f in compare(readings).facts if f.property == of]


def amounts(*readings: Reading) -> dict[frozenset[float], Fact]:
    found = facts("funding.amount", *readings)
    return {frozenset(v.value.value for v in f.values if isinstance(v.value, Number)): f for f in found}


def two(gift: str, day: int = 16) -> dict[frozenset[float], Fact]:
    return amounts(told("a", FIRST, 15, "أ"), told("b", SECOND.format(gift=gift), day, "ب"))


def test_two_sums_of_one_giver_and_two_totals_are_disputed() -> None:
    found = two("75 مليون يورو للصومال")
    assert found[frozenset({90e6, 75e6})].verdict == "disputed"
    assert found[frozenset({700e6, 500e6})].verdict == "disputed"


@pytest.mark.parametrize(
    "gift",
    [
        "75 مليون يورو إضافية للصومال",
        "دفعة أولى قدرها 75 مليون يورو للصومال",
        "75 مليون دولار للصومال",
        "9 ملايين يورو للصومال",
        "75 مليون يورو لليمن",
    ],
)
def test_what_tells_two_sums_apart_keeps_them_apart(gift: str) -> None:
    found = two(gift)
    assert not any(90e6 in values and len(values) > 1 for values in found)


def test_sums_of_reports_that_are_weeks_apart_are_two() -> None:
    assert not any(90e6 in values and len(values) > 1 for values in two("75 مليون يورو للصومال", 30))


def test_a_report_that_tells_two_sums_of_a_giver_disputes_neither() -> None:
    assert not any(
        90e6 in values and len(values) > 1 for values in two("75 مليون يورو للصومال، ثم 60 مليون يورو للصومال")
    )


def test_who_denies_a_total_speaks_against_it_and_for_his_own() -> None:
    readings = (
        told("a", FIRST, 15, "أ"),
        told("b", SECOND.format(gift="75 مليون يورو"), 16, "ب"),
        told("c", DENIAL, 17, "ج"),
    )
    fact = amounts(*readings)[frozenset({700e6, 500e6})]
    assert fact.verdict == "disputed"
    told_by = {v.value.value: v.reports for v in fact.values if isinstance(v.value, Number)}
    assert told_by == {700e6: ["a", "c"], 500e6: ["b"]}
    assert [d.report for d in fact.denials] == ["c"]


def test_how_many_states_came_to_one_conference_is_disputed() -> None:
    found = facts("meeting.count", told("a", FIRST, 15, "أ"), told("b", SECOND.format(gift="مدارس"), 16, "ب"))
    assert [f.verdict for f in found] == ["disputed"]
