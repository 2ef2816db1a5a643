"""Commands for millions of reports: read an archive, compare what was read."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tawatur.archive.engines import EngineName, open_engine
from tawatur.cli.app import NoModel, Outlet, Published, Quiet, Workers, app, close, errors, names_model
from tawatur.errors import ArchiveError, OptionError

if TYPE_CHECKING:
    from tawatur.archive.comparing import Result

archive = typer.Typer(no_args_is_help=True, help="Read and compare archives of millions of reports.")
app.add_typer(archive, name="archive")

In = Annotated[list[Path], typer.Option("--in", metavar="SOURCE", help="Files, or folders of these; may be repeated.")]
Readings = Annotated[Path, typer.Option("--in", metavar="READINGS", help="The readings that archive read made.")]
Out = Annotated[Path, typer.Option("--out", metavar="FOLDER", help="A folder of Parquet; a killed run goes on in it.")]
EngineOption = Annotated[EngineName, typer.Option("--engine", help="DuckDB on this machine, or Spark.")]
Master = Annotated[str | None, typer.Option("--master", metavar="URL", help="Spark's master: spark://host:7077.")]
Memory = Annotated[str, typer.Option("--memory", help="What DuckDB may use; beyond it, it goes on on the disk.")]
Temp = Annotated[Path | None, typer.Option("--temp", metavar="FOLDER", help="Where DuckDB does; else in --out.")]
Settings = Annotated[
    list[str] | None, typer.Option("--set", metavar="KEY=VALUE", help="A setting of Spark; may be repeated.")
]
Partitions = Annotated[int, typer.Option("--partitions", help="Parts in which Spark joins; 0: as needed.", min=0)]
Only = Annotated[
    list[str] | None,
    typer.Option("--only", help="A part: copies, entities, stories, events, facts; may be repeated."),
]


@archive.command()
def read(
    sources: In,
    out: Out,
    engine: EngineOption = EngineName.duckdb,
    master: Master = None,
    settings: Settings = None,
    workers: Workers = 0,
    part_mb: Annotated[int, typer.Option("--part-mb", help="Megabytes a worker reads at a time.", min=1)] = 16,
    outlet: Outlet = None,
    published: Published = None,
    no_model: NoModel = False,
    quiet: Quiet = False,
) -> None:
    """Read an archive into Parquet, by month of publication; a run that was killed goes on where it was."""
    _check_installed()
    from tawatur.archive.reading import Given, read_archive

    given = Given(outlet, published, names_model(no_model, quiet) is not None)
    with closing(open_engine(engine, out / "_temp", master, workers, settings=settings or ())) as opened:
        run = read_archive(sources, out, opened, given, part_mb * 1_000_000, _part_done(quiet))
    if not quiet:
        counts = run.counts
        errors.print(
            f"{counts['reports']:,} readings in {out}, {run.parts_now} of {run.parts} parts read now; "
            f"{counts['aside']:,} set aside, {counts['left_out']:,} values left out: why is in {out / '_aside'}.",
            markup=False,
        )
    close(run.aside)
    if run.counts["aside"]:
        raise typer.Exit(1)


@archive.command()
def compare(
    readings: Readings,
    out: Out,
    engine: EngineOption = EngineName.duckdb,
    master: Master = None,
    only: Only = None,
    workers: Workers = 0,
    memory: Memory = "2GB",
    temp: Temp = None,
    partitions: Partitions = 0,
    settings: Settings = None,
    quiet: Quiet = False,
) -> None:
    """Compare the readings of an archive; a run that was killed goes on after the last stage that was finished."""
    _check_installed()
    from tawatur.archive.comparing import compare_archive

    asked = _asked(only)
    with closing(
        open_engine(engine, temp or out / "_temp", master, workers, memory, partitions, settings or ())
    ) as opened:
        made = compare_archive(readings, out, opened, asked, _stage_done(quiet))
    if not quiet:
        for name, rows in made.items():
            errors.print(f"{out / name}.parquet: {rows:,} rows.", markup=False)


def _asked(only: list[str] | None) -> list[Result]:
    from tawatur.archive.comparing import Result

    names = [r.value for r in Result]
    for name in only or ():
        if name not in names:
            raise OptionError(f"--only {name}: an archive is compared for {', '.join(names)}; give one of these.")
    return [Result(name) for name in only or ()]


def _check_installed() -> None:
    for package in ("pyarrow", "duckdb"):
        if importlib.util.find_spec(package) is None:
            raise ArchiveError(f"archive: {package} is not installed; pip install 'tawatur[archive]'.")


def _part_done(quiet: bool) -> Callable[[int, int], None]:
    def told(done: int, of: int) -> None:
        if not quiet and errors.is_terminal:
            errors.print(f"{done} of {of} parts", markup=False)

    return told


def _stage_done(quiet: bool) -> Callable[[str, float], None]:
    def told(name: str, seconds: float) -> None:
        if not quiet:
            errors.print(f"{name}: {seconds:.1f} s", markup=False)

    return told
