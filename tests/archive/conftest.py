"""Both engines for the tests of archives; Spark's only where asked for by its marker: one session for all tests."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from archive_making import Sessions, reports, write_lines

from tawatur.archive.comparing import compare_archive
from tawatur.archive.duck import DuckEngine
from tawatur.archive.engine import Engine
from tawatur.archive.reading import Given, read_archive


@pytest.fixture(scope="session")
def sessions() -> Iterator[Sessions]:
    os.environ["SPARK_LOCAL_IP"] = "127.0.0.1"
    here = str(Path(__file__).parent)  # Spark's processes import the tests' functions from here
    os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, (here, os.environ.get("PYTHONPATH"))))
    made = Sessions()
    yield made
    made.close()


@pytest.fixture
def spark(sessions: Sessions) -> Engine:
    """Spark on this machine, as it is without --master; it finds the number of partitions itself."""
    return sessions.at("local[2]")


@pytest.fixture(params=["duckdb", pytest.param("spark", marks=pytest.mark.spark)])
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    """Each engine in turn."""
    if request.param == "spark":
        yield request.getfixturevalue("spark")
        return
    opened = DuckEngine(tmp_path / "temp", workers=1)
    yield opened
    opened.close()


@pytest.fixture
def duck(tmp_path: Path) -> Iterator[DuckEngine]:
    opened = DuckEngine(tmp_path / "temp", workers=1)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def readings(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The readings of an archive of 100 reports."""
    folder = tmp_path_factory.mktemp("archive")
    source = write_lines(folder / "reports.jsonl", reports(100))
    opened = DuckEngine(folder / "temp", workers=1)
    read_archive([source], folder / "readings.parquet", opened, Given(model=False), part_bytes=40_000)
    opened.close()
    return folder / "readings.parquet"


@pytest.fixture(scope="session")
def compared(readings: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same archive compared by DuckDB."""
    out = tmp_path_factory.mktemp("compared")
    engine = DuckEngine(out / "temp", workers=1)
    compare_archive(readings, out, engine)
    engine.close()
    return out
