"""What speaks for and against two events being one: small named features, each with its weight.

A feature gives a number to add to the score: above 0 for one event, below 0 for two, 0 where nothing can be said.
"""

from __future__ import annotations

import math
from collections.abc import Callable

from tawatur.compare.events import fillers, storied, tellings, timing
from tawatur.compare.events.pair import Pair, shared
from tawatur.compare.events.sight import DATED
from tawatur.compare.events.weights import NUMBERS, SLOTS, WORDS
from tawatur.record.schema import SCHEMA

Feature = Callable[[Pair], float]

_ALL = frozenset(SCHEMA.kinds)
_AIMED = frozenset({"commitment", "statistic", "meeting"})
_MANY = frozenset({"meeting", "incident", "visit"})  # of which a day has many
_FEATURES: tuple[tuple[str, Feature, frozenset[str]], ...] = (
    ("entities", fillers.entities, _ALL),
    ("victims", fillers.victims, frozenset({"incident"})),
    ("numbers", fillers.numbers, frozenset(NUMBERS)),
    ("words", fillers.types, frozenset(WORDS)),
    ("date", timing.date, DATED),
    ("wording", tellings.wording, _ALL),
    ("aims", fillers.aims, _AIMED),
    ("names near", tellings.names_near, _ALL),
    ("copied", tellings.copied, _ALL),
    ("turn", tellings.turn, frozenset({"incident"})),
    ("voice", tellings.voice, _ALL),
    ("lasting", tellings.lasting, frozenset({"incident"})),
    ("story", tellings.story, _ALL),
    ("opening", storied.opening, _MANY),
    ("suspect", storied.suspect, frozenset({"incident"})),
    ("told apart", timing.told_apart, DATED - {"founding"}),
    ("one report", tellings.one_report, _ALL),
    ("nothing holds", tellings.nothing_holds, _MANY),
)
_GAINS = {
    kind: [
        (slot, gain + fillers.ALL_THERE * (slot == "attended"))
        for slot, (gain, _) in (SLOTS[kind] | NUMBERS.get(kind, {})).items()
    ]
    for kind in SCHEMA.kinds
}
FEATURES = {kind: [(name, feature) for name, feature, of in _FEATURES if kind in of] for kind in SCHEMA.kinds}


def features_of(pair: Pair) -> dict[str, float]:
    """The features that say something, as they are shown."""
    return {name: round(value, 2) for name, feature in FEATURES[pair.kind] if (value := feature(pair))}


def score_of(pair: Pair) -> float:
    """The sum of the features, to the hundredth."""
    return round(sum([feature(pair) for _, feature in FEATURES[pair.kind]]), 2)


def at_most(pair: Pair) -> float:
    """A bound that no score exceeds, of what is quickly known: where it is low, the features need not be looked at."""
    if pair.copied or pair.one_report:
        return math.inf
    kind, left, right = pair.kind, pair.a.event.slots, pair.b.event.slots
    bound = tellings.story(pair) + tellings.wording(pair) + tellings.names_near(pair) + tellings.voice(pair)
    if kind == "incident":
        bound += tellings.turn(pair) + tellings.lasting(pair) + storied.suspect(pair)
    if kind in _MANY:
        bound += storied.opening(pair)
    if kind in DATED:
        bound += timing.date(pair) + (timing.told_apart(pair) if kind != "founding" else 0.0)
    if kind in WORDS:
        bound += fillers.types(pair)
    for slot, gain in _GAINS[kind]:
        if slot in left and slot in right:
            bound += gain
    if pair.a.aims and pair.b.aims:
        bound += fillers.ALL_AIMS
    return bound + (fillers.NAMED_VICTIM if pair.a.victims and pair.b.victims else 0.0)


def apart(pair: Pair) -> bool:
    """What no score can outweigh: other days, other years of a state, other bodies."""
    if pair.kind in ("membership", "group", "founding", "commitment") and shared(pair, "body") is False:
        return not pair.copied  # two readings of one sentence may take other bodies from it
    a, b = pair.a, pair.b
    if pair.kind == "meeting" and not pair.copied and fillers.other_guests(pair):
        return True
    if a.turn is not None and b.turn is not None and a.turn != b.turn:
        return True
    if timing.put_off(a, b):
        return False
    if not ((a.firm and b.firm) or pair.one_report):
        return False  # its penalty speaks
    return a.said is not None and b.said is not None and timing.exclude(pair.kind, a.said, b.said)
