"""A record of the examples, read once without the learned model for all rooms; who changes it takes a copy."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from tawatur import work
from tawatur.store.record import Record

# How long an example takes says how busy the machine is, nothing of the property.
settings.register_profile("shared", deadline=None)
settings.load_profile("shared")

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"


@pytest.fixture(scope="session")
def examples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of a record of the examples, compared; it is not to be written to."""
    path = tmp_path_factory.mktemp("examples") / "examples.tawatur"
    with Record(path, create=True) as record:
        work.take_in(record, [str(EXAMPLES)], workers=1)
        work.comparison(record)
    return path


@pytest.fixture(scope="module")
def listed(examples: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    """A record of the examples that the tests of one file share."""
    path = tmp_path_factory.mktemp("r") / "r.tawatur"
    shutil.copy(examples, path)
    with Record(path) as opened:
        yield opened
