"""The commands, thin: each calls one deed of work.py or one page of tell/."""

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
from tawatur.errors import TawaturError
from tawatur.intake.sources import SetAside
from tawatur.record.codec import dump_comparison, dump_reading
from tawatur.record.types import Reading
from tawatur.store.record import Record
from tawatur.tell import pages
from tawatur.tell.export import export_csv, export_jsonl
from tawatur.tell.page import Page
from tawatur.tell.render import render
from tawatur.tell.view import View

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
Outlet = Annotated[str | None, typer.Option(help="The outlet of reports whose source does not give it.")]
Published = Annotated[str | None, typer.Option(help="The day (2022-05-11) of reports whose source does not give it.")]
Workers = Annotated[int, typer.Option(help="Worker processes; 0 for one a core.", min=0)]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No progress and no summary.")]
AsJson = Annotated[bool, typer.Option("--json", help="The result as JSON.")]
RecordFile = Annotated[Path, typer.Option("--record", metavar="FILE", help="The record, one file.")]
Output = Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write here, not to the screen.")]
LangOption = Annotated[Lang, typer.Option(help="The language of labels; quotations stay as they are.")]
FormatOption = Annotated[Format, typer.Option(help="How the page is written.")]


@app.callback(invoke_without_command=True)
def _main(version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False) -> None:
    if version:
        typer.echo(f"tawatur {__version__}")
        raise typer.Exit


@app.command()
def read(
    sources: Sources,
    output: Output = None,
    outlet: Outlet = None,
    published: Published = None,
    workers: Workers = 0,
    quiet: Quiet = False,
) -> None:
    """Read reports and print their readings, one JSON object a line; keeps nothing."""
    aside = []
    with _writing(output) as out, _progress("reading", quiet) as notice:
        for outcome in work.read_sources(sources, outlet, published, workers):
            notice(outcome)
            if isinstance(outcome, SetAside):
                aside.append(outcome)
            else:
                out.write(_json(dump_reading(outcome)) + "\n")
    _close(aside)


@app.command()
def compare(
    sources: Annotated[list[str] | None, typer.Argument(metavar="[SOURCE...]")] = None,
    record: Annotated[Path | None, typer.Option("--record", metavar="FILE")] = None,
    output: Output = None,
    outlet: Outlet = None,
    published: Published = None,
    workers: Workers = 0,
    quiet: Quiet = False,
) -> None:
    """Print what stands between reports, as one JSON object: of the sources given, or of a record."""
    aside: list[SetAside] = []
    if record is not None:
        with Record(record) as opened:
            made = work.comparison(opened)
    elif sources:
        readings: list[Reading] = []
        with _progress("reading", quiet) as notice:
            for outcome in work.read_sources(sources, outlet, published, workers):
                notice(outcome)
                if isinstance(outcome, SetAside):
                    aside.append(outcome)
                else:
                    readings.append(outcome)
        made = work.compare_readings(readings)
    else:
        raise TawaturError("compare: there is nothing to compare; give SOURCE... or --record FILE.")
    with _writing(output) as out:
        out.write(_json(dump_comparison(made)) + "\n")
    _close(aside)


@app.command()
def add(
    sources: Sources,
    record: RecordFile,
    outlet: Outlet = None,
    published: Published = None,
    workers: Workers = 0,
    quiet: Quiet = False,
    as_json: AsJson = False,
) -> None:
    """Take reports into a record, read them and compare them with what is there."""
    with Record(record, create=True) as opened, _progress("taking in", quiet) as notice:
        taken = work.take_in(opened, sources, outlet, published, workers, notice)
    if as_json:
        typer.echo(
            _json(
                {
                    "added": taken.added,
                    "versions": taken.versions,
                    "known": taken.known,
                    "set_aside": [str(a) for a in taken.aside],
                }
            )
        )
    elif not quiet:
        versions = f", {len(taken.versions)} as a new version" if taken.versions else ""
        known = f", {len(taken.known)} known already" if taken.known else ""
        added = "1 report" if len(taken.added) == 1 else f"{len(taken.added)} reports"
        typer.echo(f"{record}: {added} added{versions}{known}.")
    _close(taken.aside)


@app.command()
def brief(
    record: RecordFile,
    story: Annotated[str | None, typer.Argument(help="A story's id; all stories where none is given.")] = None,
    lang: LangOption = Lang.ar,
    format: FormatOption = Format.text,  # noqa: A002 - the option's name
    output: Output = None,
) -> None:
    """Print what is known of a story: facts by event, verdicts, origins, what changed, who copied whom."""
    with _view(record, lang) as view:
        _show(pages.brief(view, story), format, output)


@app.command()
def about(
    record: RecordFile,
    name: str,
    lang: LangOption = Lang.ar,
    format: FormatOption = Format.text,  # noqa: A002
    output: Output = None,
) -> None:
    """Print the dossier of a body, a person or a place, in any spelling."""
    with _view(record, lang) as view:
        _show(pages.dossier(view, name), format, output)


@app.command()
def fact(
    record: RecordFile,
    ident: Annotated[str, typer.Argument(metavar="ID")],
    lang: LangOption = Lang.ar,
    format: FormatOption = Format.text,  # noqa: A002
    as_json: AsJson = False,
) -> None:
    """Open one fact: every value, sentence, chain and origin with its reason."""
    with _view(record, lang) as view:
        if as_json:
            typer.echo(_json(pages.fact_json(view, ident)))
        else:
            _show(pages.fact(view, ident), format, None)


@app.command()
def show(record: RecordFile, report: str, lang: LangOption = Lang.ar, format: FormatOption = Format.text) -> None:  # noqa: A002
    """Print a report's text with its spans marked."""
    with _view(record, lang) as view:
        _show(pages.report(view, report), format, None)


@app.command()
def search(
    record: RecordFile,
    words: list[str],
    limit: Annotated[int, typer.Option(min=1)] = 20,
    lang: LangOption = Lang.ar,
    as_json: AsJson = False,
) -> None:
    """Find sentences; spelling habits and inflections do not matter, "..." holds a phrase together."""
    with Record(record) as opened:
        found = opened.sentences(" ".join(words), limit)
        view = View(opened.readings(), work.comparison(opened), lang.value)
    if as_json:
        text = {name: reading.report.text for name, reading in view.readings.items()}
        typer.echo(_json([{"report": n, "start": s, "end": e, "text": text[n][s:e]} for n, s, e in found if n in text]))
    else:
        _show(pages.sentences(view, found), Format.text, None)


@app.command()
def sources(record: RecordFile, lang: LangOption = Lang.ar, format: FormatOption = Format.text) -> None:  # noqa: A002
    """Print the outlets, agencies and speakers of a record, and who copies whom."""
    with _view(record, lang) as view:
        _show(pages.sources(view), format, None)


@app.command()
def export(
    record: RecordFile,
    format: Annotated[ExportFormat, typer.Option()] = ExportFormat.jsonl,  # noqa: A002
    output: Output = None,
) -> None:
    """Write the whole record: jsonl (readings, comparison, decisions) or csv (a line a value and sentence)."""
    with Record(record) as opened, _writing(output) as out:
        view = View(opened.readings(), work.comparison(opened), "en")
        if format is ExportFormat.jsonl:
            export_jsonl(view, opened.decisions(), out)
        else:
            export_csv(view, out)


@app.command()
def reread(record: RecordFile, workers: Workers = 0, quiet: Quiet = False, as_json: AsJson = False) -> None:
    """Read every report of a record again with this version; people's decisions stay."""
    with Record(record) as opened, _progress("reading again", quiet) as notice:
        count = work.reread(opened, workers, notice)
    if as_json:
        typer.echo(_json({"read_again": count}))
    elif not quiet:
        typer.echo(f"{record}: {count} reports read again.")


@app.command()
def remove(
    record: RecordFile,
    report: str,
    why: Annotated[str | None, typer.Option(help="Why; kept with the decision.")] = None,
    who: Annotated[str, typer.Option(envvar=["TAWATUR_USER", "USER"], help="Who decides.")] = "unknown",
    quiet: Quiet = False,
    as_json: AsJson = False,
) -> None:
    """Take a report's text out of a record for good; the decision and its date stay."""
    with Record(record) as opened:
        opened.remove(report, who, why)
        work.comparison(opened)
    if as_json:
        typer.echo(_json({"removed": report}))
    elif not quiet:
        typer.echo(f"{record}: {report} was removed.")


@contextmanager
def _view(path: Path, lang: Lang) -> Iterator[View]:
    with Record(path) as opened:
        yield View(opened.readings(), work.comparison(opened), lang.value)


def _show(page: Page, how: Format, output: Path | None) -> None:
    with _writing(output) as out:
        out.write(render(page, how.value, terminal=out.isatty()))


@contextmanager
def _writing(path: Path | None) -> Iterator[TextIO]:
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
def _progress(what: str, quiet: bool) -> Iterator[work.Notice]:
    if quiet or not errors.is_terminal:
        yield lambda _: None
        return
    columns = (SpinnerColumn(), TextColumn("{task.description}"), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=errors, transient=True) as progress:
        task = progress.add_task(what, total=None)
        yield lambda _: progress.advance(task)


def _close(aside: list[SetAside]) -> None:
    for one in aside:
        errors.print(str(one), markup=False)
    if aside:
        raise typer.Exit(1)


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def main() -> None:
    """The command `tawatur`: exit code 0, 1 where reports were set aside, 2 where nothing could be done."""
    try:
        app()
    except TawaturError as error:
        errors.print(str(error), markup=False)
        sys.exit(2)
    except BrokenPipeError:  # `tawatur ... | head`
        sys.stderr.close()
        sys.exit(0)


__all__ = ["app", "main"]
