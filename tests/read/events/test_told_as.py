"""Words that could tell two things tell one: what they say more of."""

from __future__ import annotations

import pytest

from tawatur.read.reading import read
from tawatur.record.types import Report


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("وتجمع مئات المتظاهرين في وسط بيروت للاحتجاج على الضرائب.", ["incident"]),
        ("جمدت واشنطن مساعدات بقيمة 200 مليون دولار كانت مخصصة لسوريا.", ["funding"]),
    ],
)
def test_one_telling_is_one_event(text: str, kinds: list[str]) -> None:
    assert [e.kind for e in read(Report("r", "r", text, "0")).events] == kinds
