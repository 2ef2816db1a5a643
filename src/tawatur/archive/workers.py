"""Worker processes of one machine."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import islice
from multiprocessing import get_context
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")
_AHEAD = 2  # items a worker has before it


class Workers:
    """A pool that starts when it is first needed. Processes are spawned: a forked one would inherit the threads of the
    database half alive."""

    def __init__(self, count: int = 0) -> None:
        self.count = count or os.cpu_count() or 1
        self._pool: ProcessPoolExecutor | None = None

    def each(self, function: Callable[[T], R], items: Iterable[T]) -> Iterator[R]:
        """What a function makes of each item, in the items' order, with few items on the way at a time."""
        if self.count == 1:
            yield from map(function, items)
            return
        if self._pool is None:
            self._pool = ProcessPoolExecutor(self.count, mp_context=get_context("spawn"))
        rest = iter(items)
        waiting: deque[Future[R]] = deque(self._pool.submit(function, i) for i in islice(rest, _AHEAD * self.count))
        while waiting:
            result = waiting.popleft().result()
            waiting.extend(self._pool.submit(function, i) for i in islice(rest, 1))
            yield result

    def close(self) -> None:
        """End the processes; what they had begun is given up."""
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)
            self._pool = None
