"""Reading reports, in this process or in several: the same readings, in their order."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from itertools import chain, islice

from tawatur.errors import RecordError
from tawatur.intake.sources import SetAside, intake
from tawatur.language.loader import load
from tawatur.read.reading import read
from tawatur.read.tagger import Tagger
from tawatur.record.types import Reading, Report

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


def read_one(report: Report, tagger: Tagger | None = None) -> Reading:
    """Read one report, with the learned model of names where one is given. Raises RecordError where it breaks a
    layer."""
    outcome = _outcome(report, tagger)
    if isinstance(outcome, SetAside):
        raise RecordError(f"{outcome}.")
    return outcome


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
