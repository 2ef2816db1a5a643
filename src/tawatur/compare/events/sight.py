"""An event as it is compared: its slots with entities by their merged ids, its wording, and where it stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from hashlib import blake2b

from tawatur.compare.corpus import alike, stems
from tawatur.compare.days import Days, days_of
from tawatur.compare.events.offices import Office
from tawatur.compare.events.scopes import Scope
from tawatur.record.types import Event, Interval, MergedEntity, Number

SAME_WORDS = 0.5  # share from which two wordings name one thing
HEAD = 0.4  # share of a report that holds its news
FAR = 10  # days before publication from which an event is no news
COUNTS = ("killed", "count", "amount", "value")  # slots whose numbers are given of one thing
_FIRST, _LETTERS = 0x4E00, 20_000  # of the block of letters that stand for words
Numbers = frozenset[tuple[str, Number]]  # those of an event, with their slots
DATED = frozenset({"meeting", "designation", "incident", "visit", "funding", "founding"})


@dataclass(slots=True, frozen=True)
class Ref:
    """What fills an entity slot: a merged entity's id, or words with their stems."""

    id: str | None
    text: str
    stems: frozenset[str]

    def same(self, other: Ref) -> bool:
        """One entity, or words that say the same; a name and words by the name's wording."""
        if self.id is not None and other.id is not None:
            return self.id == other.id
        if self.id is None and other.id is None:
            return alike(self.stems, other.stems) >= SAME_WORDS
        return self.stems == other.stems


@dataclass(slots=True, frozen=True)
class Mouth:
    """Who tells something: `voice` a merged id or words; `behalf` the body that it is, or speaks for; `called` stems of
    what it is called, by its name or in words; `states` the countries that it is, or an organ of, or speaks for."""

    voice: str
    behalf: str | None = None
    called: frozenset[str] = frozenset()
    states: frozenset[str] = frozenset()


@dataclass(slots=True)
class Sight:
    """One report's event, ready to be compared.

    `days`, `said` and `published` are intervals of days as numbers: those of the event itself, those that are held
    against others' (of a membership or a group, those for which it is told), and the day of publication.
    """

    key: str  # "report event", as clusters name it
    report: str
    kind: str
    event: Event
    refs: dict[str, list[Ref]]
    when: Interval | None
    day: date | None  # of publication
    words: frozenset[str]
    near: frozenset[str]  # entities named in its sentence that are no places
    voice: str | None  # who tells it: a merged id or words; None for the outlet itself
    story: str | None
    aims: list[frozenset[str]]
    victims: frozenset[str]  # persons among an incident's targets
    news: bool  # whether it stands where a report tells its news: in its first part
    days: Days | None = None
    said: Days | None = None
    published: Days | None = None
    past: float = 0  # days from its end to publication
    firm: bool = True  # whether its day can be held against others
    scopes: Mapping[str, Scope] = field(default_factory=dict)  # what the event's numbers count, by slot
    blame: bool = False  # of a denial: that one had a part in it is denied, not that it was
    undone: bool = False  # of a denial: it is denied that it was at all (نفى وقوع)
    denies: bool = False  # of a denial: somebody is said to deny it (نفى), and not merely that it was not
    behalf: str | None = None  # the body that the voice is, or speaks for
    office: Office | None = None  # the organ of a state that the voice is, or speaks for
    called: frozenset[str] = frozenset()  # stems of what the voice is called, by its name or in words
    states: frozenset[str] = frozenset()  # countries that the voice is, or an organ of, or speaks for
    source: Mouth | None = None  # whom the outlet quotes right behind what it tells itself of an incident
    turn: int | None = None  # of an incident: the first, the second of several
    party: frozenset[str] = frozenset()  # persons who meet
    rivals: Mapping[str, Numbers] = field(
        default_factory=dict
    )  # of an incident: others of its report that may be meant
    sole: bool = False  # of a funding: the only one of its giver, of its currency, that its report tells
    disputed: bool = False  # of a funding: its speaker denies a sum and gives another, of which this is one
    moved: bool = False  # of a plan: its report tells that it was put off to this day
    size: int = 0  # of its report, in characters
    opens: bool = False  # whether its report opens with it: the first of its kind, told in the lead
    gist: str = ""  # the words of its clause, a letter for each (`gist_of`)

    def __post_init__(self) -> None:
        """What a report opens with is seldom of last month: a far day found there is mostly that of a clause beside."""
        self.days = days_of(self.when) if self.when else None
        self.published = (self.day.toordinal(), self.day.toordinal()) if self.day else None
        self.past = max(0, self.published[0] - self.days[1]) if self.published and self.days else 0
        self.firm = not (self.past > FAR and self.news)
        self.said = self._said()

    def _said(self) -> Days | None:
        if self.kind in ("membership", "group"):
            as_of = self.event.slots.get("as_of")
            return days_of(as_of) if isinstance(as_of, Interval) and as_of.first else self.published
        return self.days if self.kind in DATED else None

    @property
    def type(self) -> str | None:
        """The type of an incident."""
        found = self.event.slots.get("type")
        return found if isinstance(found, str) else None

    def ids(self, slot: str) -> set[str]:
        """The entities among the fillers of a slot."""
        return {r.id for r in self.refs.get(slot, ()) if r.id}

    def let_go(self) -> None:
        """Drop what only tells whether two are one event."""
        self.words = self.near = frozenset()
        self.aims = []

    @property
    def news_days(self) -> Days | None:
        """The day that stands in for an undated happening's own: that of publication."""
        return self.published if self.when is None and self.event.status in ("done", "denied") else None


@dataclass(slots=True, frozen=True)
class Known:
    """What the sights of one report need of all reports: the merged entities, each as what fills a slot."""

    refs: Mapping[str, Ref]
    types: Mapping[str, str]

    @classmethod
    def of(cls, entities: Iterable[MergedEntity]) -> Known:
        """The entities of a record."""
        listed = list(entities)
        names = {e.id: e.name.get("ar") or e.name.get("en") or e.id for e in listed}
        return cls(_Refs(names), {e.id: e.type for e in listed})


class _Refs(dict[str, Ref]):
    """Entities as what fills a slot, made when they are asked for: of all that are named few do."""

    def __init__(self, names: Mapping[str, str]) -> None:
        super().__init__()
        self._names = names

    def __missing__(self, ident: str) -> Ref:
        self[ident] = found = Ref(ident, self._names[ident], stems(self._names[ident]))
        return found


def gist_of(words: Iterable[str]) -> str:
    """Words by a letter for each, which another set of words is compared with when they are let go: those in common
    have one letter; of unlike words, one pair in twenty thousand has."""
    return "".join(sorted(map(_letter, words)))


@lru_cache(1 << 16)
def _letter(word: str) -> str:
    return chr(_FIRST + int.from_bytes(blake2b(word.encode(), digest_size=4).digest(), "little") % _LETTERS)


def key_of(report: str, event: str) -> str:
    return f"{report} {event}"


def number(event: Event, slot: str) -> Number | None:
    found = event.slots.get(slot)
    return found if isinstance(found, Number) else None
