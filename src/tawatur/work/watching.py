"""Watching a folder: what appears there is taken in, and what it brought is told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tawatur.errors import OptionError
from tawatur.intake.report import Came
from tawatur.intake.sources import SetAside, files_of, given_day, intake_file
from tawatur.read.tagger import Tagger
from tawatur.record.types import Comparison, MergedEntity, Reading
from tawatur.store.between import COPY, EVENT
from tawatur.store.objects import copies_of, event_of
from tawatur.store.record import Record
from tawatur.tell.news import News, news_of
from tawatur.work.comparing import bring_up_to_date
from tawatur.work.keeping.update import Change
from tawatur.work.taking import take_reports

_Stamp = tuple[int, int]  # size in bytes, and when a file was changed last, in nanoseconds


@dataclass(slots=True)
class Arrival:
    """A file that appeared, or changed: what its reports brought, how many came of which nothing is told (too many at
    once), how many were known already, and what was set aside."""

    file: str
    news: list[News] = field(default_factory=list)
    untold: int = 0
    known: int = 0
    aside: list[SetAside] = field(default_factory=list)


class Watch:
    """A folder that is looked at again and again. What was told is remembered by the record: a watch that was ended
    goes on where it was."""

    def __init__(
        self,
        record: Record,
        folder: Path,
        outlet: str | None = None,
        published: str | None = None,
        workers: int = 1,
        tagger: Tagger | None = None,
    ) -> None:
        if not folder.is_dir():
            raise OptionError(f"{folder}: this is no folder; give one whose files are to be taken in.")
        self._record = record
        self._folder = folder
        self._given = Came(outlet=outlet, published=given_day(published))
        self._workers = workers
        self._tagger = tagger
        self._seen: dict[str, _Stamp] = {}
        self._done: dict[str, _Stamp] = {}

    def unfinished(self) -> list[News]:
        """What reports brought that were taken in before, but not compared: whoever did it was ended in the middle."""
        return [n for change in bring_up_to_date(self._record) for n in _news(self._record, change)]

    def look(self) -> Iterator[Arrival]:
        """What came since the last look: files that have not changed from one look to the next, so that none is taken
        while it is written. A file that cannot be taken is told once, and again when it has changed."""
        for path, name in self._settled():
            taken = take_reports(
                self._record, intake_file(path, name, self._given), workers=self._workers, tagger=self._tagger
            )
            self._done[name] = self._seen[name]
            came = [*taken.added, *taken.versions]
            told = {n.report: n for change in taken.changes for n in _news(self._record, change) if n.report in came}
            if came or taken.aside:
                yield Arrival(name, list(told.values()), len(came) - len(told), len(taken.known), taken.aside)

    def _settled(self) -> list[tuple[Path, str]]:
        settled = []
        for found in files_of(self._folder):
            if isinstance(found, SetAside):
                continue  # the folder is empty as yet
            path, name = found
            try:
                stat = path.stat()
            except OSError:  # gone since it was listed
                continue
            stamp = (stat.st_size, stat.st_mtime_ns)
            if self._seen.get(name) == stamp and self._done.get(name) != stamp:
                settled.append((path, name))
            self._seen[name] = stamp
        return settled


def _news(record: Record, change: Change) -> list[News]:
    """What each report of a change brought."""
    there = record.readings_of(change.reports)
    copies = {name: copies_of(record.between.of_reports(COPY, [name]), record.texts) for name in there}
    return [news_of(name, change.was, change.now, copies[name]) for name in there]


def surroundings(record: Record, news: News) -> tuple[dict[str, Reading], Comparison]:
    """The readings and the part of the comparison that are needed to tell of what a report brought."""
    between = record.between
    events = [event_of(row) for row in between.named(EVENT, {fact.subject for fact in news.facts})]
    readings = record.readings_of({news.report, *(report for event in events for report, _ in event.same)})
    merged = between.merged(readings)
    named = {fact.subject for fact in news.facts} | {f.qualifier for f in news.facts if f.qualifier}
    named |= {v.value for fact in news.facts for v in fact.values if isinstance(v.value, str)}
    bodies = between.things_named({*merged.values(), *named})
    entities = [
        MergedEntity(ident, body["type"], body["name"], [key for key, of in merged.items() if of == ident])
        for ident, body in bodies.items()
    ]
    return readings, Comparison(events=events, entities=entities, facts=news.facts)
