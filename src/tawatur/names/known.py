"""Names that many bear: how their spellings divide, and how usual each is (language/names/known.tsv)."""

from __future__ import annotations

from collections import defaultdict
from functools import cache

from tawatur.names.data import lines
from tawatur.names.letters import ARABIC, LATIN

LEAST = 3  # times a spelling is met before it says which name it spells


class Known:
    """The table of usual names: an Arabic name, how often it is borne, and its Latin spellings with their counts."""

    def __init__(self) -> None:
        self._counts: dict[str, int] = {}
        self._spellings: defaultdict[str, dict[str, int]] = defaultdict(dict)
        for line in lines("names", "known.tsv"):
            name, count, *spelt = line.split("\t")
            self._counts[name] = int(count)
            for pair in spelt[0].split() if spelt else ():
                latin, _, times = pair.rpartition(":")
                self._spellings[latin][name] = int(times)
        self._latin: defaultdict[str, dict[str, int]] = defaultdict(dict)
        self._shares: dict[str, dict[str, float]] = {}  # filled as names are asked for
        self.total = sum(self._counts.values())

    def spelt(self, letters: str, script: str) -> tuple[dict[str, float], float]:
        """The Arabic names that a word spells, with their shares (none where it is rare); the share of its bearers."""
        if script == ARABIC:
            count = self._counts.get(letters, 0)
            return ({letters: 1.0} if count >= LEAST else {}), (count + 0.5) / self.total if count else 0.0
        if script != LATIN or letters not in self._spellings:
            return {}, 0.0
        found = self._spellings[letters]
        times = sum(found.values())
        shares = {name: n / times for name, n in found.items()}
        bearers = sum(share * self._counts[name] for name, share in shares.items())
        return (shares if times >= LEAST else {}), (bearers + 0.5) / self.total

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
        if not self._latin:
            for latin, names in self._spellings.items():
                for arabic, times in names.items():
                    self._latin[arabic][latin] = times
        spelt = self._latin.get(name, {})
        times = sum(spelt.values())
        return {latin: n / times for latin, n in spelt.items()}


@cache
def known() -> Known:
    """The table, loaded once a process."""
    return Known()
