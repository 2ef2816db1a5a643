"""One spelling, two verbs: the past of a man (تسلم الرئيس) and the present of a woman (تسلم الشركة)."""

from __future__ import annotations

import pytest

from tawatur.read.document import Document
from tawatur.read.events.context import Context
from tawatur.read.mentions import read_mentions
from tawatur.record.types import Report


@pytest.mark.parametrize(
    ("text", "tense"),
    [
        ("تسلم الرئيس رسالة من نظيره.", "past"),
        ("تسلم اليمن شحنة قمح.", "past"),
        ("تسلم الشركة البضائع في موعدها.", "present"),
        ("تقدم مصر مساعدات إلى غزة.", "present"),
        ("تقدم الجيش نحو المدينة.", "past"),
        ("طلب الوزير أن تسلم الرسالة إليه.", "present"),
    ],
)
def test_the_noun_behind_a_verb_says_which_it_is(text: str, tense: str) -> None:
    document = Document(Report("r", "r", text, "0"))
    read_mentions(document)
    assert [c.tense for c in Context(document).clauses if c.verb is not None][-1] == tense
