"""Commands that print a page of a record."""

from __future__ import annotations

from typing import Annotated

import typer

from tawatur import work
from tawatur.cli.app import (
    AsJson,
    FactId,
    Format,
    FormatOption,
    Lang,
    LangOption,
    Output,
    RecordFile,
    ReportName,
    app,
    show_page,
    to_json,
    viewing,
)
from tawatur.errors import AskedError, OptionError
from tawatur.record.types import Comparison, Place
from tawatur.store.between import STORY
from tawatur.store.record import Record
from tawatur.store.search import query
from tawatur.store.shelf.rows import Filters
from tawatur.tell import pages
from tawatur.tell.view import View
from tawatur.work.viewing import of_story


@app.command()
def brief(
    record: RecordFile,
    story: Annotated[
        str | None, typer.Argument(help="A story's id, as its brief prints it; all stories where none is given.")
    ] = None,
    lang: LangOption = Lang.ar,
    format: FormatOption = Format.text,  # noqa: A002 - the option's name
    output: Output = None,
) -> None:
    """Print what is known of a story: facts by event, verdicts, origins, what changed, who copied whom."""
    if story is None:
        with viewing(record, lang) as view:
            show_page(pages.brief(view, None), format, output)
        return
    with Record(record) as opened:  # what one story needs, not all that a record holds
        work.bring_up_to_date(opened)
        if not opened.between.named(STORY, [story]):
            told = f"`tawatur brief --record {record}` prints all of them with their ids"
            raise AskedError(f"{story}: there is no such story in the record; {told}.")
        view = of_story(opened, story, lang.value, most=None)
        show_page(pages.brief(view, story), format, output)


@app.command()
def fact(
    record: RecordFile,
    ident: FactId,
    lang: LangOption = Lang.ar,
    format: FormatOption = Format.text,  # noqa: A002
    as_json: AsJson = False,
) -> None:
    """Open one fact: every value, sentence, chain and origin with its reason."""
    with viewing(record, lang) as view:
        if as_json:
            typer.echo(to_json(pages.fact_json(view, ident)))
        else:
            show_page(pages.fact(view, ident), format)


@app.command()
def show(
    record: RecordFile,
    report: ReportName,
    lang: LangOption = Lang.ar,
    format: FormatOption = Format.text,  # noqa: A002
) -> None:
    """Print a report: its text (spans in colour on a terminal), and how all that was found in it was read."""
    with viewing(record, lang) as view:
        show_page(pages.report(view, report), format)


@app.command()
def search(
    record: RecordFile,
    words: Annotated[
        list[str], typer.Argument(metavar="WORDS...", help='Words to look for; "..." holds a phrase together.')
    ],
    limit: Annotated[int, typer.Option(min=1)] = 20,
    lang: LangOption = Lang.ar,
    as_json: AsJson = False,
) -> None:
    """Find sentences; spelling habits and inflections do not matter, "..." holds a phrase together."""
    asked = " ".join(words)
    if not query(asked):
        raise OptionError("search: there is no word in what was asked; give words that sentences hold.")
    with Record(record) as opened:
        work.bring_up_to_date(opened)
        hits = opened.finding.sentences(Filters(words=asked), most=limit)
        found = [Place(hit.start, hit.end, hit.text, hit.report) for hit in hits.rows]
        view = View({}, Comparison(), lang.value, opened.heads(place.report for place in found))
    if as_json:
        typer.echo(to_json([{key: getattr(p, key) for key in ("report", "start", "end", "text")} for p in found]))
    else:
        show_page(pages.sentences(view, found, hits.total), Format.text)


@app.command()
def sources(record: RecordFile, lang: LangOption = Lang.ar, format: FormatOption = Format.text) -> None:  # noqa: A002
    """Print the outlets, agencies and speakers of a record, and who copies whom."""
    with viewing(record, lang) as view:
        show_page(pages.sources(view), format)
