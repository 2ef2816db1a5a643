"""The command that opens a record as a place to work."""

from __future__ import annotations

from typing import Annotated

import typer

from tawatur.cli.app import Lang, LangOption, NoModel, RecordFile, app, errors
from tawatur.errors import OptionError

HOST = "127.0.0.1"
PORT = 8000


@app.command()
def serve(
    record: RecordFile,
    host: Annotated[
        str, typer.Option(help="The address to listen on; on any but this machine's own, the desk asks for accounts.")
    ] = HOST,
    port: Annotated[int, typer.Option(min=0, max=65535, help="The port; 0 for one that is free.")] = PORT,
    address: Annotated[
        str | None,
        typer.Option(metavar="URL", help="The desk's address in public, behind a proxy; it asks for accounts there."),
    ] = None,
    accounts: Annotated[bool, typer.Option("--accounts", help="Ask for accounts on this machine too.")] = False,
    workers: Annotated[int, typer.Option(min=1, max=64, help="Processes that answer.")] = 1,
    no_model: NoModel = False,
    lang: LangOption = Lang.ar,
) -> None:
    """Open a record as pages in a browser, with an API."""
    try:
        from tawatur.desk import serving
        from tawatur.desk.security.addresses import is_loopback
        from tawatur.desk.settings import Settings
    except ImportError as error:
        raise OptionError(f"serve: {error.name} is not installed; install tawatur with its extra `desk`.") from error
    asks = accounts or address is not None or not is_loopback(host)
    settings = Settings(lang=lang.value, accounts=asks, host=host, address=address, model=not no_model)
    count = serving.check(record, settings)
    whole = serving.compared(record)
    listening = serving.listen(host, port)
    shown = address or f"http://{f'[{host}]' if ':' in host else host}:{listening.getsockname()[1]}/"
    who = f"It asks who you are: {count} account{'s' if count > 1 else ''}." if asks else "It asks nobody who they are."
    errors.print(f"{record}: open {shown} in a browser; Ctrl-C ends it. {who}", markup=False)
    if not whole:
        errors.print(f"{record}: its reports are being compared; pages show the rest as it is done.", markup=False)
    if asks and not settings.secure:
        errors.print("Passwords travel unprotected unless a proxy gives https: see docs/desk.md.", markup=False)
    serving.run(record, settings, listening, workers)
