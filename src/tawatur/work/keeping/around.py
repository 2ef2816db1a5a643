"""Of which story the reports of a record are, and which entities over all reports theirs are: looked up when asked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from tawatur.compare.entities.profiles import Key
from tawatur.record.types import MergedEntity
from tawatur.store.between import STORY
from tawatur.store.record import Record


class Around:
    """What is known of reports beside what they tell. What is changed while a report is compared is told to it."""

    def __init__(self, record: Record) -> None:
        self._record = record
        self._merged: dict[str, dict[Key, str]] = {}
        self._stories: dict[str, str] = {}
        self._entities: dict[str, MergedEntity] = {}

    def hold(self, names: Iterable[str], merged: Mapping[Key, str]) -> None:
        """Take over the merged ids of the entities of these reports, which are all."""
        self._merged = {name: {} for name in names}
        for key, ident in merged.items():
            self._merged[key[0]][key] = ident

    def merged(self, name: str) -> Mapping[Key, str]:
        """The merged ids of a report's entities."""
        return self.merged_of([name])[name]

    def merged_of(self, names: Iterable[str]) -> Mapping[str, Mapping[Key, str]]:
        """The merged ids of the entities of these reports, by report, looked up all at once."""
        wanted = list(names)
        missing = [name for name in wanted if name not in self._merged]
        self._merged.update(self._record.between.merged_of(missing))
        return {name: self._merged[name] for name in wanted}

    def remerged(self, names: Iterable[str]) -> None:
        """The merged ids of entities of these reports are others now."""
        for name in names:
            self._merged.pop(name, None)
        self._entities.clear()

    def entities(self, idents: Iterable[str]) -> list[MergedEntity]:
        """Entities by their ids, without their members."""
        wanted = set(idents)
        missing = wanted - self._entities.keys()
        for ident, body in self._record.between.things_named(missing).items():
            self._entities[ident] = MergedEntity(ident, body["type"], body["name"], [])
        return [self._entities[ident] for ident in sorted(wanted)]

    def place(self, stories: Mapping[str, str]) -> None:
        """These reports are in these stories now."""
        self._stories.update(stories)

    def homes(self, names: Iterable[str]) -> Mapping[str, str]:
        """The story of each of these reports."""
        missing = {name for name in names if name not in self._stories}
        self._stories.update(self._record.shelving.homes(self._record.between.rows(missing)))
        for row in self._record.between.of_reports(STORY, missing - self._stories.keys()):
            for name in row.body["reports"]:
                self._stories.setdefault(name, row.ident)
        return self._stories
