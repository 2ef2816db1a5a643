"""Commands on who may come to a desk."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tawatur.cli.app import AsJson, RecordFile, app, to_json
from tawatur.errors import OptionError, RecordError

if TYPE_CHECKING:
    from tawatur.desk.beside.accounts import Accounts
    from tawatur.desk.beside.accounts import Role as GivenRole

account = typer.Typer(
    help="Who may come to the desk of a record, where it asks: accounts and tokens.", no_args_is_help=True
)
app.add_typer(account, name="account")
Name = Annotated[str, typer.Argument(help="The name that decisions are signed with.")]


class Role(StrEnum):
    reader = "reader"
    editor = "editor"
    admin = "admin"


@account.command("add")
def add(name: Name, record: RecordFile, role: Annotated[Role, typer.Option()] = Role.reader) -> None:
    """Make an account. The password is asked for, or read from the first line of standard input."""
    with _accounts(record) as accounts:
        made = accounts.add(name, _given(role), _password())
    typer.echo(f"{record}: {made.name} may come as {made.role.value}.")


@account.command("list")
def list_(record: RecordFile, as_json: AsJson = False) -> None:
    """List the accounts: name, role, since when, tokens."""
    with _accounts(record) as accounts:
        there = accounts.all()
    if as_json:
        typer.echo(to_json([asdict(one) for one in there]))
        return
    for one in there:
        tokens = f"  tokens: {', '.join(one.tokens)}" if one.tokens else ""
        typer.echo(f"{one.name}  {one.role.value}  {one.made_at[:10]}{tokens}")


@account.command("change")
def change(
    name: Name,
    record: RecordFile,
    role: Annotated[Role | None, typer.Option()] = None,
    password: Annotated[bool, typer.Option("--password", help="Ask for a new one.")] = False,
) -> None:
    """Give an account another role, or another password; whoever is signed in by it must sign in again."""
    if role is None and not password:
        raise OptionError("account change: say what: --role ROLE, --password, or both.")
    with _accounts(record) as accounts:
        accounts.change(name, _given(role) if role else None, _password() if password else None)
    typer.echo(f"{record}: {name} was changed.")


@account.command("remove")
def remove(name: Name, record: RecordFile) -> None:
    """Take an account away, with its sessions and tokens; what it decided stays."""
    with _accounts(record) as accounts:
        accounts.remove(name)
    typer.echo(f"{record}: {name} may come no more.")


@account.command("token")
def token(
    name: Name,
    label: Annotated[str, typer.Argument(help="What it is for.")],
    record: RecordFile,
    take: Annotated[bool, typer.Option("--remove", help="Take the token of this label away.")] = False,
) -> None:
    """Print a new token of an account for a program, which sends it as `Authorization: Bearer TOKEN`."""
    with _accounts(record) as accounts:
        if take:
            accounts.take_token(name, label)
            typer.echo(f"{record}: {name} has no token {label} any more.")
        else:
            typer.echo(accounts.give_token(name, label))


@contextmanager
def _accounts(record: Path) -> Iterator[Accounts]:
    try:
        from tawatur.desk.beside import DeskFile, beside
    except ImportError as error:
        raise OptionError(f"account: {error.name} is not installed; install tawatur with its extra `desk`.") from error
    if not record.exists():
        raise RecordError(f"{record}: there is no record here; make one with `tawatur add --record {record} SOURCE`.")
    with DeskFile(beside(record)) as file:
        yield file.accounts


def _given(role: Role) -> GivenRole:
    from tawatur.desk.beside.accounts import Role as GivenRole

    return GivenRole(role.value)


def _password() -> str:
    if sys.stdin.isatty():
        return str(typer.prompt("Password", hide_input=True, confirmation_prompt=True))
    return sys.stdin.readline().rstrip("\r\n")
