"""Shelling is an air strike unless guns, or who has no aircraft, are told of."""

from __future__ import annotations

import pytest
from tests.read.incidents_told import told


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("قصفت مدفعية الجيش قرية في غزني.", "attack"),
        ("قصف الجيش بالمدفعية قرية في غزني.", "attack"),
        ("قتل ثلاثة مدنيين في قصف دبابة لمنزل في غزني.", "attack"),
        ("قصف المسلحون مطار غزني.", "attack"),
        ("قصفت مدفعية الجيش مسيرات احتجاجية في غزني.", "attack"),
        ("قصف المسلحون مستودعا فيه براميل نفط في غزني.", "attack"),
        ("قصفت طائرات الجيش مواقع المدفعية في غزني.", "airstrike"),
        ("قصف الجيش مواقع المتمردين في غزني.", "airstrike"),
        ("قصف الجيش بالطائرات والمدفعية قرية في غزني.", "airstrike"),
    ],
)
def test_shelling_is_called_by_its_means(text: str, kind: str) -> None:
    assert told(text)[0].slots["type"] == kind
