"""What one report says of where it comes from: when it came out, whose it is, and whose text it says it carries."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta

from tawatur.compare.publishers import agencies_at_edges, agency_of, is_unnamed, other_outlets, publisher_of
from tawatur.record.naming import clock_of
from tawatur.record.types import Reading

_DAY = timedelta(days=1)


@dataclass(slots=True, frozen=True)
class Provenance:
    """One report as passages are explained. It came out between `earliest` and `latest`: one moment where its clock is
    known, else a day; both None where it has no date. `size`: characters outside its junk."""

    report: str
    earliest: datetime | None
    latest: datetime | None
    outlet: str  # as it is compared; the report's own name where none is given
    publisher: str
    agencies: tuple[str, ...]  # that it names at its edges or as authors
    borrowed: bool  # whether it says that its text is an agency's or another outlet's
    size: int


def provenance(name: str, reading: Reading) -> Provenance:
    """What a report says of itself; `name` as it is named between reports."""
    report = reading.report
    known = [agency_of(author) for author in report.authors]
    agencies = {a for a in known if a} | agencies_at_edges(report.text)
    elsewhere = any(map(is_unnamed, report.authors)) or bool(other_outlets(report.authors, report.outlet))
    own = agency_of(report.outlet) if report.outlet else None
    earliest, latest = _moments(reading)
    return Provenance(
        name,
        earliest,
        latest,
        report.outlet or f"\N{NULL}{name}",
        publisher_of(report.outlet) or f"\N{NULL}{name}",
        tuple(sorted(agencies)),
        bool(agencies - {own}) or elsewhere,
        max(1, report.size),
    )


def _moments(reading: Reading) -> tuple[datetime | None, datetime | None]:
    clock = clock_of(reading.report) if ":" in (reading.report.published_at or "") else None
    if clock is not None:
        return clock, clock
    if reading.report.published is None:
        return None, None
    start = datetime.combine(reading.report.published, time(), UTC)
    return start, start + _DAY
