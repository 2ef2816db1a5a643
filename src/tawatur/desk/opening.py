"""The record as the desk opens it: a connection a thread; a page sees one state of it from first to last."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tawatur.desk.adding.process import ReaderProcess
from tawatur.desk.articles import Articles
from tawatur.desk.beside import DeskFile, beside
from tawatur.desk.handed import Handed
from tawatur.desk.settings import Settings
from tawatur.store.held import Held
from tawatur.store.record import Record
from tawatur.work.comparing import is_current


@dataclass(slots=True)
class Desk:
    """What all requests share: the record's file, how the desk is run, and one writer at a time."""

    path: Path
    settings: Settings
    _threads: threading.local = field(default_factory=threading.local)
    _writer: threading.Lock = field(default_factory=threading.Lock)
    _beside: DeskFile | None = None
    _opening: threading.Lock = field(default_factory=threading.Lock)
    handed: Path | None = None  # the folder by which the processes of a desk hand each other what they made
    articles: Articles = field(init=False)
    reader: ReaderProcess = field(init=False)

    def __post_init__(self) -> None:
        handed = Handed(self.handed) if self.handed is not None else None
        self.articles = Articles(handed)
        Held.shared = handed
        self.reader = ReaderProcess(self.path, self.settings.model)

    def begin(self) -> None:
        """Go on with what was left to be read or compared when the desk ended."""
        left = beside(self.path).exists() and self.beside.jobs.waiting()
        if left or not is_current(self._record()):
            self.reader.ensure()

    def end(self) -> None:
        """Let go of what is not of a request."""
        self.reader.stop()
        with self._opening:
            if self._beside is not None:
                self._beside.close()
                self._beside = None

    @property
    def beside(self) -> DeskFile:
        """The desk's own file, made when it is first needed. Raises RecordError."""
        with self._opening:
            if self._beside is None:
                self._beside = DeskFile(beside(self.path))
            return self._beside

    @contextmanager
    def reading(self) -> Iterator[Record]:
        """The record, as it stands now and to the end of the block. Raises RecordError."""
        record = self._record()
        with record.still():
            yield record

    @contextmanager
    def writing(self) -> Iterator[Record]:
        """The record for a deed that changes it; deeds of this process wait for each other. Raises RecordError."""
        with self._writer:
            yield self._record()

    def _record(self) -> Record:
        record: Record | None = getattr(self._threads, "record", None)
        if record is None:
            record = self._threads.record = Record(self.path)
        return record
