"""The examples are read and compared as the golden set says, layer by layer, no worse than floors.yml allows: with the
learned model of names, and without it."""

from __future__ import annotations

import json
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest
import yaml
from scoring import Json, Score
from scoring_between import score_between
from scoring_reports import Sides, score_report

from tawatur.compare.comparison import compare
from tawatur.intake.sources import SetAside, intake
from tawatur.read.reading import read
from tawatur.read.tagger import load_tagger
from tawatur.record.codec.comparison import dump_comparison
from tawatur.record.codec.reading import dump_reading
from tawatur.record.types import Reading

HERE = Path(__file__).resolve().parent
EXAMPLES = HERE.parents[1] / "examples"
FLOORS: dict[str, float] = yaml.safe_load((HERE / "floors.yml").read_text(encoding="utf-8"))


def stem(file: str) -> str:
    return file.removesuffix(".txt").removesuffix(".html")


def read_examples(with_model: bool) -> list[Reading]:
    tagger = load_tagger() if with_model else None
    return [read(report, tagger=tagger) for report in intake([EXAMPLES]) if not isinstance(report, SetAside)]


def golden(name: str) -> Json:
    loaded: Json = json.loads((HERE / f"{name}.json").read_text(encoding="utf-8"))
    return loaded


@pytest.fixture(scope="module", params=[True, False], ids=["with the model", "without"])
def readings(request: pytest.FixtureRequest) -> list[Reading]:
    if request.param:
        pytest.importorskip("tawatur_ner", reason="the core alone: names by lists and patterns")
    return read_examples(request.param)


def score(sides: list[Sides], between: Json) -> dict[str, Score]:
    found: dict[str, Score] = defaultdict(Score)
    for side in sides:
        score_report(side, found)
    score_between(golden("between"), between, sides, found)
    return found


@pytest.fixture(scope="module")
def scores(readings: list[Reading]) -> dict[str, Score]:
    sides = [Sides(golden(stem(r.report.file)), dump_reading(r)) for r in readings]
    return score(sides, dump_comparison(compare(readings)))


def test_every_example_has_its_golden_reading(readings: list[Reading]) -> None:
    files = {stem(r.report.file) for r in readings}
    assert files == {path.stem for path in HERE.glob("*.json")} - {"between"}


def test_golden_spans_stand_in_the_text(readings: list[Reading]) -> None:
    def spans(part: Any) -> list[Json]:
        inner = part.values() if isinstance(part, dict) else part if isinstance(part, list) else ()
        own = [part] if isinstance(part, dict) and "start" in part else []
        return own + [span for one in inner for span in spans(one)]

    for reading in readings:
        for span in spans(golden(stem(reading.report.file))):
            assert reading.report.text[span["start"] : span["end"]] == span["text"]


def test_the_golden_set_agrees_with_itself(readings: list[Reading]) -> None:
    files = [stem(r.report.file) for r in readings]
    found = score([Sides(golden(file), golden(file)) for file in files], golden("between"))
    assert {layer: s.errors for layer, s in found.items() if s.f1 < 1} == {}


def test_every_layer_has_a_floor(scores: dict[str, Score]) -> None:
    assert scores.keys() == FLOORS.keys()


@pytest.mark.parametrize("layer", FLOORS)
def test_no_layer_falls_below_its_floor(layer: str, scores: dict[str, Score]) -> None:
    reached, floor = scores[layer], FLOORS[layer]
    assert reached.f1 >= floor, "\n".join([f"{layer}: {reached}, below its floor of {floor}", *reached.errors[:15]])
