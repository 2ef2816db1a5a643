"""What is hoped for, expected or only supposed binds nobody, and where what is pledged ends. Invented sentences."""

from __future__ import annotations

import pytest
from prepared import aims, prepared

from tawatur.read.events import commitments


def told(text: str) -> list[list[str]]:
    document, context = prepared(text)
    return [aims(e) for e in commitments.find(document, context)]


@pytest.mark.parametrize(
    "text",
    [
        "تراجع الذهب وسط توقعات بأن فرنسا ستخفض الضرائب هذا العام.",
        "كان الأثر ليكون أكبر لو أن فرنسا قررت الرد بالمثل.",
        "ويأمل الأوروبيون في التوصل إلى اتفاق لإنقاذ المفاوضات.",
        "وتتفاوض الحكومة من أجل التوصل إلى اتفاق لوقف إطلاق النار.",
        "وفشلت جهود إبرام اتفاق لسحب القوات.",
        "وكان قادة الحركة يحاولون التوصل إلى اتفاق يقضي ببقاء مقاتليهم في المدينة.",
        "وأكد المسؤول ضرورة التزام إسرائيل بمسؤولياتها بموجب القانون الدولي.",
    ],
)
def test_what_is_hoped_for_or_expected_binds_nobody(text: str) -> None:
    assert told(text) == []


def test_an_agreement_that_is_announced_was_reached() -> None:
    assert told("أعلنت فرنسا التوصل إلى اتفاق لوقف إطلاق النار.") == [["وقف إطلاق النار"]]


@pytest.mark.parametrize(
    "text",
    [
        "تعهدت فرنسا بإرسال قوات إلى مالي لأنها تدعم السلام.",
        "تعهدت فرنسا بإرسال قوات إلى مالي وأنها لن تتراجع.",
        "تعهدت فرنسا بإرسال قوات إلى مالي، مما أثار غضب المعارضة.",
    ],
)
def test_a_pledge_ends_before_its_reason_and_what_else_is_said(text: str) -> None:
    assert told(text) == [["إرسال قوات إلى مالي"]]


def test_proof_of_somebodys_support_is_no_pledge() -> None:
    assert told("وهناك أدلة ووقائع تؤكد دعم إيران للمتمردين.") == []
