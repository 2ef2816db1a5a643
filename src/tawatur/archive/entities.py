"""Entities over an archive. The one stage that one process makes: what a name is may hang on every report that has it,
so all profiles are held at once (docs/archive.md says what that takes)."""

from __future__ import annotations

import json
from collections.abc import Iterator

from tawatur.archive.stages import Stages
from tawatur.archive.tables import Row
from tawatur.compare.corpus import Corpus
from tawatur.compare.entities.merging import merge_entities
from tawatur.record.codec import load_reading
from tawatur.record.types import Reading

_NAMED = {"report": "string", "text": "string", "named": "string"}
_ENTITIES = {
    "id": "string",
    "type": "string",
    "name_ar": "string",
    "name_en": "string",
    "report": "string",
    "entity": "string",
}
_LEFT_OUT = ("times", "quantities", "statements", "events")


def find_entities(stages: Stages) -> None:
    """The result `entities`: a row for every entity of every report, with the one that it is over all reports."""
    query = "SELECT n.report, r.text, r.reading FROM readings r JOIN named n ON n.part = r.part AND n.number = r.number"
    stages.map_rows("named_in", query, _named, _NAMED)
    stages.map_all("entities", "SELECT report, text, named FROM named_in", _merged, _ENTITIES, result=True)


def _named(row: Row) -> Iterator[Row]:
    """A report with what names need of its reading; its own name stands for its file."""
    report, text, reading = row
    found = json.loads(reading)
    found |= {layer: [] for layer in _LEFT_OUT}
    found["report"]["file"] = report
    yield report, text, json.dumps(found, ensure_ascii=False, separators=(",", ":"))


def _merged(rows: Iterator[Row]) -> Iterator[Row]:
    readings: list[Reading] = [load_reading(json.loads(named), text) for _, text, named in rows]
    for one in merge_entities(Corpus(readings))[0]:
        for report, entity in one.same:
            yield one.id, one.type, one.name.get("ar"), one.name.get("en"), report, entity
