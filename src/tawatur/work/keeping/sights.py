"""Tellings as a record keeps them, made ready to be compared: those that are asked for, each once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Container, Iterable, Mapping, Sequence
from dataclasses import replace

from tawatur.compare.events.finding import day_of, keys_of
from tawatur.compare.events.merging import ident_of
from tawatur.compare.events.sight import Known, Sight, key_of
from tawatur.compare.events.sighting import sights_of
from tawatur.compare.events.told import Telling, tellings_of
from tawatur.compare.plain import pack, unpack
from tawatur.record.types import MergedEvent
from tawatur.store.record import Record
from tawatur.store.tellings import ToldRow
from tawatur.work.keeping.around import Around
from tawatur.work.keeping.hashes import mark

_AT_ONCE = 500  # reports


class Sights:
    """The sights of a record's tellings."""

    def __init__(self, record: Record, around: Around) -> None:
        self._record = record
        self._around = around
        self._told: dict[int, Telling] = {}  # by the telling's row
        self._made: dict[int, Sight] = {}

    def forget(self, names: Iterable[str]) -> None:
        """What the tellings of these reports speak of, or their story, is another now."""
        gone = set(names)
        for row in [row for row, sight in self._made.items() if sight.report in gone]:
            del self._made[row]

    def of_reports(self, names: Iterable[str]) -> dict[str, Sight]:
        """All that these reports tell, by key."""
        return self._sights(self._record.tellings.of_reports(self._record.between.rows(names).values()))

    def naming(self, names: Iterable[str], idents: Container[str]) -> dict[str, Sight]:
        """What these reports tell that names one of these entities, with what they tell beside it, by key."""
        rows = self._record.tellings.of_reports(self._record.between.rows(names).values())
        reports = self._record.between.names(row.report for row in rows)
        merged = self._around.merged_of(reports.values())

        def names_one(row: ToldRow) -> bool:
            own = merged[name := reports[row.report]]
            return any(own[name, local] in idents for local in _named(self._telling(row)))

        naming = {row.row: (row.report, self._telling(row).event.kind) for row in rows if names_one(row)}
        kinds = set(naming.values())

        def stands_beside(row: ToldRow) -> bool:
            told = self._telling(row)
            return told.beside and (row.report, told.event.kind) in kinds

        return self._sights([row for row in rows if row.row in naming or stands_beside(row)])

    def at(self, rows: Iterable[int]) -> dict[int, Sight]:
        """The tellings in these rows, by row."""
        wanted = set(rows)
        self._make(self._record.tellings.at(wanted - self._made.keys()))
        return {row: self._made[row] for row in sorted(wanted)}

    def named(self, keys: Iterable[str]) -> dict[str, Sight]:
        """The tellings of these keys; what no report tells is left out."""
        return {sight.key: sight for sight in self.at(self.rows(keys).values()).values()}

    def called(self, event: MergedEvent) -> MergedEvent:
        """An event under the id that its first telling gives it now."""
        (first,) = self.named([key_of(*event.same[0])]).values()
        return replace(event, id=ident_of(first))

    def rows(self, keys: Iterable[str]) -> dict[str, int]:
        """The rows of the tellings of these keys."""
        told: dict[str, list[str]] = defaultdict(list)
        for key in keys:
            report, _, event = key.rpartition(" ")
            told[report].append(event)
        reports = self._record.between.rows(told)
        found = self._record.tellings.rows({row: told[name] for name, row in reports.items()})
        names = {row: name for name, row in reports.items()}
        return {key_of(names[report], event): row for (report, event), row in found.items()}

    def _sights(self, rows: Collection[ToldRow]) -> dict[str, Sight]:
        self._make(rows)
        return {self._made[told.row].key: self._made[told.row] for told in rows}

    def _make(self, rows: Iterable[ToldRow]) -> None:
        new = [told for told in rows if told.row not in self._made]
        names = self._record.between.names(told.report for told in new)
        by_report: dict[str, dict[int, Telling]] = defaultdict(dict)
        for told in new:
            by_report[names[told.report]][told.row] = self._telling(told)
        merged, homes = self._around.merged_of(by_report), self._around.homes(by_report)
        named = {(name, local) for name, some in by_report.items() for one in some.values() for local in _named(one)}
        known = Known.of(self._around.entities({merged[key[0]][key] for key in named}))
        for name, some in by_report.items():
            made = sights_of(name, list(some.values()), merged[name], known, homes.get(name))
            self._made.update(zip(some, made, strict=True))

    def _telling(self, row: ToldRow) -> Telling:
        if row.row not in self._told:
            self._told[row.row] = unpack(row.body)
        return self._told[row.row]

    def tell(self, tellings: Mapping[str, Sequence[Telling]]) -> None:
        """Keep what these reports tell, and nothing else of them."""
        rows = self._record.between.rows(tellings)
        for name in tellings:
            self._record.tellings.drop(rows[name])
        self._record.tellings.put(
            (rows[name], one.event.kind, one.event.id, one.beside, pack(one, digits=None))
            for name, told in tellings.items()
            for one in told
        )

    def put_keys(self, sights: Iterable[Sight], new: bool = False) -> None:
        """Keep the keys under which tellings meet others, and no others; `new`: they have none yet."""
        by_key = {sight.key: sight for sight in sights}
        rows = self.rows(by_key)
        self._record.tellings.put_keys({rows[key]: keys_and_days(sight) for key, sight in by_key.items()}, new)


def _named(told: Telling) -> Iterable[str]:
    """The entities of a telling whose names and types matter."""
    yield from (one.id for some in told.refs.values() for one in some if one.id is not None)
    yield from told.near
    yield from told.behalf
    yield from told.source_behalf
    yield from (one.id for one in (told.voice, told.source) if one is not None and one.id is not None)


def reaches(sight: Sight) -> dict[int, int]:
    """The keys under which a telling is found, as hashes; within how many days each finds others."""
    return {mark("event", key): reach for key, reach in keys_of(sight).items()}


def keys_and_days(sight: Sight) -> list[tuple[int, int]]:
    """The keys under which a telling is found, with the day by which it is ordered there."""
    return [(key, day_of(sight)) for key in reaches(sight)]


def tell_missing(record: Record, sights: Sights) -> None:
    """Keep what all reports tell that are compared, where the record is of a version that kept none of it."""
    if record.tellings.is_filled():
        return
    with record.writing():
        record.tellings.clear()
        rows = record.tellings.compared()
        for first in range(0, len(rows), _AT_ONCE):
            names = list(record.between.names(rows[first : first + _AT_ONCE]).values())
            sights.tell({name: tellings_of(reading) for name, reading in record.readings_of(names).items()})
            sights.put_keys(sights.of_reports(names).values(), new=True)
        record.tellings.filled()
