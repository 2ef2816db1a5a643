"""What pages say, kept as HTML for the next reader: nothing of one reader alone, nothing that is no longer so."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from tawatur.desk.handed import Handed
from tawatur.desk.packing import Packed
from tawatur.store.kept import Recent
from tawatur.store.touched import MadeOf, Touched

MOST = 100_000_000  # bytes that are kept
_KEY = 8  # bytes that a key takes
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Article(Generic[T]):
    """A page without its frame, the same for all readers of one language and those digits; `about`: what the frame
    needs of it; `rests`: what it rests on, where that is known only now that it is made."""

    title: str
    html: Packed
    about: T
    rests: MadeOf | None = None


Look = Callable[[], tuple[object, Callable[[], Article[T]]]]


@dataclass(slots=True)
class _Kept:
    revision: int
    rests: object
    article: Article[Any]

    def stands(self, touched: Touched) -> bool:
        """Whether none of the rows that the article rests on was written since it was looked at."""
        if not isinstance(self.rests, MadeOf):
            return False
        changes = touched.since(self.revision)  # None of a state that this page does not see yet
        return changes is not None and changes.keys.isdisjoint(self.rests.keys)


class Articles:
    """The articles read last, by what was asked for, of this process or, where they are handed on, of all.

    An article holds as long as no row that it rests on is written. Where one was, or nobody knows, what the article
    rests on is gathered again: where that is what it was, the article holds for the new state too. So one report more
    costs a page that it does not concern nothing, and one that it nearly concerns a look at the record.
    """

    def __init__(self, handed: Handed | None = None, most: int = MOST) -> None:
        """`handed`: by what the processes of a desk hand each other what they made. They must hash words alike."""
        self._kept: Recent[_Kept] = Recent(most)
        self._handed = handed

    def get(self, asked: Hashable, touched: Touched, look: Look[T]) -> Article[T]:
        """The article that is `asked` for: kept, or made now and kept. `touched`: what was written, and the state of
        the record; `look` gives all that the article rests on in that state, compared by == (None where the article
        itself says that), and what makes the article of it."""
        revision = touched.revision()
        kept = self._kept.get(asked)
        if kept is not None and (kept.revision == revision or kept.stands(touched)):
            kept.revision = revision
            return kept.article
        theirs: _Kept | None = self._handed.get(asked) if self._handed is not None else None
        if theirs is not None and theirs.stands(touched):
            theirs.revision = revision
            self._keep(asked, theirs)
            return theirs.article
        rests, make = look()  # two threads may make the same
        same = kept is not None and rests is not None and kept.rests == rests
        article = kept.article if kept is not None and same else make()
        made = _Kept(revision, article.rests or rests, article)
        self._keep(asked, made)
        if self._handed is not None and isinstance(made.rests, MadeOf):
            self._handed.put(asked, made)
        return article

    def _keep(self, asked: Hashable, made: _Kept) -> None:
        self._kept.put(asked, made, _size(asked, made.rests, made.article))


def _size(asked: Hashable, rests: object, article: Article[Any]) -> int:
    keys = len(rests.keys) if isinstance(rests, MadeOf) else 0
    return len(article.html.data) + len(article.html.blocks) + len(str(asked)) + _KEY * keys
