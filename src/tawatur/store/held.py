"""Lists that were made once, and hold until something is written that they show or would show."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeVar

from tawatur.store.kept import Recent
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


class Shared(Protocol):
    """By what processes hand each other what they made (desk/handed.py)."""

    def get(self, asked: Hashable) -> Any:
        """What was made last; None where nothing was."""

    def put(self, asked: Hashable, made: Any) -> None:
        """Hand something to the others, for what was there before."""


class Held(Generic[T]):
    """Lists, those used last, of `most` characters in all; shared by threads and pages: they must not be changed.

    A list holds as long as no row of it was written, none that was written belongs in it now, and all that it names is
    called so still. `shared`: by what the lists of this process are those of others too, which must hash words alike.
    """

    shared: Shared | None = None

    def __init__(self, most: int, rows: Callable[[Changes], Sequence[int]]) -> None:
        """`rows`: those of some changes that the lists are of."""
        self._rows = rows
        self._lists: Recent[_Held[T]] = Recent(most)

    def get(
        self,
        asked: Hashable,
        touched: Touched,
        belongs: Callable[[Sequence[int]], bool],
        make: Callable[[], Made[T]],
        size: int,
    ) -> T:
        """The list that is asked for. `belongs`: whether any of some rows is in it now; `size`: characters of it,
        about."""
        held = self._lists.get(asked)
        if held is not None and self._stands(held, touched, belongs):
            return held.made.value
        shared = Held.shared
        held = shared.get(asked) if shared is not None else None
        if held is None or not self._stands(held, touched, belongs):
            held = _Held(make(), touched.revision())  # two threads may make the same
            if shared is not None:
                shared.put(asked, held)
        self._lists.put(asked, held, size + len(held.made.reach))
        return held.made.value

    def _stands(self, held: _Held[T], touched: Touched, belongs: Callable[[Sequence[int]], bool]) -> bool:
        changes = touched.since(held.revision)
        if changes is None or not _holds(held.made, changes, self._rows(changes), belongs):
            return False
        held.revision = touched.revision()
        return True


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
