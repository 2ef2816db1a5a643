"""A folder that is watched: what is whole is taken in, once, and what it brought is told."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tawatur.errors import OptionError
from tawatur.store.record import Record
from tawatur.work.watching import Arrival, Watch, surroundings

SHORT = "أعلنت وزارة الخارجية المغربية اليوم أن الاجتماع الوزاري للتحالف الدولي لهزيمة داعش سيعقد في مراكش.\n"
COUNT = "انطلق في مراكش اليوم الاجتماع الوزاري للتحالف الدولي لهزيمة داعش بمشاركة {} وفدا برئاسة ناصر بوريطة.\n"


@pytest.fixture
def record(tmp_path: Path) -> Record:
    return Record(tmp_path / "r.tawatur", create=True)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir()
    return tmp_path / "in"


def watching(record: Record, folder: Path) -> Watch:
    return Watch(record, folder, published="2022-05-11")


def looked(watch: Watch) -> list[Arrival]:
    return list(watch.look())


def names(arrivals: list[Arrival]) -> list[str]:
    return [news.report for arrival in arrivals for news in arrival.news]


def test_a_file_is_taken_when_it_has_not_changed_between_two_looks(record: Record, folder: Path) -> None:
    watch = watching(record, folder)
    (folder / "a.txt").write_text(SHORT[:30], encoding="utf-8")
    assert looked(watch) == []
    (folder / "a.txt").write_text(SHORT, encoding="utf-8")  # it was being written
    assert looked(watch) == []
    assert names(looked(watch)) == ["a"]
    assert looked(watch) == []
    assert [r.text for r in record.reports().values()] == [SHORT]


def test_files_of_one_name_in_two_folders_are_two_reports(record: Record, folder: Path) -> None:
    for sub, text in (("x", SHORT), ("y", COUNT.format(60))):
        (folder / sub).mkdir()
        (folder / sub / "a.txt").write_text(text, encoding="utf-8")
    watch = watching(record, folder)
    looked(watch)
    assert names(looked(watch)) == ["a", "a-2"]
    assert len(record.reports()) == 2


def test_what_was_taken_before_is_not_told_again_by_another_watch(record: Record, folder: Path) -> None:
    (folder / "a.txt").write_text(SHORT, encoding="utf-8")
    first = watching(record, folder)
    assert names(looked(first) + looked(first)) == ["a"]
    (folder / "b.txt").write_text(COUNT.format(60), encoding="utf-8")
    second = watching(record, folder)
    assert names(looked(second) + looked(second)) == ["b"]


def test_a_report_that_was_taken_in_but_not_compared_is_told_of_by_the_next_watch(record: Record, folder: Path) -> None:
    from tawatur.intake.sources import intake
    from tawatur.read.reading import read

    (folder / "a.txt").write_text(SHORT, encoding="utf-8")
    (report,) = intake([folder])
    record.add(read(report))  # and then the power went  # type: ignore[arg-type]
    assert [news.report for news in watching(record, folder).unfinished()] == ["a"]


def test_a_bad_file_is_told_once_and_again_when_it_has_changed(record: Record, folder: Path) -> None:
    (folder / "a.txt").write_bytes(b"\x00\x01\x02" * 40)
    (folder / "b.txt").write_text(SHORT, encoding="utf-8")
    watch = watching(record, folder)
    found = looked(watch) + looked(watch)
    assert [a.file for a in found if a.aside] == ["a.txt"]
    assert names(found) == ["b"]
    assert looked(watch) + looked(watch) == []
    (folder / "a.txt").write_bytes(b"\x00\x01\x02" * 50)
    assert [a.file for a in looked(watch) + looked(watch) if a.aside] == ["a.txt"]


def test_counts_that_differ_are_told_as_disputed_with_both_values(record: Record, folder: Path) -> None:
    watch = watching(record, folder)
    for name, count in (("a", 60), ("b", 79)):
        (folder / f"{name}.txt").write_text(COUNT.format(count), encoding="utf-8")
        looked(watch)
        (arrival,) = looked(watch)
    (news,) = arrival.news
    (fact,) = [f for f in news.disputed if f.property == "meeting.count"]
    assert [v.reports for v in fact.values] == [["a"], ["b"]]
    readings, part = surroundings(record, news)
    assert set(readings) == {"a", "b"}
    assert fact.subject in {event.id for event in part.events}


def test_a_folder_that_is_not_there_is_said(record: Record, tmp_path: Path) -> None:
    with pytest.raises(OptionError, match="no folder"):
        Watch(record, tmp_path / "none")


def test_the_command_ends_cleanly_when_it_is_asked_to(tmp_path: Path, folder: Path) -> None:
    (folder / "a.txt").write_text(SHORT, encoding="utf-8")
    words = [sys.executable, "-m", "tawatur", "watch", folder, "--record", tmp_path / "w.tawatur", "--every", "0.1"]
    env = {**os.environ, "TAWATUR_NO_MODEL": "1"}
    with subprocess.Popen([*map(str, words), "--json"], stdout=subprocess.PIPE, text=True, env=env) as running:
        assert running.stdout is not None
        assert '"report": "a"' in running.stdout.readline()
        running.send_signal(signal.SIGTERM)
        assert running.wait(timeout=30) == 0
    with Record(tmp_path / "w.tawatur") as opened:
        assert opened.comparison() is not None
