"""A record of the examples, read once without the learned model, of which every test has a copy of its own."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tawatur.store.record import Record
from tawatur.work import take_in

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


@pytest.fixture(scope="session")
def examples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of a record of the examples; it is not to be written to."""
    path = tmp_path_factory.mktemp("examples") / "examples.tawatur"
    with Record(path, create=True) as made:
        take_in(made, [str(EXAMPLES)], workers=1)
    return path


@pytest.fixture
def desk(examples: Path, tmp_path: Path) -> Iterator[Record]:
    """A record of the examples that a test may change."""
    path = tmp_path / "desk.tawatur"
    shutil.copy(examples, path)
    with Record(path) as opened:
        yield opened
