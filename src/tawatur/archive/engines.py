"""The engine that a command asks for; both are extras."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from tawatur.errors import ArchiveError

if TYPE_CHECKING:  # what needs an extra is loaded when it is asked for
    from tawatur.archive.engine import Engine


class EngineName(StrEnum):
    """The engines."""

    duckdb = "duckdb"
    spark = "spark"


def open_engine(
    name: EngineName,
    temp: Path,
    master: str | None = None,
    workers: int = 0,
    memory: str = "2GB",
    partitions: int = 0,
    settings: Sequence[str] = (),
) -> Engine:
    """The engine of that name; `settings` of Spark as KEY=VALUE.

    Raises ArchiveError where what it needs is not installed, or an option is not its.
    """
    if name is EngineName.duckdb:
        if master is not None or settings:
            raise ArchiveError(f"{'--set' if settings else '--master'} is Spark's; say --engine spark.")
        from tawatur.archive.duck import DuckEngine

        return DuckEngine(temp, workers, memory)
    try:
        from tawatur.archive.spark import SparkEngine
    except ImportError as error:
        raise ArchiveError(f"--engine spark: {error.name} is not installed; pip install 'tawatur[spark]'.") from None
    if master is None and workers:
        master = f"local[{workers}]"
    wrong = next((s for s in settings if "=" not in s), None)
    if wrong is not None:
        raise ArchiveError(f"--set {wrong}: has no value; give it as spark.executor.memory=4g.")
    try:
        return SparkEngine(master, partitions, dict(s.split("=", 1) for s in settings))
    except Exception as error:
        if type(error).__module__.startswith(("pyspark", "py4j")):
            said = str(error).strip().splitlines()[0][:200]
            raise ArchiveError(
                f"--engine spark: it did not start ({said}); is Java 17 there, and the master?"
            ) from error
        raise
