"""Found words are marked where they stand, however they are inflected and spelt."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.text.stems import found_places, search_phrases

TEXT = "أكدت الدول الأعضاء دعمها لتثبيت الاستقرار، وبتثبيتِ الأمن."


def found(text: str, words: str) -> list[str]:
    return [text[a:b] for a, b in found_places(text, words)]


def test_a_word_is_found_with_article_and_proclitics() -> None:
    assert found(TEXT, "استقرار") == ["الاستقرار"]
    assert found(TEXT, "تثبيت") == ["لتثبيت", "وبتثبيتِ"]


def test_a_phrase_is_found_in_its_order_only() -> None:
    assert found(TEXT, '"تثبيت الاستقرار"') == ["لتثبيت الاستقرار"]
    assert found(TEXT, "«الأمن تثبيت»") == []


@pytest.mark.parametrize(
    "told", ["دعم الاستقرار", "لدعم الاستقرار", "ولدعم الاستقرار", "بدعم الاستقرار", "كدعم استقرار"]
)
def test_a_phrase_is_found_behind_a_preposition(told: str) -> None:
    assert found(f"خطة {told} في المنطقة.", '"دعم الاستقرار"') == [told]


def test_a_short_word_is_found_behind_a_preposition_and_not_in_another_word() -> None:
    assert found("لدعم الاستقرار وبدعم الشركاء", "دعم") == ["لدعم", "وبدعم"]
    assert found("قال كمال إن المال مال", "مال") == ["المال", "مال"]


def test_words_are_marked_one_by_one() -> None:
    assert found(TEXT, "الدول الأمن") == ["الدول", "الأمن"]


def test_signs_alone_ask_for_nothing() -> None:
    assert search_phrases('"،" ؟') == []
    assert found(TEXT, "؟") == []


@given(st.text(alphabet='ابتلو «"،. َ', max_size=40), st.text(alphabet='ابتلو «"', max_size=12))
def test_places_are_in_the_text_and_apart(text: str, words: str) -> None:
    places = found_places(text, words)
    assert all(0 <= a < b <= len(text) for a, b in places)
    assert all(b < c for (_, b), (c, _) in pairwise(places))
