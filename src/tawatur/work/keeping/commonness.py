"""How common words and names are among the reports of a record, looked up when it is asked for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from tawatur.compare.stories.outline import Outline
from tawatur.compare.stories.sketch import Commonness
from tawatur.store.meetings import Meetings
from tawatur.work.keeping.hashes import mark

_OUTLINED = mark("outlined")


class Counts(Mapping[str, int]):
    """In how many reports each word stands; of those that were asked for, `ask` looks up many at once."""

    def __init__(self, meetings: Meetings, kind: str) -> None:
        self._meetings = meetings
        self._kind = kind
        self._known: dict[str, int] = {}

    def ask(self, words: Iterable[str]) -> None:
        marks = {mark(self._kind, word): word for word in words if word not in self._known}
        found = self._meetings.counts(marks)
        self._known.update({word: found.get(key, 0) for key, word in marks.items()})

    def __getitem__(self, word: str) -> int:
        if word not in self._known:
            self.ask([word])
        return max(1, self._known[word])

    def __iter__(self) -> Iterator[str]:
        return iter(self._known)

    def __len__(self) -> int:
        return len(self._known)


def kept_commonness(meetings: Meetings, outlines: Iterable[Outline]) -> Commonness:
    """What is common among the reports of a record, ready for these outlines."""
    words, names = Counts(meetings, "word"), Counts(meetings, "name")
    for one in outlines:
        words.ask({*one.words, *one.title})
        names.ask(one.names)
    return Commonness(meetings.counts([_OUTLINED]).get(_OUTLINED, 0), words, names)


def count(meetings: Meetings, outlines: Iterable[Outline], sign: int = 1) -> None:
    """Count these reports, or with `sign` -1 count them no more."""
    more: Counter[int] = Counter()
    for one in outlines:
        more[_OUTLINED] += sign
        more.update({mark("word", word): sign for word in one.words})
        more.update({mark("name", name): sign for name in one.names})
    meetings.add_counts(more)
