"""Commands that need no record: read reports, compare reports."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated

import typer

from tawatur import work
from tawatur.cli.app import (
    NoModel,
    Outlet,
    Output,
    Published,
    Quiet,
    Sources,
    Workers,
    app,
    close,
    errors,
    names_model,
    progress,
    to_json,
    writing,
)
from tawatur.compare.comparison import Part
from tawatur.errors import OptionError, TawaturError
from tawatur.intake.sources import SetAside
from tawatur.record.codec.comparison import dump_comparison
from tawatur.record.codec.reading import dump_reading
from tawatur.record.types import Reading
from tawatur.store.record import Record


@app.command()
def read(
    sources: Sources,
    output: Output = None,
    outlet: Outlet = None,
    published: Published = None,
    workers: Workers = 0,
    no_model: NoModel = False,
    quiet: Quiet = False,
) -> None:
    """Read reports and print their readings, one JSON object a line; keeps nothing."""
    aside: list[SetAside] = []
    with writing(output) as out:
        for reading in _readings(sources, outlet, published, workers, no_model, quiet, aside):
            out.write(to_json(dump_reading(reading)) + "\n")
    close(aside)


@app.command()
def compare(
    sources: Annotated[list[str] | None, typer.Argument(metavar="[SOURCE...]")] = None,
    record: Annotated[Path | None, typer.Option("--record", metavar="FILE")] = None,
    only: Annotated[Part | None, typer.Option(help="Only this part, and what it needs.")] = None,
    anew: Annotated[bool, typer.Option("--anew", help="Compare all reports of the record with each other again.")] = (
        False
    ),
    output: Output = None,
    outlet: Outlet = None,
    published: Published = None,
    workers: Workers = 0,
    no_model: NoModel = False,
    quiet: Quiet = False,
) -> None:
    """Print what stands between reports, as one JSON object: of the sources given, or of a record."""
    aside: list[SetAside] = []
    if record is not None:
        if only or sources:
            raise OptionError(
                "compare: a record is compared whole; leave out --only and SOURCE, or leave out --record."
            )
        with Record(record) as opened:
            made = work.compare_anew(opened, workers) if anew else work.comparison(opened)
    elif anew:
        raise OptionError("compare: --anew is of a record; name it with --record FILE.")
    elif sources:
        twice: list[str] = []
        readings = _readings(sources, outlet, published, workers, no_model, quiet, aside)
        made = work.compare_readings(_noting_twice(readings, twice), only, workers)
        if twice and not quiet:
            errors.print(_told_twice(twice), markup=False)
    else:
        raise TawaturError("compare: there is nothing to compare; give SOURCE... or --record FILE.")
    with writing(output) as out:
        out.write(to_json(dump_comparison(made)) + "\n")
    close(aside)


def _noting_twice(readings: Iterable[Reading], twice: list[str]) -> Iterator[Reading]:
    """The same readings; files that bring another text than before are added to `twice`."""
    texts: dict[str, str] = {}
    for reading in readings:
        report = reading.report
        if texts.setdefault(report.file, report.text_sha256) != report.text_sha256:
            twice.append(report.file)
        yield reading


def _told_twice(files: list[str]) -> str:
    more = f" (and {len(files) - 1} more)" if len(files) > 1 else ""
    return (
        f"{files[0]}{more}: there are two texts under this name; they are compared as two reports."
        " In a record, the later one would be a new version of the first."
    )


def _readings(
    sources: list[str],
    outlet: str | None,
    published: str | None,
    workers: int,
    no_model: bool,
    quiet: bool,
    aside: list[SetAside],
) -> Iterator[Reading]:
    """Every report of the sources, read; what could not be is added to `aside`."""
    tagger = names_model(no_model, quiet)
    with progress("reading", quiet) as notice:
        for outcome in work.read_sources(sources, outlet, published, workers, tagger):
            notice(outcome)
            if isinstance(outcome, SetAside):
                aside.append(outcome)
            else:
                yield outcome
