"""What reports say of when somebody was born, and how lists write days."""

from __future__ import annotations

from datetime import date

import pytest

from tawatur.intake.report import Came, make_report
from tawatur.read.reading import read
from tawatur.record.types import Interval
from tawatur.record.watchlists import Birth
from tawatur.screen.births import told_births
from tawatur.screen.days import birth, day
from tawatur.screen.words import column, country, kind, same_position


def told(text: str) -> list[tuple[int, int]]:
    reading = read(make_report("a", text, Came(published=date(2022, 5, 11))))
    births = [b.days for m in reading.mentions if m.type == "person" for b in told_births(reading, m)]
    return [(b.first.year, b.last.year) for b in births if b.first and b.last]


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("اعتقلت الشرطة القائد العسكري سالم ناصر الغمراوي (48 عاما) في صنعاء.", [(1973, 1974)]),
        ("اعتقلت الشرطة القائد العسكري سالم ناصر الغمراوي، البالغ من العمر 32 عاما، في صنعاء.", [(1989, 1990)]),
        ("وكان القائد العسكري سالم ناصر الغمراوي المولود سنة 1980 في صنعاء حاضرا.", [(1980, 1980)]),
        ("القائد العسكري سالم ناصر الغمراوي من مواليد ١٩٥١ في صنعاء.", [(1951, 1951)]),
        ("سجنت المحكمة القائد العسكري سالم ناصر الغمراوي 20 عاما بتهمة القتل.", []),
        ("التقى القائد العسكري سالم ناصر الغمراوي الوفد في 2019 في صنعاء.", []),
        ("قتل القائد العسكري سالم ناصر الغمراوي (48 قتيلا).", []),
    ],
)
def test_an_age_or_a_year_beside_a_name_is_its_bearers(text: str, years: list[tuple[int, int]]) -> None:
    assert told(text) == years


@pytest.mark.parametrize(
    ("text", "first", "last", "about"),
    [
        ("1964-07-17", date(1964, 7, 17), date(1964, 7, 17), False),
        ("1964-02", date(1964, 2, 1), date(1964, 2, 29), False),
        ("17 Jul 1964", date(1964, 7, 17), date(1964, 7, 17), False),
        ("Jul 1964", date(1964, 7, 1), date(1964, 7, 31), False),
        ("circa 1964", date(1964, 1, 1), date(1964, 12, 31), True),
        ("1964 to 1966", date(1964, 1, 1), date(1966, 12, 31), False),
        ("31 Apr 1964", date(1964, 1, 1), date(1964, 12, 31), False),
    ],
)
def test_days_as_lists_write_them(text: str, first: date, last: date, about: bool) -> None:
    assert birth(text) == Birth(Interval(first, last), about)


@pytest.mark.parametrize("text", [None, "", "unknown", "0000-00-00", "9 years old", "x" * 1000])
def test_what_is_no_day_is_none(text: str | None) -> None:
    assert birth(text) is None
    assert day(text) is None


def test_countries_kinds_and_columns_are_known_by_the_words_lists_use() -> None:
    assert {country(c) for c in ("Syrian Arab Republic", "Syria", "sy", "سوريا", "الجمهورية العربية السورية")} == {
        "syria"
    }
    assert country("Democratic People's Republic of Korea") == "north-korea"
    assert country("nowhere") is None
    assert (kind("Individual"), kind("شركة"), kind("x")) == ("person", "organisation", None)
    assert [column(h) for h in ("Date of Birth", "ALIAS_2", "No", "الجنسية", "colour")] == [
        "birth",
        "alias",
        "id",
        "country",
        None,
    ]


def test_a_title_is_compared_with_a_listed_position_by_its_head_word() -> None:
    assert same_position("القائد العسكري", "Military commander") == "commander"
    assert same_position("وزير الثقافة", "Military commander") is None
