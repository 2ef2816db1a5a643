"""The shelf that reports came to one by one says what one made anew of all of them says."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from arrivals import attack, pool
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tawatur.record.types import Mention, Reading
from tawatur.store.record import Record
from tawatur.work import comparing
from tawatur.work.keeping import facts
from tawatur.work.keeping.shelving import shelve_all

# What is on the shelf, without the numbers of rows and without when it was put there.
LISTS = {
    "stories": "SELECT ident, at, first, last, reports, origins, facts, headings, digest FROM shelf_story ORDER BY 1",
    "tags": "SELECT kind, value, stories FROM tag WHERE stories > 0 ORDER BY 1, 2",
    "story tags": "SELECT s.ident, t.kind, t.value, x.many FROM story_tag x JOIN tag t ON t.id = x.tag "
    "JOIN shelf_story s ON s.id = x.story ORDER BY 1, 2, 3",
    "reports": "SELECT r.name, x.at, x.day, x.outlet, s.ident FROM shelf_report x JOIN report r ON r.id = x.report "
    "LEFT JOIN shelf_story s ON s.id = x.story ORDER BY 1",
    "names": "SELECT r.name, n.local, t.ident, n.mentions, n.words FROM naming n JOIN report r ON r.id = n.report "
    "LEFT JOIN thing t ON t.id = n.thing ORDER BY 1, 2",
    "entities": "SELECT t.ident, x.type, x.reports, x.mentions, x.stories FROM shelf_thing x "
    "JOIN thing t ON t.id = x.thing ORDER BY 1",
    "words": "SELECT w.word, t.ident FROM name_word w JOIN thing t ON t.id = w.thing ORDER BY 1, 2",
    "facts": "SELECT ident, subject, property, verdict, at, reports, origins FROM shelf_fact ORDER BY 1",
    "stated": "SELECT s.ident, f.ident, x.verdict, x.origins, x.digest FROM story_fact x "
    "JOIN shelf_story s ON s.id = x.story JOIN shelf_fact f ON f.id = x.fact ORDER BY 1, 2",
    "said": "SELECT r.name, s.first, f.ident FROM sentence_fact x JOIN sentence s ON s.id = x.sentence "
    "JOIN report r ON r.id = s.report JOIN shelf_fact f ON f.id = x.fact ORDER BY 1, 2, 3",
    "told": "SELECT r.name, s.first, x.kind FROM sentence_kind x JOIN sentence s ON s.id = x.sentence "
    "JOIN report r ON r.id = s.report ORDER BY 1, 2, 3",
    "named": "SELECT r.name, s.first, n.local FROM sentence_name x JOIN sentence s ON s.id = x.sentence "
    "JOIN report r ON r.id = s.report JOIN naming n ON n.id = x.naming ORDER BY 1, 2, 3",
    "stale": "SELECT * FROM stale_thing",
}


@pytest.fixture(autouse=True)
def _one_by_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(comparing, "SMALL", 0)
    monkeypatch.setattr(comparing, "DEARER", 0)


def shelf(record: Record) -> dict[str, list[Any]]:
    with record.writing() as db:
        return {name: db.execute(query).fetchall() for name, query in LISTS.items()}


def anew(record: Record) -> dict[str, list[Any]]:
    shelve_all(record)
    return shelf(record)


def add(record: Record, readings: list[Reading]) -> None:
    for one in readings:
        record.add(one)
        comparing.bring_up_to_date(record)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=st.permutations(range(8)))
def test_in_any_order_of_arrival_the_shelf_is_what_it_is_anew(tmp_path: Path, order: list[int]) -> None:
    path = tmp_path / "r.tawatur"
    path.unlink(missing_ok=True)
    readings = pool()
    with Record(path, create=True) as record:
        add(record, [readings[i] for i in order])
        found = shelf(record)
        assert found["stories"]
        assert found["facts"]
        assert found == anew(record)


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(gone=st.sampled_from("abcdefgh"))
def test_a_report_that_is_removed_leaves_the_shelf(tmp_path: Path, gone: str) -> None:
    path = tmp_path / "r.tawatur"
    path.unlink(missing_ok=True)
    with Record(path, create=True) as record:
        add(record, pool())
        record.remove(gone, "x")
        comparing.bring_up_to_date(record)
        found = shelf(record)
        assert gone not in json.dumps([row[0] for row in found["reports"]])
        assert found == anew(record)


COUNTED = (
    "SELECT n.thing, count(DISTINCT n.report), sum(n.mentions), count(DISTINCT r.story) FROM naming n "
    "LEFT JOIN shelf_report r ON r.report = n.report WHERE n.thing IS NOT NULL GROUP BY n.thing ORDER BY 1"
)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(moves=st.lists(st.tuples(st.sampled_from("abcdefgh"), st.sampled_from("xyz")), max_size=12))
def test_whatever_story_reports_move_to_it_is_known_in_how_many_each_is_named(
    tmp_path: Path, moves: list[tuple[str, str]]
) -> None:
    path = tmp_path / "r.tawatur"
    path.unlink(missing_ok=True)
    with Record(path, create=True) as record:
        add(record, pool())
        rows = record.between.rows("abcdefgh")
        for report, story in moves:
            record.shelving.place({story: [report]}, rows)
        with record.writing() as db:
            kept = db.execute("SELECT thing, reports, mentions, stories FROM shelf_thing ORDER BY 1").fetchall()
            assert kept == db.execute(COUNTED).fetchall()
            assert not db.execute("SELECT * FROM stale_thing").fetchall()


def test_a_report_that_names_one_thing_by_two_names_counts_once(tmp_path: Path) -> None:
    twice = attack("z", 12, "2021-05-03")
    twice.report.text_sha256 = "another"
    other = twice.entities[0]
    twice.entities.append(replace(other, id="salwan-town"))
    twice.mentions.append(Mention(0, 3, twice.report.text[:3], "place", "salwan-town"))
    with Record(tmp_path / "r.tawatur", create=True) as record:
        add(record, [*pool(), twice])
        found = shelf(record)
        assert found == anew(record)
        assert len({row[2] for row in found["names"] if row[0] == "z" and row[1].startswith("salwan")}) == 1


def test_a_story_is_marked_as_changed_by_its_own_reports_and_not_by_those_of_others(tmp_path: Path) -> None:
    still = 0
    with Record(tmp_path / "r.tawatur", create=True) as record:
        for one in pool():
            before = {row.id: row.revision for row in record.shelf.stories().rows}
            name = record.add(one)
            comparing.bring_up_to_date(record)
            now = record.shelf.revision().number
            after = {row.id: row.revision for row in record.shelf.stories().rows}
            assert after[str(record.shelf.story_of(name))] == now
            still += sum(after.get(ident) == number for ident, number in before.items())
        kept = {row.id: (row.revision, row.changed_at) for row in record.shelf.stories().rows}
        comparing.compare_anew(record)
        assert {row.id: (row.revision, row.changed_at) for row in record.shelf.stories().rows} == kept
    assert still


def test_a_record_from_before_there_were_lists_gets_them_when_it_is_brought_up_to_date(tmp_path: Path) -> None:
    with Record(tmp_path / "r.tawatur", create=True) as record:
        add(record, pool())
        found = shelf(record)
        record.shelving.clear()
        record.shelving.drop_stories()
        assert not record.shelving.is_filled()
        comparing.bring_up_to_date(record)
        assert shelf(record) == found


def test_a_report_that_is_in_facts_which_wait_to_be_made_anew_can_go_while_others_come(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, late = tmp_path / "r.tawatur", attack("z", 12, "2021-05-03")
    late.report.text_sha256 = "another"
    with Record(path, create=True) as record:
        add(record, pool())
        with monkeypatch.context() as many:
            many.setattr(facts, "_MANY", 0)
            record.remove("a", "x")
            comparing.bring_up_to_date(record)
            assert record.meetings.stale_subjects()
            shelve_all(record)
            add(record, [late])
        comparing.settle(record)
        found = shelf(record)
        assert found["facts"]
        assert found == anew(record)


def test_of_very_many_claims_positions_wait_until_they_are_asked_for_and_what_happened_does_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, late = tmp_path / "r.tawatur", attack("z", 12, "2021-05-03")
    late.report.text_sha256 = "another"
    with Record(path, create=True) as record:
        add(record, pool())
        monkeypatch.setattr(facts, "_LASTING", 3)  # one fewer than the reports that call him a minister
        record.add(late)
        (change,) = comparing.bring_up_to_date(record)
        assert record.meetings.stale_subjects() == [("salim", "role.title")]
        assert {"incident.killed", "incident.place"} <= {
            fact.property for fact in change.now if "z" in str(fact.values)
        }
        comparing.settle(record)
        assert not record.meetings.stale_subjects()
        found = shelf(record)
        assert found == anew(record)
