"""What is in the record of the examples: for tests of lists and of search."""

from __future__ import annotations

import pytest

from tawatur import work
from tawatur.record.types import Comparison, Reading
from tawatur.store.record import Record


@pytest.fixture(scope="module")
def readings(listed: Record) -> dict[str, Reading]:
    """Its readings by name."""
    return listed.readings()


@pytest.fixture(scope="module")
def compared(listed: Record) -> Comparison:
    """What stands between its reports."""
    return work.comparison(listed)
