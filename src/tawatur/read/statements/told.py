"""A statement in the making."""

from __future__ import annotations

from dataclasses import dataclass, field

from tawatur.read.statements.history import Turn
from tawatur.record.types import Span


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
    whole: bool = False
    denies: bool = False
    nested: bool = False
    quotes: list[tuple[int, int]] = field(default_factory=list)
    follows: bool = False  # by a participle after the outlet's own words
    stance: bool = False  # a noun phrase is what is said: أعرب عن أمله
