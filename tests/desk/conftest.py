"""A desk over a fresh record of the examples."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from argon2 import PasswordHasher
from fastapi.testclient import TestClient

from tawatur.desk import create_app
from tawatur.desk.security import passwords


@pytest.fixture(scope="session", autouse=True)
def _quick_passwords() -> Iterator[None]:
    """Passwords hashed as always, with parameters that cost nothing."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(passwords, "_HASHER", PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
        yield


@pytest.fixture(scope="session")
def made(examples: Path) -> Path:
    """A record of the examples, made once; tests that change it take `record`."""
    return examples


@pytest.fixture
def record(made: Path, tmp_path: Path) -> Path:
    """A copy of the record of the examples, of this test alone."""
    path = tmp_path / "examples.tawatur"
    shutil.copy(made, path)
    return path


@pytest.fixture(scope="session")
def reader(made: Path) -> Iterator[TestClient]:
    """A browser's requests to a desk that nobody changes."""
    with TestClient(create_app(made), base_url="http://127.0.0.1") as client:
        yield client


@pytest.fixture
def editor(record: Path) -> Iterator[TestClient]:
    """A browser's requests to a desk of this test alone."""
    with TestClient(create_app(record), base_url="http://127.0.0.1") as client:
        yield client
