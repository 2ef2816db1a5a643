"""Money announced, given and held back, and measures told as shares, masses and new values."""

from __future__ import annotations

from datetime import date

import pytest

from tawatur.read.reading import read
from tawatur.record.types import Event, Report


def told(text: str, kind: str) -> list[Event]:
    found = read(Report("r", "r", text, "0", published=date(2018, 4, 18))).events
    return [e for e in found if e.kind == kind]


@pytest.mark.parametrize(
    ("text", "status", "donor", "recipient"),
    [
        ("أعلنت ألمانيا تقديم 20 مليون دولار للأردن.", "planned", ["germany"], ["jordan"]),
        ("قدمت ألمانيا 20 مليون دولار للأردن.", "done", ["germany"], ["jordan"]),
        ("تعهدت الكويت بتقديم 250 مليون دولار لليمن.", "planned", ["kuwait"], ["yemen"]),
        ("جمدت واشنطن مساعدات بقيمة 65 مليون دولار لباكستان.", "cancelled", ["united-states"], ["pakistan"]),
        ("حصلت مصر على قرض بقيمة 2 مليار دولار من الصين.", "done", ["china"], ["egypt"]),
    ],
)
def test_money(text: str, status: str, donor: list[str], recipient: list[str]) -> None:
    (found,) = told(text, "funding")
    assert (found.status, found.slots.get("donor"), found.slots.get("recipient")) == (status, donor, recipient)


def test_pledges_go_where_the_pledges_before_them_went() -> None:
    text = "تعهدت السعودية بتقديم 500 مليون دولار لليمن. وتعهدت الكويت بتقديم 250 مليون دولار."
    assert [e.slots.get("recipient") for e in told(text, "funding")] == [["yemen"], ["yemen"]]


@pytest.mark.parametrize(
    ("text", "value", "measure"),
    [
        ("يعيش أكثر من 22 مليون شخص تحت خط الفقر.", 22e6, "تحت خط الفقر"),
        ("ارتفعت أسعار النفط لتبلغ 74 دولارا للبرميل.", 74, "أسعار النفط"),
        ("صعد برنت حوالي 6 بالمئة.", 6, "برنت"),
        ("قال التقرير إن الحكومة لا تسيطر إلا على 30 في المئة من البلاد.", 30, "الحكومة لا تسيطر"),
    ],
)
def test_measures(text: str, value: float, measure: str) -> None:
    (found,) = told(text, "statistic")
    assert found.slots["value"].value == value  # type: ignore[union-attr]
    assert [s.text for s in found.slots["measure"]] == [measure]  # type: ignore[union-attr]


def test_a_persons_age_is_no_statistic() -> None:
    assert told("ويبلغ أحمد صالح من العمر 44 عاما.", "statistic") == []
