"""The record of the examples, open, with what is in it: for tests of lists and of search."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tawatur import work
from tawatur.record.types import Comparison, Reading
from tawatur.store.record import Record


@pytest.fixture(scope="module")
def listed(examples: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    """A record of the examples that the tests of one file share."""
    path = tmp_path_factory.mktemp("r") / "r.tawatur"
    shutil.copy(examples, path)
    with Record(path) as opened:
        yield opened


@pytest.fixture(scope="module")
def readings(listed: Record) -> dict[str, Reading]:
    """Its readings by name."""
    return listed.readings()


@pytest.fixture(scope="module")
def compared(listed: Record) -> Comparison:
    """What stands between its reports."""
    return work.comparison(listed)
