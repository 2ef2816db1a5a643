"""The names of reports over an archive, by the rule of compare.corpus.by_name: one name, one report."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tawatur.archive.stages import Stages
from tawatur.archive.tables import Row

_NUMBERED = re.compile(r"(.+)-(\d{1,9})")
_CALLED = {
    "name": "string",
    "file": "string",
    "text_sha256": "string",
    "outlet": "string",
    "url": "string",
    "part": "bigint",
    "number": "bigint",
    "taken": "bigint",
}
_REPORTS = {"part": "bigint", "number": "bigint", "report": "string"}


def name_reports(stages: Stages) -> None:
    """The table `named`: the name of every row of `readings` that is no second sight of a report already there.

    The same file with the same text from the same outlet is one report; another text under its name is another one.
    """
    columns = "name, file, text_sha256, coalesce(outlet, '') AS outlet, coalesce(url, '') AS url, part, number"
    stages.map_rows("called", f"SELECT {columns} FROM readings", _called, _CALLED)
    order = [c for c in _CALLED if c != "name"]
    stages.map_groups("named", "SELECT * FROM called", order, _named, _REPORTS)


def _called(row: Row) -> Iterator[Row]:
    """A report's name; and, where it is another's with a number, that this number is taken."""
    yield (*row, 0)
    found = _NUMBERED.fullmatch(row[0])
    if found and int(found[2]) > 1 and str(int(found[2])) == found[2]:
        yield (found[1], "", "", "", "", 0, 0, int(found[2]))


def _named(rows: Iterator[Row]) -> Iterator[Row]:
    """Reports of one name: the first has it, the others have it with a number, in order of files and texts."""
    taken: set[int] = set()
    before = None
    number = 0
    for name, file, sha256, outlet, url, part, row, is_taken in rows:  # the numbers taken come first: their file is ""
        if is_taken:
            taken.add(is_taken)
            continue
        if (file, sha256, outlet, url) == before:
            continue
        before = file, sha256, outlet, url
        number += 1
        while number > 1 and number in taken:
            number += 1
        yield part, row, name if number == 1 else f"{name}-{number}"
