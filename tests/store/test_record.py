"""The record is a ledger: what was taken in stays, what people decided stays, what is derived can be made anew."""

from __future__ import annotations

import hashlib
import json
import re
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest

from tawatur import work
from tawatur.errors import RecordError
from tawatur.record.types import Comparison, Entity, Mention, Reading, Report
from tawatur.store import database
from tawatur.store.between import STORY
from tawatur.store.record import Record
from tawatur.store.shelf.rows import Filters
from tawatur.store.touched import HEAD, REPORT, row_key
from tawatur.work import compare_anew


def found_in(record: Record, words: str) -> set[tuple[str, int]]:
    """Where sentences with these words begin."""
    work.bring_up_to_date(record)
    return {(hit.report, hit.start) for hit in record.finding.sentences(Filters(words=words)).rows}


def reading(text: str, file: str = "a.txt", outlet: str | None = None, url: str | None = None) -> Reading:
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Reading(Report(id=file, file=file, text=text, text_sha256=digest, outlet=outlet, url=url))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "a.tawatur"


@pytest.fixture
def record(path: Path) -> Iterator[Record]:
    with Record(path, create=True) as opened:
        yield opened


def test_a_text_that_is_there_is_known_and_another_text_of_the_same_report_is_a_version(record: Record) -> None:
    first, second = (
        reading("نص أول", url="https://outlet.example/1"),
        reading("نص معدل", url="https://outlet.example/1"),
    )
    record.add(first)
    assert record.identities.known(first.report) == "a"
    assert record.identities.known(second.report) is None
    assert record.identities.has_identity(second.report)
    record.add(second)
    assert [r.text for r in record.reports().values()] == ["نص معدل"]


def test_reports_of_one_file_name_from_two_outlets_keep_apart(record: Record) -> None:
    names = [record.add(reading("نص", outlet=outlet)) for outlet in ("outlet-a.example", "outlet-b.example")]
    assert names == ["a", "a-2"]
    assert set(record.readings()) == {"a", "a-2"}


def test_a_report_that_comes_by_another_path_is_known(record: Record) -> None:
    record.add(reading("نص", file="html/a.html"))
    assert record.identities.known(reading("نص", file="a.html").report) == "a"
    assert record.identities.known(reading("نص", file="b.html").report) is None
    record.remove("a", who="x")
    assert record.identities.removed(reading("نص", file="elsewhere/a.html").report) is not None


def test_a_removed_report_is_gone_but_the_decision_stays(record: Record, path: Path) -> None:
    taken = reading("نص لا يريده أحد")
    record.add(taken)
    record.remove("a", who="سلمى", why="طلب صاحبه")
    assert record.reports() == {}
    assert found_in(record, "يريده") == set()
    assert record.identities.removed(taken.report) is not None
    (decision,) = record.decisions.all()
    assert (decision.kind, decision.subject, decision.made_by, decision.why) == ("remove", "a", "سلمى", "طلب صاحبه")
    record.close()
    assert "يريده".encode() not in path.read_bytes()


def test_what_is_not_there_cannot_be_removed(record: Record) -> None:
    with pytest.raises(RecordError, match="no report b"):
        record.remove("b", who="x")


def test_a_comparison_holds_until_readings_change(record: Record) -> None:
    record.add(reading("نص"))
    made = compare_anew(record)
    assert record.comparison() == made != Comparison()
    record.add(reading("نص آخر", file="b.txt"))
    assert record.comparison() is None


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("مكافحه الارهاب", 1),  # teh marbuta and hamza as people type them
        ("الإرهابي", 1),
        ("والسعودية", 1),
        ("سعوديون", 1),
        ("بِالسُّعُودِيَّة", 1),
        ('"التعاون مع السعودية"', 1),
        ('"السعودية مع التعاون"', 0),
        ("٢٠٢٢", 1),
        ("فرنسا", 0),
        ("تعزيز الأمن", 1),  # بتعزيز
        ('"تعزيز الأمن"', 1),
        ('"دعم الاستقرار"', 1),  # ولدعم
        ("دعم", 1),
        ('"الاستقرار دعم"', 0),
        ('"', 0),
    ],
)
def test_search_finds_arabic_however_it_is_spelt(record: Record, asked: str, found: int) -> None:
    record.add(
        reading("أكد الوزير في 2022 أهمية مكافحة الإرهاب. وشدد على التعاون مع السعودية بتعزيز الأمن ولدعم الاستقرار.")
    )
    assert len(found_in(record, asked)) == found


def test_a_record_of_a_newer_version_is_left_alone(path: Path) -> None:
    Record(path, create=True).close()
    with sqlite3.connect(path) as db:
        db.execute(f"PRAGMA user_version = {database.VERSION + 1}")
    with pytest.raises(RecordError, match="newer tawatur"):
        Record(path)


def test_an_older_record_is_migrated_after_a_copy_is_kept(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Record(path, create=True) as opened:
        opened.add(reading("نص"))
    version = database.VERSION
    monkeypatch.setattr(database, "VERSION", version + 1)
    step = "CREATE TABLE added (id INTEGER);\nINSERT INTO added VALUES (7);\n"
    monkeypatch.setattr(database, "MIGRATIONS", {version: step})
    with Record(path) as opened:
        assert set(opened.reports()) == {"a"}
    with sqlite3.connect(path) as db:
        assert db.execute("SELECT id FROM added").fetchone() == (7,)
    with sqlite3.connect(path.with_name(f"{path.name}.version-{version}")) as db:
        assert db.execute("PRAGMA user_version").fetchone() == (version,)


def without(db: sqlite3.Connection, *scripts: str) -> None:
    """Take all out of a record that these scripts make in it, the last one first."""
    for name in scripts:
        script = files("tawatur.store").joinpath(f"{name}.sql").read_text(encoding="utf-8")
        for kind in ("TRIGGER", "VIEW", "INDEX", "TABLE"):
            for made in re.findall(rf"CREATE {kind} (\w+)", script):
                db.execute(f"DROP {kind} {made}")


def test_a_record_of_version_4_opens_with_all_that_was_in_it(path: Path) -> None:
    with Record(path, create=True) as opened:
        name = opened.add(reading("اجتمع الوزراء في مراكش."))
        work.comparison(opened)
        opened.decisions.add("same", name, {})
        was = [opened.shelf.revision(), *said(opened)]
    with sqlite3.connect(path) as db:
        without(db, "touched", "touching", "spelt", "tellings")
        db.execute("PRAGMA user_version = 4")
    with Record(path) as opened:
        assert [opened.shelf.revision(), *said(opened)] == was
        state = opened.touched.revision()
        opened.remove(name)
        changes = opened.touched.since(state)
        assert changes is not None
        assert row_key(REPORT, name) in changes.keys
    assert path.with_name("a.tawatur.version-4").exists()


def test_a_record_of_version_5_knows_how_names_are_written_once_it_is_looked_at(path: Path) -> None:
    with Record(path, create=True) as opened:
        name = opened.add(named("قال محمد بن سلمان إن محمدا لم يحضر.", "محمد بن سلمان"))
        work.comparison(opened)
        was = said(opened)
        (entity,) = opened.shelf.entities().rows
        spelt = opened.shelf.spellings(entity.id, 5)
        assert [(s.text, s.mentions) for s in spelt] == [("محمد بن سلمان", 1)]
    with sqlite3.connect(path) as db:
        without(db, "touching", "spelt", "tellings")
        db.execute("CREATE VIEW touching AS SELECT kind, key FROM touched")
        db.execute(
            "CREATE TRIGGER touched_report AFTER UPDATE OF head, text ON report BEGIN "
            "INSERT OR IGNORE INTO touched VALUES ((SELECT number FROM revision), 'report', NEW.name); END"
        )
        db.execute("PRAGMA user_version = 5")
    with Record(path) as opened:
        assert not work.is_current(opened)
        work.settle(opened)
        assert said(opened) == was
        assert opened.shelf.spellings(entity.id, 5) == spelt
        state = opened.touched.revision()
        opened.remove(name)
        changes = opened.touched.since(state)
        assert changes is not None
        assert {row_key(REPORT, name), row_key(HEAD, name)} <= changes.keys
    assert path.with_name("a.tawatur.version-5").exists()


def test_a_record_of_version_7_goes_on_counting_who_is_named(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(work.comparing, "SMALL", 0)
    monkeypatch.setattr(work.comparing, "DEARER", 0)
    text = "قال محمد بن سلمان إن محمدا لم يحضر."
    with Record(path, create=True) as opened:
        opened.add(named(text, "محمد بن سلمان"))
        work.comparison(opened)
    with sqlite3.connect(path) as db:
        without(db, "naming")
        db.execute(
            "CREATE TRIGGER naming_in AFTER INSERT ON naming WHEN NEW.thing IS NOT NULL BEGIN "
            "INSERT OR IGNORE INTO stale_thing VALUES (NEW.thing); END"
        )
        db.execute("PRAGMA user_version = 7")
    with Record(path) as opened:
        assert work.is_current(opened)
        other = named(f"{text} وسافر محمد بن سلمان.", "محمد بن سلمان")
        other.report.file, other.report.text_sha256 = "b", "another"
        opened.add(other)
        work.comparison(opened)
        assert [(e.reports, e.mentions) for e in opened.shelf.entities().rows] == [(2, 2)]
    assert path.with_name("a.tawatur.version-7").exists()


def named(text: str, name: str) -> Reading:
    """The reading of a report that names one man."""
    made = reading(text)
    at = text.index(name)
    made.entities = [Entity("m", "person", {"ar": name, "en": None})]
    made.mentions = [Mention(at, at + len(name), name, "person", "m")]
    return made


def said(record: Record) -> list[object]:
    return [record.readings(), record.comparison(), record.decisions.all(), found_in(record, "مراكش")]


def as_version_1(path: Path, comparison: str) -> None:
    """Turn a record into one of the first version, whose comparison was one JSON text."""
    with sqlite3.connect(path) as db:
        db.execute("PRAGMA foreign_keys = OFF")
        without(db, "touched", "touching", "spelt", "tellings", "shelf", "corrected", "between")
        db.execute("CREATE TABLE comparison (id INTEGER PRIMARY KEY CHECK (id = 1), program TEXT, body TEXT)")
        db.execute("INSERT INTO comparison VALUES (1, '0.2.0', ?)", (comparison,))
        db.execute("PRAGMA user_version = 1")


def test_a_record_of_version_1_opens_with_its_reports_and_the_ids_of_its_stories(path: Path) -> None:
    with Record(path, create=True) as opened:
        opened.add(reading("نص"))
    story = {"id": "story-2022-05-11-a", "reports": ["a"], "why": {}}
    as_version_1(path, json.dumps({"format": 1, "copies": [], "stories": [story], "events": [], "facts": []}))
    with Record(path) as opened:
        assert set(opened.readings()) == {"a"}
        assert opened.comparison() is None
        assert [s.ident for s in opened.between.all(STORY)] == ["story-2022-05-11-a"]
    assert path.with_name("a.tawatur.version-1").exists()


def test_a_file_that_is_no_record_is_refused(path: Path) -> None:
    path.write_text("مجرد نص " * 100, encoding="utf-8")
    with pytest.raises(RecordError, match="not a record"):
        Record(path)


def test_another_programs_database_is_refused(path: Path) -> None:
    with sqlite3.connect(path) as db:
        db.execute("CREATE TABLE other (id INTEGER)")
    with pytest.raises(RecordError, match="not a record"):
        Record(path)


def test_a_folder_is_no_record(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="folder"):
        Record(tmp_path, create=True)


def test_a_record_that_is_not_there_is_not_made_by_asking(path: Path) -> None:
    with pytest.raises(RecordError, match="no record here"):
        Record(path)
    assert not path.exists()


def test_a_record_held_by_another_process_says_so(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "WAIT_SECONDS", 0.05)
    with Record(path, create=True) as opened:
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(RecordError, match="another process holds"):
            opened.add(reading("نص"))
        other.execute("ROLLBACK")
        other.close()
        opened.add(reading("نص"))


KILLED = """
import os, sys
sys.path.insert(0, {tests!r})
from pathlib import Path
from store.test_record import reading
from tawatur import work
from tawatur.store.record import Record
from tawatur.store.shelf.rows import Filters
record = Record(Path({path!r}), create=True)
record.add(reading("نص محفوظ"))
with record.writing() as db:
    db.execute(
        "INSERT INTO report (name, identity, version, text_sha256, head, text, taken_in) "
        "VALUES ('x', 'x', 1, '', '', '', '')"
    )
    os._exit(9)
"""


def test_killed_in_the_middle_the_record_holds_all_that_was_finished(path: Path) -> None:
    script = KILLED.format(tests=str(Path(__file__).resolve().parents[1]), path=str(path))
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 9
    with Record(path) as opened:
        assert set(opened.reports()) == {"a"}
