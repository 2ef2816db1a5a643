"""An archive is read in parts: the same readings as one by one, nothing lost, and a run that was killed goes on."""

from __future__ import annotations

import json
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from archive_making import reports, rows, write_lines

from tawatur.archive.duck import DuckEngine
from tawatur.archive.engine import Engine
from tawatur.archive.reading import Given, read_archive
from tawatur.archive.shelf import finished
from tawatur.errors import ArchiveError, OptionError
from tawatur.record.codec.reading import dump_reading
from tawatur.record.types import Reading
from tawatur.work import read_sources

PLAIN = Given(model=False)


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = write_lines(tmp_path / "in" / "r.jsonl", reports(24))
    with path.open("a", encoding="utf-8") as file:
        file.write("{broken\n" + json.dumps({"file": "x", "text": "قال المتحدث", "published": "2021-13-45"}) + "\n")
    (tmp_path / "in" / "page.txt").write_text("أعلنت الوزارة أن الاجتماع تأجل إلى يوم الأحد.", encoding="utf-8")
    return path.parent


def rows_of(folder: Path) -> list[tuple[object, ...]]:
    return [row for month in sorted(folder.glob("month=*")) for row in rows(month)]


def one_by_one(source: Path) -> list[str]:
    found = (dump_reading(o) for o in read_sources([str(source)], workers=1) if isinstance(o, Reading))
    return sorted(json.dumps(o, sort_keys=True) for o in found)


def test_the_same_readings_as_one_by_one_on_either_engine(engine: Engine, source: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.parquet"
    run = read_archive([source], out, engine, PLAIN, part_bytes=4_000)
    assert run.parts > 3
    assert (run.counts["reports"], run.counts["aside"], run.counts["left_out"]) == (26, 1, 1)
    found = [json.loads(row["reading"]) for p in out.glob("month=*/*") for row in pq.read_table(p).to_pylist()]
    assert sorted(json.dumps(o, sort_keys=True) for o in found) == one_by_one(source)
    aside = {(place, left_out): reason for _, left_out, _, place, reason in rows(out / "_aside")}
    assert "is no JSON" in aside["line 25", False]
    assert "no day" in aside["line 26", True]
    assert {p.parent.name for p in out.glob("month=*/*")} == {"month=2021-05", "month=undated"}


def test_what_was_read_is_left_and_what_a_killed_run_had_begun_is_done_again(
    duck: DuckEngine, source: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out.parquet"
    whole = read_archive([source], out, duck, PLAIN, part_bytes=4_000)
    before = rows_of(out)
    kept, lost = sorted(finished(out))[0], sorted(finished(out))[1:]
    for number in lost:  # as if the run had been killed after the first part, in the middle of the others
        (out / "_parts" / f"part-{number:05}.json").unlink()
    half = next(out.glob(f"month=*/part-{lost[0]:05}.parquet"))
    half.write_bytes(half.read_bytes()[:100])
    (half.parent / f".part-{lost[1]:05}.77.new").write_bytes(b"PAR1")
    untouched = next(out.glob(f"month=*/part-{kept:05}.parquet")).stat().st_mtime_ns
    again = read_archive([source], out, duck, PLAIN, part_bytes=4_000)
    assert (again.parts, again.parts_now, again.counts) == (whole.parts, len(lost), whole.counts)
    assert rows_of(out) == before
    assert next(out.glob(f"month=*/part-{kept:05}.parquet")).stat().st_mtime_ns == untouched
    assert [p for p in out.rglob("*") if p.name.endswith(".new")] == []


def test_files_that_came_since_are_read_and_those_that_changed_are_told(
    duck: DuckEngine, source: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out.parquet"
    read_archive([source], out, duck, PLAIN)
    write_lines(source / "more.jsonl", [{"file": "later", "text": "قال الوزير إن المعبر فتح اليوم."}])
    run = read_archive([source], out, duck, PLAIN)
    assert (run.parts_now, run.counts["reports"]) == (1, 27)
    (source / "page.txt").write_text("نص آخر تماما غير الأول", encoding="utf-8")
    with pytest.raises(ArchiveError, match=r"page\.txt: is another than it was"):
        read_archive([source], out, duck, PLAIN)
    with pytest.raises(ArchiveError, match="outlet is not the same"):
        read_archive([source], out, duck, Given("الأفق", model=False))
    with pytest.raises(OptionError, match="is no day"):
        read_archive([source], out, duck, Given(published="tomorrow", model=False))


READ = """
import sys
from pathlib import Path
from tawatur.archive.duck import DuckEngine
from tawatur.archive.reading import Given, read_archive

source, out = map(Path, sys.argv[1:])
run = read_archive([source], out, DuckEngine(out / "_temp", workers=1), Given(model=False), part_bytes=3_000)
print(run.counts["reports"], run.parts_now, run.parts)
"""


def test_killed_at_any_moment_and_started_again_it_reads_everything_once(tmp_path: Path) -> None:
    source = write_lines(tmp_path / "r.jsonl", reports(160))
    command = [sys.executable, "-c", READ, str(source), str(tmp_path / "out")]
    began = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    while len(finished(tmp_path / "out")) < 3 and began.poll() is None:
        time.sleep(0.002)
    began.kill()
    began.wait()
    ended = subprocess.run(command, check=True, capture_output=True, text=True)
    count, now, parts = map(int, ended.stdout.split())
    assert (count, now < parts) == (160, True)
    assert len(rows_of(tmp_path / "out")) == 160


def test_a_full_disk_is_one_sentence_and_what_was_finished_stays(tmp_path: Path, source: Path) -> None:
    def no_room() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (5_000, 5_000))

    command = [sys.executable, "-m", "tawatur", "archive", "read", "--no-model", "--workers", "1"]
    command += ["--in", str(source), "--out", str(tmp_path / "out")]
    full = subprocess.run(command, check=False, capture_output=True, text=True, preexec_fn=no_room)
    assert full.returncode == 2
    assert "the disk is full; make room, and give the same command again: it goes on where it was." in full.stderr
    assert "Traceback" not in full.stderr
    ended = subprocess.run(command, check=False, capture_output=True, text=True)
    assert ended.returncode == 1  # a line is broken
    assert "26 readings" in ended.stderr
