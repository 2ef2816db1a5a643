"""Reports brought together: those that share rare words within days, or a dated event. Never all with all.

As rows (key, report, day) this is one join: `found_by` gives the keys of a report, and two reports meet that share
`ENOUGH_KEYS` words within `NEAR` days, or one event. Of what stands under a key, the `NEAREST` before a report count.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from itertools import chain

from tawatur.compare.stories.sketch import Sketch

NEAR = 7  # days
NEAREST = 60
ENOUGH_KEYS = 4
_SHARE = 3  # of a report's words one of so many is enough, where it has few


def found_by(one: Sketch) -> tuple[list[str], list[str]]:
    """The words and the events by which a report is found."""
    return list(one.keys), sorted({f"{kind} {entity} {day}" for kind, entity, day in one.events})


def needed(one: Sketch) -> int:
    """How many words another report must share with this one to meet it."""
    return min(ENOUGH_KEYS, max(1, len(one.keys) // _SHARE))


class Meeting:
    """Reports by what they are found by; they come in order of time."""

    def __init__(self) -> None:
        self._days: list[int | None] = []
        self._names: list[str] = []
        self._words: dict[str, list[int]] = defaultdict(list)
        self._events: dict[str, list[int]] = defaultdict(list)

    def add(self, one: Sketch, common: Mapping[str, int]) -> list[str]:
        """The reports before this one that meet it, each once; it is then found itself.

        `common`: in how many reports a word stands; what stands in one brings nobody.
        """
        words, events = found_by(one)
        day = one.days[0] if one.days else None
        number = len(self._names)
        postings = [self._words[word] for word in words if common.get(word, 1) > 1]
        shared = Counter(chain.from_iterable([posting[-NEAREST:] for posting in postings]))
        for posting in postings:
            posting.append(number)
        enough = needed(one)
        met = {other for other, keys in shared.items() if keys >= enough and self._near(day, other)}
        for event in events:
            posting = self._events[event]
            met.update(posting[-NEAREST:])
            posting.append(number)
        self._days.append(day)
        self._names.append(one.report)
        return [self._names[other] for other in sorted(met)]

    def _near(self, day: int | None, other: int) -> bool:
        then = self._days[other]
        return day is None or then is None or abs(day - then) <= NEAR
