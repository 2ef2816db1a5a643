"""What is known over all reports at once: how common names are and where papers are at home.

The one thing that the profile of a report asks of other reports. It is counted once, grows and shrinks by one report,
and is kept as JSON.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from tawatur.compare.entities.naming import Name, called
from tawatur.compare.entities.seats import countries_named, home_of, paper_of
from tawatur.language.loader import load
from tawatur.language.outlets import outlet_home
from tawatur.record.types import Reading

COMMON = 0.02  # of the reports; what more of them name is no company that tells two persons apart
COMMON_AT_LEAST = 12  # reports


class Statistics:
    """Counts over reports: `reports`, in how many each entity id stands, how many of their persons bear each full name,
    and of each outlet which countries its reports are about."""

    def __init__(self, readings: Iterable[Reading] = ()) -> None:
        self.reports = 0
        self._named_in: Counter[str] = Counter()
        self._bearers: Counter[Name] = Counter()
        self._parts: Counter[str] = Counter()  # different full names that have a word
        self._about: defaultdict[str, Counter[str]] = defaultdict(Counter)
        self._papers: dict[str, str | None] = {}
        for reading in readings:
            self.add(reading)

    def add(self, reading: Reading) -> None:
        """Count a report."""
        self._count(reading, 1)

    def remove(self, reading: Reading) -> None:
        """Count a report, which was counted before, no more."""
        self._count(reading, -1)

    def _count(self, reading: Reading, sign: int) -> None:
        self.reports += sign
        for entity in reading.entities:
            self._named_in[entity.id] += sign
            for name in called(entity).names if entity.type == "person" else ():
                if len(name) > 1:
                    self._bear(name, sign)
        outlet = reading.report.outlet
        if outlet and (home := home_of(countries_named(reading))):
            self._about[outlet][home] += sign
            self._papers.pop(outlet, None)

    def _bear(self, name: Name, sign: int) -> None:
        before = self._bearers[name]
        self._bearers[name] += sign
        if not before or not self._bearers[name]:
            for word in set(name):
                self._parts[word] += sign
        if not self._bearers[name]:
            del self._bearers[name]

    def tells(self, ident: str) -> bool:
        """Whether few enough reports name an entity that being named beside it says who somebody is."""
        return self._named_in[ident] <= max(COMMON_AT_LEAST, COMMON * self.reports)

    def namesakes(self, name: Name) -> float:
        """How many others who bear a person's full name are to be expected among the persons of the reports, by chance.

        The number of different full names, times how often each part of the name stands in them: a common first name
        before the name of a large tribe is borne by many, a rare one by one (Winkler's frequency-based weights, 1989).
        """
        return expected(name, self._parts, len(self._bearers)) if name in self._bearers else 0.0

    def paper(self, outlet: str | None) -> str | None:
        """The country of an outlet, which its reports are about far more than about any other, or else the lists give
        it; None where none is.

        A paper calls the ministries of its country by their names alone, as all papers do at home.
        """
        if not outlet:
            return None
        if outlet not in self._papers:
            told = paper_of(self._about[outlet]) if outlet in self._about else None
            self._papers[outlet] = told or outlet_home(load("arabic"), outlet)
        return self._papers[outlet]

    def dump(self) -> dict[str, Any]:
        """The counts as JSON has them."""
        return {
            "reports": self.reports,
            "named_in": {i: n for i, n in sorted(self._named_in.items()) if n},
            "bearers": {" ".join(name): n for name, n in sorted(self._bearers.items())},
            "about": {
                o: kept for o, c in sorted(self._about.items()) if (kept := {k: n for k, n in sorted(c.items()) if n})
            },
        }

    @classmethod
    def load(cls, raw: dict[str, Any]) -> Statistics:
        """The counts that `dump` gave."""
        found = cls()
        found.reports = raw["reports"]
        found._named_in = Counter(raw["named_in"])
        found._bearers = Counter({tuple(name.split()): n for name, n in raw["bearers"].items()})
        found._parts = Counter(word for name in found._bearers for word in set(name))
        for outlet, counts in raw["about"].items():
            found._about[outlet] = Counter(counts)
        return found


def expected(name: Name, parts: Mapping[str, int], full: int) -> float:
    """How many others bear a full name by chance, of so many different `full` names; `parts`: of those that have each
    word."""
    chance = 1.0
    for word in name:
        chance *= (parts[word] - 1) / full
    return chance * full
