"""What was said and who spoke last, through what: what dropped subjects and "the same source" go back to."""

from __future__ import annotations

from dataclasses import dataclass, field

from tawatur.record.types import Span


@dataclass(slots=True)
class Turn:
    """One voice of the report as it goes on: an entity id or words (None unknown), gender by its verb (None both)."""

    speaker: str | None
    gender: str | None = None
    plural: bool = False
    via: list[str] = field(default_factory=list)
    carries: bool = False  # a document or an interview holds for the sentences after it too
    source: bool = False  # an anonymous source, which "the source" points back at
    spoke: bool = True  # False: only the subject of a sentence so far
    passed: bool = False  # a medium closed its words ("...، بحسب رويترز"), which holds where the speech is added to
    members: bool = False  # those who meet: states, leaders, ministers; what their summit says they say


def carried(turn: Turn) -> Turn:
    """A voice heard again: through the same document or interview, but not on the same occasion."""
    via = list(turn.via) if turn.carries else []
    return Turn(turn.speaker, turn.gender, turn.plural, via, turn.carries, members=turn.members)


def through(turn: Turn) -> Turn:
    """A source heard again: through all that it was heard through."""
    return Turn(turn.speaker, turn.gender, turn.plural, list(turn.via), turn.carries, turn.source)


@dataclass(slots=True)
class Told:
    """What is said (offsets), the words that attribute it and by whom; `quotes`: speeches that
    belong to it but stand right after it."""

    start: int
    end: int
    direct: bool
    cue: Span | None
    turn: Turn
    via: list[str]
    sentence: int
    whole: bool = False  # through an interview, which holds for all that its speaker says
    onward: bool = False  # passed on by an agency, which holds for what its speaker says after it
    denies: bool = False
    nested: bool = False
    quotes: list[tuple[int, int]] = field(default_factory=list)
    follows: bool = False  # by a participle after the outlet's own words
    stance: bool = False  # a noun phrase is what is said: أعرب عن أمله


class History:
    """The voices of a report in the order they were heard."""

    def __init__(self) -> None:
        self.turns: list[Turn] = []
        self.source: Turn | None = None
        self.document: Turn | None = None

    def add(self, turn: Turn) -> None:
        if turn.speaker is not None:
            self.turns.append(turn)

    def last(self, gender: str | None, plural: bool, spoke: bool) -> Turn | None:
        """The last voice that agrees; `spoke` asks for one that has said something."""
        for turn in reversed(self.turns[-12:]):
            if spoke and not turn.spoke:
                continue
            if gender and turn.gender and gender != turn.gender:
                continue
            if plural and not turn.plural:
                continue
            return turn
        return None

    def latest(self) -> Turn | None:
        """The last voice that said something."""
        return self.last(None, False, True)
