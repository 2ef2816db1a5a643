"""A disk that is full and a process that is killed: what was confirmed stays, what is said is one sentence."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from arrivals import plain, pool

from tawatur.compare.comparison import compare
from tawatur.errors import RecordError
from tawatur.store.record import Record
from tawatur.work import comparing
from tawatur.work.comparing import bring_up_to_date, comparison
from tawatur.work.keeping import facts

KILLED = """
import os, sys
from pathlib import Path
from tawatur.store.record import Record
from tawatur.work import comparing
from tawatur.work.keeping import facts
comparing.SMALL = comparing.DEARER = 0
facts.renew_facts = lambda *_: os._exit(9)
with Record(Path(sys.argv[1])) as record:
    comparing.bring_up_to_date(record)
"""
# A limit on the size of files stands in for a full disk: whoever is root can write on what is kept for root.
FULL = """
import resource, signal, sys
from pathlib import Path
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
size = Path(sys.argv[1]).stat().st_size
resource.setrlimit(resource.RLIMIT_FSIZE, (size + 4096, size + 4096))
sys.argv = ["tawatur", "add", "--record", *sys.argv[1:], "-q"]
from tawatur.cli import main
main()
"""


@pytest.fixture(autouse=True)
def _one_by_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(comparing, "SMALL", 0)
    monkeypatch.setattr(comparing, "DEARER", 0)


def with_reports(path: Path, count: int) -> Path:
    with Record(path, create=True) as record:
        for one in pool()[:count]:
            record.add(one)
            bring_up_to_date(record)
    return path


def test_killed_while_a_report_is_compared_it_is_compared_by_whoever_comes_next(tmp_path: Path) -> None:
    path = with_reports(tmp_path / "r.tawatur", 7)
    with Record(path) as record:
        record.add(pool()[7])
    ended = subprocess.run([sys.executable, "-c", KILLED, path], check=False)
    assert ended.returncode == 9
    with Record(path) as record:
        assert [name for name, _ in record.between.pending()] == ["h"]
        assert plain(comparison(record))["facts"] == plain(compare(pool()))["facts"]


def test_a_failure_in_the_middle_leaves_the_comparison_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = with_reports(tmp_path / "r.tawatur", 7)
    with Record(path) as record:
        before = record.comparison()
        monkeypatch.setattr(facts, "renew_facts", lambda *_: 1 / 0)
        record.add(pool()[7])
        with pytest.raises(ZeroDivisionError):
            bring_up_to_date(record)
        monkeypatch.undo()
        record.between.done(["h"])
        assert record.comparison() == before


def test_no_room_is_said_and_what_was_there_is_there(tmp_path: Path) -> None:
    path = with_reports(tmp_path / "r.tawatur", 3)
    with Record(path) as record:
        pages = record._db.execute("PRAGMA page_count").fetchone()[0]
        record._db.execute(f"PRAGMA max_page_count = {pages}")
        long = pool()[4]
        long.report.text *= 200
        with pytest.raises(RecordError, match=r"full.*nothing that was confirmed is lost"):
            record.add(long)
        assert set(record.reports()) == {"a", "b", "c"}
        assert record.comparison() is not None


def test_a_full_disk_is_one_sentence_of_the_command(tmp_path: Path) -> None:
    path = with_reports(tmp_path / "r.tawatur", 3)
    (tmp_path / "n.txt").write_text(
        "أعلنت وزارة الخارجية المغربية اليوم أن الاجتماع سيعقد في مراكش.\n" * 300, encoding="utf-8"
    )
    env = {**os.environ, "TAWATUR_NO_MODEL": "1"}
    ran = subprocess.run(
        [sys.executable, "-c", FULL, path, tmp_path / "n.txt"], capture_output=True, text=True, check=False, env=env
    )
    assert ran.returncode == 2
    assert "nothing that was confirmed is lost" in ran.stderr
    assert "Traceback" not in ran.stderr
    with Record(path) as record:
        assert {"a", "b", "c"} <= set(record.reports())
