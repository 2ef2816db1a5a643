"""Stages of a run over an engine: each a folder of Parquet, made once; a killed run goes on after the last."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from pathlib import Path

from tawatur.archive.engine import Engine
from tawatur.archive.folder import Folder
from tawatur.archive.tables import Columns, OfGroup, OfRow, Row
from tawatur.errors import ArchiveError

Told = Callable[[str, float], None]  # a stage that was made, its seconds
_STAGES = "stages"


class Stages:
    """Makes tables by name, each at most once; `told` hears of those that were made."""

    def __init__(self, folder: Folder, engine: Engine, told: Told = lambda *_: None) -> None:
        self.folder = folder
        self.engine = engine
        self._told = told

    def sql(self, name: str, query: str, result: bool = False) -> None:
        """The table of a query; a `result` stands in the folder itself, beside the stages."""
        self._make(name, result, lambda to: self.engine.sql(query, to))

    def map_rows(self, name: str, query: str, function: OfRow, columns: Columns, result: bool = False) -> None:
        """The table of what a function makes of each row of a query."""
        self._make(name, result, lambda to: self.engine.map_rows(query, function, columns, to))

    def map_groups(
        self,
        name: str,
        query: str,
        order: Sequence[str],
        function: OfGroup,
        columns: Columns,
        result: bool = False,
    ) -> None:
        """The table of what a function makes of the rows of each key (the query's first column), in `order`."""
        self._make(name, result, lambda to: self.engine.map_groups(query, order, function, columns, to))

    def map_all(self, name: str, query: str, function: OfGroup, columns: Columns, result: bool = False) -> None:
        """The table of what a function makes of all rows of a query, in one process."""
        self._make(name, result, lambda to: self.engine.map_all(query, function, columns, to))

    def _make(self, name: str, result: bool, make: Callable[[Path], None]) -> None:
        path = f"{name}.parquet" if result else f"{_STAGES}/{name}"
        if not self.folder.done(path):
            began = time.monotonic()
            with giving_up(self.engine, f"{self.folder.path}, {name}"):
                make(self.folder.begin(path))
                self.folder.finish(path)
            self._told(name, time.monotonic() - began)
        self.engine.see(name, self.folder.path / path)

    def done(self, name: str) -> bool:
        """Whether a table that is no result is there."""
        return self.folder.done(f"{_STAGES}/{name}")

    def see(self, name: str, folder: Path | None = None) -> None:
        """A table that is there: one of these stages, or what another run made in a folder."""
        self.engine.see(name, folder or self.folder.path / _STAGES / name)

    def rows(self, query: str) -> list[Row]:
        """The rows of a query that has few."""
        with giving_up(self.engine, str(self.folder.path)):
            return self.engine.rows(query)

    def drop(self, pattern: str) -> None:
        """Remove tables that nothing needs any more."""
        for path in sorted((self.folder.path / _STAGES).glob(pattern)):
            self.folder.drop(f"{_STAGES}/{path.name}")


class giving_up:  # noqa: N801 - read as a verb after "with"
    """Says in one sentence why an engine gave up; what is an error of the program passes."""

    def __init__(self, engine: Engine, where: str) -> None:
        self._engine = engine
        self._where = where

    def __enter__(self) -> None: ...

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        reason = self._engine.reason(error) if isinstance(error, Exception) else None
        if reason:
            raise ArchiveError(
                f"{self._where}: {reason}, and give the same command again: it goes on where it was."
            ) from error
