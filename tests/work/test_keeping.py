"""A record into which reports come one by one holds what comparing all of them anew would find."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from arrivals import attack, plain, pool
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tawatur import __version__
from tawatur.compare.comparison import compare
from tawatur.record.types import Reading
from tawatur.store.record import Record
from tawatur.work import comparing
from tawatur.work.comparing import comparison


@pytest.fixture(autouse=True)
def _one_by_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(comparing, "SMALL", 0)
    monkeypatch.setattr(comparing, "DEARER", 0)


def anew(readings: list[Reading]) -> dict[str, object]:
    return plain(compare(readings))


def one_by_one(path: Path, readings: list[Reading]) -> dict[str, object]:
    path.unlink(missing_ok=True)
    with Record(path, create=True) as record:
        for one in readings:
            record.add(one)
            comparing.bring_up_to_date(record)
        return plain(comparison(record))


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=st.permutations(range(8)))
def test_in_any_order_of_arrival_a_record_holds_what_comparing_anew_finds(tmp_path: Path, order: list[int]) -> None:
    readings = pool()
    assert one_by_one(tmp_path / "r.tawatur", [readings[i] for i in order]) == anew(pool())


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(gone=st.sampled_from("abcdefgh"))
def test_a_report_that_is_removed_leaves_what_comparing_the_others_finds(tmp_path: Path, gone: str) -> None:
    path = tmp_path / "r.tawatur"
    one_by_one(path, pool())
    with Record(path) as record:
        record.remove(gone, "x")
        found = plain(comparison(record))
    assert found == anew([one for one in pool() if one.report.id != gone])


def test_a_new_text_of_a_report_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    readings = pool()
    newer = attack("b", 14, "2021-05-02")
    newer.report.text_sha256 = "another"
    for one in (*readings, newer):
        one.report.url = f"https://outlet.example/{one.report.id}"
    found = one_by_one(tmp_path / "r.tawatur", [*readings, newer])
    newer.report.file = "b-2"
    assert found == anew([one for one in readings if one.report.id != "b"] + [newer])


def test_it_is_said_once_why_all_of_a_record_of_another_version_is_compared_anew(
    examples: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    path = tmp_path / "r.tawatur"
    shutil.copy(examples, path)
    with Record(path) as record:
        for module in ("tawatur.store.between", "tawatur.work.comparing"):
            monkeypatch.setattr(f"{module}.__version__", "99.0")
        comparison(record)
        comparison(record)
        many = record.count()
    told = f"{path}: compared by tawatur {__version__}; all its {many} reports are compared anew by 99.0, once."
    assert caplog.messages == [told]
