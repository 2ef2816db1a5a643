"""Who of those without a name may be one mouth, and who is an organ of a state."""

from __future__ import annotations

import pytest

from tawatur.compare.corpus import stems
from tawatur.compare.events.offices import state_of
from tawatur.compare.facts.confirming import alike


@pytest.mark.parametrize(
    ("one", "other"),
    [("مصادر طبية", "مسعفون"), ("جهاز الأمن", "الشرطة"), ("سكان القرية", "شهود عيان"), ("مصادر محلية", "سكان")],
)
def test_people_of_one_calling_may_be_the_same(one: str, other: str) -> None:
    assert alike(stems(one), stems(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [("جهاز الإحصاء", "الشرطة"), ("المجلس المحلي", "شهود عيان"), ("مسؤولون محليون", "سكان"), ("مسعفون", "الشرطة")],
)
def test_a_word_in_common_is_no_calling(one: str, other: str) -> None:
    assert not alike(stems(one), stems(other))


@pytest.mark.parametrize(
    ("called", "state"),
    [
        ("وزارة الدفاع السورية", "syria"),
        ("الشرطة السورية", "syria"),
        ("مسؤول في المعارضة السورية", None),
        ("وزير سوري سابق", None),
        ("ناشطون سوريون", None),
    ],
)
def test_the_opposition_and_those_who_were_are_no_organs(called: str, state: str | None) -> None:
    assert state_of(called) == state
