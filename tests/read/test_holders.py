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


BESIDE = "التقى وزير الخارجية المغربي ناصر بوريطة نظيره الأميركي أنتوني بلينكن."
CASES = [
    (BESIDE, "وزير الخارجيه الامريكي", "antony-blinken"),
    (BESIDE, "الوزير الامريكي", "antony-blinken"),
    (BESIDE, "الوزير", "nasser-bourita"),
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


LATER = [
    ("قال وزير النقل المصري إن الخط جاهز. وأوضح الوزير سمير الكواري أن القطار سيصل غدا.", True),
    ("قال متحدث باسم البلدية إن الجسر مغلق. وأكد المتحدث سمير الكواري أنه سيفتح غدا.", True),
    ("قال وزير الدفاع التونسي إن القوات عادت. وأكد وزير الدفاع سمير الكواري أن العملية انتهت.", True),
    ("قال وزير النقل المصري إن الخط جاهز. ونفى وزير آخر ذلك. وأوضح الوزير سمير الكواري أنه غاضب.", False),
    ("قال رئيس الجامعة إن القاعة مغلقة. وأعلن الرئيس سمير الكواري أن البلاد بخير.", False),
    ("قال وزير النقل المصري إن الخط جاهز. وأكد وزير المالية سمير الكواري أن المال موجود.", False),
    ("قال وزير الدفاع المصري إن القوات عادت. وأكد وزير الدفاع التونسي سمير الكواري أنها غادرت.", False),
]


@pytest.mark.parametrize(("text", "one"), LATER)
def test_who_speaks_by_his_office_alone_may_be_named_later(text: str, one: bool) -> None:
    reading = read_layers(Document(Report("r", "r", text, "")), ("events",))
    speakers = [s.speaker for s in reading.statements]
    assert (speakers[0] == speakers[-1]) is one


def test_the_bare_office_is_of_him_who_spoke_last() -> None:
    text = BESIDE + " وقال وزير الخارجية الأميركي إن بلاده ملتزمة. وأضاف الوزير أن الوقت ضيق."
    reading = read_layers(Document(Report("r", "r", text, "")), ("events",))
    assert [s.speaker for s in reading.statements] == ["antony-blinken", "antony-blinken"]


def test_a_counterpart_is_who_has_the_office_in_his_country() -> None:
    told = "قال وزير الخارجية المغربي ناصر بوريطة ووزير الخارجية الأميركي أنتوني بلينكن إنهما متفقان. وقال بوريطة"
    assert holder(told, "نظيره الامريكي") == "antony-blinken"
    assert holder(told, "نظيره الروسي") is None
