"""All layers together, on any text: nothing breaks, and every span says what stands there."""

from __future__ import annotations

import hashlib
from datetime import date
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tawatur.read.reading import read
from tawatur.record.codec.reading import dump_reading, load_reading
from tawatur.record.types import Report

PHRASES = (
    "أعلنت وزارة الخارجية المغربية اليوم الأربعاء",
    "قال الوزير ناصر بوريطة إن «الاجتماع سيعقد في مراكش»",
    "قُتل 25 شخصا وأصيب أكثر من 900 آخرين",
    "يضم التحالف 84 دولة ومنظمة",
    "فرضت الولايات المتحدة عقوبات على خمسة أشخاص",
    "تعهدت الرياض بتقديم 500 مليون دولار",
    "في 11 أيار/ مايو 2022",
    "(أ ف ب) -",
    '"',
    "“",
    "»",
    "\n",
    "\u202b",
    "و",
    "ال",
    "\u064e",
    "٢٠٢٢",
)
texts = st.lists(st.sampled_from(PHRASES) | st.text(max_size=12), max_size=12).map(" ".join)


def spans(value: Any) -> list[dict[str, Any]]:
    if isinstance(value, dict):
        own = [value] if {"start", "end", "text"} <= value.keys() else []
        return own + [s for v in value.values() for s in spans(v)]
    return [s for v in value for s in spans(v)] if isinstance(value, list) else []


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(texts, st.none() | st.dates(date(1990, 1, 1), date(2030, 1, 1)))
def test_every_span_of_any_text_is_a_slice_of_it(text: str, published: date | None) -> None:
    report = Report("a", "a.txt", text, hashlib.sha256(text.encode(errors="replace")).hexdigest(), published=published)
    written = dump_reading(read(report))
    for span in spans(written):
        assert text[span["start"] : span["end"]] == span["text"]
    assert dump_reading(load_reading(written, text)) == written


def test_reading_is_the_same_every_time() -> None:
    text = "\n".join(PHRASES[:8])
    report = Report("a", "a.txt", text, "", published=date(2022, 5, 11))
    assert dump_reading(read(report)) == dump_reading(read(report))
