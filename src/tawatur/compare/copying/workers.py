"""Work spread over processes: the same results, in the same order, for any number of them."""

from __future__ import annotations

import gc
import multiprocessing
import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import Any, TypeVar

from tawatur.errors import TawaturError

_ROUND = 16  # jobs a process does before another takes its place
J = TypeVar("J")
R = TypeVar("R")
_held: list[tuple[Callable[[Any], Any], Sequence[Any]]] = []  # what the processes inherit: never sent to them


def processes(workers: int) -> int:
    """How many processes to use: as many as are asked for, 0 for one a core that this process may use."""
    return workers or len(os.sched_getaffinity(0) if hasattr(os, "sched_getaffinity") else range(os.cpu_count() or 1))


def spread(task: Callable[[J], R], jobs: Sequence[J], workers: int) -> Iterator[R]:
    """What `task` gives for each job, in their order; in this process where one worker is enough or none can be forked.

    The processes are forked, so that `task` and what it holds need not be sent; its results are. A page of memory that
    a process looks at becomes its own: so it is let go after some jobs, and others go on.
    TawaturError: a process was ended from outside, as a system does that runs out of memory.
    """
    workers = min(processes(workers), len(jobs))
    if workers < 2 or "fork" not in multiprocessing.get_all_start_methods():
        yield from map(task, jobs)
        return
    for first in range(0, len(jobs), workers * _ROUND):
        yield from _round(task, jobs[first : first + workers * _ROUND], workers)


def _round(task: Callable[[J], R], jobs: Sequence[J], workers: int) -> list[R]:
    _held.append((task, jobs))
    gc.freeze()  # the memory of what stands is shared as long as nobody walks over it
    try:
        with ProcessPoolExecutor(workers, multiprocessing.get_context("fork"), gc.disable) as pool:
            return list(pool.map(_run, range(len(jobs))))
    except BrokenProcessPool as error:
        raise TawaturError(
            "A worker process was ended from outside while copies were looked for, perhaps for want of memory;"
            " close other programs or use --workers 1."
        ) from error
    finally:
        gc.unfreeze()
        _held.pop()


def _run(number: int) -> Any:
    task, jobs = _held[-1]
    return task(jobs[number])
