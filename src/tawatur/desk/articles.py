"""What a page says, kept as HTML for the next reader of it, as long as the record stands as it is."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

from markupsafe import Markup

from tawatur.record.types import Story

MOST = 24_000_000  # characters that are kept
Key = tuple[int, str, str, str]  # revision of the record, story, language, digits


@dataclass(frozen=True, slots=True)
class Article:
    """A story's page without its frame; nothing in it is of one reader alone."""

    title: str
    story: Story
    html: Markup


class Articles:
    """The articles read last, by the state of the record that they are of: a write makes all of them out of date."""

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._size = 0
        self._kept: OrderedDict[Key, Article] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, key: Key, make: Callable[[], Article]) -> Article:
        """The article of that key: kept, or made now and kept."""
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
        made = make()  # outside the lock: two threads may make the same
        with self._lock:
            if key not in self._kept:
                self._kept[key] = made
                self._size += len(made.html)
            while self._size > self._most and self._kept:
                _, gone = self._kept.popitem(last=False)
                self._size -= len(gone.html)
        return made
