"""Commands by which people correct the machine: facts, readings, events and stories, and what is open."""

from __future__ import annotations

import shlex
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from tawatur import work
from tawatur.cli.app import (
    AsJson,
    By,
    FactId,
    Format,
    FormatOption,
    Lang,
    LangOption,
    Quiet,
    RecordFile,
    ReportName,
    Why,
    app,
    show_page,
    to_json,
)
from tawatur.cli.names import stand_again
from tawatur.errors import AskedError, OptionError
from tawatur.record.decisions import Decision
from tawatur.store.record import Record
from tawatur.tell import pages
from tawatur.tell.decisions import value_words
from tawatur.work import deciding
from tawatur.work.deciding.facts import fact_named
from tawatur.work.deciding.pointing import SeveralFitError, pointed_at, stretch_of
from tawatur.work.deciding.questions import KINDS

ValueNumber = Annotated[
    int | None, typer.Option("--value", help="Only this value of it, by its number in `fact`.", min=1)
]
_SHOWN = 8  # things that may be meant
_STORY = "story-"  # how the ids of stories begin


@app.command()
def accept(
    record: RecordFile, fact: FactId, value: ValueNumber = None, why: Why = None, by: By = None, quiet: Quiet = False,
    as_json: AsJson = False,
) -> None:  # fmt: skip
    """Accept a fact by its id: it says by whom, through every re-reading."""
    with Record(record) as opened:
        tell(record, deciding.judge(opened, fact, True, by, why, value=_counted(opened, fact, value)), quiet, as_json)


@app.command()
def reject(
    record: RecordFile, fact: FactId, value: ValueNumber = None, why: Why = None, by: By = None, quiet: Quiet = False,
    as_json: AsJson = False,
) -> None:  # fmt: skip
    """Reject a fact by its id: it is shown as rejected and counted nowhere."""
    with Record(record) as opened:
        tell(record, deciding.judge(opened, fact, False, by, why, value=_counted(opened, fact, value)), quiet, as_json)


def _counted(record: Record, fact: str, value: int | None) -> int | None:
    """A value's number from 0; on the command line the first is 1. Raises OptionError where there is no such value."""
    if value is None:
        return None
    many = len(fact_named(record, fact).values)
    if value > many:
        raise OptionError(
            f"{fact}: it has {many} values; give --value from 1 to {many}, as `tawatur fact` numbers them."
        )
    return value - 1


@app.command()
def correct(
    record: RecordFile,
    report: ReportName,
    what: Annotated[
        str,
        typer.Argument(
            metavar="WHAT", help="Words as they stand in it, START-END in its text, or an event's id there."
        ),
    ],
    field: Annotated[
        str | None,
        typer.Argument(help="date, number, speaker, type, kind, status, or a slot of an event."),
    ] = None,
    value: Annotated[
        str | None,
        typer.Argument(
            help="2022-05-11, 2022-05; 84 country (84 - counts nothing); a word; names with ; between. Empty: nothing."
        ),
    ] = None,
    layer: Annotated[
        str | None, typer.Option(help="times, quantities, mentions, statements, events, roles: where several fit.")
    ] = None,
    delete: Annotated[bool, typer.Option("--delete", help="It is none: a false name, statement, event ...")] = False,
    every: Annotated[bool, typer.Option("--every", help="With --delete: wherever the report has this name.")] = False,
    junk: Annotated[bool | None, typer.Option("--junk/--no-junk", help="It is not the report; or it is.")] = None,
    why: Why = None,
    by: By = None,
    quiet: Quiet = False,
    as_json: AsJson = False,
) -> None:
    """Correct what was read in a report (by its name or number): a date, a speaker, a kind, a false name, junk."""
    if (field is not None) + delete + (junk is not None) != 1:
        raise OptionError("correct: give a FIELD with its VALUE, or --delete, or --junk, or --no-junk.")
    with Record(record) as opened:
        work.bring_up_to_date(opened)
        report = opened.between.report_meant(report)
        if junk is not None:
            made = deciding.mark_junk(opened, report, *stretch_of(opened, report, what), junk, by, why)
        else:
            try:
                at = pointed_at(opened, report, what, layer, field or None)
            except SeveralFitError as several:
                deed = ["--delete", *(["--every"] if every else [])] if delete else [field or "", value or ""]
                raise AskedError(_which(several, record, deed)) from several
            if delete:
                made = deciding.delete(opened, report, *at.place, by, why, event=at.event, every=every)
            else:
                assert field is not None  # one of the three is given
                made = deciding.correct(opened, report, *at.place, field, value, by, why, event=at.event)
        tell(record, made, quiet, as_json)
        if field is not None and not (quiet or as_json):
            typer.echo(_became(opened, report, made.decision))


def _which(several: SeveralFitError, record: Path, deed: list[str]) -> str:
    """What may be meant, each in its sentence with the command that means it."""
    lines = [f"{several.what}: several things in {several.report} fit; use the command of the one that is meant:"]
    for one in several.found[:_SHOWN]:
        command = ["tawatur", "correct", several.report, *one.named[:1], *deed, *one.named[1:], "--record", str(record)]
        lines += [f"  «{one.sentence}»", f"    {shlex.join(command)}"]
    more = len(several.found) - _SHOWN
    return "\n".join([*lines, f"  and {more} more: give more of the words."] if more > 0 else lines)


def _became(record: Record, report: str, made: Decision) -> str:
    """What a field was, and what it is now."""
    field, value = made.detail["field"], made.detail["value"]
    set_so = next(c for c in record.readings_of([report])[report].corrections if c.signed.decision == made.id)
    was, now = (value_words(field, one, "en") for one in (set_so.was, value))
    return f"{field}: from {was} to {now}." if was != now else f"{field}: {now}, as it was."


@app.command()
def join(
    record: RecordFile,
    a: Annotated[
        str, typer.Argument(metavar="A", help="The id of an event or of a story; `tawatur brief` prints ids.")
    ],
    b: Annotated[str, typer.Argument(metavar="B", help="Another one of the same.")],
    why: Why = None,
    by: By = None,
    quiet: Quiet = False,
    as_json: AsJson = False,
) -> None:
    """Decide that two events, or two stories, are one (names: `same`); it holds until somebody takes it back."""
    with Record(record) as opened:
        work.bring_up_to_date(opened)
        deed = deciding.join_stories if a.startswith(_STORY) else deciding.join_events
        tell(record, deed(opened, a, b, by, why), quiet, as_json)


@app.command()
def split(
    record: RecordFile,
    whole: Annotated[
        str, typer.Argument(metavar="ID", help="The id of an event or of a story; `tawatur brief` prints ids.")
    ],
    reports: Annotated[list[str], typer.Argument(metavar="REPORT...", help="The reports that tell another one.")],
    why: Why = None,
    by: By = None,
    quiet: Quiet = False,
    as_json: AsJson = False,
) -> None:
    """Decide that these reports of an event, or of a story, tell another one than the rest of it."""
    with Record(record) as opened:
        work.bring_up_to_date(opened)
        reports = [opened.between.report_meant(report) for report in reports]
        if whole.startswith(_STORY):
            made = deciding.split_story(opened, whole, reports, by, why)
        else:
            told = [one for one in deciding.event_named(opened, whole).same if one[0] in reports]
            made = deciding.split_event(opened, whole, told, by, why)
        tell(record, made, quiet, as_json)


@app.command()
def questions(
    record: RecordFile,
    kind: Annotated[list[str] | None, typer.Option("--kind", help=f"Only these: {', '.join(KINDS)}.")] = None,
    after: Annotated[str | None, typer.Option(help="Where the page before ended, as it says.")] = None,
    most: Annotated[int, typer.Option(help="Questions of a page.", min=1)] = 25,
    lang: LangOption = Lang.ar,
    format: FormatOption = Format.text,  # noqa: A002
    as_json: AsJson = False,
) -> None:
    """List what is open for a person to decide, each with the commands that answer it."""
    with Record(record) as opened:
        work.bring_up_to_date(opened)
        found = deciding.open_questions(opened, kind or KINDS, after, most)
        if as_json:
            typer.echo(to_json(deciding.questions_json(found)))
        else:
            show_page(pages.questions(deciding.asked(opened, found, lang.value), found.counts, lang.value), format)


def tell(record: Path, made: deciding.Decided, quiet: bool, as_json: bool) -> None:
    """Tell what was decided, what it overrules, and whether the comparison waits for it."""
    if as_json:
        told = {name: [d.id for d in getattr(made, name)] for name in ("overrules", "stand_again")}
        typer.echo(to_json({**asdict(made.decision), **told, "waits": made.waits}))
        return
    if quiet:
        return
    row = made.decision
    typer.echo(f"{record}: decision {row.id}: {row.subject} ({row.made_by}).")
    for old in made.overrules:
        typer.echo(f"It overrules decision {old.id}: {old.subject} ({old.made_by}, {old.made_at[:10]}).")
    for line in stand_again(made.stand_again):
        typer.echo(line)
    if made.waits:
        typer.echo(
            "It touches much of the record: the comparison stays as it was until the next command makes it anew."
        )
