"""Names that many bear: how their spellings divide, and how usual each is (language/names/known.tsv)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from tawatur.names.data import lines
from tawatur.names.letters import ARABIC, LATIN

LEAST = 3  # times a spelling is met before it says which name it spells
_NONE: dict[str, float] = {}


class Known:
    """The table of usual names: an Arabic name, how often it is borne, and its Latin spellings with their counts."""

    def __init__(self) -> None:
        self._counts: dict[str, int] = {}
        self._written: dict[str, str] = {}  # the spellings of each name as the table has them
        self._spellings: defaultdict[str, dict[str, int]] = defaultdict(dict)
        for line in lines("names", "known.tsv"):
            name, count, *spelt = line.split("\t")
            self._counts[name] = int(count)
            self._written[name] = spelt[0] if spelt else ""
            for latin, times in _counted(self._written[name]):
                self._spellings[latin][name] = times
        self._ones: dict[str, dict[str, float]] = {}
        self._shares: dict[str, dict[str, float]] = {}  # filled as names are asked for
        self.total = sum(self._counts.values())

    def spelt(self, letters: str, script: str) -> tuple[dict[str, float], float]:
        """The Arabic names that a word spells, with their shares (none where it is rare); the share of its bearers."""
        if script == ARABIC:
            count = self._counts.get(letters, 0)
            return self._one(letters) if count >= LEAST else _NONE, (count + 0.5) / self.total if count else 0.0
        if script != LATIN or letters not in self._spellings:
            return _NONE, 0.0
        found = self._spellings[letters]
        if len(found) == 1:
            [(name, times)] = found.items()
            return self._one(name) if times >= LEAST else _NONE, (self._counts[name] + 0.5) / self.total
        times = sum(found.values())
        shares = {name: n / times for name, n in found.items()}
        bearers = sum(share * self._counts[name] for name, share in shares.items())
        return (shares if times >= LEAST else _NONE), (bearers + 0.5) / self.total

    def _one(self, name: str) -> dict[str, float]:
        """What a word spells that spells one name only: the same for all that do."""
        return self._ones.get(name) or self._ones.setdefault(name, {name: 1.0})

    def knows(self, letters: str, script: str) -> bool:
        """Whether a word spells a name that is met often enough to be told."""
        if script == ARABIC:
            return self._counts.get(letters, 0) >= LEAST
        return script == LATIN and letters in self._spellings and sum(self._spellings[letters].values()) >= LEAST

    def count(self, name: str) -> int:
        """How often an Arabic name in plain letters is met; 0 where it is not known."""
        return self._counts.get(name, 0)

    def latin(self, name: str) -> dict[str, float]:
        """The Latin spellings of an Arabic name with their shares; none where it is rare."""
        found = self._shares.get(name)
        if found is None:
            found = self._shares[name] = self._spelt(name) if self._counts.get(name, 0) >= LEAST else {}
        return found

    def _spelt(self, name: str) -> dict[str, float]:
        spelt = dict(_counted(self._written[name]))
        times = sum(spelt.values())
        return {latin: n / times for latin, n in spelt.items()}


def _counted(written: str) -> Iterator[tuple[str, int]]:
    """Spellings and how often each is met: `mohamed:12 mohammed:9`."""
    for pair in written.split():
        latin, _, times = pair.rpartition(":")
        yield latin, int(times)


@cache
def known() -> Known:
    """The table, loaded once a process."""
    return Known()
