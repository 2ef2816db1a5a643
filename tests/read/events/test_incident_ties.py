"""Ties that states break: whose they are breaks them, and with whom is no place."""

from __future__ import annotations

from datetime import date

import pytest
from prepared import events_of


@pytest.mark.parametrize(
    ("text", "actor", "target"),
    [
        ("وأعلن المغرب الثلاثاء قطع علاقاته الدبلوماسية مع كوبا.", ["morocco"], ["cuba"]),
        ("وجاء هذا بعد إعلان المغرب قطع علاقاته مع كوبا.", ["morocco"], ["cuba"]),
        ("وكانت تركيا قطعت علاقاتها مع كوبا قبل نحو عام.", ["turkey"], ["cuba"]),
        ("وقررت تركيا تعليق الرحلات، ثم قطع العلاقات مع كوبا.", None, ["cuba"]),
    ],
)
def test_whose_ties_they_are_breaks_them_and_with_whom_is_no_place(
    text: str, actor: list[str] | None, target: list[str]
) -> None:
    (broken,) = [e for e in events_of(text, "incident", published=date(2018, 5, 2)) if e.slots.get("target") == target]
    assert (broken.slots.get("actor"), broken.slots.get("place")) == (actor, None)
