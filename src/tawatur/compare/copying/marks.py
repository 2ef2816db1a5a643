"""The fingerprints of many reports, and which of them stand in several."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tawatur.compare.fingerprints import Words, prints

_MOST = 255  # to which fingerprints are counted
_PLACES = 4  # of the filter for a fingerprint, at least


@dataclass(slots=True, frozen=True)
class Filter:
    """A counting filter (Fan et al. 2000) that says at least how often each of many fingerprints is there: nine in ten
    stand in one report only, and few of these need to be looked at again."""

    _counts: bytearray

    @classmethod
    def of(cls, found: Iterable[Sequence[int]]) -> Filter:
        """All these fingerprints, counted."""
        found = list(found)
        counts = bytearray(1 << max(10, (_PLACES * sum(map(len, found))).bit_length()))
        last = len(counts) - 1
        for one in found:
            for mark in one:
                if counts[mark & last] < _MOST:
                    counts[mark & last] += 1
        return cls(counts)

    def often(self, marks: Iterable[int], least: int) -> list[int]:
        """Those of some fingerprints that may stand in so many reports, 255 at most; all that do are among them."""
        counts, last = self._counts, len(self._counts) - 1
        return [mark for mark in marks if counts[mark & last] >= least]

    def places(self, rows: Sequence[int]) -> list[int]:
        """Where the fingerprints that may stand in two reports are among those of a report's words; all that do are."""
        counts, last = self._counts, len(self._counts) - 1
        return [i for i, mark in enumerate(rows) if counts[mark & last] > 1]


@dataclass(slots=True, frozen=True)
class Marks:
    """The fingerprints of each report, in order of time, and how often each may be there."""

    prints: Mapping[str, array[int]]
    filter: Filter

    @classmethod
    def of(cls, words: Mapping[str, Words], standing: Iterable[str]) -> Marks:
        """The fingerprints of these reports."""
        return cls.counted({name: prints(words[name]) for name in standing})

    @classmethod
    def counted(cls, found: Mapping[str, array[int]]) -> Marks:
        """These fingerprints of each report, counted."""
        return cls(found, Filter.of(found.values()))

    def told(self, before: Mapping[str, Words], after: Mapping[str, Words]) -> Marks:
        """The same where words have fewer fingerprints than before, since habits are none."""
        changed = {name: prints(after[name]) for name in self.prints if after[name] is not before[name]}
        return Marks({**self.prints, **changed}, self.filter)

    def often(self, name: str, least: int) -> list[int]:
        """The fingerprints of a report that may stand in so many reports, 255 at most; all that do are among them."""
        return self.filter.often(self.prints[name], least)
