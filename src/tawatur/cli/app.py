"""What the groups of commands share: the app, their options, pages and files written, progress, what was set aside."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, TextIO

import typer
from rich.console import Console
from rich.progress import MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from tawatur import __version__, work
from tawatur.errors import ModelError, TawaturError
from tawatur.intake.sources import PassedOver, SetAside
from tawatur.read.tagger import Tagger, load_tagger
from tawatur.store.record import Record
from tawatur.tell.page import Page
from tawatur.tell.render import render
from tawatur.tell.view import View
from tawatur.work.viewing import of_all

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    help="Reads news reports and keeps the record: every fact with its sentence, its speaker, its chain and its "
    "independent origins.",
)
errors = Console(stderr=True, highlight=False, soft_wrap=True)


class Lang(StrEnum):
    ar = "ar"
    en = "en"


class Format(StrEnum):
    text = "text"
    markdown = "markdown"
    html = "html"


class ExportFormat(StrEnum):
    jsonl = "jsonl"
    csv = "csv"


Sources = Annotated[
    list[str],
    typer.Argument(metavar="SOURCE...", help="Files (.txt, .html, .jsonl), folders of these, or - for standard input."),
]
FactId = Annotated[str, typer.Argument(metavar="FACT-ID", help="The id of a fact; `tawatur brief` prints ids.")]
ReportName = Annotated[
    str, typer.Argument(metavar="REPORT", help="A report's name or its number; `tawatur brief` prints both.")
]
Outlet = Annotated[str | None, typer.Option(help="The outlet of reports whose source does not give it.")]
Published = Annotated[str | None, typer.Option(help="The day (2022-05-11) of reports whose source does not give it.")]
Workers = Annotated[int, typer.Option(help="Worker processes; 0 for one a core.", min=0)]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No progress and no summary.")]
NoModel = Annotated[
    bool,
    typer.Option("--no-model", envvar="TAWATUR_NO_MODEL", help="Find names with lists and patterns only."),
]
AsJson = Annotated[bool, typer.Option("--json", help="The result as JSON.")]
RecordFile = Annotated[Path, typer.Option("--record", metavar="FILE", help="The record, one file.")]
Output = Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write here, not to the screen.")]
LangOption = Annotated[Lang, typer.Option(help="The language of labels; quotations stay as they are.")]
FormatOption = Annotated[Format, typer.Option(help="How the page is written.")]
By = Annotated[
    str | None, typer.Option("--by", "--who", help="Who decides; else TAWATUR_USER, else the system's user.")
]
Why = Annotated[str | None, typer.Option(help="Why; kept with the decision.")]


@app.callback(invoke_without_command=True)
def _main(version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False) -> None:
    if version:
        typer.echo(f"tawatur {__version__}")
        raise typer.Exit


@contextmanager
def viewing(path: Path, lang: Lang) -> Iterator[View]:
    """What the pages look at: the record's readings and its comparison."""
    with Record(path) as opened:
        yield of_all(opened, lang.value)


def show_page(page: Page, how: Format, output: Path | None = None) -> None:
    """Print a page, or write it to a file."""
    with writing(output) as out:
        out.write(render(page, how.value, terminal=out.isatty()))


@contextmanager
def writing(path: Path | None) -> Iterator[TextIO]:
    """The file of that path, open for writing; the screen where there is none."""
    if path is None:
        yield sys.stdout
        return
    try:
        file = path.open("w", encoding="utf-8", newline="")
    except OSError as error:
        raise TawaturError(f"{path}: cannot be written ({error.strerror}); give another file with -o.") from error
    with file:
        yield file


@contextmanager
def progress(what: str, quiet: bool) -> Iterator[work.Notice]:
    """A notice to give a deed: it counts reports where somebody looks."""
    if quiet or not errors.is_terminal:
        yield lambda _: None
        return
    columns = (SpinnerColumn(), TextColumn("{task.description}"), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=errors, transient=True) as shown:
        task = shown.add_task(what, total=None)
        yield lambda _: shown.advance(task)


def names_model(leave_out: bool, quiet: bool) -> Tagger | None:
    """The learned model of names; None, which is said once, where it cannot be used."""
    try:
        return None if leave_out else load_tagger()
    except ModelError as error:
        if not quiet:
            errors.print(str(error), markup=False)
        return None


def close(aside: list[SetAside]) -> None:
    """Tell what was set aside; exit code 1 where there was any, and not only what is of no kind that is read."""
    for one in aside:
        errors.print(str(one), markup=False)
    if any(not isinstance(one, PassedOver) for one in aside):
        raise typer.Exit(1)


def to_json(value: Any) -> str:
    """JSON on one line, Arabic as it is written."""
    return json.dumps(value, ensure_ascii=False)
