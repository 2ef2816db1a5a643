"""What the stages of an archive ask of the program that brings rows together; one class for DuckDB, one for Spark.

The SQL given to it keeps to what means the same in both: joins, GROUP BY, DISTINCT, UNION, window functions with a
total order, CASE, CAST, coalesce, least, greatest, min, max, count, substring, ||, VALUES; the remainder (%) of
numbers that are not negative; sums of whole numbers only, cast to bigint. Hashes and ids are made in Python. No ORDER
BY inside an aggregate, no lists, no sums of fractions, no division, no column named by a word of SQL (at, start, end).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Protocol, TypeVar

from tawatur.archive.tables import Columns, OfGroup, OfRow, Row

T = TypeVar("T")
R = TypeVar("R")


class Engine(Protocol):
    """Rows live in folders of Parquet; a table is a folder under a name."""

    name: str

    def see(self, table: str, folder: Path) -> None:
        """Give a folder of Parquet a name that queries use."""

    def sql(self, query: str, folder: Path) -> None:
        """Write the rows of a query to a new folder."""

    def map_rows(self, query: str, function: OfRow, columns: Columns, folder: Path) -> None:
        """Write what a function makes of each row of a query; it runs in worker processes."""

    def map_groups(self, query: str, order: Sequence[str], function: OfGroup, columns: Columns, folder: Path) -> None:
        """Write what a function makes of the rows of each key, the query's first column, in `order`, a total one within
        the key."""

    def map_all(self, query: str, function: OfGroup, columns: Columns, folder: Path) -> None:
        """Write what a function makes of all rows of a query, in any order; it runs in one process."""

    def rows(self, query: str) -> list[Row]:
        """The rows of a query that has few."""

    def each(self, function: Callable[[T], R], items: Iterable[T]) -> Iterator[R]:
        """What a function makes of each item, in any order; it runs in worker processes."""

    def reason(self, error: BaseException) -> str | None:
        """Why the engine gave up (disk full, memory), as half a sentence; None for what is an error of the program."""

    def close(self) -> None:
        """Let go of processes and files."""


def disk_is_full(error: BaseException | str) -> bool:
    """Whether an error, of whatever program, says that there is no room on a disk."""
    said = str(error)
    return any(words in said for words in _FULL)


_FULL = ("No space left on device", "Disk quota exceeded", "File too large", "max_temp_directory_size")
FULL = "the disk is full; make room"
