"""What a page of a record needs, gathered row by row: readings, objects of the comparison, heads of cited reports."""

from __future__ import annotations

from array import array
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import partial
from itertools import chain
from typing import Any

from tawatur.record.codec.comparison import load_belonging
from tawatur.record.types import (
    Comparison,
    Copy,
    Fact,
    MergedEntity,
    MergedEvent,
    Reading,
    Report,
    Story,
)
from tawatur.store.between import COPY, EVENT, FACT, REJECTED, STORY, Text
from tawatur.store.record import Record
from tawatur.store.touched import FOUND, HEAD, HELD, PART, REPORT, SUBJECT, THING, MadeOf, row_key
from tawatur.tell.about import events_with, family
from tawatur.tell.view import View
from tawatur.work.gathered import Named, as_told, cites, is_state, made, of_known, places, thing_of, with_text, words

AROUND = 40  # reports beside those asked for that are read, since they tell the same events
CITED = 200  # reports that are named only, since facts and copies cite them


class Gathering:
    """A part of a record that grows until it is a view. What is in it is shared with other pages: never changed, only
    replaced."""

    def __init__(self, record: Record, known: Mapping[str, Reading] | None = None) -> None:
        """`known`: readings that are at hand already."""
        self._record = record
        self._known = known or {}
        self.readings: dict[str, Reading] = {}
        self.stories: dict[str, Story] = {}
        self.events: dict[str, MergedEvent] = {}
        self.facts: dict[str, Fact] = {}
        self.rejected: dict[str, Fact] = {}
        self._copies: list[Copy] = []
        self._of_all: set[str] = set()
        self._merged: dict[tuple[str, str], str] = {}
        self._asked: set[str] = set()  # reports of which that is known
        self._explained: str | None = None  # the entity of which it is said why its names are one
        self._cited: list[str] = []
        self._rests: list[object] = []  # hashes of the rows that were taken in; readings at hand are not among them
        self._keys: set[int] = set()  # of all rows that were looked for

    def read(self, names: Iterable[str], most: int | None = None) -> None:
        """Read these reports, at most so many of those that are not read yet."""
        missing = [name for name in names if name not in self.readings]
        self.readings.update({name: self._known[name] for name in missing if name in self._known})
        missing = [name for name in missing if name not in self._known]
        asked = list(dict.fromkeys(missing))[:most]
        self._keys.update(row_key(REPORT, name) for name in asked)
        for name, (reading, made_of) in self._record.kept_readings(asked).items():
            self.readings[name] = reading
            self._rests.append((name, made_of))

    def take_named(self, layer: str, idents: Sequence[str]) -> None:
        """Take the objects of a layer in that have these ids."""
        self._keys.update(row_key(FOUND, layer, ident) for ident in idents)
        self._take(layer, self._record.between.texts_named(layer, idents))

    def take_of(self, layer: str, names: Collection[str]) -> None:
        """Take the objects of a layer in that are of these reports."""
        self._take(layer, self._of(layer, names))

    def take_holding(self, layer: str, names: Collection[str], word: str) -> None:
        """Take the facts of these reports in that have this word as a value; with REJECTED those that people
        rejected."""
        self._keys.add(row_key(HELD, word))  # a report that comes to such a fact writes the fact anew
        self._take(layer, self._record.between.texts_of(layer, names, word))

    def take_on(self, layer: str, subjects: Sequence[str]) -> None:
        """Take the facts of these subjects in; with REJECTED those that people rejected."""
        self._keys.update(row_key(SUBJECT, subject) for subject in subjects)
        self._take(layer, self._record.between.texts_on(subjects, layer))

    def rest_on(self, row: object, *keys: int) -> None:
        """Have the view rest on what was read of the record beside it, by the keys of what changes it."""
        self._rests.append(repr(row))
        self._keys.update(keys)

    def take_told(self, names: Collection[str]) -> None:
        """Take the facts in that these reports tell, as a story of them tells each."""
        reports = set(names)
        among = hash(frozenset(reports))
        self._rests.append(among)
        for row in self._resting(FACT, self._of(FACT, reports)):
            self.facts[row[0]] = as_told(row, reports, among)

    def take_copies(self, names: Collection[str], among: bool = False) -> None:
        """Take the passages in that these reports share with any report, or only `among` them."""
        inside = set(names)
        for copy in made(COPY, self._resting(COPY, self._of(COPY, inside))).values():
            if not among or len({p.report for p in copy.places} & inside) > 1:
                self._copies.append(copy)
        self._of_all |= set() if among else inside

    def _take(self, layer: str, rows: Sequence[Text]) -> None:
        kept: dict[str, dict[str, Any]] = {
            STORY: self.stories, EVENT: self.events, FACT: self.facts, REJECTED: self.rejected,
        }  # fmt: skip
        kept[layer].update(made(layer, self._resting(layer, rows)))

    def _of(self, layer: str, names: Collection[str]) -> Sequence[Text]:
        """The rows of a layer that are of these reports; which they are the view rests on."""
        self._keys.update(row_key(PART, layer, name) for name in names)
        return self._record.between.texts_of(layer, names)

    def _resting(self, layer: str, rows: Sequence[Text]) -> Sequence[Text]:
        """The same rows, which the view rests on."""
        self._rests.extend((layer, ident, hash(body)) for ident, body, _ in rows)
        self._keys.update(row_key(FOUND, layer, ident) for ident, _, _ in rows)
        return rows

    def read_around(self, first: Iterable[str] = (), most: int | None = None) -> None:
        """Read the reports that tell the events of this part as well, and that tell of its states: what an event is
        called rests on all tellings, and numbers are shown as their reports word them. `first`: events that matter
        most; `most`: reports, AROUND where None."""
        events = (self.events[ident] for ident in dict.fromkeys([*first, *self.events]))
        telling = (report for event in events for report, _ in event.same)
        states = (place.report for fact in self.facts.values() if is_state(fact) for place in places(fact))
        self.read(dict.fromkeys(chain(telling, states)), AROUND if most is None else most)

    def cite(self, names: Iterable[str]) -> None:
        """Have the view name these reports, before others that it cites."""
        self._cited.extend(names)

    def bare(self, lang: str) -> View:
        """The view of the events that were gathered, which names nothing."""
        return View(
            self.readings, Comparison(stories=list(self.stories.values()), events=list(self.events.values())), lang
        )

    def take_about(self, ident: str) -> list[str]:
        """Take the events in that an entity has a part in by the reports that are read, or a group that is part of it;
        gives their ids."""
        told = [MergedEvent(e.id, e.kind, [(name, e.id)]) for name, r in self.readings.items() for e in r.events]
        view = View(self.readings, Comparison(events=told), "", merged=self._joined())
        with_part = {event.same[0] for event in events_with(view, family(view, ident))}
        rows = self._of(EVENT, {name for name, _ in with_part})
        about = {i for i, event in made(EVENT, rows).items() if not with_part.isdisjoint(event.same)}
        self._take(EVENT, [row for row in rows if row[0] in about])
        return [row[0] for row in rows if row[0] in about]

    def _joined(self) -> dict[tuple[str, str], str]:
        """What the entities of all reports that are read are over all reports."""
        missing = self.readings.keys() - self._asked
        self._merged.update(self._record.between.merged(missing))
        self._asked |= missing
        return self._merged

    def view(self, lang: str, left_out: int = 0) -> View:
        """The view of all that was gathered, with the heads of the reports that it cites."""
        heads = self._heads()
        comparison = self._comparison(heads)
        comparison.entities = self._entities([*comparison.facts, *comparison.rejected])
        shown = partial(View, self.readings, comparison, lang, heads, left_out)
        return shown(self._made_of(heads, left_out, lang), numbers=self._numbers(heads))

    def view_of(self, ident: str, lang: str, left_out: int = 0) -> View:
        """The view of all that was gathered around an entity, which looks for other names when it shows them: it rests
        on those alone. The record must not be closed before."""
        heads = self._heads()
        self._explained = ident
        named = Named(partial(self._entity, self._members()))
        shown = partial(View, self.readings, self._comparison(heads), lang, heads, left_out)
        return shown(lambda: self._made_of(heads, left_out, lang), named, self._joined(), self._numbers(heads))

    def _numbers(self, heads: Mapping[str, Report]) -> dict[str, int]:
        """The numbers by which the record names the reports."""
        return self._record.between.rows([*heads, *self.readings])

    def _comparison(self, heads: Mapping[str, Report]) -> Comparison:
        """All that was gathered but entities."""
        known = heads.keys() | self.readings.keys()
        facts, rejected = (
            sorted((of_known(fact, known) for fact in some.values()), key=lambda f: (f.subject, f.property))
            for some in (self.facts, self.rejected)
        )
        texts = {name: reading.report for name, reading in self.readings.items()} | dict(heads)
        copies = [with_text(copy, texts) for copy in self._copies]
        return Comparison(
            sorted(copies, key=lambda c: [(p.report, p.start, p.end) for p in c.places]),
            list(self.stories.values()),
            [],
            sorted(self.events.values(), key=lambda e: e.id),
            facts,
            rejected,
        )

    def _made_of(self, heads: Mapping[str, Report], left_out: int, lang: str) -> MadeOf:
        return MadeOf(hash((*self._rests, tuple(heads), left_out, lang)), array("q", self._keys))

    def _heads(self) -> dict[str, Report]:
        """The reports that are cited and not read."""
        copied = (p.report for c in self._copies if self._of_all for p in c.places)
        facts = chain(self.facts.values(), self.rejected.values())
        told = (name for fact in facts for name in cites(fact))
        why = (w["beside"] for s in self.stories.values() for n, w in s.why.items() if n in self.readings and w)
        cited: dict[str, None] = {}
        for name in chain(self._cited, why, copied, told):
            if name not in self.readings:
                cited[name] = None
                if len(cited) == CITED:
                    break
        self._keys.update(row_key(HEAD, name) for name in cited)
        return self._record.heads(cited)

    def _members(self) -> dict[str, list[tuple[str, str]]]:
        """What the reports that are read call each entity."""
        same: dict[str, list[tuple[str, str]]] = {}
        for key, ident in self._joined().items():
            same.setdefault(ident, []).append(key)
        return same

    def _entities(self, facts: Sequence[Fact]) -> list[MergedEntity]:
        """The entities that the reports name, and that the facts may."""
        same = self._members()
        named = {word for fact in facts for word in words(fact)}
        named |= {i for s in self.stories.values() for w in s.why.values() for i in (w or {}).get("names", ())}
        asked = {*same, *(word for word in named if " " not in word)}  # ids have no spaces
        self._keys.update(row_key(THING, ident) for ident in asked)
        texts = self._record.between.thing_texts(asked)
        return [self._resting_entity(ident, texts[ident], same) for ident in sorted(texts)]

    def _entity(self, same: Mapping[str, list[tuple[str, str]]], ident: str) -> MergedEntity | None:
        """An entity by its id; None for what is none."""
        if " " in ident:
            return None
        self._keys.add(row_key(THING, ident))
        text = self._record.between.thing_texts([ident]).get(ident)
        return self._resting_entity(ident, text, same) if text is not None else None

    def _resting_entity(self, ident: str, text: str, same: Mapping[str, list[tuple[str, str]]]) -> MergedEntity:
        body = thing_of(ident, text)
        entity = MergedEntity(ident, body["type"], body["name"], sorted(same.get(ident, ())))
        self._rests.append((ident, hash(text), *entity.same))
        if ident == self._explained:
            reasons = [load_belonging(b) for b in self._record.between.belongings_in(ident, self.readings)]
            entity.why = sorted((b for b in reasons if b.beside[0] in self.readings), key=lambda b: b.member)
            self._rests.append(repr(entity.why))
        return entity
