"""What reports tell of events is kept as comparing them needs it, and says what the readings say."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

import pytest
from arrivals import attack, plain, pool
from compare_making import event, reading, span
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tawatur.compare.comparison import compare
from tawatur.compare.events.sight import Known, Sight
from tawatur.compare.events.sighting import sights_of
from tawatur.compare.events.told import tellings_of
from tawatur.record.types import Number, Statement
from tawatur.store.record import Record
from tawatur.work import comparing
from tawatur.work.keeping.near import Near

TOLD = (
    "SELECT r.name, t.event, t.kind, t.beside, t.body FROM telling t JOIN report r ON r.id = t.report ORDER BY 1, 2",
    "SELECT r.name, t.event, k.key, k.day FROM telling_key k JOIN telling t ON t.id = k.telling "
    "JOIN report r ON r.id = t.report ORDER BY 1, 2, 3",
    "SELECT count(*) FROM telling_key",
)


@pytest.fixture
def _one_by_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(comparing, "SMALL", 0)
    monkeypatch.setattr(comparing, "DEARER", 0)


def kept(record: Record) -> list[list[Any]]:
    with record.writing() as db:
        return [db.execute(query).fetchall() for query in TOLD]


@pytest.mark.usefixtures("_one_by_one")
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=st.permutations(range(8)), gone=st.sampled_from([None, *"abcdefgh"]))
def test_in_any_order_of_arrival_the_same_is_kept_and_nothing_of_what_went(
    tmp_path: Path, order: list[int], gone: str | None
) -> None:
    path, readings = tmp_path / "r.tawatur", pool()
    path.unlink(missing_ok=True)
    with Record(path, create=True) as record:
        for i in order:
            record.add(readings[i])
            comparing.bring_up_to_date(record)
        if gone is not None:
            record.remove(gone)
            comparing.bring_up_to_date(record)
        one_by_one = kept(record)
        comparing.compare_anew(record)
        assert one_by_one == kept(record)


def test_a_telling_that_is_looked_up_alone_says_what_it_says_among_all_of_its_report(desk: Record) -> None:
    names = list(desk.readings())
    whole = Near(desk).sights.of_reports(names)
    assert len(whole) > len(names)
    for key, sight in whole.items():
        assert Near(desk).sights.named([key]) == {key: sight}


def test_what_is_kept_says_what_the_readings_say(desk: Record) -> None:
    near = Near(desk)
    near.load(desk.readings())
    known = Known.of(
        near.around.entities(ident for name in near.readings for ident in near.around.merged(name).values())
    )
    told: dict[str, Sight] = {}
    for name, one in near.readings.items():
        made = sights_of(name, tellings_of(one), near.around.merged(name), known, near.around.homes([name])[name])
        told.update({sight.key: sight for sight in made})
    assert near.sights.of_reports(near.readings) == told


def test_others_of_a_report_are_known_that_say_something_of_a_telling(tmp_path: Path) -> None:
    text = "وعدت نورة القاضي بعشرة ملايين دولار لسلوان كما وعدت بخمسة ملايين لنهرين"
    report = reading("a", text, "2021-05-02", entities=("nura", "salwan", "nahrin"))
    event(report, "funding", text[:20], donor=["nura"], amount=Number(10_000_000, "USD"))
    event(report, "funding", text[-20:], donor=["nura"], amount=Number(5_000_000, "USD"))
    with Record(tmp_path / "r.tawatur", create=True) as record:
        record.add(report)
        comparing.comparison(record)
        alone = [Near(record).sights.named([f"a {one.id}"]) for one in report.events]
    assert [sight.sole for found in alone for sight in found.values()] == [False, False]


def test_who_is_quoted_in_the_line_behind_an_incident_is_known(tmp_path: Path) -> None:
    words = "هز انفجار سوق الخضار في سلوان"
    report = reading("a", f"{words}\nوتوقع سليم الحداد أن تغلق السوق يومين", entities=("salwan", "salim"))
    event(report, "incident", words, type="bombing", place=["salwan"])
    content = span(report.report.text, "تغلق السوق يومين")
    report.statements.append(Statement(content.start, content.end, content.text, "indirect", None, "salim"))
    with Record(tmp_path / "r.tawatur", create=True) as record:
        record.add(report)
        comparing.comparison(record)
        (sight,) = Near(record).sights.of_reports(["a"]).values()
    assert sight.source is not None
    assert sight.source.voice == "salim"


@pytest.mark.usefixtures("_one_by_one")
def test_a_record_that_kept_nothing_of_it_makes_it_when_the_next_report_comes(tmp_path: Path) -> None:
    path, last = tmp_path / "r.tawatur", attack("z", 12, "2021-05-03")
    last.report.text_sha256 = "another"
    with Record(path, create=True) as record:
        for one in pool():
            record.add(one)
        comparing.comparison(record)
    with sqlite3.connect(path) as db:
        for table in ("tellings", "telling_key", "telling"):
            db.execute(f"DROP TABLE {table}")
        db.execute("PRAGMA user_version = 6")
    with Record(path) as record:
        record.add(last)
        assert plain(comparing.comparison(record)) == plain(compare([*pool(), last]))
        one_by_one = kept(record)
        comparing.compare_anew(record)
        assert one_by_one == kept(record)
