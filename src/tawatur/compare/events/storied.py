"""What two reports of one story mean by other words: the happening that both open with, the agreement that both tell,
the suspect whom only one names."""

from __future__ import annotations

from functools import cache, lru_cache

from tawatur.compare.corpus import head, pointing_stems
from tawatur.compare.days import between, one_occasion
from tawatur.compare.events.pair import Pair, once, one_story, shared
from tawatur.compare.events.sight import Ref, Sight
from tawatur.compare.events.timing import WEEK
from tawatur.compare.families import one_type
from tawatur.compare.places import relation
from tawatur.language.lexicon import Lexicon
from tawatur.language.loader import load
from tawatur.text.words import tokenize

OPENING = 0.6
SUSPECT = 0.8
PACT, SURE_PACT = 0.6, 0.9  # for an agreement whose aims have a word in common, and more
NEXT_DAY = 1  # days between reports that open with one happening
_SEVERAL = 3  # words that both openings have
_CLEAR = 2  # words in common from which two aims are one
_PARTIES = {"meeting": ("body",), "visit": ("visitor",)}


def _one_story_within(pair: Pair, days: int) -> bool:
    """Whether two reports are of one story, and no more than so many days lie between them."""
    return one_story(pair.a, pair.b) and one_occasion(pair.a.day, pair.b.day, days)


@once
def opening(pair: Pair) -> float:
    """Two reports of one story open with one kind of happening: with that of which the story is, though the one calls
    it a fire in a block of flats and the other the rescue of 22."""
    a, b = pair.a, pair.b
    if pair.one_report or not (a.opens and b.opens) or not _one_story_within(pair, NEXT_DAY):
        return 0.0
    if "denied" in (a.event.status, b.event.status) or (a.days and b.days and between(a.days, b.days) > NEXT_DAY):
        return 0.0
    if pair.kind == "incident":
        here, there = a.refs.get("place", ()), b.refs.get("place", ())
        found = relation(here, there)
        held = found in ("same", "within") or (found != "apart" and len(a.words & b.words) >= _SEVERAL)
        return OPENING if held and a.type is not None and one_type(a.type, b.type) else 0.0
    met = len(a.ids("attended") & b.ids("attended"))
    return OPENING if met > 1 or any(shared(pair, slot) for slot in _PARTIES.get(pair.kind, ())) else 0.0


def pact(pair: Pair) -> float | None:
    """Two reports of one story tell of an agreement, and what it provides for has words in common: who leaves and
    whence, though the one calls it a withdrawal and the other an exit. None where they tell of none."""
    if pair.kind != "commitment" or not _one_story_within(pair, WEEK) or shared(pair, "body") is False:
        return None
    if not (agreement(pair.a.event.text) and agreement(pair.b.event.text)):
        return None
    common = max((len(x & y) for x in pair.a.aims for y in pair.b.aims), default=0)
    if not common:
        return 0.0 if shared(pair, "body") else None
    return PACT if common < _CLEAR else SURE_PACT


@once
def suspect(pair: Pair) -> float:
    """One report of a story tells the arrest of the suspect, another that of a man by name."""
    if pair.one_report or not _one_story_within(pair, NEXT_DAY):
        return 0.0
    if not pair.a.type == pair.b.type == "arrest":
        return 0.0
    for one, other in ((pair.a, pair.b), (pair.b, pair.a)):
        if _pointed(one) and (_named(other) or _pointed(other)):
            return SUSPECT
    return 0.0


def _named(sight: Sight) -> bool:
    return len(sight.victims) == 1


def _pointed(sight: Sight) -> bool:
    return any(map(_points, sight.refs.get("target", ())))


def _points(ref: Ref) -> bool:
    return ref.id is None and bool(set(head(ref.text)) & pointing_stems("suspects"))


@lru_cache(1 << 12)
def agreement(clause: str) -> bool:
    """Whether a clause speaks of what several have agreed upon."""
    return bool(_agreements().match(tokenize(clause)))


@cache
def _agreements() -> Lexicon:
    return load("arabic").lexicon.part(lambda entry: entry.kind == "commitment.agreement")
