"""The commands: what they print, and one sentence for what cannot be done."""

from __future__ import annotations

import importlib.util
import resource
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from archive_making import reports, rows, write_lines
from typer.testing import CliRunner, Result

from tawatur.cli import app
from tawatur.errors import TawaturError


def run(*words: object) -> Result:
    return CliRunner().invoke(app, ["archive", *map(str, words)])


def refused(*words: object) -> str:
    error = run(*words).exception
    assert isinstance(error, TawaturError)
    return str(error)


def test_an_archive_is_read_and_compared(tmp_path: Path) -> None:
    source = write_lines(tmp_path / "in" / "r.jsonl", reports(12))
    write_lines(tmp_path / "in" / "again.jsonl", reports(3))  # the same files, texts and outlets: nothing new
    readings, out = tmp_path / "readings.parquet", tmp_path / "out"
    read = run("read", "--in", source.parent, "--out", readings, "--no-model", "--workers", "1")
    assert (read.exit_code, "15 readings" in read.stderr) == (0, True)
    compared = run("compare", "--in", readings, "--out", out, "--only", "stories", "--workers", "1")
    assert compared.exit_code == 0
    assert "stories.parquet: 12 rows" in compared.stderr
    assert len(rows(out / "stories.parquet")) == 12
    again = run("compare", "--in", readings, "--out", out, "--only", "stories", "--workers", "1")
    assert [line for line in again.stderr.splitlines() if line.endswith(" s")] == []  # every stage is there


def test_what_was_set_aside_does_not_keep_the_rest_from_being_compared(tmp_path: Path) -> None:
    english = {"file": "en", "text": "The ministers met on Monday and agreed to meet again. " * 4, "outlet": "x"}
    source = write_lines(tmp_path / "r.jsonl", [*reports(6), english, {"file": "empty", "text": ""}])
    readings, out = tmp_path / "readings.parquet", tmp_path / "out"
    read = run("read", "--in", source, "--out", readings, "--no-model", "--workers", "1")
    assert (read.exit_code, "2 set aside" in read.stderr) == (1, True)
    assert run("compare", "--in", readings, "--out", out, "--only", "copies", "--workers", "1").exit_code == 0


def test_reports_given_for_readings_and_a_memory_that_is_none_are_said(tmp_path: Path) -> None:
    source = write_lines(tmp_path / "r.jsonl", reports(2))
    assert "make them with tawatur archive read" in refused("compare", "--in", source, "--out", tmp_path / "out")
    said = refused("compare", "--in", tmp_path, "--out", tmp_path / "out", "--memory", "lots")
    assert said == "--memory lots: is no size; give one as 2GB or 800MB."


def test_what_an_archive_is_not_compared_for_is_said(tmp_path: Path) -> None:
    said = refused("compare", "--in", tmp_path, "--out", tmp_path / "out", "--only", "briefs")
    assert said == (
        "--only briefs: an archive is compared for copies, entities, stories, events, facts; give one of these."
    )


def test_options_of_the_other_engine_and_settings_without_value(tmp_path: Path) -> None:
    where = ("--in", tmp_path, "--out", tmp_path / "out")
    assert refused("compare", *where, "--master", "local") == "--master is Spark's; say --engine spark."
    assert refused("compare", *where, "--set", "a=1") == "--set is Spark's; say --engine spark."


def test_what_is_not_installed_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    there = importlib.util.find_spec
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None if name == "duckdb" else there(name))
    said = refused("compare", "--in", tmp_path, "--out", tmp_path / "out")
    assert said == "archive: duckdb is not installed; pip install 'tawatur[archive]'."


def test_a_full_disk_while_comparing_is_one_sentence_and_the_run_goes_on(readings: Path, tmp_path: Path) -> None:
    def no_room() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (30_000, 30_000))

    command = [sys.executable, "-m", "tawatur", "archive", "compare", "--workers", "1", "--only", "copies"]
    command += ["--in", str(readings), "--out", str(tmp_path / "out")]
    full = subprocess.run(command, check=False, capture_output=True, text=True, preexec_fn=no_room)
    assert (full.returncode, "Traceback" in full.stderr) == (2, False)
    assert "the disk is full; make room, and give the same command again: it goes on where it was." in full.stderr
    ended = subprocess.run(command, check=False, capture_output=True, text=True)
    assert (ended.returncode, "called: " in ended.stderr) == (0, False)  # the first stage had been finished
