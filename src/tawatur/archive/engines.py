"""The engine that a command asks for; both are extras."""

from __future__ import annotations

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
    name: EngineName, temp: Path, master: str | None = None, workers: int = 0, memory: str = "2GB", partitions: int = 0
) -> Engine:
    """The engine of that name. Raises ArchiveError where what it needs is not installed, or an option is not its."""
    if name is EngineName.duckdb:
        if master is not None:
            raise ArchiveError("--master: only Spark has one; say --engine spark.")
        from tawatur.archive.duck import DuckEngine

        return DuckEngine(temp, workers, memory)
    try:
        from tawatur.archive.spark import SparkEngine
    except ImportError as error:
        raise ArchiveError(f"--engine spark: {error.name} is not installed; pip install 'tawatur[spark]'.") from None
    if master is None and workers:
        master = f"local[{workers}]"
    return SparkEngine(master, partitions)
