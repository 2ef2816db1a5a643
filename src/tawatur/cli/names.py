"""Commands on the persons, bodies and places of a record: what they are called, and who is one with whom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from enum import StrEnum
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
    Quiet,
    RecordFile,
    Why,
    app,
    show_page,
    to_json,
    viewing,
    writing,
)
from tawatur.compare.entities.asked import Finder
from tawatur.errors import OptionError
from tawatur.record.decisions import Decision
from tawatur.store.record import Record
from tawatur.tell import pages
from tawatur.work import deciding
from tawatur.work.viewing import of_all


class EntityType(StrEnum):
    person = "person"
    organisation = "organisation"
    place = "place"
    work = "work"
    other = "other"


@app.command()
def about(
    record: RecordFile,
    name: Annotated[str, typer.Argument(help="A name in any spelling, or an id; `tawatur entities` lists them.")],
    lang: LangOption = Lang.ar,
    format: FormatOption = Format.text,  # noqa: A002
    output: Output = None,
    as_json: AsJson = False,
) -> None:
    """Print the dossier of a body, a person or a place, in any spelling and script, with every spelling it has."""
    with Record(record) as opened:
        view = of_all(opened, lang.value)
    ident = Finder(view.comparison, view.readings).one(name).entity.id
    if as_json:
        with writing(output) as out:
            out.write(to_json(pages.entity_json(view, ident)) + "\n")
    else:
        show_page(pages.dossier(view, ident), format, output)


@app.command()
def entities(
    record: RecordFile,
    kind: Annotated[EntityType | None, typer.Option("--type", help="Only these.")] = None,
    whole: Annotated[
        bool, typer.Option("--all", help="Also those of one report, which a list of more than 60 leaves out.")
    ] = False,
    lang: LangOption = Lang.ar,
    format: FormatOption = Format.text,  # noqa: A002
    output: Output = None,
    as_json: AsJson = False,
) -> None:
    """List the names of a record: in how many reports, in which spellings, and which links between them are unsure."""
    only = kind.value if kind else None
    with viewing(record, lang) as view:
        if as_json:
            with writing(output) as out:
                out.write(to_json(pages.entities_json(view, only)) + "\n")
        else:
            show_page(pages.entities(view, only, whole), format, output)


@app.command()
def same(
    record: RecordFile,
    a: Annotated[str, typer.Argument(metavar="A", help="A name in any spelling, an id, or NAME@REPORT.")],
    b: Annotated[str, typer.Argument(metavar="B", help="The other name, in the same way.")],
    different: Annotated[bool, typer.Option("--no", help="They are two, whatever speaks for one.")] = False,
    undo: Annotated[bool, typer.Option("--undo", help="Take back what was decided last on these two.")] = False,
    why: Why = None,
    by: By = None,
    quiet: Quiet = False,
    as_json: AsJson = False,
) -> None:
    """Decide that two names are one person, body or place (with --no: two); it holds until somebody takes it back."""
    if undo and different:
        raise OptionError("same: --undo takes back whatever was decided on the two; leave out --no.")
    with Record(record) as opened:
        made = deciding.undo(opened, a, b, by, why) if undo else deciding.decide(opened, a, b, different, by, why)
    if as_json:
        told = {name: [d.id for d in getattr(made, name)] for name in ("overrules", "stand_again")}
        typer.echo(to_json({**asdict(made.decision), **told}))
    elif not quiet:
        row = made.decision
        said = f"decision {row.undoes} is taken back and holds no more" if row.undoes else f"decision {row.id}"
        typer.echo(f"{record}: {said}: {row.subject} ({row.made_by}).")
        for old in made.overrules:
            typer.echo(f"It overrules decision {old.id}: {old.subject} ({old.made_by}, {old.made_at[:10]}).")
        for line in stand_again(made.stand_again):
            typer.echo(line)


def stand_again(decisions: Sequence[Decision]) -> list[str]:
    """What to say of decisions that nothing overrules any more, one line each."""
    return [f"Decision {d.id} stands again: {d.subject} ({d.made_by}, {d.made_at[:10]})." for d in decisions]
