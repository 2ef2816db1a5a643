"""Events of kind statistic: a measure with its value, place and period."""

from __future__ import annotations

from collections.abc import Set

from tawatur.language.lexicon import Hit
from tawatur.read.document import Document
from tawatur.read.events.clauses import FINITE
from tawatur.read.events.context import Context
from tawatur.read.events.phrases import Phrase
from tawatur.read.events.slots import is_money
from tawatur.read.events.statistics.drafting import statistic_of
from tawatur.read.events.statistics.measures import measured, measures_of, owned
from tawatur.read.events.statistics.shares import share
from tawatur.read.events.statistics.values import value_of
from tawatur.record.types import Event, Quantity

_HARMS = frozenset({"killed", "hurt"})


def find(document: Document, context: Context) -> list[Event]:
    """The statistics of a report, without ids: each value once."""
    hits = document.hits("event.statistic")
    if not hits or not context.quantities:
        return []
    measures = document.firsts("event.measure")
    harmed = {h.first for h in document.hits("event.incident-noun") if h.data["is"] in _HARMS}
    found: list[Event] = []
    taken: set[int] = set()
    for hit in hits:
        event = _read(document, context, hit, measures, harmed, taken)
        if event is not None:
            found.append(event)
    return found


def _read(
    document: Document, context: Context, hit: Hit, measures: Set[int], harmed: Set[int], taken: set[int]
) -> Event | None:
    clause = context.clause_at(hit.first)
    if clause is None or hit.first in context.mention_tokens:
        return None
    finite = hit.features.get("form") in FINITE
    if (finite and hit.first not in context.verbs) or (
        not finite and not hit.data.get("masdar") and not hit.data.get("follow")
    ):
        return None
    if hit.data["frame"] == "share":
        return share(document, context, clause, hit, harmed, taken)
    for measure in measures_of(context, clause, hit, finite, measures):
        value = value_of(context, clause, hit, measure)
        if value is not None and value.start not in taken and _fits(context, hit, measure, value, measures, harmed):
            taken.add(value.start)
            return statistic_of(document, context, clause, hit, measure, value)
    return None


def _fits(context: Context, hit: Hit, measure: Phrase, value: Quantity, measures: Set[int], harmed: Set[int]) -> bool:
    """Whether a phrase can be a measure, and of that value: no number, no verb, no dead, nobody's age."""
    tokens = range(measure.first, measure.last)
    if measure.first in context.quantity_tokens or measure.first in context.verbs:
        return False
    if len(tokens) == 1 and owned(context, measure.first):
        return False
    if any(i in harmed for i in tokens) and value.number.unit in ("person", None):
        return False
    aged = any(m.type == "person" for m in context.within(context.mentions, measure.start, measure.end))
    if value.number.unit == "year" and aged:
        return False
    gifts = {h.first for h in context.document.hits("event.funding") if h.data.get("gift")}
    if is_money(value.number.unit) and hit.data["frame"] == "level" and any(i in gifts for i in tokens):
        return False  # بلغت التعهدات مليار دولار: money given
    return measured(measure, measures) or _changed_by_share(hit, value)


def _changed_by_share(hit: Hit, value: Quantity) -> bool:
    return hit.data["frame"] == "change" and value.number.unit == "percent"
