"""A province and the city whose name it bears."""

import pytest

from tawatur.read.document import Document
from tawatur.read.mentions import read_mentions
from tawatur.record.types import Report

CASES = [
    ("سيطرت القوات على قرى في محافظة حلب", "aleppo-governorate"),
    ("دخلت القوات حلب صباحا", "aleppo"),
    ("استقبل أمير منطقة تبوك الوفد", "tabuk-province"),
    ("وصلت القافلة إلى مدينة تبوك", "tabuk"),
]


@pytest.mark.parametrize(("text", "entity"), CASES)
def test_the_class_word_tells_them_apart(text: str, entity: str) -> None:
    document = Document(Report("r", "r", text, ""))
    read_mentions(document)
    assert [m.entity for m in document.reading.mentions if m.type == "place"] == [entity]
