"""Reading what was given: one job after the other, each report taken in by a transaction of its own."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

from tawatur.desk.beside.file import DeskFile
from tawatur.desk.beside.jobs import COMPARING, DONE, FAILED, READING, Job
from tawatur.desk.security.fetching import Fetcher
from tawatur.errors import RecordError, SourceError, TawaturError
from tawatur.intake.report import Came, day
from tawatur.intake.sources import SetAside, intake_bytes
from tawatur.read.tagger import Tagger
from tawatur.record.types import Report
from tawatur.store.record import Record
from tawatur.work.comparing import is_current, settle
from tawatur.work.taking import Taken, take_reports

_MOST_TRIES = 3
_log = logging.getLogger("tawatur.desk")
MakeFetcher = Callable[[list[str]], Fetcher]


class Busy(Exception):  # noqa: N818 - no error: the job waits
    """The record is held by another process; the job is as it was."""


def read_next(file: DeskFile, record: Path, tagger: Tagger | None = None, fetcher: MakeFetcher = Fetcher) -> bool:
    """Read the first job that waits; whether there was one. What goes wrong is kept with the job.

    Raises Busy where another process holds the record.
    """
    job = file.jobs.next()
    if job is None:
        return False
    if job.tries >= _MOST_TRIES:
        why = f"Reading this ended the program {_MOST_TRIES} times; it was set aside, please send it to us."
        file.jobs.end(job.id, FAILED, {"why": why})
        return True
    file.jobs.begin(job.id)
    try:
        with Record(record) as opened:
            taken = _take(file, opened, job, list(_reports(file, job, fetcher)), tagger)
    except RecordError as error:
        file.jobs.wait(job.id)
        raise Busy(str(error)) from error
    except TawaturError as error:
        file.jobs.end(job.id, FAILED, {"why": str(error)})
    except Exception as error:  # a job that breaks must not stop those behind it
        _log.exception("job %s", job.id)
        why = f"This is our mistake ({type(error).__name__}); it is in the log, and what was given is kept."
        file.jobs.end(job.id, FAILED, {"why": why})
    else:
        file.jobs.end(job.id, DONE, outcome(taken))
    return True


def settle_next(record: Path) -> bool:
    """Compare what waits to be compared, such as after a decision that reaches through much of a large record; whether
    anything did. Raises Busy where another process holds the record."""
    try:
        with Record(record) as opened:
            if is_current(opened):
                return False
            settle(opened)
            return True
    except RecordError as error:
        raise Busy(str(error)) from error


def outcome(taken: Taken) -> dict[str, list[str]]:
    """What became of the reports of a job."""
    return {
        "added": taken.added,
        "versions": taken.versions,
        "known": taken.known,
        "aside": [str(one) for one in taken.aside],
    }


def _reports(file: DeskFile, job: Job, fetcher: MakeFetcher) -> Iterator[Report | SetAside]:
    given = job.given
    published = day(given["published"]) if "published" in given else None
    came = Came(given.get("url"), given.get("outlet"), given.get("title"), None, published)
    if job.kind == "url":
        page = fetcher(file.hosts.all()).fetch(given["url"])
        came.url = page.url
        reports = intake_bytes(_page_name(page.url, page.kind), page.data, came)
        for report in reports:
            if isinstance(report, SetAside):
                raise SourceError(report.reason, page.url)
            report.url = page.url  # not what the page says of itself: it says so on another's behalf at will
            yield report
        return
    for part in file.jobs.parts(job.id):
        yield from intake_bytes(part.name, part.data, came)


def _page_name(url: str, kind: str) -> str:
    parts = urlsplit(url)
    last = parts.path.rstrip("/").rpartition("/")[2][:80] or "index"
    return f"{parts.hostname}-{last.removesuffix('.html').removesuffix('.htm')}.{'html' if kind == 'html' else 'txt'}"


def _take(file: DeskFile, record: Record, job: Job, reports: list[Report | SetAside], tagger: Tagger | None) -> Taken:
    there = record.identities
    new = sum(isinstance(r, SetAside) or not (there.removed(r) or there.known(r)) for r in reports)
    done = 0

    def notice(_: object) -> None:
        nonlocal done
        done += 1
        file.jobs.note(job.id, COMPARING if done >= new else READING, done, new)

    file.jobs.note(job.id, READING if new else COMPARING, 0, new)
    # One process: this one is a child of a server with threads, and reads one job at a time.
    return take_reports(record, reports, workers=1, notice=notice, tagger=tagger)
