"""An archive is compared in stages: the same answers as in memory, and a killed run goes on; Spark: test_standalone."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest
from archive_making import rows

from tawatur.archive.comparing import Result, compare_archive
from tawatur.archive.duck import DuckEngine
from tawatur.archive.folder import Folder
from tawatur.compare.comparison import Stages
from tawatur.compare.events.merging import merge_events
from tawatur.errors import ArchiveError
from tawatur.record.codec.comparison import dump_fact
from tawatur.record.codec.reading import load_reading
from tawatur.record.types import Reading


@pytest.fixture(scope="session")
def in_memory(readings: Path) -> Stages:
    """What comparing the same reports in memory finds."""
    found: list[Reading] = []
    for path in sorted(readings.glob("month=*/*.parquet")):
        for row in pq.read_table(path, partitioning=None).to_pylist():
            found.append(load_reading(json.loads(row["reading"]), row["text"]))
    made = Stages(found)
    assert made.facts  # made now: stages are made when asked for, and a test narrows what meets
    return made


def table(folder: Path, name: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = pq.read_table(folder / f"{name}.parquet", partitioning=None).to_pylist()
    return found


def test_copies_are_those_of_comparing_in_memory(compared: Path, in_memory: Stages) -> None:
    found = {
        (r["copy"], r["kind"], r["first"], r["unsure"], r["report"], r["begins"], r["until"], r["text"], r["share"])
        for r in table(compared, "copies")
    }
    expected = {
        (c.id, c.kind, c.first, json.dumps(c.unsure), p.report, p.start, p.end, p.text, p.share)
        for c in in_memory.copies
        for p in c.places
    }
    assert len(in_memory.copies) > 30
    assert any(len(c.places) > 4 for c in in_memory.copies)
    assert found == expected


def test_entities_and_stories_are_those_of_comparing_in_memory(compared: Path, in_memory: Stages) -> None:
    ways = {feature for e in in_memory.entities for b in e.why for feature in b.features}
    assert ways >= {"same_id", "same_name", "family_name"}
    same = {(r["id"], r["name_ar"], r["report"], r["entity"]) for r in table(compared, "entities")}
    assert same == {(e.id, e.name.get("ar"), *key) for e in in_memory.entities for key in e.same}
    found = {(r["story"], r["place"], r["report"]): json.loads(r["why"] or "null") for r in table(compared, "stories")}
    assert found == {
        (s.id, i, name): json.loads(json.dumps(s.why.get(name)))
        for s in in_memory.stories
        for i, name in enumerate(s.reports)
    }
    assert len(in_memory.stories) < len(found)


def test_events_are_those_of_comparing_in_memory(compared: Path, in_memory: Stages) -> None:
    found = {
        (r["event"], r["kind"], r["place"], r["report"], r["telling"], r["why"] or "[]")
        for r in table(compared, "events")
    }
    expected = {
        (e.id, e.kind, i, *key, json.dumps([link for link in e.why if link["b"] == " ".join(key)]))
        for e in in_memory.events
        for i, key in enumerate(e.same)
    }
    assert sum(len(e.same) > 1 for e in in_memory.events) > 10
    assert found == expected


def test_what_everybody_names_is_compared_in_blocks_with_the_same_answer(
    readings: Path, compared: Path, in_memory: Stages, duck: DuckEngine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out"
    shutil.copytree(compared, out, ignore=shutil.ignore_patterns("told_*", "happened", "events.parquet"))
    for where in ("archive.events", "compare.events.finding"):
        monkeypatch.setattr(f"tawatur.{where}.WINDOW", 2)
    monkeypatch.setattr("tawatur.archive.events.BLOCK", 3)
    compare_archive(readings, out, duck, [Result.events])
    expected = merge_events(in_memory.corpus, in_memory.seen, in_memory.passages)
    assert expected != in_memory.events  # fewer meet
    found = {(r["event"], r["place"], r["report"], r["telling"]) for r in table(out, "events")}
    assert found == {(e.id, i, *key) for e in expected for i, key in enumerate(e.same)}


def test_facts_are_those_of_comparing_in_memory(compared: Path, in_memory: Stages) -> None:
    names = ("fact", "subject", "property", "qualifier", "verdict", "place", "reports", "origins", "altered")
    found = {(*(r[n] for n in names), r["value"], r["told"], r["denials"]) for r in table(compared, "facts")}
    expected = set()
    for fact in in_memory.facts:
        plain = dump_fact(fact)
        denials = written(plain["denials"]) if fact.denials else None
        for i, (value, told) in enumerate(zip(fact.values, plain["values"], strict=True)):
            known = (fact.id, fact.subject, fact.property, fact.qualifier, fact.verdict, i)
            counts = (len(value.reports), len(value.origins), value.altered)
            expected.add((*known, *counts, written(told["value"]), written(told), denials))
    assert len({fact.verdict for fact in in_memory.facts}) > 2
    assert found == expected


def written(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def test_killed_between_and_inside_stages_it_goes_on_and_gives_the_same(
    readings: Path, compared: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine = DuckEngine(tmp_path / "temp", workers=1)
    out, made = tmp_path / "out", []
    finish = Folder.finish

    for stop in ("prints", "linked_edges", "spots", "copies.parquet"):

        def killed(self: Folder, name: str, stop: str = stop) -> Path:
            if name.endswith(stop):
                raise KeyboardInterrupt  # the stage is written and has not got its name
            return finish(self, name)

        monkeypatch.setattr(Folder, "finish", killed)
        with pytest.raises(KeyboardInterrupt):
            compare_archive(readings, out, engine, [Result.copies], lambda name, _: made.append(name))
    monkeypatch.undo()
    compare_archive(readings, out, engine, [Result.copies], lambda name, _: made.append(name))
    engine.close()
    assert rows(out / "copies.parquet") == rows(compared / "copies.parquet")
    assert len(made) == len(set(made))  # no stage was finished twice


def test_what_is_finished_is_not_made_again(readings: Path, compared: Path, duck: DuckEngine) -> None:
    made: list[str] = []
    counts = compare_archive(readings, compared, duck, told=lambda name, _: made.append(name))
    assert made == []
    assert counts == {r.value: len(table(compared, r)) for r in Result}


def test_it_goes_on_only_with_the_same_readings_all_of_them(
    readings: Path, compared: Path, duck: DuckEngine, tmp_path: Path
) -> None:
    with pytest.raises(ArchiveError, match="has no readings; make them with tawatur archive read"):
        compare_archive(tmp_path, tmp_path / "out", duck)
    other = tmp_path / "other"
    (other / "_parts").mkdir(parents=True)
    (other / "_plan.json").write_text(json.dumps({"files": [], "parts": [{"number": 0}]}))
    with pytest.raises(ArchiveError, match="1 of 1 parts are not read yet"):
        compare_archive(other, tmp_path / "out", duck)
    (other / "_parts" / "part-00000.json").write_text("{}")
    with pytest.raises(ArchiveError, match="made of something else \\(readings is not the same\\)"):
        compare_archive(other, compared, duck)


def test_two_runs_in_one_folder_are_not_let(readings: Path, duck: DuckEngine, tmp_path: Path) -> None:
    with Folder(tmp_path / "out", {}), pytest.raises(ArchiveError, match="another run is at work here"):
        compare_archive(readings, tmp_path / "out", duck)
