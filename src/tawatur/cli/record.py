"""Commands that keep a record."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from tawatur import work
from tawatur.cli.app import (
    AsJson,
    By,
    ExportFormat,
    Format,
    FormatOption,
    Lang,
    LangOption,
    NoModel,
    Outlet,
    Output,
    Published,
    Quiet,
    RecordFile,
    ReportName,
    Sources,
    Why,
    Workers,
    app,
    close,
    names_model,
    progress,
    show_page,
    to_json,
    writing,
)
from tawatur.cli.names import stand_again
from tawatur.intake.sources import PassedOver
from tawatur.store.record import Record
from tawatur.tell import pages
from tawatur.tell.export import export_csv, export_jsonl
from tawatur.work import deciding
from tawatur.work.viewing import of_all

_AT_ONCE = 500  # reports looked at


@app.command()
def add(
    sources: Sources,
    record: RecordFile,
    outlet: Outlet = None,
    published: Published = None,
    workers: Workers = 0,
    no_model: NoModel = False,
    quiet: Quiet = False,
    as_json: AsJson = False,
) -> None:
    """Take reports into a record, read them and compare them with what is there."""
    tagger = names_model(no_model, quiet)
    with Record(record, create=True) as opened, progress("taking in", quiet) as notice:
        taken = work.take_in(opened, sources, outlet, published, workers, notice, tagger)
        unnamed = 0 if quiet or as_json else _unnamed(opened, [*taken.added, *taken.versions])
    if as_json:
        typer.echo(
            to_json(
                {
                    "added": taken.added,
                    "versions": taken.versions,
                    "known": taken.known,
                    "set_aside": [str(a) for a in taken.aside if not isinstance(a, PassedOver)],
                    "passed_over": [str(a) for a in taken.aside if isinstance(a, PassedOver)],
                }
            )
        )
    elif not quiet:
        versions = f", {len(taken.versions)} as a new version" if taken.versions else ""
        known = f", {len(taken.known)} known already" if taken.known else ""
        added = "1 report" if len(taken.added) == 1 else f"{len(taken.added)} reports"
        typer.echo(f"{record}: {added} added{versions}{known}.")
        if unnamed:
            of = "1 report has" if unnamed == 1 else f"{unnamed} reports have"
            told = "give --outlet with reports of one outlet, or name it in a .jsonl"
            typer.echo(f"{of} no outlet; origins cannot be told apart by it: {told}.")
    close(taken.aside)


def _unnamed(record: Record, names: Sequence[str]) -> int:
    """How many of these reports name no outlet."""
    some = (names[at : at + _AT_ONCE] for at in range(0, len(names), _AT_ONCE))
    return sum(not head.outlet for part in some for head in record.heads(part).values())


@app.command()
def export(
    record: RecordFile,
    format: Annotated[ExportFormat, typer.Option()] = ExportFormat.jsonl,  # noqa: A002
    output: Output = None,
) -> None:
    """Write the whole record: jsonl (readings, comparison, decisions) or csv (a line a value and sentence)."""
    with Record(record) as opened, writing(output) as out:
        view = of_all(opened, "en")
        if format is ExportFormat.jsonl:
            export_jsonl(view, opened.decisions.all(), out)
        else:
            export_csv(view, out)


@app.command()
def reread(
    record: RecordFile,
    workers: Workers = 0,
    no_model: NoModel = False,
    quiet: Quiet = False,
    as_json: AsJson = False,
) -> None:
    """Read every report of a record again with this version; people's decisions stay."""
    tagger = names_model(no_model, quiet)
    with Record(record) as opened, progress("reading again", quiet) as notice:
        count = work.reread(opened, workers, notice, tagger)
    if as_json:
        typer.echo(to_json({"read_again": count, "model": tagger.version if tagger else None}))
    elif not quiet:
        names = f"with names model {tagger.version}" if tagger else "without a names model"
        typer.echo(f"{record}: {count} reports read again {names}.")


@app.command()
def remove(
    record: RecordFile,
    report: ReportName,
    why: Why = None,
    by: By = None,
    quiet: Quiet = False,
    as_json: AsJson = False,
) -> None:
    """Take a report's text out of a record for good; the decision and its date stay."""
    with Record(record) as opened:
        report = opened.between.report_meant(report)
        opened.remove(report, by, why)
        work.bring_up_to_date(opened)
    if as_json:
        typer.echo(to_json({"removed": report}))
    elif not quiet:
        typer.echo(f"{record}: {report} was removed.")


@app.command()
def decisions(
    record: RecordFile,
    undo: Annotated[int | None, typer.Option(metavar="NUMBER", help="Take this decision back.")] = None,
    taken: Annotated[
        Path | None, typer.Option("--from", metavar="FILE", help="Take in the decisions of an export (jsonl).")
    ] = None,
    why: Why = None,
    by: By = None,
    lang: LangOption = Lang.ar,
    format: FormatOption = Format.text,  # noqa: A002
    as_json: AsJson = False,
) -> None:
    """Print what people decided: who, when, why, and what was taken back."""
    with Record(record) as opened:
        if undo is not None:
            for line in stand_again(deciding.take_back(opened, undo, by, why).stand_again):
                typer.echo(line, err=True)
        if taken is not None:
            deciding.adopt(opened, deciding.exported(taken))
        work.bring_up_to_date(opened)
        made, past = opened.decisions.all(), deciding.history(opened)
    if as_json:
        became = {p.decision.id: {"stands": p.stands, "overruled": p.overruled, "lost": p.lost} for p in past}
        typer.echo(to_json([asdict(d) | became.get(d.id, {}) for d in made]))
    else:
        lost = {p.decision.id: p.lost for p in past if p.lost is not None}
        overruled = {p.decision.id for p in past if p.overruled}
        show_page(pages.decisions(made, lang.value, lost, overruled), format)
