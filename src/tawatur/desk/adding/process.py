"""The process that reads and compares, beside the desk: pages stay quick while it works; it ends when the desk does.

Of the processes of a desk each may begin one; a lock lets one of them read.
"""

from __future__ import annotations

import fcntl
import logging
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tawatur.desk.adding.reading import Busy, read_next, settle_next
from tawatur.desk.beside.file import DeskFile, beside
from tawatur.errors import ModelError
from tawatur.read.tagger import load_tagger
from tawatur.work.reading import prepare

_LOOK_SECONDS = 0.25
_BUSY_SECONDS = 2.0
_IDLE_SECONDS = 300.0  # the model and the word lists are a third of a gigabyte
_ENDING_SECONDS = 5.0
_NICE = 5  # pages come first
_log = logging.getLogger("tawatur.desk")


class ReaderProcess:
    """The process of one desk that reads, begun when there is something to read."""

    def __init__(self, record: Path, model: bool) -> None:
        self._record = record
        self._command = [sys.executable, "-m", __package__, str(record), *(() if model else ("--no-model",))]
        self._turn = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None

    def ensure(self) -> None:
        """Begin the process where none runs, of this process of the desk or of another."""
        with self._turn:
            if self._process is not None and self._process.poll() is None:
                return
            with _alone(self._record) as free:
                pass
            if free:
                # It reads nothing from its input: that this ends is how it knows that the desk has ended, however.
                self._process = subprocess.Popen(self._command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL)

    def stop(self) -> None:
        """End the process; what it has not finished is begun anew by the next."""
        with self._turn:
            if self._process is None:
                return
            assert self._process.stdin is not None  # a pipe was asked for
            self._process.stdin.close()
            try:
                self._process.wait(_ENDING_SECONDS)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()
            self._process = None


def main(record: Path, model: bool) -> None:
    """Read what waits, and what comes, until nothing came for some minutes or whoever began this has ended."""
    threading.Thread(target=_end_with_the_desk, daemon=True).start()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the desk too, which ends this one
    os.nice(_NICE)
    with DeskFile(beside(record)) as file, _alone(record) as alone:
        if not alone:
            return
        prepare()
        tagger = None
        if model:
            try:
                tagger = load_tagger()
            except ModelError as error:
                _log.warning("%s", error)
        until = time.monotonic() + _IDLE_SECONDS
        while time.monotonic() < until:
            try:
                if read_next(file, record, tagger) or settle_next(record):
                    until = time.monotonic() + _IDLE_SECONDS
                else:
                    time.sleep(_LOOK_SECONDS)
            except Busy:
                time.sleep(_BUSY_SECONDS)


def _end_with_the_desk() -> None:
    sys.stdin.buffer.read()
    os._exit(0)  # in the middle of whatever it is: transactions are kept whole or not at all


@contextmanager
def _alone(record: Path) -> Iterator[bool]:
    """Whether this process may read; the lock goes when the process does, even if it is killed."""
    path = beside(record)
    with path.with_name(path.name + ".lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            yield False
        else:
            yield True
