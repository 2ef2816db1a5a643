"""OFAC's lists as its legacy CSV: sdn.csv (or cons_prim.csv) without a header, with alt.csv and add.csv beside it.

Twelve columns: number, name, type, programme, title, then of vessels, then remarks. `-0-` is null. Weak aliases stand
in the remarks, in single quotes.
"""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from tawatur.errors import ListError
from tawatur.record.watchlists import AIRCRAFT, ORGANISATION, PERSON, VESSEL, Birth, Entry, Reason, Watchlist
from tawatur.screen.days import birth
from tawatur.screen.opening import ListFile, open_list
from tawatur.screen.sniffing import OFAC_COLUMNS
from tawatur.screen.spelling import listed_names

_KINDS = {"individual": PERSON, "vessel": VESSEL, "aircraft": AIRCRAFT}
_ALIAS_COLUMNS, _ADDRESS_COLUMNS = 5, 6
_END = "\x1a"  # the end of a DOS file, which OFAC still writes
_MAIN = re.compile(r"sdn|cons_prim|prim", re.IGNORECASE)
_WEAK = re.compile(r"\b[afn]\.k\.a\.\s+'((?:[^';]|'(?![;.,]|$)){1,120})'")
_BORN = re.compile(r"\b(?:alt\. )?DOB ([^;]+)")
_NATION = re.compile(r"\b(?:nationality|citizen) ([^;.]+)", re.IGNORECASE)


def read_ofac(file: ListFile) -> Watchlist:
    """The list with its aliases. Raises ListError for a row of another length, an unclosed quotation mark."""
    notes: list[Reason] = []
    aliases = _companion(file, "alt", _ALIAS_COLUMNS, notes)
    addresses = _companion(file, "add", _ADDRESS_COLUMNS, notes)
    entries = [_entry(row, aliases, addresses) for row in _rows(file, OFAC_COLUMNS)]
    sdn = "prim" not in file.path.name.lower()
    return Watchlist(
        "ofac-sdn" if sdn else "ofac-consolidated",
        "OFAC Specially Designated Nationals" if sdn else "OFAC Consolidated (non-SDN)",
        "US Treasury, OFAC",
        str(file.path),
        file.sha256,
        file.modified,
        "file",
        entries,
        notes,
    )


def _rows(file: ListFile, columns: int) -> Iterator[list[str | None]]:
    with file.text() as text:
        rows = csv.reader(text, strict=True)
        try:
            for row in rows:
                if not row or row == [_END]:
                    continue
                if rows.line_num == 1 and row[0].strip().lower() == "ent_num":
                    continue
                if len(row) != columns or not row[0].strip().isdigit():
                    raise ListError(
                        file.path,
                        f"has {len(row)} columns at line {rows.line_num}, where OFAC's list has {columns}: it is cut "
                        "off or of another version of the format; download it again",
                    )
                yield [None if (v := cell.strip()) in ("", "-0-", "-0") else v for cell in row]
        except csv.Error as error:
            raise ListError(
                file.path, f"cannot be read as CSV from line {rows.line_num} on ({error}); download it again"
            ) from error


def _companion(file: ListFile, name: str, columns: int, notes: list[Reason]) -> dict[str, list[list[str]]]:
    """What a file beside the list says, by the number of its entry; without the file, a note of what is missing."""
    found: dict[str, list[list[str]]] = defaultdict(list)
    path = _beside(file.path, name)
    if path is None:
        notes.append(Reason("no_companion", (f"{name}.csv",)))
        return found
    for row in _rows(open_list(path), columns):
        found[str(row[0])].append([cell or "" for cell in row])
    return found


def _beside(path: Path, name: str) -> Path | None:
    if not _MAIN.search(path.name):
        return None
    stem = _MAIN.sub(name, path.name, count=1).lower()
    bare = stem.removesuffix(".gz")
    for other in sorted(path.parent.iterdir()):
        if other.name.lower() in (stem, bare, f"{bare}.gz"):
            return other
    return None


def _entry(row: list[str | None], aliases: dict[str, list[list[str]]], addresses: dict[str, list[list[str]]]) -> Entry:
    number, remarks = str(row[0]), row[11] or ""
    kind = _KINDS.get((row[2] or "").lower(), ORGANISATION)
    names = listed_names(row[1], kind)
    for alias in aliases.get(number, ()):
        names += listed_names(alias[3], kind)
    for weak in _WEAK.findall(remarks):
        names += listed_names(weak, kind, weak=True)
    nations = _NATION.findall(remarks) if kind == PERSON else [a[4] for a in addresses.get(number, ()) if a[4]]
    programmes = [p for p in re.split(r"[\[\] ;]+", row[3] or "") if p]
    return Entry(
        number,
        kind,
        list({n.text: n for n in reversed(names)}.values())[::-1],
        _births(remarks),
        list(dict.fromkeys(n.strip() for n in nations)),
        [row[4]] if row[4] else [],
        programmes,
        remarks or None,
    )


def _births(remarks: str) -> list[Birth]:
    found = (birth(text.strip()) for text in _BORN.findall(remarks))
    return list(dict.fromkeys(b for b in found if b))
