"""Two tellings side by side, as features look at them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import wraps

from tawatur.compare.events.sight import Ref, Sight


class Pair:
    """Two events of one kind; `copied`: whether they are one stretch of a copied passage (None: in none together)."""

    __slots__ = ("a", "b", "copied", "kind", "known", "one_report")

    def __init__(self, a: Sight, b: Sight, copied: bool | None) -> None:
        self.a, self.b, self.copied = a, b, copied
        self.kind = a.kind
        self.one_report = a.report == b.report
        self.known: dict[str, float] = {}  # features that were worked out (`once`)


def once(feature: Callable[[Pair], float]) -> Callable[[Pair], float]:
    """A feature that bounds, other features and the score all ask for: it is worked out once a pair."""
    name = feature.__name__

    @wraps(feature)
    def kept(pair: Pair) -> float:
        known = pair.known
        if name not in known:
            known[name] = feature(pair)
        return known[name]

    return kept


def one_story(a: Sight, b: Sight) -> bool:
    """Whether the reports of two tellings are of one story."""
    return a.story is not None and a.story == b.story


def common(a: Sequence[Ref], b: Sequence[Ref]) -> bool:
    """Whether the fillers of two slots have one in common."""
    return any(x is y or x.same(y) for x in a for y in b)


def shared(pair: Pair, slot: str) -> bool | None:
    """Whether an entity slot has a filler in common; None where one side says nothing."""
    left, right = pair.a.refs.get(slot), pair.b.refs.get(slot)
    if not left or not right:
        return None
    return common(left, right)
