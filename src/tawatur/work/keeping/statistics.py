"""How common names are and where papers are at home, counted in the record instead of in memory."""

from __future__ import annotations

from collections import Counter

from tawatur.compare.entities.naming import Name, called
from tawatur.compare.entities.seats import countries_named, home_of
from tawatur.compare.entities.statistics import COMMON, COMMON_AT_LEAST, Statistics
from tawatur.record.types import Reading
from tawatur.store.meetings import Meetings
from tawatur.work.keeping.hashes import mark

_REPORTS, _NAMES = mark("reports"), mark("full names")
_PAPERS = "papers"


class KeptStatistics(Statistics):
    """What `Statistics` counts, kept in a record: each count is looked up when it is asked for."""

    def __init__(self, meetings: Meetings) -> None:
        super().__init__()
        self._meetings = meetings
        self._counts: dict[int, int] = {}
        self._expected: dict[Name, float] = {}  # namesakes: asked for with every pair that a name brings together
        for outlet, about in meetings.note(_PAPERS).items():
            self._about[outlet] = Counter(about)
        self.reports = self._count_of(_REPORTS)

    def _count_of(self, key: int) -> int:
        if key not in self._counts:
            self._counts[key] = self._meetings.counts([key]).get(key, 0)
        return self._counts[key]

    def _count(self, reading: Reading, sign: int) -> None:
        more = Counter({_REPORTS: sign})
        for entity in reading.entities:
            more[_named(entity.id)] += sign
            for name in called(entity).names if entity.type == "person" else ():
                if len(name) > 1:
                    more[_bears(name)] += sign
                    before = self._count_of(_bears(name)) + more[_bears(name)] - sign
                    if not before or not before + sign:
                        more[_NAMES] += sign
                        more.update({_part(word): sign for word in set(name)})
        self._meetings.add_counts(more)
        for key in more:
            self._counts.pop(key, None)
        self._expected.clear()
        self.reports = self._count_of(_REPORTS)
        outlet = reading.report.outlet
        if outlet and (home := home_of(countries_named(reading))):
            self._about[outlet][home] += sign
            self._papers.pop(outlet, None)
            self._meetings.put_note(_PAPERS, {o: dict(c) for o, c in self._about.items()})

    def tells(self, ident: str) -> bool:
        """Whether few enough reports name an entity that being named beside it says who somebody is."""
        return self._count_of(_named(ident)) <= max(COMMON_AT_LEAST, COMMON * self.reports)

    def namesakes(self, name: Name) -> float:
        """How many others who bear a person's full name are to be expected, as `Statistics` says."""
        if name not in self._expected:
            self._expected[name] = self._namesakes(name)
        return self._expected[name]

    def _namesakes(self, name: Name) -> float:
        if not self._count_of(_bears(name)):
            return 0.0
        full = self._count_of(_NAMES)
        chance = 1.0
        for word in name:
            chance *= (self._count_of(_part(word)) - 1) / full
        return chance * full

    @classmethod
    def fill(cls, meetings: Meetings, counted: Statistics) -> None:
        """Keep what was counted in memory."""
        raw = counted.dump()
        names = [tuple(name.split()) for name in raw["bearers"]]
        more = Counter({_REPORTS: raw["reports"], _NAMES: len(names)})
        more.update({_named(ident): count for ident, count in raw["named_in"].items()})
        more.update({_bears(name): raw["bearers"][" ".join(name)] for name in names})
        more.update(Counter(_part(word) for name in names for word in set(name)))
        meetings.add_counts(more)
        meetings.put_note(_PAPERS, raw["about"])


def _named(ident: str) -> int:
    return mark("named", ident)


def _bears(name: Name) -> int:
    return mark("bears", *name)


def _part(word: str) -> int:
    return mark("part", word)
