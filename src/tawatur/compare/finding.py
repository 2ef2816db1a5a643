"""How tellings of one event find each other: by what they name, the nearest in time first."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable

from tawatur.compare.sight import Sight
from tawatur.compare.timing import exclude

WINDOW = 40  # tellings found by one key that each is compared with: the nearest before it, in `order_of`


def keys_of(sight: Sight) -> list[str]:
    """What a telling is found by: its kind with each thing it names, by id or in words, and with its story."""
    keys = {f"{sight.kind}|story|{sight.story}" if sight.story else f"{sight.kind}|report|{sight.report}"}
    for refs in sight.refs.values():
        for ref in refs:
            keys.add(f"{sight.kind}|entity|{ref.id}" if ref.id else f"{sight.kind}|words|{' '.join(sorted(ref.stems))}")
    return sorted(keys)


def day_of(sight: Sight) -> int:
    """The day tellings are ordered by: the event's own, else its report's; 0 where neither is known."""
    if sight.when and sight.when.first:
        return sight.when.first.toordinal()
    return sight.day.toordinal() if sight.day else 0


def order_of(sight: Sight) -> tuple[int, str]:
    """The order of the tellings that one key finds: by day, those of a day by their keys."""
    return day_of(sight), sight.key


def may_be_one(a: Sight, b: Sight) -> bool:
    """Whether two tellings of one kind are worth a comparison: not where the days they give exclude each other."""
    return not (a.said and b.said and a.firm and b.firm and exclude(a.kind, a.said, b.said))


class Neighbours:
    """The last tellings under each key, as they are added in order."""

    def __init__(self) -> None:
        self._last: dict[str, deque[Sight]] = defaultdict(lambda: deque(maxlen=WINDOW))

    def before(self, sight: Sight) -> Iterable[Sight]:
        """Those that a telling is compared with, each once."""
        found: dict[str, Sight] = {}
        for key in keys_of(sight):
            for other in self._last.get(key, ()):
                found[other.key] = other
        return [other for other in found.values() if may_be_one(sight, other)]

    def add(self, sight: Sight) -> None:
        """Let later tellings find this one."""
        for key in keys_of(sight):
            self._last[key].append(sight)
