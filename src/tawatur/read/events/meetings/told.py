"""What a report tells of a meeting in one place: the telling, and the facts it states."""

from __future__ import annotations

from dataclasses import dataclass, field

from tawatur.language.lexicon import Hit
from tawatur.read.events.clauses import Clause
from tawatur.read.events.phrases import Phrase
from tawatur.record.types import Number, Span, Time

Where = tuple[int, int]


@dataclass(slots=True)
class Telling:
    """One place that speaks of a meeting.

    Tokens: the noun or verb is [first, last], what is said of it ends before `limit`; the telling before it ends at
    offset `after`. `definite`: it comes back to a known meeting or names the only one of its body. `called`:
    its body is only what it is called by itself. `likely`: how probable the learned model thinks it that it tells one,
    0 without a model. `behind`: the token after the noun's adjectives. `other`: it is another session than the one
    spoken of (before, last, next, like), "" where nothing says so; `sort`: the adjective that says which (القمة
    الاقتصادية). `begins`: the token of the noun that names a part of it (الجلسة الافتتاحية للقمة), else `first`.
    """

    hit: Hit
    clause: Clause
    first: int
    last: int
    limit: int
    level: str | None = None
    definite: bool = False
    plural: bool = False
    verb: bool = False
    holds: bool = False
    of: Phrase | None = None
    body: list[str] = field(default_factory=list)
    people: list[str] = field(default_factory=list)
    place: str | None = None
    session: Number | None = None
    after: int = 0
    called: bool = False
    likely: float = 0.0
    behind: int = 0
    other: str = ""
    sort: str = ""
    begins: int = -1


@dataclass(slots=True)
class Facts:
    """Slot values with where they stand; `calls` where somebody only asks for the meeting, `listed` where a sentence
    says who came to a meeting told before (حضر اللقاء ...), `officials` where both who meet are told by name or
    office."""

    values: list[tuple[str, list[str], Where]] = field(default_factory=list)
    topics: list[Span] = field(default_factory=list)
    date: Time | None = None
    count: tuple[Number, Where] | None = None
    holding: Hit | None = None
    calls: bool = False
    begun: bool = False
    pledged: bool = False
    together: bool = False
    listed: bool = False
    officials: bool = False

    def add(self, slot: str, found: list[str], where: Where) -> None:
        if found:
            self.values.append((slot, found, where))

    def of(self, slot: str) -> list[str]:
        """All values of a slot."""
        return [v for name, found, _ in self.values if name == slot for v in found]
