"""The daily work, one function a deed: read, take in, compare, read again."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from itertools import chain, islice

from tawatur.compare.comparison import compare
from tawatur.intake.sources import SetAside, intake
from tawatur.language.loader import load
from tawatur.read.reading import read
from tawatur.read.tagger import Tagger
from tawatur.record.decisions import DIFFERENT, SAME
from tawatur.record.types import Comparison, Reading, Report
from tawatur.store.record import Record

Outcome = Reading | SetAside
Notice = Callable[[Outcome], None]
_BATCH = 16  # reports a worker takes at a time


def read_sources(
    sources: Iterable[str],
    outlet: str | None = None,
    published: str | None = None,
    workers: int = 0,
    tagger: Tagger | None = None,
) -> Iterator[Outcome]:
    """Read every report of the sources, in their order, the same for any number of workers (0: one a core)."""
    return read_reports(intake(sources, outlet=outlet, published=published), workers, tagger)


def read_reports(
    reports: Iterable[Report | SetAside], workers: int = 0, tagger: Tagger | None = None
) -> Iterator[Outcome]:
    """Read reports in their order, with the learned model of names where one is given; what intake or reading had to
    set aside comes in its place."""
    workers = workers or os.cpu_count() or 1
    reports = iter(reports)
    prepare()  # before workers are forked: they share what is loaded
    first = list(islice(reports, _BATCH))
    if workers == 1 or len(first) < _BATCH:
        yield from (_outcome(report, tagger) for report in chain(first, reports))
        return
    with ProcessPoolExecutor(workers, initializer=_equip, initargs=(tagger,)) as pool:
        window = first + list(islice(reports, _BATCH * (4 * workers - 1)))
        while window:
            yield from pool.map(_worked, window, chunksize=_BATCH)
            window = list(islice(reports, _BATCH * 4 * workers))


def prepare() -> None:
    """Load the language and keep the garbage collector off it: a process that is about to read many reports.

    The word lists are half a million objects that never die; walking them at each collection takes a third of the time.
    """
    load("arabic")
    gc.freeze()
    gc.set_threshold(100_000, 20, 50)


_equipment: list[Tagger | None] = []  # of a worker process


def _equip(tagger: Tagger | None) -> None:
    _equipment[:] = [tagger]


def _worked(report: Report | SetAside) -> Outcome:
    return _outcome(report, _equipment[0])


def _outcome(report: Report | SetAside, tagger: Tagger | None) -> Outcome:
    if isinstance(report, SetAside):
        return report
    try:
        return read(report, tagger=tagger)
    except Exception as error:  # one report that breaks a layer must not stop ten thousand others
        return SetAside(report.file, None, f"could not be read ({type(error).__name__}: {error}); please send it to us")


def compare_readings(readings: Iterable[Reading]) -> Comparison:
    """Compare readings that are in no record; reports of one file name are told apart by a number."""
    named: dict[str, Reading] = {}
    for reading in readings:
        name, number = reading.report.file, 2
        while name in named:
            name, number = f"{reading.report.file}-{number}", number + 1
        reading.report.file = name
        named[name] = reading
    return compare(list(named.values()))


@dataclass(slots=True)
class Taken:
    """What became of the reports given to `take_in`: names by outcome, and what was set aside."""

    added: list[str] = field(default_factory=list)
    versions: list[str] = field(default_factory=list)
    known: list[str] = field(default_factory=list)
    aside: list[SetAside] = field(default_factory=list)


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
    taken = Taken()
    new = (r for r in intake(sources, outlet=outlet, published=published) if _is_new(record, r, taken))
    for outcome in read_reports(new, workers, tagger):
        if isinstance(outcome, SetAside):
            taken.aside.append(outcome)
        elif name := record.known(outcome.report):  # twice in one call
            taken.known.append(name)
        else:
            seen = record.has_identity(outcome.report)
            (taken.versions if seen else taken.added).append(record.add(outcome))
        notice(outcome)
    if taken.added or taken.versions:
        comparison(record)
    return taken


def _is_new(record: Record, report: Report | SetAside, taken: Taken) -> bool:
    if isinstance(report, SetAside):
        return True
    if removed := record.removed(report):
        taken.aside.append(SetAside(report.file, None, f"was removed on {removed}; that decision stands"))
        return False
    if name := record.known(report):
        taken.known.append(name)
        return False
    return True


def comparison(record: Record) -> Comparison:
    """The record's comparison, made anew where readings changed since the last one."""
    made = record.comparison()
    if made is None:
        made = compare(list(record.readings().values()), record.decisions.standing(SAME, DIFFERENT))
        record.put_comparison(made)
    return made


def reread(record: Record, workers: int = 0, notice: Notice = lambda _: None, tagger: Tagger | None = None) -> int:
    """Read every report of the record again with this program; gives how many. Decisions are left as they are."""
    reports = record.reports()
    count = 0
    for name, outcome in zip(reports, read_reports(reports.values(), workers, tagger), strict=True):
        if isinstance(outcome, Reading):
            record.reread(name, outcome)
            count += 1
        notice(outcome)
    comparison(record)
    return count
