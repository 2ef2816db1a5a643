"""Commands that need no record: read reports, compare reports."""

from __future__ import annotations

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
    names_model,
    progress,
    to_json,
    writing,
)
from tawatur.errors import TawaturError
from tawatur.intake.sources import SetAside
from tawatur.record.codec import dump_comparison, dump_reading
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
    aside = []
    tagger = names_model(no_model, quiet)
    with writing(output) as out, progress("reading", quiet) as notice:
        for outcome in work.read_sources(sources, outlet, published, workers, tagger):
            notice(outcome)
            if isinstance(outcome, SetAside):
                aside.append(outcome)
            else:
                out.write(to_json(dump_reading(outcome)) + "\n")
    close(aside)


@app.command()
def compare(
    sources: Annotated[list[str] | None, typer.Argument(metavar="[SOURCE...]")] = None,
    record: Annotated[Path | None, typer.Option("--record", metavar="FILE")] = None,
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
        with Record(record) as opened:
            made = work.comparison(opened)
    elif sources:
        readings: list[Reading] = []
        tagger = names_model(no_model, quiet)
        with progress("reading", quiet) as notice:
            for outcome in work.read_sources(sources, outlet, published, workers, tagger):
                notice(outcome)
                if isinstance(outcome, SetAside):
                    aside.append(outcome)
                else:
                    readings.append(outcome)
        made = work.compare_readings(readings)
    else:
        raise TawaturError("compare: there is nothing to compare; give SOURCE... or --record FILE.")
    with writing(output) as out:
        out.write(to_json(dump_comparison(made)) + "\n")
    close(aside)
