"""How a report is named between reports, and its place in time."""

from __future__ import annotations

from datetime import UTC, datetime, time
from email.utils import parsedate_to_datetime

from tawatur.record.types import Report

NOON = time(12)  # at which a report is taken to come out of which only the day is known
_ENDINGS = (".txt", ".html", ".htm", ".json")


def report_name(file: str) -> str:
    """The name of the report that came in a file; the same for the name itself."""
    name = file.replace("\\", "/").rsplit("/", 1)[-1]
    while ending := next((e for e in _ENDINGS if name.endswith(e) and name != e), None):
        name = name.removesuffix(ending)
    return name or "report"


def clock_of(report: Report) -> datetime | None:
    """When a report came out by the clock, in UTC (a clock without zone is taken as UTC's); None where it has none."""
    for parse in (parsedate_to_datetime, datetime.fromisoformat):
        try:
            found = parse(report.published_at or "")
        except (ValueError, TypeError, IndexError):
            continue
        return found.replace(tzinfo=UTC) if found.tzinfo is None else found.astimezone(UTC)
    return None


def published_at(report: Report) -> datetime:
    """When a report came out, in UTC: its clock time, else the noon of its day, else the beginning of time."""
    clock = clock_of(report)
    if clock is not None:
        return clock
    if report.published:
        return datetime.combine(report.published, NOON, UTC)
    return datetime.min.replace(tzinfo=UTC)
