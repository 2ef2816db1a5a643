"""A list of one's own: a CSV with a header that has at least a column `name` (language/watchlists.yml has the others).

Separated by comma, semicolon or tab. Several names in one field are separated by `;` or `|`.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from datetime import date
from hashlib import blake2b

from tawatur.errors import ListError
from tawatur.record.watchlists import UNKNOWN, Entry, ListedName, Watchlist
from tawatur.screen.days import birth, day
from tawatur.screen.identity import plain_stem
from tawatur.screen.opening import ListFile
from tawatur.screen.spelling import listed_names
from tawatur.screen.words import column
from tawatur.screen.words import kind as kind_of

_SEPARATORS = ",;\t"
_SEVERAL = re.compile(r"\s*[;|\n]\s*")
_LONGEST_REASON = 2_000
Row = dict[str, list[str]]


def read_table(file: ListFile) -> Watchlist:
    """The list. Raises ListError where there is no column of names, or a row cannot be read."""
    entries: list[Entry] = []
    newest: date | None = None
    for line, row in _rows(file):
        if not row.get("name"):
            if any(row.values()):
                raise ListError(file.path, f"line {line} has no name; give every entry one, or take the line out")
            continue
        entries.append(_entry(row))
        newest = max((d for d in (newest, *map(day, row.get("date", ()))) if d), default=None)
    name = plain_stem(file.path)
    return Watchlist(
        f"own-{name}",
        name,
        "",
        str(file.path),
        file.sha256,
        newest or file.modified,
        "list" if newest else "file",
        entries,
    )


def _rows(file: ListFile) -> Iterator[tuple[int, Row]]:
    """The rows under their columns' meanings, with the number of the line each ends on."""
    with file.text() as text:
        first = text.readline(1 << 17)
        separator, columns = _header(file, first)
        rows = csv.reader(text, delimiter=separator, strict=True)
        try:
            for cells in rows:
                line = rows.line_num + 1
                if len(cells) > len(columns) and any(c.strip() for c in cells[len(columns) :]):
                    raise ListError(
                        file.path,
                        f"line {line} has {len(cells)} columns and the header {len(columns)}; put quotation marks "
                        "around fields that hold the separator",
                    )
                row: Row = {}
                for meaning, cell in zip(columns, cells, strict=False):
                    if meaning and cell.strip():
                        row.setdefault(meaning, []).append(cell.strip())
                yield line, row
        except csv.Error as error:
            raise ListError(
                file.path,
                f"cannot be read as CSV from line {rows.line_num + 1} on ({error}); check its quotation marks",
            ) from error


def _header(file: ListFile, line: str) -> tuple[str, list[str | None]]:
    for separator in sorted(_SEPARATORS, key=lambda s: -line.count(s)):
        try:
            headers = next(csv.reader([line], delimiter=separator), [])
        except csv.Error:
            continue
        columns = [column(h) for h in headers]
        if "name" in columns:
            return separator, columns
    shown = " ".join(line.split())[:80]
    raise ListError(
        file.path,
        f"is in no format that is known: its first line (“{shown}”) has no column `name`; give the UN's XML, OFAC's "
        "sdn.csv, FollowTheMoney JSON lines, or a CSV with a header that has one",
    )


def _entry(row: Row) -> Entry:
    kind = next((k for text in row.get("kind", ()) if (k := kind_of(text))), UNKNOWN)
    names: dict[str, ListedName] = {}
    for meaning in ("name", "alias", "weak"):
        for text in row.get(meaning, ()):
            for part in _SEVERAL.split(text):
                for name in listed_names(part, kind, weak=meaning == "weak"):
                    names.setdefault(name.text, name)
    ident = row.get("id", [""])[0] or "row-" + blake2b(row["name"][0].encode(), digest_size=5).hexdigest()
    reasons = " ".join(" ".join(row.get("reason", ())).split())[:_LONGEST_REASON]
    return Entry(
        ident,
        kind,
        list(names.values()),
        [b for text in _several(row, "birth") if (b := birth(text))],
        _several(row, "country"),
        _several(row, "position"),
        _several(row, "programme"),
        reasons or None,
        next((d for text in row.get("listed", ()) if (d := day(text))), None),
        next((d for text in row.get("amended", ()) if (d := day(text))), None),
    )


def _several(row: Row, meaning: str) -> list[str]:
    return [part for text in row.get(meaning, ()) for part in _SEVERAL.split(text) if part]
