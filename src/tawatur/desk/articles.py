"""What pages say, kept as HTML for the next reader: nothing of one reader alone, nothing that is no longer so."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from markupsafe import Markup

MOST = 48_000_000  # characters that are kept
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Article(Generic[T]):
    """A page without its frame, the same for all readers of one language and those digits; `about`: what the frame
    needs of it."""

    title: str
    html: Markup
    about: T


Look = Callable[[], tuple[object, Callable[[], Article[T]]]]


@dataclass(slots=True)
class _Kept:
    revision: Hashable
    rests: object
    article: Article[Any]
    size: int


class Articles:
    """The articles read last, by what was asked for.

    An article holds as long as the record is of the revision that it was looked at in. After any write, what the
    article rests on is gathered again: where that is what it was, the article holds for the new revision too. So one
    report more costs a page that it does not concern a look at the record, and no rendering.
    """

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._size = 0
        self._kept: OrderedDict[Hashable, _Kept] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, asked: Hashable, revision: Hashable, look: Look[T]) -> Article[T]:
        """The article that is `asked` for: kept, or made now and kept. `revision`: the state of the record; `look`
        gives all that the article rests on in that state, compared by ==, and what makes the article of it."""
        with self._lock:
            kept = self._kept.get(asked)
            if kept is not None:
                self._kept.move_to_end(asked)
                if kept.revision == revision:
                    return kept.article
        rests, make = look()  # outside the lock: two threads may make the same
        article = kept.article if kept is not None and kept.rests == rests else make()
        self._keep(asked, _Kept(revision, rests, article, len(article.html) + len(str(asked))))
        return article

    def _keep(self, asked: Hashable, kept: _Kept) -> None:
        with self._lock:
            was = self._kept.pop(asked, None)
            self._size += kept.size - (was.size if was is not None else 0)
            self._kept[asked] = kept
            while self._size > self._most and self._kept:
                _, gone = self._kept.popitem(last=False)
                self._size -= gone.size
