"""Lists that were made once, and hold until something is written that they show or would show."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from tawatur.store.shelf.rows import Count
from tawatur.store.touched import THING, Changes, Touched, row_key

T = TypeVar("T")
_MANY = 40  # rows that were written: to ask of more whether they are in a list costs more than the list


@dataclass(frozen=True, slots=True)
class Made(Generic[T]):
    """A list as it was made: `reach`, the rows that it is over, as `bits`; the keys of the names that it shows."""

    value: T
    reach: bytes
    names: frozenset[int]


@dataclass(slots=True)
class _Held(Generic[T]):
    made: Made[T]
    revision: int
    size: int


class Held(Generic[T]):
    """Lists, those used last, of `most` characters in all; shared by threads and pages: they must not be changed.

    A list holds as long as no row of it was written, none that was written belongs in it now, and all that it names is
    called so still.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._size = 0
        self._lists: OrderedDict[Hashable, _Held[T]] = OrderedDict()
        self._lock = threading.Lock()

    def get(
        self,
        asked: Hashable,
        touched: Touched,
        rows: Callable[[Changes], Sequence[int]],
        belongs: Callable[[Sequence[int]], bool],
        make: Callable[[], Made[T]],
        size: int,
    ) -> T:
        """The list that is asked for. `rows`: those of some changes that such lists are of; `belongs`: whether any of
        some rows is in this one now; `size`: characters of it, about."""
        now = touched.revision()
        with self._lock:
            held = self._lists.get(asked)
            if held is not None:
                self._lists.move_to_end(asked)
        if held is not None:
            changes = touched.since(held.revision)
            if changes is not None and _holds(held.made, changes, rows(changes), belongs):
                held.revision = now
                return held.made.value
        made = make()  # outside the lock: two threads may make the same
        self._hold(asked, _Held(made, now, size + len(made.reach)))
        return made.value

    def _hold(self, asked: Hashable, held: _Held[T]) -> None:
        with self._lock:
            was = self._lists.pop(asked, None)
            self._size += held.size - (was.size if was is not None else 0)
            self._lists[asked] = held
            while self._size > self._most:
                _, gone = self._lists.popitem(last=False)
                self._size -= gone.size


def bits(rows: Iterable[int]) -> bytes:
    """A set of rows as bits."""
    found = bytearray()
    for row in rows:
        if row >> 3 >= len(found):
            found.extend(bytes((row >> 3) + 1 - len(found)))
        found[row >> 3] |= 1 << (row & 7)
    return bytes(found)


def _has(reach: bytes, row: int) -> bool:
    return row >> 3 < len(reach) and bool(reach[row >> 3] >> (row & 7) & 1)


def names_of(*counts: Iterable[Count]) -> frozenset[int]:
    """The keys of the names that a list shows."""
    return frozenset(row_key(THING, count.value) for some in counts for count in some)


def _holds(made: Made[T], changes: Changes, rows: Sequence[int], belongs: Callable[[Sequence[int]], bool]) -> bool:
    if len(rows) > _MANY or not changes.keys.isdisjoint(made.names) or any(_has(made.reach, row) for row in rows):
        return False
    return not rows or not belongs(rows)
