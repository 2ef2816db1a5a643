"""What people said of facts, held to the claims of today.

A decision on a fact names its property, what its qualifier and its values are called, and every place where they
stood. It is on a value that stands at one of these places now and is called the same: neither ids nor what
else was joined since matter. Of two decisions on one value the later one holds.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from tawatur.compare.corpus import name_words
from tawatur.compare.events.sight import Ref
from tawatur.compare.facts.claims import Claim
from tawatur.record.codec.parts import dump_slot
from tawatur.record.decisions import FACT_ACCEPTED, ON_FACTS, Decision
from tawatur.record.types import Interval, Number, Ruling, Signed

Place = tuple[str, str, int, int]  # property, report, start, end


class Rulings:
    """The decisions on facts that stand, by where they are anchored."""

    def __init__(self, decisions: Iterable[Decision] = ()) -> None:
        self._at: dict[Place, list[tuple[Decision, Mapping[str, Any]]]] = defaultdict(list)
        for decision in sorted(decisions, key=lambda d: -d.id):
            for place in decision.detail["evidence"] if decision.kind in ON_FACTS else ():
                at = decision.detail["property"], place["report"], place["start"], place["end"]
                self._at[at].append((decision, place))

    def __bool__(self) -> bool:
        return bool(self._at)

    def on(self, tellings: Sequence[Claim]) -> tuple[Ruling, bool] | None:
        """What was said last of a value, given by all claims that tell it; and whether it was of the whole fact."""
        found: dict[int, Decision] = {}
        for claim in tellings if self._at else ():
            for evidence in claim.evidence:
                for decision, place in self._at.get((claim.of, evidence.report, evidence.start, evidence.end), ()):
                    if _called(claim.value, place) and _qualified(claim.qualifier, decision.detail.get("qualifier")):
                        found[decision.id] = decision
        if not found:
            return None
        last = found[max(found)]
        known = {place["report"] for place in last.detail["evidence"]}
        since = tuple(dict.fromkeys(c.report for c in tellings if c.report not in known))
        signed = Signed(last.id, last.made_by, last.made_at, last.why)
        return Ruling(last.kind == FACT_ACCEPTED, signed, since), not last.detail.get("value_only")


def _called(value: Ref | Interval | Number | str, place: Mapping[str, Any]) -> bool:
    """Whether a claim's value is the one that a decision saw: the same days, number or closed word; a name by its id or
    by what it was called."""
    if isinstance(value, Ref):
        names = {tuple(name_words(name)) for name in place["names"]}
        return value.id in place["names"] or tuple(name_words(value.text)) in names
    return bool(dump_slot(value) == place["value"])


def _qualified(qualifier: Ref | str | None, names: Sequence[str] | None) -> bool:
    if not isinstance(qualifier, Ref) or not names:
        return not names
    return qualifier.id in names or tuple(name_words(qualifier.text)) in {tuple(name_words(name)) for name in names}
