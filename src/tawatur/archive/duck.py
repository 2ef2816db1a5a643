"""The engine of one machine: DuckDB joins and sorts, on disk where memory ends; Python runs in worker processes."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from tawatur.archive.chunks import by_key, by_size, opened
from tawatur.archive.engine import FULL, disk_is_full
from tawatur.archive.tables import (
    Columns,
    OfGroup,
    OfRow,
    Row,
    arrow_schema,
    batches,
    files_in,
    map_groups,
    map_rows,
    quoted,
    rows_in,
)
from tawatur.archive.workers import Workers
from tawatur.errors import ArchiveError

T = TypeVar("T")
R = TypeVar("R")
_BATCH = 250  # rows DuckDB hands over at a time
_ROW_GROUP = 64_000_000  # bytes in memory of a group of rows in a Parquet file


class DuckEngine:
    """DuckDB in memory limits: `memory` as DuckDB writes it ("2GB"), `temp` where it puts what does not fit."""

    name = "duckdb"

    def __init__(self, temp: Path, workers: int = 0, memory: str = "2GB", threads: int = 0) -> None:
        self._temp = temp
        self._workers = Workers(workers)
        settings: dict[str, Any] = {
            "memory_limit": memory,
            "temp_directory": str(temp),
            "preserve_insertion_order": False,
            "threads": threads or self._workers.count,
        }
        try:
            self._db = duckdb.connect(config=settings)
        except duckdb.Error as error:
            raise ArchiveError(f"--memory {memory}: is no size; give one as 2GB or 800MB.") from error

    def see(self, table: str, folder: Path) -> None:
        files = ", ".join(quoted(str(path)) for path in files_in(folder))
        self._db.execute(f"CREATE OR REPLACE VIEW {table} AS FROM read_parquet([{files}], hive_partitioning = false)")

    def sql(self, query: str, folder: Path) -> None:
        how = "FORMAT parquet, COMPRESSION zstd, PER_THREAD_OUTPUT true"
        self._db.execute(f"COPY ({query}) TO {quoted(str(folder))} ({how})")

    def map_rows(self, query: str, function: OfRow, columns: Columns, folder: Path) -> None:
        found = self._db.sql(query).to_arrow_reader(_BATCH)
        self._write(partial(_worked, partial(map_rows, function, columns), columns), by_size(found), columns, folder)

    def map_groups(self, query: str, order: Sequence[str], function: OfGroup, columns: Columns, folder: Path) -> None:
        found = self._db.sql(query)
        ordered = found.order(", ".join([found.columns[0], *order])).to_arrow_reader(_BATCH)
        self._write(partial(_worked, partial(map_groups, function, columns), columns), by_key(ordered), columns, folder)

    def map_all(self, query: str, function: OfGroup, columns: Columns, folder: Path) -> None:
        found = self._db.sql(query).to_arrow_reader(_BATCH)
        made = (pa.Table.from_batches([b]) for b in batches(function(rows_in(found)), columns))
        self._save(made, columns, folder)

    def _write(
        self, function: Callable[[bytes], pa.Table], chunks: Iterable[bytes], columns: Columns, folder: Path
    ) -> None:
        self._save(self._workers.each(function, chunks), columns, folder)

    def _save(self, tables: Iterable[pa.Table], columns: Columns, folder: Path) -> None:
        folder.mkdir(parents=True)
        waiting: list[pa.Table] = []
        with pq.ParquetWriter(folder / "part-0.parquet", arrow_schema(columns), compression="zstd") as writer:
            for made in tables:
                waiting.append(made)
                if sum(table.nbytes for table in waiting) > _ROW_GROUP:
                    writer.write_table(pa.concat_tables(waiting))
                    waiting.clear()
            if waiting:
                writer.write_table(pa.concat_tables(waiting))

    def rows(self, query: str) -> list[Row]:
        return self._db.sql(query).fetchall()

    def each(self, function: Callable[[T], R], items: Iterable[T]) -> Iterator[R]:
        return self._workers.each(function, items)

    def reason(self, error: BaseException) -> str | None:
        if disk_is_full(error):
            return FULL
        if isinstance(error, duckdb.OutOfMemoryException | MemoryError):
            return "the memory that was allowed is used up; allow more with --memory"
        if isinstance(error, BrokenProcessPool):
            return "a worker process was ended from outside, or memory ran out; give fewer --workers"
        return None

    def close(self) -> None:
        self._workers.close()
        self._db.close()
        shutil.rmtree(self._temp, ignore_errors=True)


def _worked(
    function: Callable[[Iterable[pa.RecordBatch]], Iterator[pa.RecordBatch]], columns: Columns, stream: bytes
) -> pa.Table:
    return pa.Table.from_batches(function(opened(stream)), arrow_schema(columns))
