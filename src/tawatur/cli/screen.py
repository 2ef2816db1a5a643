"""Commands on watchlists: names against them, what a list is, what changed on it."""

from __future__ import annotations

import sys
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from tawatur.cli.app import (
    AsJson,
    By,
    Format,
    FormatOption,
    Lang,
    LangOption,
    Output,
    Why,
    app,
    errors,
    show_page,
    to_json,
    writing,
)
from tawatur.errors import ListError, OptionError
from tawatur.record.watchlist_codec import FORMAT, dump_changes, dump_screening, dump_watchlist
from tawatur.record.watchlists import Screening, Watchlist
from tawatur.store.record import Record
from tawatur.tell import pages
from tawatur.tell.screening import not_compared
from tawatur.tell.view import View
from tawatur.work import watchlists
from tawatur.work.viewing import of_all


class Kind(StrEnum):
    person = "person"
    organisation = "organisation"


Lists = Annotated[
    list[Path],
    typer.Option("--list", metavar="FILE", help="A watchlist: UN XML, OFAC sdn.csv, FollowTheMoney lines, own CSV."),
]
ListDate = Annotated[
    str | None, typer.Option("--list-date", metavar="DAY", help="The day of lists that do not say it (2026-03-01).")
]


@app.command()
def screen(
    lists: Lists,
    names: Annotated[list[str] | None, typer.Argument(metavar="[NAME...]", help="Names, or - for lines.")] = None,
    record: Annotated[Path | None, typer.Option("--record", metavar="FILE", help="Screen a record's names.")] = None,
    kind: Annotated[Kind | None, typer.Option(help="What the names given are.")] = None,
    every: Annotated[bool, typer.Option("--all", help="Rejected hits too.")] = False,
    accept: Annotated[str | None, typer.Option(metavar="HIT", help="Keep that a hit is right.")] = None,
    reject: Annotated[str | None, typer.Option(metavar="HIT", help="Keep that a hit is wrong.")] = None,
    why: Why = None,
    by: By = None,
    list_date: ListDate = None,
    lang: LangOption = Lang.ar,
    format: FormatOption = Format.text,  # noqa: A002
    as_json: AsJson = False,
    output: Output = None,
) -> None:
    """Hold names, or all names of a record, against watchlists; every hit is a question for a person."""
    _check(names, record, accept, reject)
    if kind and record is not None:
        raise OptionError("screen: --kind says what typed names are; a record knows it of its own.")
    loaded, refused = _load(lists, list_date)
    told = [str(error) for error in refused]
    _tell(told)
    view, unread = None, list[str]()
    if record is None:
        screening = watchlists.screen_names(loaded, _typed(names or []), kind.value if kind else None, date.today())
        unread = [f"screen: {sentence}; it was not compared." for sentence in not_compared(screening, "en")]
        if unread and not screening.screened:
            raise OptionError("\n".join(unread))
        _tell(unread)
    else:
        with Record(record) as opened:
            if accept or reject:
                _decide(opened, loaded, accept, reject, why, by, as_json)
                _close(told)
                return
            view = of_all(opened, lang.value)
            made = opened.decisions.all()
        screening = watchlists.screen_compared(view.readings, view.comparison, made, loaded, date.today(), every)
    _show(screening, view, told, lang, format, as_json, output)
    _close([*told, *unread])


@app.command()
def watchlist(
    file: Annotated[Path, typer.Argument(help="A watchlist, as `tawatur screen --list` takes it.")],
    since: Annotated[Path | None, typer.Option(metavar="OLDER", help="An older version of the same list.")] = None,
    list_date: ListDate = None,
    lang: LangOption = Lang.ar,
    format: FormatOption = Format.text,  # noqa: A002
    as_json: AsJson = False,
    output: Output = None,
) -> None:
    """Print what a watchlist is; with --since, what changed from an older version of it."""
    today = date.today()
    newer = watchlists.watchlist(file, _day(list_date))
    if since is None:
        page, data = pages.watchlist_page(newer, today, lang.value), {"format": FORMAT, **dump_watchlist(newer, today)}
    else:
        found = watchlists.list_changes(since, newer)
        page, data = pages.changes_page(found, today, lang.value), dump_changes(found, today)
    if as_json:
        with writing(output) as out:
            out.write(to_json(data) + "\n")
    else:
        show_page(page, format, output)


def _check(names: list[str] | None, record: Path | None, accept: str | None, reject: str | None) -> None:
    if bool(names) == (record is not None):
        raise OptionError("screen: give names, or a record with --record FILE; one of the two.")
    if (accept or reject) and record is None:
        raise OptionError("screen: --accept and --reject are decisions of a record; give it with --record FILE.")
    if accept and reject:
        raise OptionError("screen: give --accept or --reject, one at a time.")


def _typed(names: list[str]) -> list[str]:
    """The names given; `-` is one a line from standard input."""
    if "-" not in names:
        return names
    try:
        lines = sys.stdin.buffer.read().decode("utf-8-sig").splitlines()
    except UnicodeDecodeError as error:
        raise OptionError(
            f"standard input: is not UTF-8 (byte {error.start}); save the names again as UTF-8."
        ) from error
    filled = [line for line in lines if line.strip()]
    return [name for given in names for name in (filled if given == "-" else [given])]


def _load(paths: list[Path], list_date: str | None) -> tuple[list[Watchlist], list[ListError]]:
    loaded, refused = watchlists.watchlists(paths, _day(list_date))
    if not loaded:
        raise refused[0] if len(refused) == 1 else OptionError("\n".join(map(str, refused)))
    return loaded, refused


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        raise OptionError(f"--list-date {text}: this is no day; give it as 2026-03-01.") from error


def _decide(
    record: Record,
    lists: list[Watchlist],
    accept: str | None,
    reject: str | None,
    why: str | None,
    by: str | None,
    as_json: bool,
) -> None:
    decision = watchlists.decide_hit(record, lists, accept or reject or "", bool(accept), why, by)
    if as_json:
        typer.echo(to_json({"decision": decision.id, "kind": decision.kind, "hit": decision.detail["hit"]}))
    else:
        undo = f"`tawatur decisions --record {record.path} --undo {decision.id}` takes it back"
        typer.echo(f"{record.path}: {decision.kind}, decision {decision.id} by {decision.made_by}; {undo}.")


def _show(
    screening: Screening,
    view: View | None,
    refused: list[str],
    lang: Lang,
    how: Format,
    as_json: bool,
    output: Path | None,
) -> None:
    if as_json:
        with writing(output) as out:
            out.write(to_json(dump_screening(screening, refused)) + "\n")
    else:
        show_page(pages.screening_page(screening, lang.value, view, refused), how, output)


def _tell(sentences: list[str]) -> None:
    for sentence in sentences:
        errors.print(sentence, markup=False)


def _close(left_out: list[str]) -> None:
    """Exit code 1 where a list was refused or a name not compared."""
    if left_out:
        raise typer.Exit(1)
