"""The letters, endings and short words by which the finders of events tell words apart."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from tawatur.language.loader import Language

Endings = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Letters:
    """What `events/letters.yml` of a language lists, under its names there; that file says what each is for."""

    for_: str
    at: str
    upon: str
    inside: str
    so: str
    may: str
    plural_noun: str
    plural_people: str
    people: Endings
    of_people: Endings
    of_persons: Endings
    some: Endings
    both: str
    his: str
    hers: str
    feminine: str
    feminine_dual: Endings
    rare_feminine: Endings
    dual: Endings
    dual_noun: str
    accusative: str
    relation: Endings
    qualifying: Endings
    hamzas: Endings
    honouring: Endings


@lru_cache(maxsize=8)
def letters(language: Language) -> Letters:
    """Those of a language."""
    listed: dict[str, Any] = {
        "for_" if name == "for" else name: value if isinstance(value, str) else tuple(value)
        for name, value in language.data("events/letters").items()
    }
    return Letters(**listed)
