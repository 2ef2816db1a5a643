"""Tables as Python sees them: rows as tuples, columns with types that Arrow, DuckDB and Spark all know."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby, islice
from operator import itemgetter
from pathlib import Path
from typing import Any

import pyarrow as pa

from tawatur.errors import ArchiveError

Columns = Mapping[str, str]  # name of a column to one of _TYPES
Row = tuple[Any, ...]
OfRow = Callable[[Row], Iterable[Row]]
OfGroup = Callable[[Iterator[Row]], Iterable[Row]]  # the rows of one key, in order

_TYPES = {
    "bigint": pa.int64(),
    "binary": pa.binary(),
    "boolean": pa.bool_(),
    "double": pa.float64(),
    "string": pa.string(),
}
_ROWS = 20_000  # of a batch
_WIDE_ROWS = 200  # of one that carries whole reports


def arrow_schema(columns: Columns) -> pa.Schema:
    """The columns as an Arrow schema."""
    return pa.schema([(name, _TYPES[kind]) for name, kind in columns.items()])


def ddl(columns: Columns) -> str:
    """The columns as SQL declares them."""
    return ", ".join(f"{name} {kind}" for name, kind in columns.items())


def batches(rows: Iterable[Row], columns: Columns) -> Iterator[pa.RecordBatch]:
    """Rows in batches of Arrow; few rows a batch where one of them carries a report."""
    schema = arrow_schema(columns)
    size = _WIDE_ROWS if "binary" in columns.values() else _ROWS
    rows = iter(rows)
    while taken := list(islice(rows, size)):
        arrays = [pa.array(values, kind) for values, kind in zip(zip(*taken, strict=True), schema.types, strict=True)]
        yield pa.RecordBatch.from_arrays(arrays, schema=schema)


def rows_in(found: Iterable[pa.RecordBatch]) -> Iterator[Row]:
    """The rows of batches as tuples."""
    for batch in found:
        yield from zip(*(column.to_pylist() for column in batch.columns), strict=True)


def map_rows(function: OfRow, columns: Columns, found: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """What a function makes of each row, in batches."""
    return batches((made for row in rows_in(found) for made in function(row)), columns)


def map_groups(function: OfGroup, columns: Columns, found: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """What a function makes of the rows of each key, the first column; rows of one key stand together."""
    groups = groupby(rows_in(found), key=itemgetter(0))
    return batches((made for _, rows in groups for made in function(rows)), columns)


def map_all(function: OfGroup, columns: Columns, found: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """What a function makes of all rows, in batches."""
    return batches(function(rows_in(found)), columns)


def files_in(folder: Path) -> list[Path]:
    """The files of a table; what begins with an underscore is beside it, as Spark has it.

    Raises ArchiveError where there is none.
    """
    found = sorted(
        path
        for path in folder.rglob("*.parquet")
        if not any(part.startswith("_") for part in path.relative_to(folder).parts)
    )
    if not found:
        raise ArchiveError(f"{folder}: no readings stand here; give what `tawatur archive read --out` made.")
    return found


def quoted(text: str) -> str:
    """A text as SQL writes it."""
    return "'" + text.replace("'", "''") + "'"
