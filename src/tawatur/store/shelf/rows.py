"""What lists show: stories, entities and facts as rows, what they are filtered by, and pages of them."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Revision:
    """`number` grows with every write to the record; `at` is when the last one was, UTC, ISO 8601."""

    number: int
    at: str


@dataclass(frozen=True, slots=True)
class Rows(Generic[Row]):
    """A page of a list. `total`: rows of the whole list; `newer` and `older`: where the pages before and after this one
    are, None where there are none."""

    rows: Sequence[Row]
    total: int
    newer: str | None = None
    older: str | None = None


@dataclass(frozen=True, slots=True)
class Count:
    """One value of a facet: the word or the id of an entity (`name` by language then), and how many have it."""

    value: str
    many: int
    name: Mapping[str, str | None] | None = None


@dataclass(frozen=True, slots=True)
class Facets:
    """What a list can be narrowed by, the most first: `outlets`, `kinds` (of events), `verdicts`, `days` (newest
    first), and the `persons` and `places` that are named. `counted`: over how many rows persons and places are counted,
    the first ones of the list."""

    outlets: Sequence[Count] = ()
    kinds: Sequence[Count] = ()
    verdicts: Sequence[Count] = ()
    days: Sequence[Count] = ()
    persons: Sequence[Count] = ()
    places: Sequence[Count] = ()
    counted: int = 0


@dataclass(frozen=True, slots=True)
class Filters:
    """What a list of stories, or of sentences, is narrowed by; all that are given hold together. `words`: as a user
    types them (store/search.py); `since` and `until`: days, ISO 8601; `entity`: the id of one that is named; `changed`:
    stories that changed after this moment, UTC, ISO 8601."""

    words: str = ""
    outlet: str | None = None
    since: str | None = None
    until: str | None = None
    kind: str | None = None
    verdict: str | None = None
    entity: str | None = None
    changed: str | None = None


@dataclass(frozen=True, slots=True)
class StoryRow:
    """A story in a list. `headings`: by language, the title of its first report that tells its main event (else what
    the event is called, else its first words); `first` and `last`: days, ISO 8601; `origins`: independent origins of
    its best told value; `facts` by verdict; `revision` and `changed_at`: when what its page shows changed last."""

    id: str
    headings: Mapping[str, str]
    first: str | None
    last: str | None
    reports: int
    origins: int
    facts: int
    revision: int
    changed_at: str
    outlets: Sequence[Count] = ()
    kinds: Sequence[Count] = ()
    verdicts: Sequence[Count] = ()
    persons: Sequence[Count] = ()
    places: Sequence[Count] = ()

    def heading(self, lang: str) -> str:
        """What the story is called in a language, else in another."""
        return self.headings.get(lang) or next(iter(self.headings.values()), self.id)

    def of_verdict(self, verdict: str) -> int:
        """How many of its facts have a verdict."""
        return next((count.many for count in self.verdicts if count.value == verdict), 0)


@dataclass(frozen=True, slots=True)
class EntityRow:
    """An entity in a list: `name` by language, how many reports name it or imply it, how often it is named."""

    id: str
    type: str
    name: Mapping[str, str | None]
    reports: int
    mentions: int
    stories: int


@dataclass(frozen=True, slots=True)
class FactRow:
    """A fact in a list; `origins`: independent origins of its best value."""

    id: str
    subject: str
    property: str
    verdict: str
    reports: int
    origins: int


@dataclass(frozen=True, slots=True)
class Doubt:
    """A joining that is not sure: what report `member` calls so (report, entity id there) is the `entity`, since it is
    one with `beside`."""

    entity: str
    name: Mapping[str, str | None]
    type: str
    member: tuple[str, str]
    beside: tuple[str, str]
    features: Mapping[str, float]
    confidence: float


@dataclass(frozen=True, slots=True)
class NewStory:
    """A story's row as it is made: of each tag (kind, value) how often it has it; `digest` of what its reports tell
    beside facts."""

    ident: str
    reports: int
    at: int
    first: str | None
    last: str | None
    headings: Mapping[str, str]
    digest: str
    tags: Mapping[tuple[str, str], int]


@dataclass(frozen=True, slots=True)
class InStory:
    """A fact as a story tells it: the origins of its best value, and a number that is another where it tells it
    otherwise."""

    verdict: str
    origins: int
    digest: int


OUTLET, KIND, VERDICT = "outlet", "kind", "verdict"  # kinds of tags


def revision_of(db: sqlite3.Connection) -> Revision:
    """Which state of its record a connection sees; it grows with every write."""
    return Revision(*db.execute("SELECT number, at FROM revision").fetchone())


def named(row: Sequence[Any]) -> Count:
    """The count of an entity: its id, how many, and its JSON, which has its name."""
    ident, many, body = row
    return Count(ident, many, json.loads(body)["name"])
