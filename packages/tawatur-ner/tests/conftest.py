from __future__ import annotations

from pathlib import Path

import pytest
from tiny import write

from tawatur_ner import Model


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("model"))


@pytest.fixture(scope="session")
def model(folder: Path) -> Model:
    return Model.load(folder)
