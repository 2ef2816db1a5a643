"""Events of kind funding: who gives how much to whom, and what for."""

from __future__ import annotations

from tawatur.read.document import Document
from tawatur.read.events.context import Context
from tawatur.read.events.funding import arrivals, denials, gapped, nominal, sums, supplies, unsummed
from tawatur.read.events.funding.cues import Cues
from tawatur.read.events.funding.parties import take_over
from tawatur.record.types import Event, Number


def find(document: Document, context: Context) -> list[Event]:
    """The fundings of a report, without ids."""
    hits = document.hits("event.funding")
    nouns = {h.first for h in hits if h.data["frame"] == "money"}
    hits = [h for h in hits if h.first not in nouns or "object" not in h.features]  # منحة is no منحه
    cues = Cues(document)
    found: list[Event] = []
    for money in sums.of(context):
        event = gapped.told_on(context, cues, money, found) or sums.told(context, cues, hits, money)
        if event is not None:
            found.append(event)
    found += unsummed.find(context, cues, hits, found)
    for event in found:
        denials.settle(context, event)
    found += denials.figures(context, cues, found)
    found = _to_the_same(context, _once(found))
    for event in (*supplies.find(context, cues), *arrivals.find(context, cues), *nominal.find(context, cues)):
        if not any(e.start < event.end and event.start < e.end for e in found):
            found.append(event)
    return found


def _to_the_same(context: Context, found: list[Event]) -> list[Event]:
    """Money whose taker is not named goes to whom the pledges before it went, or to whom all other money goes; a man
    who takes some (سنحصل على وعود ...) speaks for others, not for all."""
    given = [e for e in found if "recipient" in e.slots and not _to_a_man(context, e)]
    named = {str(e.slots["recipient"]): e for e in reversed(given)}
    before: Event | None = None
    for event in found:
        if "recipient" in event.slots:
            before = event if event in given else None
            continue
        only = next(iter(named.values())) if len(named) == 1 and "purpose" not in event.slots else None
        other = before if before is not None and event.status == "planned" else only
        if other is not None and not _own(event, other):
            take_over(event, "recipient", other)
    return found


def _own(event: Event, other: Event) -> bool:
    """Whether who gives is who takes the other money: nobody gives to himself."""
    gives, takes = event.slots.get("donor"), other.slots["recipient"]
    return isinstance(gives, list) and isinstance(takes, list) and any(v in takes for v in gives)


def _to_a_man(context: Context, event: Event) -> bool:
    """Whether it is a man who is said to take it, be it for the body that he serves."""
    takers = event.slots["recipient"]
    told = event.evidence.get("recipient", ())
    named = next((m for span in told for m in context.within(context.mentions, span.start, span.end)), None)
    man = named is not None and named.type == "person"
    return man or (isinstance(takers, list) and all(context.types.get(str(v)) == "person" for v in takers))


def _once(found: list[Event]) -> list[Event]:
    """Fundings told again (one sum to one recipient) once: a pledge that a headline tells as going on is a pledge."""
    kept: list[Event] = []
    for event in found:
        before = next((k for k in kept if _one(k, event)), None)
        if before is None:
            kept.append(event)
            continue
        if before.status == event.status == "denied" and before.statement is None and event.statement is not None:
            kept[kept.index(before)] = event  # whose voice it is stands below the headline
            continue
        for slot in ("donor", "recipient", "purpose"):
            if slot in event.slots and slot not in before.slots and before.status != "denied":
                take_over(before, slot, event)
        if (before.status, event.status) == ("ongoing", "planned"):
            before.status = "planned"
    return kept


def _one(a: Event, b: Event) -> bool:
    x, y = a.slots.get("amount"), b.slots.get("amount")
    told_so = isinstance(x, Number) and isinstance(y, Number) and (a.status, b.status) == ("denied", "denied")
    one_sum = (x.value, x.unit) == (y.value, y.unit) if told_so else x == y  # type: ignore[union-attr]
    if not one_sum or (a.status == "denied") != (b.status == "denied"):
        return False
    return all(_common(a.slots.get(s), b.slots.get(s)) for s in ("donor", "recipient"))


def _common(a: object, b: object) -> bool:
    """Whether two slots have a filler in common, or one of them has none; words may go on (مانحون، مانحون دوليون)."""
    if not isinstance(a, list) or not isinstance(b, list):
        return True
    return any(x == y or str(y).startswith(f"{x} ") or str(x).startswith(f"{y} ") for x in a for y in b)
