"""Which tellings of one event are surely of one: facts that several reports tell are made of these alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tawatur.compare.corpus import one_voice
from tawatur.compare.events.sight import FAR, Sight
from tawatur.compare.events.ties import DECISION
from tawatur.compare.groups import Groups
from tawatur.record.types import MergedEvent, Number

SURE = 0.6  # of what is an event's own, from which two tellings are surely of one
OFTEN = 1.1  # the same of incidents: a town is struck again and again
PAST = 0.6  # what a common day long past adds to it
UNLIKE = 0.5  # what two types that are not of one family take away from it
WORDED = 0.1  # what words in common add, from which they tell what was done
NEWS = 0.35  # what the day adds that both give, where their reports are of one story
VOICE = 0.5  # what one speaker who tells both adds
MET = 0.6  # what a meeting of one level in one town on one day has of its own, whatever body holds it
_TELLING = ("entities", "victims", "numbers", "wording", "copied", "aims", "opening", "suspect", "turn")


def surely_one(event: MergedEvent, members: Sequence[Sight]) -> dict[str, int]:
    """The tellings by the links that leave no doubt: a number for each part of an event that they hold together."""
    place = {sight.key: i for i, sight in enumerate(members)}
    groups: Groups[int] = Groups(range(len(members)))
    for link in event.why:
        a, b = place[link["a"]], place[link["b"]]
        if _surely_one(members[a], members[b], link["features"]):
            groups.join(a, b)
    return {key: groups.find(i) for key, i in place.items()}


def _surely_one(a: Sight, b: Sight, features: Mapping[str, float]) -> bool:
    """Whether a link leaves no doubt. What people said leaves none. A telling without details is of the event that its
    report or its story speaks of; two that both have details need some of them in common."""
    if any(name.startswith(DECISION) for name in features):
        return True
    bare = not (_detailed(a) and _detailed(b)) and features.get("story", 0.0) > 0
    if a.report == b.report or bare:
        return True
    if a.kind != "incident":
        return _own(features, a, b) >= SURE
    unlike = UNLIKE if features.get("words", 0.0) < 0 else 0.0
    return not _silent(features, a, b) and _own(features, a, b) - unlike >= OFTEN


def _silent(features: Mapping[str, float], a: Sight, b: Sight) -> bool:
    """Whether no word in common tells what was done, nor a day, a type and a story: a man is freed, and dies years
    later."""
    untold = a.type == b.type == "other" or features.get("story", 0.0) <= 0
    return untold and features.get("date", 0.0) < 1 and features.get("wording", 0.0) < WORDED


def _detailed(sight: Sight) -> bool:
    return bool(sight.refs) or any(isinstance(v, Number) for v in sight.event.slots.values())


def _own(features: Mapping[str, float], a: Sight, b: Sight) -> float:
    """How much two tellings have in common that is the event's own: a place, names, numbers, words, a copied sentence,
    a speaker, a day long past. That both are attacks of today in one country is said of many."""
    common = sum(max(0.0, features.get(name, 0.0)) for name in _TELLING)
    past = PAST if min(a.past, b.past) > FAR and features.get("date", 0.0) >= 1 else 0.0
    voice = VOICE if one_voice(a.voice, b.voice) else 0.0
    news = NEWS if features.get("date", 0.0) >= 1 and features.get("story", 0.0) > 0 else 0.0
    met = MET if features.get("date", 0.0) >= 1 and _one_place(a, b) and _one_level(a, b) else 0.0
    return common + features.get("names near", 0.0) / 2 + past + voice + met + news


def _one_place(a: Sight, b: Sight) -> bool:
    return bool(a.ids("place") & b.ids("place"))


def _one_level(a: Sight, b: Sight) -> bool:
    level = a.event.slots.get("level")
    return level is not None and level == b.event.slots.get("level")
