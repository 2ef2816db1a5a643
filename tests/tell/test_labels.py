"""Numbers, dates and plurals as a reader of either language expects them."""

from datetime import date

import pytest

from tawatur.record.schema import SCHEMA
from tawatur.record.types import Interval
from tawatur.tell import labels


@pytest.mark.parametrize(
    ("first", "last", "en", "ar"),
    [
        (date(2022, 5, 11), date(2022, 5, 11), "11 May 2022", "11 مايو 2022"),
        (date(2022, 5, 1), date(2022, 5, 31), "May 2022", "مايو 2022"),
        (date(2014, 1, 1), date(2014, 12, 31), "2014", "2014"),
        (date(2018, 1, 1), date(2021, 12, 31), "2018–2021", "2018–2021"),
        (date(2022, 3, 21), date(2022, 3, 31), "21–31 March 2022", "21–31 مارس 2022"),
        (date(2018, 3, 30), None, "since 30 March 2018", "منذ 30 مارس 2018"),
        (None, None, "undated", "بلا تاريخ"),
    ],
)
def test_intervals_are_said_as_short_as_can_be(first: date | None, last: date | None, en: str, ar: str) -> None:
    assert labels.interval(Interval(first, last), "en") == en
    assert labels.interval(Interval(first, last), "ar") == ar


def test_arabic_counts_have_their_dual_and_plurals() -> None:
    said = [labels.counted("reports", n, "ar") for n in (1, 2, 3, 11, 100)]
    assert said == ["تقرير واحد", "تقريران", "3 تقارير", "11 تقريرا", "100 تقرير"]


def test_every_word_of_the_schema_has_both_labels() -> None:
    for group, words in SCHEMA.words.items():
        for word, both in words.items():
            assert set(both) == {"ar", "en"}, (group, word)
    for kind in SCHEMA.kinds.values():
        assert set(kind.labels) == {"ar", "en"}
        assert all(set(slot.labels) == {"ar", "en"} for slot in kind.slots.values())
