"""What was made of rows of a record, kept for the next page: making it of JSON costs most of what a page costs."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

T = TypeVar("T")


class Kept(Generic[T]):
    """What was made of texts, those used last, of `most` characters in all. What it gives is shared by threads and by
    pages, and must not be changed. It is known by the whole text it was made of, so that it is never out of date."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._size = 0
        self._made: OrderedDict[Hashable, tuple[T, int]] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, name: Hashable, text: str, make: Callable[[], T], size: int = 0) -> T:
        """What is made of the text that is called so: made now, or kept since it was. `size`: characters of what is
        made, where they are more than those of the text."""
        key = name, len(text), hash(text)
        size = max(size, len(text))
        with self._lock:
            found = self._made.get(key)
            if found is not None:
                self._made.move_to_end(key)
                return found[0]
        made = make()  # outside the lock: two threads may make the same, and one of the two is kept
        with self._lock:
            if key not in self._made and size <= self._most:
                self._made[key] = made, size
                self._size += size
            while self._size > self._most:
                _, (_, freed) = self._made.popitem(last=False)
                self._size -= freed
        return made

    def __len__(self) -> int:
        return len(self._made)
