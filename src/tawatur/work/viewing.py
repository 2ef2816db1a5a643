"""A part of a record as pages read it: one story, report, fact, entity or event with what stands around it.

A page costs what it shows, never what the record holds: rows are found by their indexes, and each view says how many
reports it has at most (`View.left_out` tells how many more there are). Every place that a fact of a view cites is in a
report that the view can name (`View.heads`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from tawatur.errors import AskedError
from tawatur.record.types import Spelt, Story
from tawatur.store.between import EVENT, FACT, REJECTED, STORY
from tawatur.store.record import Record
from tawatur.store.touched import NAMED, THING, MadeOf, row_key
from tawatur.tell.view import View
from tawatur.work.comparing import comparison
from tawatur.work.gathering import Gathering

READ = 150  # reports of a story, a fact, an event that a page reads; of more, the newest
NAMING = 20  # reports that name an entity
BESIDE = 10  # reports beside them that tell the same events
SPELT = 20  # ways to write a name


def of_all(record: Record, lang: str) -> View:
    """A record as a whole, brought up to date."""
    readings = record.readings()
    return View(readings, comparison(record), lang, numbers=record.between.rows(readings))


def of_story(record: Record, ident: str, lang: str, most: int | None = READ) -> View:
    """A story: its reports, their events and facts, what they copy from each other. Of a story of more than `most`
    reports, the newest; all where that is None. Raises AskedError where there is none."""
    found = Gathering(record)
    found.take_named(STORY, [ident])
    if ident not in found.stories:
        raise AskedError(f"{ident}: there is no such story in the record; the page of stories lists them.")
    told = found.stories[ident].reports
    shown = told[-most:] if most else told
    if len(shown) < len(told):
        found.stories[ident] = _cut(found.stories[ident], shown)
    found.read(shown)
    found.take_of(EVENT, shown)
    found.take_told(shown)
    found.take_of(REJECTED, shown)
    found.take_copies(shown, among=True)
    found.read_around()
    view = found.view(lang, len(told) - len(shown))
    view.lead_with(shown)
    return view


def of_reports(record: Record, names: Sequence[str], lang: str) -> View:
    """Reports: all that they tell, the passages that they share with any other, the stories that they are of. At most
    150 of them. Raises AskedError where one of them is not in the record."""
    found = Gathering(record)
    found.read(names[:READ])
    missing = next((name for name in names[:READ] if name not in found.readings), None)
    if missing is not None:
        raise AskedError(f"{missing}: there is no report of this name in the record; the page of stories leads to all.")
    for layer in (STORY, EVENT, FACT, REJECTED):
        found.take_of(layer, found.readings)
    found.take_copies(found.readings)
    found.read_around()
    return found.view(lang, len(names) - len(names[:READ]))


def of_fact(record: Record, ident: str, lang: str) -> View:
    """A fact: the reports that its places are in, and what it is of; of more than 150 reports, the first of each value.
    Raises AskedError where there is none."""
    return of_facts(record, [ident], lang)


def of_facts(record: Record, idents: Sequence[str], lang: str) -> View:
    """Facts, as `of_fact` shows one. Raises AskedError where one of them is not in the record."""
    found = Gathering(record)
    for layer in (FACT, REJECTED):
        found.take_named(layer, idents)
    every = found.rejected | found.facts
    missing = next((ident for ident in idents if ident not in every), None)
    if missing is not None:
        raise AskedError(f"{missing}: there is no such fact in the record; the page of its story lists its facts.")
    facts = [every[ident] for ident in idents]
    cited = list(dict.fromkeys(_in_turn([[e.report for e in v.evidence] for f in facts for v in f.values])))
    cited = list(dict.fromkeys([*cited, *(d.report for f in facts for d in f.denials)]))
    found.take_named(EVENT, [fact.subject for fact in facts])
    found.read(cited[:READ])
    found.take_of(STORY, found.readings)
    found.take_copies(found.readings, among=True)
    found.read_around()
    return found.view(lang, len(cited) - len(cited[:READ]))


def of_event(record: Record, ident: str, lang: str) -> View:
    """An event: its tellings and its facts; of one that more than 150 reports tell, the newest. Raises AskedError where
    there is none."""
    found = Gathering(record)
    found.take_named(EVENT, [ident])
    if ident not in found.events:
        raise AskedError(f"{ident}: there is no such event in the record; the page of its story lists its events.")
    told = record.between.newest({report for report, _ in found.events[ident].same})
    found.read(told[:READ])
    for layer in (FACT, REJECTED):
        found.take_on(layer, [ident])
    found.take_of(STORY, found.readings)
    found.take_copies(found.readings, among=True)
    return found.view(lang, len(told) - len(told[:READ]))


@dataclass(frozen=True, slots=True)
class AboutEntity:
    """What a page of an entity tells: the view, the ways in which its name is written, how many reports name it
    (`many`), and before which row older ones are (None where there are none)."""

    view: View
    spelt: list[Spelt]
    many: int
    older: int | None

    @property
    def made_of(self) -> MadeOf:
        """What the page rests on, once it is made."""
        rests = self.view.made_of
        assert isinstance(rests, MadeOf)  # it was gathered
        return rests


def of_entity(record: Record, ident: str, lang: str, before: int | None = None) -> AboutEntity:
    """An entity: the newest 20 reports that name it (of those `before` a row alone), the events that it has a part in
    by them, the facts of it, of these events, and those of these reports that have it as a value. Raises AskedError
    where there is none."""
    found = Gathering(record)
    if not record.between.things_named([ident]):
        raise AskedError(f"{ident}: there is no such entity in the record; the page of entities lists them.")
    naming = record.between.naming(ident, NAMING, before)
    spelt = record.shelf.spellings(ident, SPELT)
    found.rest_on((naming, spelt, record.shelf.entity(ident)), row_key(THING, ident), row_key(NAMED, ident))
    found.cite(place.report for place in spelt)
    found.read(naming.reports)
    about = found.take_about(ident)
    for layer in (FACT, REJECTED):
        found.take_on(layer, [ident, *about])
        found.take_holding(layer, tuple(found.readings), ident)
    found.read_around(about, BESIDE)
    return AboutEntity(found.view_of(ident, lang, naming.many - len(naming.reports)), spelt, naming.many, naming.older)


def _cut(story: Story, shown: Sequence[str]) -> Story:
    inside = set(shown)
    return replace(story, reports=list(shown), why={name: w for name, w in story.why.items() if name in inside})


def _in_turn(lists: Sequence[Sequence[str]]) -> Iterable[str]:
    """The first of each list, the second of each, and so on."""
    return (some[i] for i in range(max(map(len, lists), default=0)) for some in lists if i < len(some))
