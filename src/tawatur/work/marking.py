"""What people marked in reports as junk, or as none, put on the reports before they are read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tawatur.record.decisions import JUNK, ON_TEXTS, Decision
from tawatur.record.types import Marked, Report
from tawatur.work.correcting import report_of


def with_marks(report: Report, name: str, decisions: Sequence[Decision]) -> Report:
    """The report of that name with what people marked in it, in order; a mark whose words do not stand there is none.
    `decisions` are those that stand, of any kinds."""
    marks = [
        Marked(anchor["start"], anchor["end"], anchor["text"], decision.kind == JUNK, decision.id)
        for decision in decisions
        if decision.kind in ON_TEXTS and report_of(decision) == name
        for anchor in decision.detail["anchors"]
        if report.text[anchor["start"] : anchor["end"]] == anchor["text"]
    ]
    return replace(report, marked=marks)
