"""Groups that grow by joining (union-find), the same whatever the order of joining."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable
from typing import Any, Generic, Protocol, TypeVar


class _Ordered(Hashable, Protocol):
    def __lt__(self, other: Any, /) -> bool: ...


T = TypeVar("T", bound=_Ordered)


class Groups(Generic[T]):
    """Items in groups; a group is named by its smallest item."""

    def __init__(self, items: Iterable[T] = ()) -> None:
        self._head: dict[T, T] = {item: item for item in items}

    def find(self, item: T) -> T:
        """The smallest item of an item's group."""
        head = self._head.setdefault(item, item)
        while head != self._head[head]:
            self._head[head] = self._head[self._head[head]]
            head = self._head[head]
        self._head[item] = head
        return head

    def join(self, a: T, b: T) -> None:
        """Make one group of two items' groups."""
        a, b = self.find(a), self.find(b)
        if a != b:
            low, high = (a, b) if a < b else (b, a)
            self._head[high] = low

    def all(self) -> list[list[T]]:
        """Every group, sorted, by its smallest item."""
        gathered: dict[T, list[T]] = defaultdict(list)
        for item in self._head:
            gathered[self.find(item)].append(item)
        return [sorted(gathered[head]) for head in sorted(gathered)]
