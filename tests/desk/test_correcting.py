"""What forms of corrections send as one value, and the fields they show of what was read."""

from __future__ import annotations

from datetime import date

from tawatur.desk.correcting import CHOICE, DAYS, NUMBER, WORDS, composed, fields
from tawatur.desk.words import Wording
from tawatur.record.types import Entity, Event, Interval, Number, Quantity, Reading, Report, Statement, Time

READING = Reading(
    Report("a", "a", "قال سالم إن 84 دولة شاركت أمس", ""), entities=[Entity("s", "person", {"ar": "سالم"})]
)
SAY = Wording("en")


def test_the_parts_of_a_number_become_what_people_type() -> None:
    parts = {"field": "number", "bound": "more_than", "low": "80", "unit": "country"}
    assert composed(parts) == {"field": "number", "value": "more_than 80 country"}
    assert composed({"bound": "exact", "low": "10", "high": "12"}) == {"value": "exact 10-12 -"}


def test_days_become_an_interval_with_open_sides() -> None:
    assert composed({"first": "2022-05-11", "last": "2022-05-12"})["value"] == "2022-05-11/2022-05-12"
    assert composed({"last": "2022-05-12"})["value"] == "/2022-05-12"


def test_other_forms_stay_as_they_are() -> None:
    assert composed({"kind": "delete", "layer": "times"}) == {"kind": "delete", "layer": "times"}


def test_fields_show_what_they_are_now() -> None:
    day = Interval(date(2022, 5, 11), None)
    (time,) = fields(READING, "times", Time(26, 29, "أمس", day, "day"), SAY)
    assert (time.control, time.now) == (DAYS, {"first": "2022-05-11", "last": ""})
    (number,) = fields(READING, "quantities", Quantity(12, 19, "84 دولة", Number(84, "country", "about")), SAY)
    assert (number.control, number.now["bound"], number.now["low"]) == (NUMBER, "about", "84")


def test_a_speaker_is_shown_by_name() -> None:
    statement = Statement(12, 29, "84 دولة شاركت أمس", "indirect", None, "s")
    shown = {f.name: f for f in fields(READING, "statements", statement, SAY)}
    assert (shown["speaker"].control, shown["speaker"].now["value"]) == (WORDS, "سالم")
    assert (shown["kind"].control, shown["kind"].now["value"]) == (CHOICE, "indirect")


def test_of_an_event_what_is_filled_stands_first() -> None:
    event = Event(0, 29, READING.report.text, "e", "meeting", "done", {"attended": ["s"], "count": Number(84)})
    found = fields(READING, "events", event, SAY)
    assert [f.name for f in found if f.filled] == [f.name for f in found][:4]
    assert {f.name for f in found if f.filled} == {"kind", "status", "attended", "count"}
    assert next(f for f in found if f.name == "level").choices[0] == ("", "–")


def test_a_copied_passage_has_no_fields() -> None:
    assert fields(READING, "copies", Time(0, 1, "ق", Interval(None, None), "vague"), SAY) == []
