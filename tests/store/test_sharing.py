"""Readings that are held together have what is equal in common, and say what they said before."""

from __future__ import annotations

from copy import deepcopy
from datetime import date
from typing import Any

from tawatur.record.codec.reading import dump_reading, load_reading
from tawatur.record.sharing import shared
from tawatur.record.types import (
    Entity,
    Event,
    Interval,
    Mention,
    Number,
    Quantity,
    Reading,
    Report,
    Span,
    Statement,
    Time,
)


def a_reading() -> Reading:
    day = Interval(date(2018, 4, 7), date(2018, 4, 7))
    return Reading(
        Report("r", "r.txt", "".join(["قال الناطق إن ", "3.0", " قتلى"]), "", outlet="".join(["وكا", "لة"])),
        [Time(300, 310, "أمس", day, "day")],
        [Quantity(14, 17, "3.0", Number(3.0, "person")), Quantity(40, 41, "3", Number(3, "person"))],
        [Mention(4, 10, "".join(["النا", "طق"]), "person", "na" + str(1), ("list", "pattern"), 0.9)],
        [Entity("na" + str(1), "person", {"ar": "الناطق", "en": None}, ["ناطق"])],
        [],
        [Statement(0, 20, "قال الناطق", "indirect", Span(0, 3, "قال"), "na1", ["ab"])],
        [
            Event(
                0, 22, "قتلى", "ev1", "incident", "done", {"killed": Number(3, "person"), "date": day, "place": ["na1"]}
            )
        ],
    )


def test_a_shared_reading_says_what_it_said() -> None:
    before: dict[str, Any] = deepcopy(dump_reading(a_reading()))
    assert repr(dump_reading(shared(a_reading()))) == repr(before)


def test_equal_parts_of_two_readings_are_one_object() -> None:
    one, two = (load_reading(dump_reading(shared(deepcopy(a_reading()))), "t") for _ in range(2))
    left, right = one.mentions[0], two.mentions[0]
    assert left.text is right.text
    assert left.by is right.by
    assert one.times[0].start is two.times[0].start
    assert one.times[0].interval is two.times[0].interval
    assert one.quantities[0].number is two.quantities[0].number


def test_three_and_three_point_nought_stay_two_ways_to_write_a_number() -> None:
    reading = shared(a_reading())
    assert [type(q.number.value) for q in reading.quantities] == [float, int]
