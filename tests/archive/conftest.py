"""Both engines for the tests of archives; Spark's only where asked for by its marker: one session for all tests."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from archive_making import SPARK, reports, write_lines

from tawatur.archive.duck import DuckEngine
from tawatur.archive.engine import Engine
from tawatur.archive.reading import Given, read_archive


@pytest.fixture(scope="session")
def spark() -> Iterator[Engine]:
    os.environ["SPARK_LOCAL_IP"] = "127.0.0.1"
    here = str(Path(__file__).parent)  # Spark's processes import the tests' functions from here
    os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, (here, os.environ.get("PYTHONPATH"))))
    from tawatur.archive.spark import SparkEngine

    opened = SparkEngine("local[2]", partitions=2, settings=SPARK)
    yield opened
    opened.close()


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
