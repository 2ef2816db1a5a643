"""Things that the processes of one desk hand each other: a file each, in a folder that is theirs alone and goes with
them."""

from __future__ import annotations

import pickle
from collections.abc import Hashable
from contextlib import suppress
from hashlib import blake2b
from itertools import count
from os import getpid
from pathlib import Path
from threading import get_ident
from typing import Any

MOST = 200_000_000  # bytes of all files
_LOOKED = 200  # things that are put before it is looked whether they are too much


class Handed:
    """What processes made that share `folder`, by what was asked for. Nobody else can write to it: what is read there
    is believed. Where a file cannot be read or written, it is as if nothing had been handed."""

    def __init__(self, folder: Path, most: int = MOST) -> None:
        self._folder = folder
        self._most = most
        self._put = count(1)

    def get(self, asked: Hashable) -> Any:
        """What was made last; None where nothing was."""
        with suppress(OSError, EOFError, pickle.UnpicklingError):
            return pickle.loads(self._path(asked).read_bytes())
        return None

    def put(self, asked: Hashable, made: Any) -> None:
        """Hand something to the others, for what was there before; of too much, what is oldest goes."""
        path = self._path(asked)
        mine = path.with_suffix(f".{getpid()}-{get_ident()}")
        with suppress(OSError):
            mine.write_bytes(pickle.dumps(made, pickle.HIGHEST_PROTOCOL))
            mine.replace(path)  # the others see all of it or nothing
        if next(self._put) % _LOOKED == 0:
            self._forget()

    def _forget(self) -> None:
        with suppress(OSError):
            found = [(path.stat(), path) for path in self._folder.glob("*.made")]
            left = sum(stat.st_size for stat, _ in found)
            for stat, path in sorted(found, key=lambda f: f[0].st_mtime):
                if left <= self._most:
                    break
                path.unlink(missing_ok=True)
                left -= stat.st_size

    def _path(self, asked: Hashable) -> Path:
        return self._folder / (blake2b(repr(asked).encode(), digest_size=16).hexdigest() + ".made")
