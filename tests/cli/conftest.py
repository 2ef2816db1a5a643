"""Commands are tested without the learned model of names, which takes most of the time of reading; what is the model's
own is in test_names_model.py."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest


@pytest.fixture(scope="package", autouse=True)
def _without_the_model() -> Iterator[None]:
    os.environ["TAWATUR_NO_MODEL"] = "1"
    yield
    del os.environ["TAWATUR_NO_MODEL"]
