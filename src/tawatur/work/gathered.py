"""What pages are gathered of, made of rows: each object once, for all pages, and what it cites."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from itertools import chain
from typing import Any

from tawatur.record.schema import SCHEMA
from tawatur.record.types import Copied, Copy, Fact, MergedEntity, Place, Report
from tawatur.store.between import COPY, EVENT, FACT, REJECTED, STORY, Found, Text
from tawatur.store.kept import Kept
from tawatur.store.objects import bare_copy, event_of, fact_of, story_of
from tawatur.tell.story import in_story

OF_VALUE = 8  # reports cited for one value of a fact
_KEPT: Kept[Any] = Kept(30_000_000)  # characters of JSON of facts, events, stories, copies, entities
_MAKE: dict[str, Callable[[Found], Any]] = {
    COPY: bare_copy,
    STORY: story_of,
    EVENT: event_of,
    FACT: fact_of,
    REJECTED: fact_of,
}


class Named(Mapping[str, MergedEntity]):
    """Entities by their ids, each looked for when it is first asked for. Iterating gives those that were."""

    def __init__(self, find: Callable[[str], MergedEntity | None]) -> None:
        self._find = find
        self._found: dict[str, MergedEntity | None] = {}

    def __getitem__(self, ident: str) -> MergedEntity:
        if ident not in self._found:
            self._found[ident] = self._find(ident)
        found = self._found[ident]
        if found is None:
            raise KeyError(ident)
        return found

    def __iter__(self) -> Iterator[str]:
        return (ident for ident, entity in self._found.items() if entity is not None)

    def __len__(self) -> int:
        return sum(1 for _ in self)


def made(layer: str, rows: Iterable[Text]) -> dict[str, Any]:
    """The objects of rows, each made once."""
    return {i: _KEPT.get(f"{layer} {i}", body, partial(_make, layer, i, body, subject)) for i, body, subject in rows}


def as_told(row: Text, reports: set[str], among: int) -> Fact:
    """A fact as a story of these reports tells it, which are known by the number `among`; made once."""
    ident, body, _ = row
    found: Fact = _KEPT.get(f"{FACT} {ident} {among}", body, lambda: in_story(made(FACT, [row])[ident], reports))
    return found


def thing_of(ident: str, text: str) -> Mapping[str, Any]:
    """An entity's own JSON as an object, made once."""
    found: Mapping[str, Any] = _KEPT.get(f"thing {ident}", text, partial(json.loads, text))
    return found


def _make(layer: str, ident: str, body: str, subject: str | None) -> Any:
    return _MAKE[layer](Found(ident, json.loads(body), (), subject))


def places(fact: Fact) -> Iterable[Any]:
    """Every place that a fact cites."""
    return chain(fact.denials, *(chain(v.evidence, *(o.evidence for o in v.origins)) for v in fact.values))


def cites(fact: Fact) -> Iterable[str]:
    """The first reports that stand for each value of a fact, for each of its origins, and for its denial."""
    yield from _few(fact.denials)
    for value in fact.values:
        yield from _few(value.evidence)
        yield from (name for origin in value.origins for name in _few(origin.evidence))


def _few(places: Iterable[Place]) -> Iterable[str]:
    found: dict[str, None] = {}
    for place in places:
        found[place.report] = None
        if len(found) == OF_VALUE:
            break
    return found


def is_state(fact: Fact) -> bool:
    """Whether a fact is of what lasts: a membership, a group."""
    kind = SCHEMA.kinds.get(fact.property.partition(".")[0])
    return kind is not None and kind.state


def words(fact: Fact) -> Iterable[str]:
    """What a fact may name entities by."""
    yield fact.subject
    if fact.qualifier:
        yield fact.qualifier
    for value in fact.values:
        if isinstance(value.value, str):
            yield value.value
        yield from (origin.by for origin in value.origins if origin.by)


def of_known(fact: Fact, known: Collection[str]) -> Fact:
    """A fact with no place in a report that cannot be named. `known`: those that can."""
    if all(place.report in known for place in places(fact)):
        return fact
    values = [
        replace(
            value,
            evidence=[e for e in value.evidence if e.report in known],
            origins=[replace(o, evidence=[e for e in o.evidence if e.report in known]) for o in value.origins],
        )
        for value in fact.values
    ]
    return replace(fact, values=values, denials=[d for d in fact.denials if d.report in known])


def with_text(copy: Copy, reports: dict[str, Report]) -> Copy:
    """A copied passage with its text, in the reports that can be named."""
    places: list[Copied] = [
        replace(place, text=reports[place.report].text[place.start : place.end])
        for place in copy.places
        if place.report in reports
    ]
    return replace(copy, places=places)
