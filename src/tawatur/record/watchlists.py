"""Watchlists and what screening says: a hit is a question for a person, never a verdict."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from tawatur.record.decisions import Decision
from tawatur.record.types import Evidence, Interval

PERSON, ORGANISATION, VESSEL, AIRCRAFT = "person", "organisation", "vessel", "aircraft"
UNKNOWN = "unknown"  # the list does not say what it is
OLD_DAYS = 30  # a list older than this says so on every hit


@dataclass(slots=True, frozen=True)
class ListedName:
    """A name as a list has it. `script`: Arab, Latn, or another code of ISO 15924; `weak`: the list itself calls the
    name of low quality (the UN's "Low", OFAC's names in remarks, weakAlias)."""

    text: str
    script: str
    weak: bool = False


@dataclass(slots=True, frozen=True)
class Birth:
    """When somebody was born, as far as it is known: a day, a month, a year, years; `about`: said to be so roughly."""

    days: Interval
    about: bool = False


@dataclass(slots=True)
class Entry:
    """One thing on a list, of what the list says only what screening needs. The first name is the main one."""

    id: str
    kind: str
    names: list[ListedName]
    births: list[Birth] = field(default_factory=list)
    countries: list[str] = field(default_factory=list)  # nationalities; of an organisation where it is
    positions: list[str] = field(default_factory=list)
    programmes: list[str] = field(default_factory=list)
    reason: str | None = None
    listed: date | None = None
    amended: date | None = None


@dataclass(slots=True, frozen=True)
class Reason:
    """Something to be told, by a code that labels.yml has words for, with what fills them: why a hit is none, say."""

    code: str
    values: tuple[str, ...] = ()


@dataclass(slots=True)
class Watchlist:
    """A list as it was read. `id` is the same for every version of one list; `dated_by`: "list", "file" (its time of
    change, where the list says nothing) or "user"; `sha256` of the content, unpacked; `notes`: what a user must know
    of this copy."""

    id: str
    name: str
    publisher: str
    path: str
    sha256: str
    day: date
    dated_by: str
    entries: list[Entry] = field(default_factory=list)
    notes: list[Reason] = field(default_factory=list)

    def age(self, today: date) -> int:
        """Days since the list's date."""
        return (today - self.day).days

    def is_old(self, today: date) -> bool:
        """Whether the list is older than what may be relied on."""
        return self.age(today) > OLD_DAYS


@dataclass(slots=True)
class Subject:
    """Who or what is screened: a name typed, or an entity of a record with all that the record knows of it.

    `names` are its spellings; `short` those of one word beside fuller ones; `countries` the ids of the countries it
    holds positions of; `standing` every place where it is named, by spelling.
    """

    id: str
    kind: str | None
    names: list[str]
    births: list[Birth] = field(default_factory=list)
    countries: list[str] = field(default_factory=list)
    positions: list[str] = field(default_factory=list)
    standing: dict[str, list[Evidence]] = field(default_factory=dict)
    short: list[str] = field(default_factory=list)


@dataclass(slots=True)
class NamePair:
    """A spelling of the subject and a name of the entry that are one name, with the matcher's reasons: `parts` are the
    aligned words: `of` the subject, `listed`, `likeness` in [0, 1] and `how` it was found; `rests_on` what little it is
    found by: "acronym" or "short_spelling", None where by a whole name."""

    spelled: str
    listed: ListedName
    score: float
    kind: str
    parts: list[dict[str, Any]]
    speaks_for: list[Reason]
    speaks_against: list[Reason]
    rests_on: str | None = None

    @property
    def weak(self) -> bool:
        """Whether the list calls the name weak, or it is found by an acronym or a part of a name only."""
        return self.listed.weak or self.rests_on is not None


@dataclass(slots=True)
class Hit:
    """A question for a person: is this subject that entry? Pairs of names best first; `weak` where only weak ones
    match; `spelled` every spelling of the subject that matches; `decided` what a person said
    of it; `since` what changed after that."""

    id: str
    subject: Subject
    watchlist: Watchlist
    entry: Entry
    pairs: list[NamePair]
    spelled: list[str] = field(default_factory=list)
    speaks_for: list[Reason] = field(default_factory=list)
    speaks_against: list[Reason] = field(default_factory=list)
    sentences: list[Evidence] = field(default_factory=list)
    decided: Decision | None = None
    since: list[Reason] = field(default_factory=list)

    @property
    def weak(self) -> bool:
        """Whether only weak names match."""
        return all(pair.weak for pair in self.pairs)

    @property
    def score(self) -> float:
        """The likeness of the names that match best, in [0, 1]."""
        return self.pairs[0].score


@dataclass(slots=True)
class Screening:
    """What screening gave: the lists, how many names were screened, the hits to look at, how many rejected ones are
    not shown again, and which names could not be compared."""

    watchlists: list[Watchlist]
    today: date
    screened: int = 0
    hits: list[Hit] = field(default_factory=list)
    rejected: int = 0
    not_compared: list[Reason] = field(default_factory=list)


@dataclass(slots=True, frozen=True)
class FieldChange:
    """One field of an entry in two versions of a list: what is there no more, and what is new."""

    field: str
    removed: tuple[str, ...]
    added: tuple[str, ...]


@dataclass(slots=True)
class Amended:
    """An entry that both versions have, with what differs."""

    entry: Entry
    changes: list[FieldChange]


@dataclass(slots=True)
class ListChanges:
    """What changed from an older version of a list to a newer one."""

    older: Watchlist
    newer: Watchlist
    added: list[Entry]
    removed: list[Entry]
    amended: list[Amended]
