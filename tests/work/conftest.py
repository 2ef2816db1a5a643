"""A record of the examples, of which every test has a copy of its own."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tawatur.store.record import Record


@pytest.fixture
def desk(examples: Path, tmp_path: Path) -> Iterator[Record]:
    """A record of the examples that a test may change."""
    path = tmp_path / "desk.tawatur"
    shutil.copy(examples, path)
    with Record(path) as opened:
        yield opened
