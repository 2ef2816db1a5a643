"""The folder of a run: what is finished stands in it under its name, and a run that was killed goes on after it."""

from __future__ import annotations

import fcntl
import json
import os
import shutil
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Self

from tawatur.errors import ArchiveError

_WHOLE = "_made_of.json"
_BEGUN = "_begun"


class Folder:
    """A folder that one run at a time works in. `made_of` says of what: a run goes on only with the same.

    A result is written under `_begun` and renamed when it is whole, so that a name says that it is finished.
    """

    def __init__(self, path: Path, made_of: dict[str, Any]) -> None:
        self.path = path
        self._made_of = made_of
        self._lock: IO[str] | None = None

    def __enter__(self) -> Self:
        try:
            self.path.mkdir(parents=True, exist_ok=True)
            self._lock = (self.path / "_lock").open("w")
        except OSError as error:
            raise ArchiveError(f"{self.path}: cannot be written to ({error.strerror}); give another --out.") from error
        try:
            self._begin(self._lock)
        except BaseException:
            self._lock.close()
            raise
        return self

    def _begin(self, lock: IO[str]) -> None:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise ArchiveError(f"{self.path}: another run is at work here; wait for it, or end it.") from error
        self._check()
        shutil.rmtree(self.path / _BEGUN, ignore_errors=True)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._lock is not None:
            self._lock.close()

    def _check(self) -> None:
        known = read_json(self.path / _WHOLE)
        if known is None:
            write_json(self.path / _WHOLE, self._made_of)
        elif known != self._made_of:
            other = next(k for k in {**known, **self._made_of} if known.get(k) != self._made_of.get(k))
            raise ArchiveError(
                f"{self.path}: was made of something else ({other} is not the same); give another --out, or remove it."
            )

    def done(self, name: str) -> bool:
        """Whether a result is finished."""
        return (self.path / name).exists()

    def begin(self, name: str) -> Path:
        """Where a result is written until it is whole; what a killed run left of it is gone."""
        begun = self.path / _BEGUN / name
        shutil.rmtree(begun, ignore_errors=True)
        begun.parent.mkdir(parents=True, exist_ok=True)
        return begun

    def finish(self, name: str) -> Path:
        """The result is whole: it gets its name."""
        to = self.path / name
        to.parent.mkdir(parents=True, exist_ok=True)
        begun = self.path / _BEGUN / name
        for path in (*begun.rglob("*"), begun):
            _to_disk(path)
        begun.rename(to)
        return to

    def drop(self, name: str) -> None:
        """Remove a result that nothing needs any more."""
        path = self.path / name
        if path.exists():
            gone = self.path / _BEGUN / f"{name.replace('/', '-')}-dropped"
            gone.parent.mkdir(parents=True, exist_ok=True)
            path.rename(gone)  # at one stroke: half a result under its name would pass for a whole one
            shutil.rmtree(gone, ignore_errors=True)


def _to_disk(path: Path) -> None:
    """Let a file or folder outlive a failure of power: what has its name must be whole."""
    opened = os.open(path, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


def read_json(path: Path) -> Any:
    """What a JSON file says; None where there is none."""
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None


def write_json(path: Path, value: Any) -> None:
    """Write a JSON file whole or not at all."""
    new = path.with_name(f"{path.name}.{os.getpid()}.new")
    with new.open("w", encoding="utf-8") as file:
        json.dump(value, file, ensure_ascii=False)
        file.flush()
        os.fsync(file.fileno())
    new.replace(path)
