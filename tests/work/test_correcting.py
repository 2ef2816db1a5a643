"""What people correct in a report changes what is read there and what follows, and holds through every re-reading."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from tawatur import work
from tawatur.errors import AskedError, ConflictError, OptionError
from tawatur.record.types import Event, Fact, Interval, Number, Reading
from tawatur.store.record import Record
from tawatur.work import deciding
from tawatur.work.taking import take_reports

REPORT = "04-outlet-d"
PAGE = "02-outlet-b"


def read(record: Record, report: str = REPORT) -> Reading:
    return record.readings_of([report])[report]


def telling(record: Record, kind: str, report: str = REPORT) -> Event:
    return next(e for e in read(record, report).events if e.kind == kind)


def counts(record: Record) -> list[Fact]:
    return [f for f in work.comparison(record).facts if f.property == "meeting.count"]


def set_in(record: Record, event: Event, field: str, value: Any, **more: Any) -> deciding.Decided:
    return deciding.correct(record, REPORT, "events", event.start, event.end, field, value, event=event.id, **more)


def test_a_number_that_is_corrected_settles_what_was_disputed(desk: Record) -> None:
    assert [f.verdict for f in counts(desk)] == ["disputed"]
    made = set_in(desk, telling(desk, "meeting"), "count", "60 delegation", by="سلمى", why="خطأ في القراءة")
    assert telling(desk, "meeting").slots["count"] == Number(60, "delegation")
    (fact,) = counts(desk)
    assert (fact.verdict, len(fact.values)) == ("repeated", 1)  # a fifth of the two reports is one text
    (told,) = read(desk).corrections
    assert (told.signed.by, told.signed.why, told.field, told.was["value"]) == ("سلمى", "خطأ في القراءة", "count", 79)
    deciding.take_back(desk, made.decision.id)
    assert [f.verdict for f in counts(desk)] == ["disputed"]
    assert read(desk).corrections == []


def test_a_correction_holds_through_reading_again_and_the_programs_own_reading_stays(desk: Record) -> None:
    set_in(desk, telling(desk, "meeting"), "count", "60 delegation")
    before = read(desk)
    assert work.reread(desk, workers=1) == 12
    assert read(desk) == before
    program = desk.corrected.as_read(REPORT)
    assert program is not None
    assert program.events[0].slots["count"] == Number(79, "delegation")


def test_a_corrected_day_goes_on_into_the_events_that_have_it_from_there(desk: Record) -> None:
    time = next(t for t in read(desk, PAGE).times if t.interval == _day("2022-05-11"))
    dated = [e.id for e in read(desk, PAGE).events if e.slots.get("date") == time.interval]
    assert dated
    deciding.correct(desk, PAGE, "times", time.start, time.end, "date", "2022-05-12")
    moved = [e.id for e in read(desk, PAGE).events if e.slots.get("date") == _day("2022-05-12")]
    assert set(moved) & set(dated)


def test_a_false_name_is_gone_with_its_entity_and_its_place_in_events(desk: Record) -> None:
    name = next(m for m in read(desk).mentions if m.text == "ناصر بوريطة")
    for text in {m.text for m in read(desk).mentions if m.entity == name.entity}:
        one = next(m for m in read(desk).mentions if (m.text, m.entity) == (text, name.entity))
        deciding.delete(desk, REPORT, "mentions", one.start, one.end, every=True)
    after = read(desk)
    assert name.entity not in {m.entity for m in after.mentions} | {e.id for e in after.entities}
    assert all(name.entity not in (v if isinstance(v, list) else ()) for e in after.events for v in e.slots.values())
    assert (REPORT, name.entity) not in {k for e in work.comparison(desk).entities for k in e.same}


def test_a_false_event_tells_no_facts(desk: Record) -> None:
    event = telling(desk, "meeting")
    deciding.delete(desk, REPORT, "events", event.start, event.end)
    assert [e.kind for e in read(desk).events if e.id == event.id] == []
    assert [v.reports for f in counts(desk) for v in f.values] == [["05-outlet-e-1"]]


def test_speaker_kind_status_and_type_are_set(desk: Record) -> None:
    said = read(desk).statements[0]
    deciding.correct(desk, REPORT, "statements", said.start, said.end, "speaker", "أنتوني بلينكن")
    assert read(desk).statements[0].speaker == "antony-blinken"
    meeting = telling(desk, "meeting")
    set_in(desk, meeting, "status", "cancelled")
    set_in(desk, meeting, "kind", "visit")
    changed = next(e for e in read(desk).events if e.id == meeting.id)
    assert (changed.kind, changed.status, changed.slots["place"]) == ("visit", "cancelled", ["marrakesh"])
    assert "count" not in changed.slots
    place = read(desk).mentions[0]
    deciding.correct(desk, REPORT, "mentions", place.start, place.end, "type", "organisation")
    assert (read(desk).mentions[0].type, read(desk).mentions[0].by) == ("organisation", ("person",))


def test_a_slot_takes_names_of_the_report_and_can_be_emptied(desk: Record) -> None:
    meeting = telling(desk, "meeting")
    set_in(desk, meeting, "chair", "أنتوني بلينكن؛ وفد بلا اسم")
    assert telling(desk, "meeting").slots["chair"] == ["antony-blinken", "وفد بلا اسم"]
    assert "peru" not in {e.id for e in read(desk).entities}
    set_in(desk, meeting, "chair", "بيرو")  # the lists know it, though the report does not name it
    assert telling(desk, "meeting").slots["chair"] == ["peru"]
    assert {fact.values[0].value for fact in work.comparison(desk).facts if fact.property == "meeting.chair"} >= {
        "peru"
    }
    set_in(desk, meeting, "chair", "")
    assert "chair" not in telling(desk, "meeting").slots


def test_junk_is_read_no_more_and_what_is_no_junk_is_read(desk: Record) -> None:
    text = desk.texts([PAGE])[PAGE]
    first = telling(desk, "meeting", PAGE)
    made = deciding.mark_junk(desk, PAGE, 0, first.end)
    assert read(desk, PAGE).report.junk[0].text == text[: first.end]
    assert all(m.start >= first.end for m in read(desk, PAGE).mentions)
    work.reread(desk, workers=1)
    assert all(m.start >= first.end for m in read(desk, PAGE).mentions)
    deciding.mark_junk(desk, PAGE, 0, first.end, junk=False)
    assert telling(desk, "meeting", PAGE).start == first.start
    deciding.take_back(desk, made.decision.id + 1)
    assert all(m.start >= first.end for m in read(desk, PAGE).mentions)
    deciding.take_back(desk, made.decision.id)
    assert telling(desk, "meeting", PAGE).start == first.start


def test_an_anchor_that_fits_nothing_is_lost_and_goes_to_nothing_else(desk: Record) -> None:
    name = next(m for m in read(desk).mentions if m.text == "بلينكن")
    made = deciding.correct(desk, REPORT, "mentions", name.start, name.end, "type", "place")
    program = desk.corrected.as_read(REPORT)
    assert program is not None
    program.mentions = [m for m in program.mentions if m.start != name.start]
    desk.put_reading(REPORT, program)
    deciding.correct(desk, REPORT, "mentions", *_span(program, "واشنطن"), "type", "organisation")
    assert deciding.lost(desk) == {made.decision.id: "not-read"}
    assert {m.type for m in read(desk).mentions if m.entity == name.entity} == {"person"}
    (question,) = deciding.open_questions(desk, ["lost-decision"]).questions
    assert question.id == f"lost-decision-{made.decision.id}"
    assert [(a.deed, a.given) for a in question.answers] == [("take_back", {"ident": made.decision.id})]


def test_a_removed_report_leaves_its_decisions_lost(desk: Record) -> None:
    made = set_in(desk, telling(desk, "meeting"), "status", "cancelled")
    desk.remove(REPORT)
    work.bring_up_to_date(desk)
    assert deciding.lost(desk) == {made.decision.id: "report"}


def test_a_newer_text_of_a_report_leaves_its_decisions_lost(desk: Record) -> None:
    made = set_in(desk, telling(desk, "meeting"), "status", "cancelled")
    marked = deciding.mark_junk(desk, REPORT, 0, 6)
    newer = replace(desk.reports()[REPORT], text_sha256="another")
    newer.text += "\nانتهى الاجتماع مساء.\n"
    assert len(take_reports(desk, [newer], workers=1).versions) == 1
    assert deciding.lost(desk) == {made.decision.id: "version", marked.decision.id: "version"}


def test_two_people_do_not_overwrite_each_other(desk: Record) -> None:
    meeting = telling(desk, "meeting")
    seen = desk.decisions.last()
    first = set_in(desk, meeting, "count", "60 delegation", by="نورة", seen=seen)
    set_in(desk, meeting, "status", "cancelled", by="سلمى", seen=seen)  # another field of it
    with pytest.raises(ConflictError, match="نورة decided on this meanwhile") as conflict:
        set_in(desk, meeting, "count", "61 delegation", by="سلمى", seen=seen)
    assert (conflict.value.decision, conflict.value.by) == (first.decision.id, "نورة")
    set_in(desk, meeting, "count", "61 delegation", by="سلمى", seen=desk.decisions.last())
    assert telling(desk, "meeting").slots["count"] == Number(61, "delegation")
    deciding.take_back(desk, first.decision.id, seen=seen)
    with pytest.raises(ConflictError):
        deciding.take_back(desk, first.decision.id, seen=seen)


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("weather", "1", "no such field"),
        ("count", "many", "no count is written so"),
        ("count", "60 weather", "nothing is counted in this"),
        ("count", "12-10", "ends before it begins"),
        ("count", {"value": 12, "high": 10}, "ends before it begins"),
        ("count", {"value": 12, "high": "many"}, "no count is written so"),
        ("date", "2022-13", "no date is written so"),
        ("place", "2022-05-11", "no place is called so"),
        ("host", "84; المغرب", "no host is called so"),
        ("date", "2022-05-12/2022-05-11", "ends before it begins"),
        ("status", "maybe", "no status is called so"),
        ("topic", "كلام ليس في التقرير", "does not say this"),
    ],
)
def test_what_cannot_be_set_says_why_and_keeps_nothing(desk: Record, field: str, value: Any, said: str) -> None:
    with pytest.raises(OptionError, match=said):
        set_in(desk, telling(desk, "meeting"), field, value)
    assert desk.decisions.all() == []


@pytest.mark.parametrize("value", ["2022-05-11", {"words": "84"}])
def test_a_speaker_is_called_by_a_name(desk: Record, value: Any) -> None:
    said = read(desk).statements[0]
    with pytest.raises(OptionError, match="no speaker is called so"):
        deciding.correct(desk, REPORT, "statements", said.start, said.end, "speaker", value)
    assert desk.decisions.all() == []


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("65", Number(65, "delegation")),
        ("65 -", Number(65)),
        ("more_than 65 وفدا", Number(65, "delegation", "more_than")),
        ("65 دولة", Number(65, "country")),
        ("65 usd", Number(65, "USD")),
    ],
)
def test_a_number_counts_what_it_did_unless_somebody_says_what(desk: Record, typed: str, number: Number) -> None:
    set_in(desk, telling(desk, "meeting"), "count", typed)
    assert telling(desk, "meeting").slots["count"] == number


def test_where_nothing_was_read_there_is_nothing_to_correct(desk: Record) -> None:
    with pytest.raises(AskedError, match="nothing of events stands there"):
        deciding.correct(desk, REPORT, "events", 1, 2, "status", "done")
    with pytest.raises(AskedError, match="no report of this name"):
        deciding.delete(desk, "x", "events", 1, 2)


def _day(text: str) -> Interval:
    day = date.fromisoformat(text)
    return Interval(day, day)


def _span(reading: Reading, words: str) -> tuple[int, int]:
    found = next(m for m in reading.mentions if m.text == words)
    return found.start, found.end
