"""A record as files: JSON lines with everything, or CSV with a line for every value and sentence."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable
from dataclasses import asdict
from typing import Any, TextIO

from tawatur.record.codec.comparison import dump_comparison
from tawatur.record.codec.parts import dump_slot
from tawatur.record.codec.reading import dump_reading
from tawatur.record.decisions import Decision
from tawatur.record.types import Fact
from tawatur.tell.view import View

COLUMNS = (
    "fact", "subject", "subject_name", "property", "qualifier", "verdict", "value", "as_of_from", "as_of_to",
    "origins", "report", "outlet", "published", "start", "end", "quotation",
)  # fmt: skip


def export_jsonl(view: View, decisions: Iterable[Decision], out: TextIO) -> None:
    """A line a report (its reading and text), then the comparison, then a line a decision."""
    for name, reading in view.readings.items():
        _line(out, {"record": "report", "name": name, "text": reading.report.text, **dump_reading(reading)})
    _line(out, {"record": "comparison", **dump_comparison(view.comparison)})
    for decision in decisions:
        _line(out, {"record": "decision", **asdict(decision)})


def _line(out: TextIO, value: dict[str, Any]) -> None:
    out.write(json.dumps(value, ensure_ascii=False) + "\n")


def export_csv(view: View, out: TextIO, facts: Iterable[Fact] | None = None) -> None:
    """These facts (all where none are given) as a table, ready for a spreadsheet (which reads cells that begin with
    = + - @ as formulas: those get a leading apostrophe)."""
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    for fact in view.comparison.facts if facts is None else facts:
        for value in fact.values:
            shown = dump_slot(value.value)
            as_of = dump_slot(value.as_of) if value.as_of else {}
            for evidence in value.evidence:
                report = view.heads[evidence.report]
                row = (
                    fact.id, fact.subject, view.title(fact.subject), fact.property, fact.qualifier, fact.verdict,
                    shown if isinstance(shown, str) else json.dumps(shown, ensure_ascii=False),
                    as_of.get("from"), as_of.get("to"), len(value.origins), evidence.report, report.outlet,
                    report.published, evidence.start, evidence.end, evidence.text,
                )  # fmt: skip
                writer.writerow([_safe(cell) for cell in row])


def _safe(cell: object) -> object:
    return "'" + cell if isinstance(cell, str) and cell[:1] in "=+-@\t\r" else cell
