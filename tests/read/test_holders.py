"""Whom an office without a name stands for."""

import pytest

from tawatur.read.document import Document
from tawatur.read.holders import Holders
from tawatur.read.reading import read_layers
from tawatur.record.types import Report

MINISTERS = "التقى وزير الخارجية المغربي ناصر بوريطة وزير الخارجية الأميركي أنتوني بلينكن."
PRESIDENTS = "قال الرئيس السابق باراك أوباما إنه راض. وقال الرئيس الأميركي دونالد ترامب إنه غاضب."
NAMESAKES = "التقى وزير الخارجية سامي الكواري وزير الخارجية ماجد الخوري."


def holder(text: str, description: str) -> str | None:
    document = Document(Report("r", "r", text, ""))
    read_layers(document, ("statements", "events"))
    return Holders(document).holder(description.split(), len(text))


CASES = [
    (MINISTERS, "الوزير الامريكي", "antony-blinken"),
    (MINISTERS, "الوزير المغربي", "nasser-bourita"),
    (MINISTERS, "رييس الدبلوماسيه المغربيه", "nasser-bourita"),
    (MINISTERS, "الوزير الروسي", None),
    (MINISTERS, "وزير التعليم", None),
    (MINISTERS, "الرييس", None),
    (PRESIDENTS, "الرييس الامريكي", "donald-trump"),
    (PRESIDENTS, "الرييس السابق", "barack-obama"),
    (NAMESAKES, "وزير الخارجيه", None),
]


@pytest.mark.parametrize(("text", "description", "person"), CASES)
def test_holder(text: str, description: str, person: str | None) -> None:
    assert holder(text, description) == person


def test_an_office_that_comes_later_is_nobody_yet() -> None:
    document = Document(Report("r", "r", MINISTERS, ""))
    read_layers(document, ("statements", "events"))
    assert Holders(document).holder(["الوزير", "المغربي"], 0) is None


def test_the_speaker_behind_an_office() -> None:
    document = Document(Report("r", "r", MINISTERS + " وأكد رئيس الدبلوماسية الأميركية أن بلاده ملتزمة", ""))
    reading = read_layers(document, ("events",))
    assert [s.speaker for s in reading.statements] == ["antony-blinken"]
