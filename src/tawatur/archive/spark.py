"""The engine of a cluster: Spark joins and sorts, and its tasks run the same Python functions over Arrow batches."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

import pyarrow.parquet as pq
from pyspark.errors import PySparkException
from pyspark.sql import SparkSession
from pyspark.sql.pandas.types import from_arrow_schema

from tawatur.archive.engine import FULL, disk_is_full
from tawatur.archive.tables import Columns, OfGroup, OfRow, Row, ddl, files_in, map_all, map_groups, map_rows

T = TypeVar("T")
R = TypeVar("R")
_SETTINGS = {
    "spark.app.name": "tawatur archive",
    "spark.log.level": "ERROR",
    "spark.sql.ansi.enabled": "true",
    "spark.sql.session.timeZone": "UTC",
    "spark.sql.execution.arrow.maxRecordsPerBatch": "250",  # a row may carry a report
    "spark.sql.parquet.compression.codec": "zstd",
    "spark.sql.autoBroadcastJoinThreshold": "10MB",
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
}


class SparkEngine:
    """A Spark session at `master`; None where spark-submit says it, else every core of this machine.

    `partitions`: how many parts the rows of a join or a sort are divided into (0: as many as their bytes and the cores
    ask for).
    `settings`: of Spark, above those of this program.
    """

    name = "spark"

    def __init__(self, master: str | None = None, partitions: int = 0, settings: dict[str, str] | None = None) -> None:
        os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
        builder: Any = SparkSession.builder
        for key, value in {**_SETTINGS, **(settings or {})}.items():
            builder = builder.config(key, value)
        if partitions:
            builder = builder.config("spark.sql.shuffle.partitions", str(partitions))
        if master or "PYSPARK_GATEWAY_PORT" not in os.environ:
            builder = builder.master(master or "local[*]")
        self._spark = builder.getOrCreate()
        self._partitions = partitions

    def see(self, table: str, folder: Path) -> None:
        schema = from_arrow_schema(pq.read_schema(files_in(folder)[0]))  # a job of Spark's own would read it as well
        reader = self._spark.read.schema(schema).option("recursiveFileLookup", "true")
        reader.parquet(_uri(folder)).createOrReplaceTempView(table)

    def sql(self, query: str, folder: Path) -> None:
        self._spark.sql(query).write.parquet(_uri(folder))

    def map_rows(self, query: str, function: OfRow, columns: Columns, folder: Path) -> None:
        found = self._spark.sql(query)
        parted = found.repartition(self._partitions) if self._partitions else found.hint("rebalance")
        parted.mapInArrow(partial(map_rows, function, columns), ddl(columns)).write.parquet(_uri(folder))

    def map_groups(self, query: str, order: Sequence[str], function: OfGroup, columns: Columns, folder: Path) -> None:
        found = self._spark.sql(query)
        key = found.columns[0]
        parted = found.repartition(self._partitions, key) if self._partitions else found.repartition(key)
        ordered = parted.sortWithinPartitions(key, *order)
        ordered.mapInArrow(partial(map_groups, function, columns), ddl(columns)).write.parquet(_uri(folder))

    def map_all(self, query: str, function: OfGroup, columns: Columns, folder: Path) -> None:
        found = self._spark.sql(query).repartition(1)
        found.mapInArrow(partial(map_all, function, columns), ddl(columns)).write.parquet(_uri(folder))

    def rows(self, query: str) -> list[Row]:
        return [tuple(row) for row in self._spark.sql(query).collect()]

    def each(self, function: Callable[[T], R], items: Iterable[T]) -> Iterator[R]:
        given = list(items)
        if given:
            tasks = self._spark.sparkContext.parallelize(given, len(given))
            yield from tasks.map(function).collect()

    def reason(self, error: BaseException) -> str | None:
        if disk_is_full(error):
            return FULL
        if isinstance(error, PySparkException) or type(error).__module__.startswith("py4j"):
            return f"Spark gave up ({_cause(str(error))})"
        return None

    def close(self) -> None:
        self._spark.stop()


def _uri(folder: Path) -> str:
    return folder.resolve().as_uri()


def _cause(said: str) -> str:
    """The line of a Java error that says most: the last cause."""
    lines = [line.strip() for line in said.splitlines() if line.strip()]
    causes = [line for line in lines if line.startswith("Caused by:")]
    return (causes or lines or ["no reason given"])[-1 if causes else 0][:300]
