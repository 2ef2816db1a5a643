"""A plain text file is one report."""

from __future__ import annotations

from tawatur.intake.decode import decode
from tawatur.intake.report import Came, make_report
from tawatur.record.types import Report


def read_text(name: str, data: bytes, given: Came) -> Report:
    """The report of a text file's bytes; raises SourceError where there is none."""
    return make_report(name, decode(data), given)
