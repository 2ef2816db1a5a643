"""A watchlist from a file of any format that is known; a list that cannot be read whole is refused whole."""

from __future__ import annotations

import csv
from collections.abc import Callable
from datetime import date
from pathlib import Path

from tawatur.errors import ListError
from tawatur.record.watchlists import Entry, Watchlist
from tawatur.screen.ftm import read_ftm
from tawatur.screen.identity import entry_digest
from tawatur.screen.ofac import read_ofac
from tawatur.screen.opening import ListFile, open_list
from tawatur.screen.sniffing import FTM, OFAC, TABLE, UN, sniff
from tawatur.screen.table import read_table
from tawatur.screen.un import read_un

_READERS: dict[str, Callable[[ListFile], Watchlist]] = {UN: read_un, OFAC: read_ofac, FTM: read_ftm, TABLE: read_table}
csv.field_size_limit(1 << 17)  # bytes of one field: an unclosed quotation mark must not swallow a file


def load_list(path: Path, dated: date | None = None) -> Watchlist:
    """Read a watchlist. `dated` is the day a user says it is of, for lists that do not say it themselves.

    Raises ListError (one sentence) for a file that is missing, empty, damaged, cut off, in no known format or encoding,
    a web page, without entries, or with two different entries of one id.
    """
    file = open_list(path)
    watchlist = _READERS[sniff(file)](file)
    watchlist.entries = _once(path, [e for e in watchlist.entries if e.names])
    if not watchlist.entries:
        raise ListError(path, "has no entries; download the list again")
    if dated is not None and watchlist.dated_by == "file":
        watchlist.day, watchlist.dated_by = dated, "user"
    return watchlist


def _once(path: Path, entries: list[Entry]) -> list[Entry]:
    """Each entry once; a repeated line does no harm, but of two entries under one id nobody knows which is meant."""
    found: dict[str, Entry] = {}
    for entry in entries:
        known = found.setdefault(entry.id, entry)
        if known is not entry and entry_digest(known) != entry_digest(entry):
            raise ListError(
                path,
                f"has two different entries under the id {entry.id} ({known.names[0].text} and {entry.names[0].text}); "
                "give each its own",
            )
    return list(found.values())
