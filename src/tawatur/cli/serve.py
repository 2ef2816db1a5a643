"""The command that opens a record as a place to work."""

from __future__ import annotations

from typing import Annotated

import typer

from tawatur.cli.app import Lang, LangOption, RecordFile, app, errors
from tawatur.errors import OptionError

HOST = "127.0.0.1"
PORT = 8000


@app.command()
def serve(
    record: RecordFile,
    host: Annotated[str, typer.Option(help="The address to listen on.")] = HOST,
    port: Annotated[int, typer.Option(min=0, max=65535)] = PORT,
    lang: LangOption = Lang.ar,
) -> None:
    """Open a record as pages in a browser, with an API."""
    try:
        import uvicorn

        from tawatur.desk import Settings, create_app
    except ImportError as error:
        raise OptionError(f"serve: {error.name} is not installed; install tawatur with its extra `desk`.") from error
    made = create_app(record, Settings(lang=lang.value))
    errors.print(f"{record}: open http://{host}:{port}/ in a browser; Ctrl-C ends it.", markup=False)
    uvicorn.run(made, host=host, port=port, log_level="warning", access_log=False)
