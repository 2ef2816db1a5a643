"""Which tellings of a record are compared with each other: some of them as they would be among all."""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache

from tawatur.compare.events.finding import WINDOW, Neighbours, Order
from tawatur.compare.events.sight import key_of
from tawatur.store.tellings import Tellings
from tawatur.work.keeping.hashes import mark


class Windows(Neighbours):
    """Neighbours among some tellings: under each key those that are among the nearest of all that the record has."""

    def __init__(self, tellings: Tellings) -> None:
        super().__init__()
        self._tellings = tellings
        self._many = lru_cache(None)(tellings.many_on)
        self._days = lru_cache(None)(tellings.days_before)

    def first(self, key: str, order: Order, reach: int) -> Order:
        """The place of the first of the nearest before this one."""
        number, (day, own) = mark("event", key), order
        earlier = self._days(number, day - reach, day, WINDOW)
        if len(earlier) + self._many(number, day) <= WINDOW:
            return super().first(key, order, reach)
        told = self._told(number, day)
        before = bisect_left(told, own)
        if before >= WINDOW:
            return day, told[before - WINDOW]
        nearest = earlier[: WINDOW - before]
        if len(nearest) < WINDOW - before:
            return super().first(key, order, reach)
        return nearest[-1], self._told(number, nearest[-1])[-nearest.count(nearest[-1])]

    def _told(self, number: int, day: int) -> list[str]:
        """The tellings of a day under a key, in their order."""
        return sorted(key_of(*told) for told in self._tellings.told_on(number, day))
