"""A report has one number, wherever it is named, and is called by it."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from tawatur.cli import app
from tawatur.store.record import Record
from tawatur.work import viewing

OLDER = """وزير يزور كوسكو

outlet-k.example
الأربعاء 2 مارس 2011 - 09:00

زار وزير الخارجية الفرنسي لوران فابيوس كوسكو يوم 2 مارس 2011.
"""


@pytest.fixture
def path(examples: Path, tmp_path: Path) -> Path:
    made = tmp_path / "a.tawatur"
    made.write_bytes(examples.read_bytes())
    return made


def run(*words: object) -> str:
    result = CliRunner().invoke(app, [str(word) for word in words], catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.output


def references(told: str) -> dict[str, str]:
    """The numbers of references, by what stands behind them."""
    return {words: number for number, words in re.findall(r"^\W*\[(\d+)\] (.*)$", told, re.MULTILINE)}


def test_a_number_is_the_same_on_every_page_and_stays_when_older_reports_come(path: Path, tmp_path: Path) -> None:
    story = json.loads(run("compare", "--record", path))["stories"][0]
    whole = references(run("brief", "--record", path, "--lang", "en"))
    part = references(run("brief", "--record", path, story["id"], "--lang", "en"))
    assert part
    assert part.items() <= whole.items()
    source = tmp_path / "older.txt"
    source.write_text(OLDER, encoding="utf-8")
    run("add", source, "--record", path, "-q", "--no-model")
    assert references(run("brief", "--record", path, story["id"], "--lang", "en")) == part


def test_parts_of_a_record_cite_a_report_by_one_number(path: Path) -> None:
    with Record(path) as record:
        whole = viewing.of_all(record, "ar").cited
        assert sorted(whole.values()) == sorted(record.between.rows(whole).values())
        parts = [viewing.of_story(record, ident, "ar") for ident in record.between.idents("story")]
        parts += [viewing.of_fact(record, ident, "ar") for ident in record.between.idents("fact")[::9]]
        parts += [viewing.of_entity(record, row.id, "ar").view for row in record.shelf.entities(most=9).rows]
        for part in parts:
            assert part.cited.items() <= whole.items()


def test_a_report_is_corrected_by_its_number(path: Path) -> None:
    with Record(path) as record:
        name, reading = list(record.readings().items())[3]
        number = record.between.rows([name])[name]
        event = next(e for e in reading.events if "date" in e.slots)
    made = json.loads(run("correct", "--record", path, number, event.id, "status", "planned", "--json"))
    assert made["detail"]["anchors"][0]["report"] == name
    assert name in run("remove", "--record", path, f"[{number}]")
