"""What was made for one page, kept for the next: making objects of JSON costs most of what a page costs."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

T = TypeVar("T")


class Recent(Generic[T]):
    """What was used last, of `most` characters in all, shared by threads. What is larger drives all out and goes."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._size = 0
        self._kept: OrderedDict[Hashable, tuple[T, int]] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, key: Hashable) -> T | None:
        """What is kept under a key."""
        with self._lock:
            found = self._kept.get(key)
            if found is None:
                return None
            self._kept.move_to_end(key)
            return found[0]

    def put(self, key: Hashable, value: T, size: int) -> None:
        """Keep what has so many characters under a key, for what was there before."""
        with self._lock:
            _, was = self._kept.pop(key, (None, 0))
            self._size += size - was
            self._kept[key] = value, size
            while self._size > self._most:
                _, (_, freed) = self._kept.popitem(last=False)
                self._size -= freed

    def __len__(self) -> int:
        return len(self._kept)


class Kept(Generic[T]):
    """What was made of texts, those used last, of `most` characters in all. What it gives is shared by threads and by
    pages, and must not be changed. It is known by the whole text it was made of, so that it is never out of date."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._made: Recent[tuple[T]] = Recent(most)

    def get(self, name: Hashable, text: str, make: Callable[[], T], size: int = 0) -> T:
        """What is made of the text that is called so: made now, or kept since it was. `size`: characters of what is
        made, where they are more than those of the text."""
        key = name, len(text), hash(text)
        size = max(size, len(text))
        found = self._made.get(key)
        if found is not None:
            return found[0]
        made = make()  # two threads may make the same, and one of the two is kept
        if size <= self._most:  # what is larger would drive out all the rest
            self._made.put(key, (made,), size)
        return made

    def __len__(self) -> int:
        return len(self._made)
