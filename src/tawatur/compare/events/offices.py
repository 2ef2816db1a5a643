"""By which organ of a state something is told: a ministry and its minister, an army by whichever of its names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from tawatur.compare.corpus import pointing_stems, stems
from tawatur.compare.countries import is_country
from tawatur.language.loader import load

_ARMY = "army"


@dataclass(slots=True, frozen=True)
class Office:
    """An organ of a state: `of` what it is for, with its land if that is named; `itself` unless its minister or its
    spokesman is meant."""

    of: frozenset[str]
    land: str | None
    itself: bool


@lru_cache(1 << 14)
def office_of(called: str) -> Office | None:
    """The organ that a speaker is or speaks for who is called so; None for any other, and for an army of no land."""
    words = stems(called)
    heads, speaking = pointing_stems("ministries"), pointing_stems("spokesmen") | pointing_stems("ministers")
    bare = words - speaking - heads
    if words.isdisjoint(heads | pointing_stems("ministers")) and not _called_short(bare):
        bare = next(((bare - name) | {_ARMY} for name in _armies() if name <= bare), frozenset())
    lands = [word for word in bare if is_country(word)]
    army = _ARMY in bare and (len(bare), len(lands)) != (2, 1)
    if army or len(lands) > 1 or len(bare) == len(lands):
        return None
    return Office(bare, lands[0] if lands else None, words.isdisjoint(speaking))


@lru_cache(1 << 14)
def state_of(called: str) -> str | None:
    """The country (its id) that a speaker who is called so is, or of which he is an organ; None for any other, and for
    its opposition and those who were of it."""
    words = stems(called)
    if not words.isdisjoint(pointing_stems("no_organs")):
        return None
    lands = [word for word in words if is_country(word)]
    organ = len(words) == 1 or not words.isdisjoint(pointing_stems("organs")) or _called_short(words)
    return lands[0] if len(lands) == 1 and organ else None


def _called_short(words: frozenset[str]) -> bool:
    """Whether words are no more than what a ministry is for and its land: الدفاع الروسية."""
    lands = {word for word in words if is_country(word)}
    return len(lands) == len(words - lands) == 1 and words - lands <= pointing_stems("portfolios")


@cache
def _armies() -> Sequence[frozenset[str]]:
    """What armies are called, the longest names first."""
    names = (stems(str(name)) for name in load("arabic").data("pointing")["armies"])
    return sorted(names, key=lambda name: (-len(name), sorted(name)))
