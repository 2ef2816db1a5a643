"""Commands on the persons, bodies and places of a record."""

from __future__ import annotations

from tawatur.cli.app import Format, FormatOption, Lang, LangOption, Output, RecordFile, app, show_page, viewing
from tawatur.tell import pages


@app.command()
def about(
    record: RecordFile,
    name: str,
    lang: LangOption = Lang.ar,
    format: FormatOption = Format.text,  # noqa: A002
    output: Output = None,
) -> None:
    """Print the dossier of a body, a person or a place, in any spelling."""
    with viewing(record, lang) as view:
        show_page(pages.dossier(view, name), format, output)
