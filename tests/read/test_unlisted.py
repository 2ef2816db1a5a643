"""Names that no list has are found by what stands around them."""

from __future__ import annotations

import pytest

from tawatur.read.document import Document
from tawatur.read.mentions import read_mentions
from tawatur.record.types import Report


def named(text: str, kind: str) -> list[str]:
    document = Document(Report("r", "r", text, ""))
    read_mentions(document)
    return [m.text for m in document.reading.mentions if m.type == kind]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وأكد زفونيمير كرانيتش أن الاتفاق قريب.", ["زفونيمير كرانيتش"]),
        ("وقالت ماهناز، وهي طالبة في الجامعة، إنها تنتظر.", ["ماهناز"]),
        ("وقال مدربه الألماني أولي شتيليكه إن الفريق مستعد.", ["أولي شتيليكه"]),
        ("وقال دبلوماسيون إن المسودة جاهزة.", []),
        ("وقالت مصادر إن الاجتماع تأجل.", []),
    ],
)
def test_persons_by_what_stands_around_them(text: str, expected: list[str]) -> None:
    assert named(text, "person") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وقع الانفجار في بلدة غامبورو الحدودية.", ["غامبورو"]),
        ("وصلت الطائرة إلى مطار الملك خالد الدولي أمس.", ["مطار الملك خالد الدولي"]),
        ("اجتمع سكان قرية صغيرة أمس.", []),
    ],
)
def test_places_after_their_class_word(text: str, expected: list[str]) -> None:
    assert named(text, "place") == expected
