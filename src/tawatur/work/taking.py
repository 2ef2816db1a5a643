"""Taking reports into a record, and reading them again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from tawatur.intake.sources import SetAside, intake
from tawatur.read.tagger import Tagger
from tawatur.record.decisions import ON_READINGS, ON_TEXTS
from tawatur.record.types import Reading, Report
from tawatur.store.record import Record
from tawatur.work.comparing import bring_up_to_date
from tawatur.work.correcting import put_corrected
from tawatur.work.keeping.update import Change
from tawatur.work.marking import with_marks
from tawatur.work.reading import Notice, read_reports


@dataclass(slots=True)
class Taken:
    """What became of the reports given to `take_in`: names by outcome, what was set aside, and what changed between
    reports."""

    added: list[str] = field(default_factory=list)
    versions: list[str] = field(default_factory=list)
    known: list[str] = field(default_factory=list)
    aside: list[SetAside] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)


def take_in(
    record: Record,
    sources: Iterable[str],
    outlet: str | None = None,
    published: str | None = None,
    workers: int = 0,
    notice: Notice = lambda _: None,
    tagger: Tagger | None = None,
) -> Taken:
    """Take reports into a record, one transaction a report, and compare all that is there.

    A text that is known is left as it is; one that a person removed is set aside, as their decision stands.
    """
    return take_reports(record, intake(sources, outlet=outlet, published=published), workers, notice, tagger)


def take_reports(
    record: Record,
    reports: Iterable[Report | SetAside],
    workers: int = 0,
    notice: Notice = lambda _: None,
    tagger: Tagger | None = None,
) -> Taken:
    """Take reports in that intake gave, as `take_in` does."""
    taken = Taken()
    new = (report for report in reports if _is_new(record, report, taken))
    for outcome in read_reports(new, workers, tagger):
        if isinstance(outcome, SetAside):
            taken.aside.append(outcome)
        elif name := record.identities.known(outcome.report):  # twice in one call
            taken.known.append(name)
        else:
            seen = record.identities.has_identity(outcome.report)
            (taken.versions if seen else taken.added).append(record.add(outcome))
        notice(outcome)
    taken.changes = bring_up_to_date(record)
    return taken


def _is_new(record: Record, report: Report | SetAside, taken: Taken) -> bool:
    if isinstance(report, SetAside):
        return True
    if removed := record.identities.removed(report):
        taken.aside.append(SetAside(report.file, None, f"was removed on {removed}; that decision stands"))
        return False
    if name := record.identities.known(report):
        taken.known.append(name)
        return False
    return True


def reread(record: Record, workers: int = 0, notice: Notice = lambda _: None, tagger: Tagger | None = None) -> int:
    """Read every report of the record again with this program, with what people marked in it, and set anew what they
    corrected; gives how many. Decisions are left as they are."""
    decisions = record.decisions.standing(*ON_READINGS, *ON_TEXTS)
    reports = {name: with_marks(report, name, decisions) for name, report in record.reports().items()}
    count = 0
    for name, outcome in zip(reports, read_reports(reports.values(), workers, tagger), strict=True):
        if isinstance(outcome, Reading):
            with record.writing():
                record.reread(name, outcome)
                put_corrected(record, name, decisions)
            count += 1
        notice(outcome)
    bring_up_to_date(record)
    return count
