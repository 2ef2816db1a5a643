"""The command that watches a folder."""

from __future__ import annotations

import signal
from pathlib import Path
from threading import Event
from typing import Annotated

import typer

from tawatur.cli.app import (
    AsJson,
    Format,
    Lang,
    LangOption,
    NoModel,
    Outlet,
    Published,
    Quiet,
    RecordFile,
    app,
    errors,
    names_model,
    show_page,
    to_json,
)
from tawatur.store.record import Record
from tawatur.tell.news import News, news_json, news_page
from tawatur.tell.view import View
from tawatur.work.watching import Arrival, Watch, surroundings

_ONCE = 1.0  # seconds between the two looks of --once


@app.command()
def watch(
    folder: Annotated[Path, typer.Argument(help="The folder to look into.")],
    record: RecordFile,
    once: Annotated[bool, typer.Option("--once", help="Take in what is there and end.")] = False,
    every: Annotated[float, typer.Option(metavar="SECONDS", min=0.1, help="How often to look.")] = 5.0,
    outlet: Outlet = None,
    published: Published = None,
    no_model: NoModel = False,
    lang: LangOption = Lang.ar,
    quiet: Quiet = False,
    as_json: AsJson = False,
) -> None:
    """Take in what appears in a folder, and print what is new, changed and disputed; ends with Ctrl-C or SIGTERM."""
    stop = Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stop.set())
    aside = False
    with Record(record, create=True) as opened:
        watching = Watch(opened, folder, outlet, published, tagger=names_model(no_model, quiet))
        for news in watching.unfinished():
            _tell(opened, news, lang, as_json)
        looks = 0
        while not stop.is_set():
            for arrival in watching.look():
                aside = aside or bool(arrival.aside)
                _show(opened, arrival, lang, quiet, as_json)
                if stop.is_set():
                    break
            looks += 1
            if once and looks > 1:
                break
            stop.wait(min(every, _ONCE) if once else every)
    if once and aside:
        raise typer.Exit(1)


def _show(record: Record, arrival: Arrival, lang: Lang, quiet: bool, as_json: bool) -> None:
    for one in arrival.aside:
        errors.print(str(one), markup=False)
    for news in arrival.news:
        _tell(record, news, lang, as_json)
    if arrival.untold and not quiet:
        errors.print(f"{arrival.file}: {arrival.untold} reports came at once and were compared together.", markup=False)


def _tell(record: Record, news: News, lang: Lang, as_json: bool) -> None:
    if as_json:
        typer.echo(to_json(news_json(news)))
        return
    readings, comparison = surroundings(record, news)
    if news.report in readings:
        show_page(
            news_page(View(readings, comparison, lang.value, numbers=record.between.rows(readings)), news), Format.text
        )
        typer.echo("")
