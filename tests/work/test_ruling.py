"""What people say of facts, events and stories holds through re-reading and chains, is told and can be taken back."""

from __future__ import annotations

import io
from contextlib import suppress
from pathlib import Path

import pytest
from arrivals import plain, pool
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tawatur import work
from tawatur.compare.comparison import compare
from tawatur.errors import AskedError, ConflictError, OptionError
from tawatur.record.decisions import COMPARED_BY
from tawatur.record.types import Fact
from tawatur.store.record import Record
from tawatur.tell import pages
from tawatur.tell.export import export_jsonl
from tawatur.tell.render import render
from tawatur.tell.view import View
from tawatur.work import comparing, deciding

MEETING = "meeting-global-coalition-2022-05-11-503b16e5"


def facts(record: Record, of: str, rejected: bool = False) -> list[Fact]:
    found = work.comparison(record)
    return [f for f in (found.rejected if rejected else found.facts) if f.property == of]


def test_a_rejected_fact_is_counted_nowhere_and_shown_as_rejected(desk: Record) -> None:
    (count,) = facts(desk, "meeting.count")
    made = deciding.judge(desk, count.id, False, "سلمى", "عددان لشيئين")
    assert facts(desk, "meeting.count") == []
    (out,) = facts(desk, "meeting.count", rejected=True)
    assert [v.value for v in out.values] == [v.value for v in count.values]
    assert out.ruling is not None
    assert (out.ruling.accepted, out.ruling.signed.by, out.ruling.signed.why) == (False, "سلمى", "عددان لشيئين")
    work.reread(desk, workers=1)
    assert (facts(desk, "meeting.count"), facts(desk, "meeting.count", rejected=True)) == ([], [out])
    view = View(desk.readings(), work.comparison(desk), "ar")
    assert "مرفوضة بقرار سلمى" in render(pages.brief(view, None), "text")
    assert "مرفوضة بقرار سلمى" in render(pages.fact(view, out.id), "text")
    deciding.take_back(desk, made.decision.id)
    assert facts(desk, "meeting.count") == [count]


def test_a_rejected_value_leaves_the_other_one_undisputed(desk: Record) -> None:
    (count,) = facts(desk, "meeting.count")
    deciding.judge(desk, count.id, False, value=1)
    (left,) = facts(desk, "meeting.count")
    assert (left.verdict, [v.value for v in left.values]) == ("single", [count.values[0].value])
    (out,) = facts(desk, "meeting.count", rejected=True)
    assert [v.value for v in out.values] == [count.values[1].value]


def test_an_accepted_fact_says_by_whom_and_is_asked_no_more(desk: Record) -> None:
    (count,) = facts(desk, "meeting.count")
    (question,) = deciding.open_questions(desk, ["disputed-fact"]).questions
    assert question.about["fact"].id == count.id
    assert {a.key for a in question.answers} == {"accept", "reject", "accept-0", "reject-0", "accept-1", "reject-1"}
    deciding.judge(desk, count.id, True, "سلمى")
    (held,) = facts(desk, "meeting.count")
    assert held.ruling is not None
    assert (held.ruling.accepted, held.ruling.signed.by, held.verdict) == (True, "سلمى", "disputed")
    assert deciding.open_questions(desk, ["disputed-fact"]).questions == []
    assert "مقبولة بقرار سلمى" in render(
        pages.fact(View(desk.readings(), work.comparison(desk), "ar"), held.id), "text"
    )


def test_of_two_words_on_one_fact_the_later_holds(desk: Record) -> None:
    (count,) = facts(desk, "meeting.count")
    seen = desk.decisions.last()
    deciding.judge(desk, count.id, False)
    with pytest.raises(ConflictError):
        deciding.judge(desk, count.id, True, seen=seen)
    deciding.judge(desk, count.id, True)
    assert [f.ruling is not None and f.ruling.accepted for f in facts(desk, "meeting.count")] == [True]
    assert deciding.lost(desk) == {}


def test_a_fact_that_is_not_read_any_more_leaves_its_decision_lost(desk: Record) -> None:
    (count,) = facts(desk, "meeting.count")
    made = deciding.judge(desk, count.id, True)
    for value in count.values:
        (place,) = value.evidence
        meeting = next(e for e in desk.readings_of([place.report])[place.report].events if e.id == place.event)
        deciding.delete(desk, place.report, "events", meeting.start, meeting.end)
    assert deciding.lost(desk) == {made.decision.id: "not-read"}


def test_what_is_no_fact_or_no_value_is_said(desk: Record) -> None:
    with pytest.raises(AskedError, match="no such fact"):
        deciding.judge(desk, "fact-0", True)
    with pytest.raises(OptionError, match="there is no value 7"):
        deciding.judge(desk, facts(desk, "meeting.count")[0].id, True, value=7)


def home(record: Record, report: str) -> list[str]:
    return next(s.reports for s in work.comparison(record).stories if report in s.reports)


def test_stories_are_joined_and_split_and_back(desk: Record) -> None:
    first, second, _ = work.comparison(desk).stories
    joined = deciding.join_stories(desk, first.id, second.id)
    assert set(home(desk, first.reports[0])) == {*first.reports, *second.reports}
    parted = deciding.split_story(desk, first.id, first.reports[:2])
    assert [d.id for d in parted.overrules] == [joined.decision.id]
    assert home(desk, first.reports[0]) == first.reports[:2]
    assert set(home(desk, first.reports[2])) == {*first.reports[2:], *second.reports}
    work.reread(desk, workers=1)
    assert home(desk, first.reports[0]) == first.reports[:2]
    back = deciding.take_back(desk, parted.decision.id)
    assert [d.id for d in back.stand_again] == [joined.decision.id]
    deciding.take_back(desk, joined.decision.id)
    assert [s.reports for s in work.comparison(desk).stories][:2] == [first.reports, second.reports]


def tellings(record: Record, report: str, event: str) -> list[tuple[str, str]]:
    return next(e.same for e in work.comparison(record).events if (report, event) in e.same)


def test_events_are_split_and_joined_and_back(desk: Record) -> None:
    whole = deciding.event_named(desk, MEETING).same
    parted = deciding.split_event(desk, MEETING, whole[:2])
    assert tellings(desk, *whole[0]) == whole[:2] or tellings(desk, *whole[0]) == whole[:1]
    assert not set(tellings(desk, *whole[2])) & set(whole[:2])
    work.reread(desk, workers=1)
    assert not set(tellings(desk, *whole[2])) & set(whole[:2])
    ids = {e.id for e in work.comparison(desk).events for one in (whole[0], whole[2]) if one in e.same}
    joined = deciding.join_events(desk, *sorted(ids))
    assert [d.id for d in joined.overrules] == [parted.decision.id]
    assert {*whole[:1], *whole[2:]} <= set(tellings(desk, *whole[0]))
    for made in (joined, parted):
        deciding.take_back(desk, made.decision.id)
    assert tellings(desk, *whole[0]) == whole


def test_events_of_two_kinds_are_not_one(desk: Record) -> None:
    founding = next(e.id for e in work.comparison(desk).events if e.kind == "founding")
    with pytest.raises(AskedError, match="not one event"):
        deciding.join_events(desk, MEETING, founding)


def test_decisions_go_out_with_the_record_and_into_another(desk: Record, examples: Path, tmp_path: Path) -> None:
    (count,) = facts(desk, "meeting.count")
    deciding.judge(desk, count.id, False, "سلمى", "خطأ")
    report = desk.readings_of(["04-outlet-d"])["04-outlet-d"]
    name = next(m for m in report.mentions if m.text == "هيئة التحرير")
    made = deciding.delete(desk, "04-outlet-d", "mentions", name.start, name.end)
    deciding.take_back(desk, made.decision.id)
    deciding.take_back(desk, made.decision.id + 1)
    deciding.mark_junk(desk, "02-outlet-b", 0, 36)
    out = tmp_path / "export.jsonl"
    with out.open("w", encoding="utf-8") as lines:
        export_jsonl(View(desk.readings(), work.comparison(desk), "en"), desk.decisions.all(), lines)
    other = tmp_path / "other.tawatur"
    other.write_bytes(examples.read_bytes())
    with Record(other) as record:
        assert len(deciding.adopt(record, deciding.exported(out))) == 5
        assert record.decisions.all() == desk.decisions.all()
        again = io.StringIO()
        export_jsonl(View(record.readings(), work.comparison(record), "en"), record.decisions.all(), again)
        assert again.getvalue() == out.read_text(encoding="utf-8")
        assert deciding.adopt(record, deciding.exported(out)) == []


def test_the_history_tells_every_kind_in_both_languages(desk: Record) -> None:
    (count,) = facts(desk, "meeting.count")
    deciding.judge(desk, count.id, False, "سلمى")
    deciding.mark_junk(desk, "02-outlet-b", 0, 36)
    first, second, _ = work.comparison(desk).stories
    made = deciding.join_stories(desk, first.id, second.id)
    deciding.take_back(desk, made.decision.id)
    rows = desk.decisions.all()
    arabic, english = (render(pages.decisions(rows, lang, {2: "text"}, {1}), "text") for lang in ("ar", "en"))
    for words in ("واقعة مرفوضة", "ليس من التقرير", "قصة واحدة", "نقضه قرار لاحق", "في هذا الموضع من التقرير كلام آخر"):
        assert words in arabic
    for words in ("fact rejected", "not of the report", "one story", "taken back by", "it fits nothing any more"):
        assert words in english
    past = deciding.history(desk)
    assert [(p.decision.id, p.stands, len(p.later)) for p in past] == [(1, True, 0), (2, True, 0), (3, False, 1)]


def test_a_person_is_heard_through_any_chain(tmp_path: Path) -> None:
    """a is not b, and b is c: then a is not c, whatever reports come between them."""
    with Record(tmp_path / "r.tawatur", create=True) as record:
        for one in pool():
            record.add(one)
        work.comparison(record)
        deciding.split_story(record, home_id(record, "a"), ["a"])
        assert home(record, "a") == ["a"]
        deciding.join_stories(record, home_id(record, "b"), home_id(record, "d"))
        assert not {"a"} & set(home(record, "d"))


def home_id(record: Record, report: str) -> str:
    return next(s.id for s in work.comparison(record).stories if report in s.reports)


def _act(record: Record, kind: str, number: int) -> None:
    found = work.comparison(record)
    if kind == "undo":
        rows = record.decisions.all()
        if rows:
            deciding.take_back(record, rows[number % len(rows)].id)
    elif kind == "judge" and found.facts:
        deciding.judge(record, found.facts[number % len(found.facts)].id, number % 2 == 0)
    elif kind == "join-stories":
        deciding.join_stories(record, found.stories[0].id, found.stories[number % len(found.stories)].id)
    elif kind == "split-story":
        story = found.stories[number % len(found.stories)]
        deciding.split_story(record, story.id, story.reports[:1])
    elif kind == "split-event":
        event = found.events[number % len(found.events)]
        deciding.split_event(record, event.id, event.same[:1])
    elif kind == "join-events":
        incidents = [e.id for e in found.events if e.kind == "incident"]
        deciding.join_events(record, incidents[0], incidents[number % len(incidents)])
    elif kind == "status":
        name = "abcdefgh"[number % 8]
        event_ = record.readings_of([name])[name].events[0]
        deciding.correct(record, name, "events", event_.start, event_.end, "status", ("done", "denied")[number % 2])


KINDS = ("judge", "join-stories", "split-story", "split-event", "join-events", "status", "undo")


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(acts=st.lists(st.tuples(st.sampled_from(KINDS), st.integers(0, 40)), min_size=1, max_size=6), few=st.booleans())
@example(acts=[("split-story", 0), ("join-stories", 2), ("undo", 1)], few=False)  # one of the parts goes by its own id
def test_any_decisions_and_undos_equal_those_that_stand_applied_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, acts: list[tuple[str, int]], few: bool
) -> None:
    monkeypatch.setattr(comparing, "SMALL", 100 if few else 0)
    path = tmp_path / "r.tawatur"
    path.unlink(missing_ok=True)
    with Record(path, create=True) as record:
        for one in pool():
            record.add(one)
        comparing.compare_anew(record)
        for kind, number in acts:
            with suppress(AskedError):  # one already, or nothing to split: no decision was made
                _act(record, kind, number)
        now = plain(work.comparison(record))
        at_once = compare(list(record.readings().values()), record.decisions.standing(*COMPARED_BY))
    assert now == plain(at_once)
