"""A word of the lists is no name where what stands around it says that it is another word."""

from __future__ import annotations

import pytest
from tests.read.tagging import Told

from tawatur.read.document import Document
from tawatur.read.mentions import read_mentions
from tawatur.record.types import Report


def named(text: str, names: dict[str, str | tuple[str, float]]) -> list[tuple[str, str]]:
    document = Document(Report("r", "r", text, ""), None, Told(names))
    read_mentions(document)
    return [(m.type, m.text) for m in document.reading.mentions]


@pytest.mark.parametrize(
    "text",
    [
        "وقالت المديرة إن المصنع يسعى دوما إلى خفض الكلفة.",  # always
        "وزار الطفل جده في المستشفى أمس.",  # his grandfather
        "وأكد المدير أن العقبة الكبرى هي نقص العمال.",  # the obstacle
    ],
)
def test_a_word_that_nothing_shows_to_be_a_town_is_none(text: str) -> None:
    assert named(text, {}) == []


def test_a_town_stands_where_its_country_is_named_or_the_model_sees_it() -> None:
    assert ("place", "دوما") in named("وصلت القافلة إلى دوما في سوريا أمس.", {})
    assert ("place", "دوما") in named("وصلت القافلة إلى دوما أمس.", {"دوما": "LOC"})


def test_a_town_that_the_model_sees_once_in_a_report_is_one_elsewhere_in_it() -> None:
    text = "وصلت القافلة إلى دوما أمس. وأغلقت المدارس بدوما."
    assert named(text, {"دوما": "LOC"}) == [("place", "دوما")] * 2
    assert named(text, {}) == []


def test_a_word_of_the_lists_within_a_persons_name_is_his() -> None:
    found = named("وحضرت العرض تشيلسي موراي مع شقيقتها.", {"تشيلسي موراي": "PERS"})
    assert found == [("person", "تشيلسي موراي")]


def test_where_a_report_is_filed_from_is_a_place_though_no_country_is_named() -> None:
    assert ("place", "القاهرة") in named("سامي الحداد – القاهرة\nافتتحت البلدية حديقة أمس.", {})


def test_a_paper_leaves_its_own_country_unsaid() -> None:
    document = Document(Report("r", "r", "وافتتحت البلدية مسابح في القنفذة أمس.", "", outlet="عكاظ"), None, Told({}))
    read_mentions(document)
    assert [m.text for m in document.reading.mentions] == ["القنفذة"]


def test_without_a_model_the_lists_are_believed() -> None:
    document = Document(Report("r", "r", "وقالت إن المصنع يسعى دوما إلى خفض الكلفة.", ""))
    read_mentions(document)
    assert [m.text for m in document.reading.mentions] == ["دوما"]
