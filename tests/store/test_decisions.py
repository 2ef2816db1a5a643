"""Decisions are a ledger: added, never changed, taken back by a row that names them; they outlive what is derived."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.errors import AskedError
from tawatur.record.decisions import DIFFERENT, HIT_REJECTED, SAME, UNDONE, Decision, standing, undone
from tawatur.record.types import Reading, Report
from tawatur.store import database
from tawatur.store.record import Record


def reading(text: str, file: str = "a.txt") -> Reading:
    return Reading(Report(id=file, file=file, text=text, text_sha256=hashlib.sha256(text.encode()).hexdigest()))


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    with Record(tmp_path / "a.tawatur", create=True) as opened:
        yield opened


def test_a_decision_keeps_who_when_on_what_and_why(record: Record) -> None:
    made = record.decisions.add(SAME, "بلينكن = Blinken", {"a": ["بلينكن"]}, "سلمى", "رجل واحد")
    assert record.decisions.all() == [made]
    assert (made.made_by, made.why, made.detail, made.undoes) == ("سلمى", "رجل واحد", {"a": ["بلينكن"]}, None)
    assert made.made_at.endswith("+00:00")


def test_a_page_of_decisions_comes_with_all_that_tells_whether_they_stand(record: Record) -> None:
    decisions = record.decisions
    first, second, third = (decisions.add(SAME, subject, {}).id for subject in "abc")
    back = decisions.undo(first).id
    again = decisions.undo(back).id
    decisions.undo(second)
    every = decisions.all()
    assert decisions.before(None, 2) == every[:-3:-1]
    assert [d.id for d in decisions.before(third, 5)] == [second, first]
    for row in every:
        chain = decisions.with_chains([row.id])
        assert (row.id in undone(chain)) == (row.id in undone(every))
    assert [d.id for d in decisions.with_chains([again])] == [first, back, again]
    assert [d.id for d in decisions.with_chains([third])] == [third]


def test_who_decides_is_the_user_where_nobody_is_named(record: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TAWATUR_USER", "نورة")
    assert record.decisions.add(SAME, "x", {}).made_by == "نورة"
    assert record.decisions.add(SAME, "x", {}, "  ").made_by == "نورة"
    monkeypatch.delenv("TAWATUR_USER")
    monkeypatch.setenv("LOGNAME", "salma")
    assert record.decisions.add(SAME, "x", {}).made_by == "salma"


def test_a_decision_taken_back_does_not_stand_but_stays_on_record(record: Record) -> None:
    first, second = (record.decisions.add(SAME, s, {}) for s in "ab")
    undo = record.decisions.undo(first.id, "نورة", "ليسا واحدا")
    assert (undo.kind, undo.subject, undo.undoes, undo.why) == (UNDONE, "a", first.id, "ليسا واحدا")
    assert record.decisions.standing() == [second]
    assert record.decisions.all() == [first, second, undo]


def test_only_kinds_that_are_asked_for(record: Record) -> None:
    hit = record.decisions.add(HIT_REJECTED, "x", {})
    other = record.decisions.add(DIFFERENT, "x", {})
    assert record.decisions.standing(HIT_REJECTED) == [hit]
    assert record.decisions.standing(SAME, DIFFERENT) == [other]


def test_what_cannot_be_taken_back_says_why(record: Record) -> None:
    record.add(reading("نص"))
    record.remove("a", "x")
    made = record.decisions.add(SAME, "x", {})
    record.decisions.undo(made.id)
    for ident, said in ((1, "gone for good"), (made.id, "already"), (99, "no such decision")):
        with pytest.raises(AskedError, match=said):
            record.decisions.undo(ident)


def test_what_takes_a_decision_back_can_be_taken_back(record: Record) -> None:
    made = record.decisions.add(SAME, "x", {})
    undo = record.decisions.undo(made.id)
    again = record.decisions.undo(undo.id)
    assert (again.kind, again.subject, again.undoes) == (UNDONE, "x", undo.id)
    assert record.decisions.standing() == [made]
    with pytest.raises(AskedError, match="already"):
        record.decisions.undo(undo.id)


def test_decisions_outlive_rereading_removal_and_migration(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.tawatur"
    with Record(path, create=True) as opened:
        opened.add(reading("نص"))
        made = opened.decisions.add(DIFFERENT, "x", {"k": [1]}, "سلمى")
        opened.reread("a", reading("نص"))
        opened.remove("a")
    monkeypatch.setattr(database, "VERSION", database.VERSION + 1)
    monkeypatch.setattr(database, "MIGRATIONS", {database.VERSION - 1: "CREATE TABLE added (id INTEGER);\n"})
    with Record(path) as opened:
        assert opened.decisions.standing(DIFFERENT) == [made]


def test_a_failure_within_a_write_keeps_nothing(record: Record) -> None:
    def write() -> None:
        with record.writing() as db:
            record.decisions.add(SAME, "x", {})
            db.execute("INSERT INTO reading (report, program, body) VALUES (99, '', '')")

    with pytest.raises(sqlite3.IntegrityError):
        write()
    assert record.decisions.all() == []


def row(ident: int, undoes: int | None) -> Decision:
    return Decision(ident, "", "", UNDONE if undoes else SAME, "", {}, None, undoes)


@given(st.lists(st.integers(0, 12), max_size=12))
def test_a_decision_stands_unless_a_row_that_stands_takes_it_back(targets: list[int]) -> None:
    rows = [row(i, t if 0 < t < i else None) for i, t in enumerate(targets, 1)]
    by_id = {r.id: r for r in rows}

    def holds(ident: int) -> bool:
        return not any(r.undoes == ident and holds(r.id) for r in by_id.values())

    assert standing(rows) == [r for r in rows if r.undoes is None and holds(r.id)]
