"""Who spoke last, and through what: what dropped subjects, pronouns and "the same source" go back to."""

from __future__ import annotations

from dataclasses import dataclass, field


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


def carried(turn: Turn) -> Turn:
    """A voice heard again: through the same document or interview, but not on the same occasion."""
    return Turn(turn.speaker, turn.gender, turn.plural, list(turn.via) if turn.carries else [], turn.carries)


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
