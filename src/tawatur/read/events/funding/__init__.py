"""Events of kind funding: who gives how much to whom, and what for."""

from __future__ import annotations

from tawatur.read.document import Document
from tawatur.read.events.context import Context
from tawatur.read.events.funding import arrivals, gapped, nominal, sums, supplies, unsummed
from tawatur.read.events.funding.cues import Cues
from tawatur.read.events.funding.parties import take_over
from tawatur.record.types import Event


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
        if other is not None:
            take_over(event, "recipient", other)
    return found


def _to_a_man(context: Context, event: Event) -> bool:
    takers = event.slots["recipient"]
    return isinstance(takers, list) and all(context.types.get(str(v)) == "person" for v in takers)


def _once(found: list[Event]) -> list[Event]:
    """Fundings told again (one sum to one recipient) once."""
    kept: list[Event] = []
    for event in found:
        if not any(k.slots.get("amount") == event.slots.get("amount") and _one(k, event) for k in kept):
            kept.append(event)
    return kept


def _one(a: Event, b: Event) -> bool:
    return all(
        not (isinstance(x := a.slots.get(s), list) and isinstance(y := b.slots.get(s), list)) or any(v in y for v in x)
        for s in ("donor", "recipient")
    )
