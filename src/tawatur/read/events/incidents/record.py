"""An incident while it is read: what one word of a report, and later several, tell of it."""

from __future__ import annotations

from dataclasses import dataclass, field

from tawatur.read.events.incidents.triggers import Trigger
from tawatur.read.events.phrases import Phrase
from tawatur.record.types import Interval, Number

FAMILY = frozenset({"attack", "bombing", "airstrike", "raid", "killing", "conflict"})  # one may be called by another
LASTING = frozenset({"protest", "conflict", "siege", "military-campaign", "abuse"})


@dataclass(slots=True)
class Incident:
    """An incident as one word, and later several words, of a report tell it. Offsets [start, end).

    `another`: words say that it is another than what was told before (هجوم مماثل، بعد أسبوع من هجوم). `nth`: which of
    several it is, 0 where that is not said; `several`: it is told of more than one (انفجاران). `groups` are those
    killed by what they were, where there are several: their words, how many, and where it stands. `armed`: a word
    beside those of an explosion tells of a bomb or an attack. `claimed`: its doer owns up to it, disowns it or is
    accused. `since`: it is told of a time that began before (قتل العشرات منذ ...), not of the day of the story.
    `word`: where the first word stands that tells it, whose voice is its own.
    `last`: the sentence (by index) that told it last. `foiled`: it was prevented. `itself`: somebody killed himself.
    `doubted`: its day is that on which somebody condemned it.
    `flown`, `shelled`: the words of a strike tell of aircraft, of guns or of who has no aircraft.
    `done`: a verb says that its subject did it (سارع الجيش إلى إطلاق الغاز).
    `told`: a verb carries its noun or says that its subject does it, or the noun heads a line. `likely`: how probable
    the learned model thinks it that the most telling of its words tells one (0 to 1; 0 without a model), and
    `likely_type`: the type that it takes that word for.
    """

    trigger: Trigger
    type: str
    start: int
    end: int
    actor: list[str] = field(default_factory=list)
    target: list[str] = field(default_factory=list)
    place: list[str] = field(default_factory=list)
    date: Interval | None = None
    killed: Number | None = None
    count: Number | None = None
    status: str = "done"
    certain: bool = False
    anchors: set[str] = field(default_factory=set)
    definite: bool = False
    another: bool = False
    nth: int = 0
    several: bool = False
    armed: bool = False
    recalls: bool = False
    claimed: bool = False
    since: bool = False
    told: bool = False
    done: bool = False
    foiled: bool = False
    itself: bool = False
    doubted: bool = False
    flown: bool = False
    shelled: bool = False
    likely: float = 0.0
    likely_type: str = ""
    word: tuple[int, int] = (0, 0)
    last: int = 0
    groups: list[tuple[list[str], Number, int, int]] = field(default_factory=list)
    evidence: dict[str, list[tuple[int, int]]] = field(default_factory=dict)

    @property
    def sentence(self) -> int:
        """The index of the sentence in which the word stands that tells it best."""
        return self.trigger.clause.sentence.index

    @property
    def disaster(self) -> bool:
        """Whether it is a disaster or an accident, and nobody's violence."""
        return self.type == "other" and self.trigger.tells_harm

    def keep(self, slot: str, parties: list[str]) -> None:
        """Leave these of the parties in a slot, and nothing that shows it where none are left."""
        setattr(self, slot, parties)
        if not parties:
            self.evidence.pop(slot, None)

    def take(self, slot: str, other: Incident) -> None:
        """Fill a slot with what another incident has in it, and add where the text says so."""
        value = getattr(other, slot)
        setattr(self, slot, list(value) if isinstance(value, list) else value)
        self.evidence.setdefault(slot, []).extend(other.evidence.get(slot, ()))


@dataclass(slots=True)
class Arguments:
    """Noun groups that name the doers and the sufferers of an incident."""

    actor: list[Phrase] = field(default_factory=list)
    target: list[Phrase] = field(default_factory=list)
