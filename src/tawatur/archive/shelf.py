"""Where readings of an archive are kept: Parquet by month of publication and part, whole parts only.

readings.parquet/
  month=2018-03/part-00007.parquet    readings of part 7 that are of that month (or month=undated)
  _aside/part-00007.parquet           what of part 7 could not be taken, with the reason
  _parts/part-00007.json              part 7 is finished; what of a part stands without it is left of a killed run
  _plan.json                          the files and their parts
"""

from __future__ import annotations

import os
from collections import Counter, defaultdict
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from tawatur.archive.folder import read_json, write_json
from tawatur.archive.tables import Row, arrow_schema

READINGS = {
    "part": "bigint",
    "number": "bigint",
    "file": "string",
    "name": "string",
    "moment": "bigint",
    "published": "string",
    "outlet": "string",
    "url": "string",
    "title": "string",
    "text_sha256": "string",
    "text": "string",
    "reading": "string",
}
ASIDE = {"part": "bigint", "file": "string", "place": "string", "reason": "string", "left_out": "boolean"}
_HELD = 500  # readings in memory before they are written


class Writer:
    """What one part writes. Files get their names when all of them are whole, the mark of the part last."""

    def __init__(self, shelf: Path, part: int) -> None:
        self._shelf = shelf
        self._name = f"part-{part:05}"
        self._new = f".{self._name}.{os.getpid()}.new"
        self._held: dict[str, list[Row]] = defaultdict(list)
        self._count = 0
        self._writers: dict[str, pq.ParquetWriter] = {}
        self._counts: Counter[str] = Counter()

    def add(self, month: str, row: Row) -> None:
        """A reading, in the order of READINGS."""
        self._hold(f"month={month}", row)
        self._counts["reports"] += 1

    def set_aside(self, row: Row) -> None:
        """What was set aside, in the order of ASIDE."""
        self._hold("_aside", row)
        self._counts["left_out" if row[-1] else "aside"] += 1

    def _hold(self, folder: str, row: Row) -> None:
        self._held[folder].append(row)
        self._count += 1
        if self._count >= _HELD:
            self._write()

    def _write(self) -> None:
        for folder in sorted(self._held):
            schema = arrow_schema(ASIDE if folder == "_aside" else READINGS)
            if folder not in self._writers:
                (self._shelf / folder).mkdir(parents=True, exist_ok=True)
                self._writers[folder] = pq.ParquetWriter(self._shelf / folder / self._new, schema, compression="zstd")
            columns = [pa.array(c, t) for c, t in zip(zip(*self._held[folder], strict=True), schema.types, strict=True)]
            self._writers[folder].write_table(pa.Table.from_arrays(columns, schema=schema))
        self._held.clear()
        self._count = 0

    def finish(self) -> dict[str, int]:
        """Everything of the part is there: name it so. Gives how many reports it had and how many were set aside."""
        self._write()
        for folder, writer in self._writers.items():
            writer.close()
            (self._shelf / folder / self._new).replace(self._shelf / folder / f"{self._name}.parquet")
        write_json(self._shelf / "_parts" / f"{self._name}.json", dict(self._counts))
        return dict(self._counts)

    def give_up(self) -> None:
        """Close and remove what was begun."""
        for folder, writer in self._writers.items():
            with suppress(OSError):  # the disk that was full while it was written is full still
                writer.close()
            (self._shelf / folder / self._new).unlink(missing_ok=True)


def finished(shelf: Path) -> dict[int, dict[str, Any]]:
    """The parts that are finished, with their counts."""
    return {int(p.stem.removeprefix("part-")): read_json(p) for p in sorted((shelf / "_parts").glob("part-*.json"))}


def clear_begun(shelf: Path, done: set[int]) -> None:
    """Remove what a killed run left of parts that it did not finish."""
    for path in _files(shelf):
        number = path.name.removeprefix(".").removeprefix("part-")[:5]
        if path.name.endswith(".new") or (number.isdecimal() and int(number) not in done):
            path.unlink(missing_ok=True)


def _files(shelf: Path) -> Iterator[Path]:
    for folder in (*shelf.glob("month=*"), shelf / "_aside", shelf / "_parts"):
        if folder.is_dir():
            yield from (p for p in folder.iterdir() if p.name.endswith((".parquet", ".new")))
