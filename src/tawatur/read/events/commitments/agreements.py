"""Commitments told by an agreement that was reached or provides for something (التوصل إلى اتفاق يقضي بانسحاب ...)."""

from __future__ import annotations

from collections.abc import Iterator

from tawatur.read.events.agreements import Agreement, agreements
from tawatur.read.events.arguments import doer
from tawatur.read.events.commitments.aims import event_of, to_meet
from tawatur.read.events.context import Context
from tawatur.read.events.groups import listed
from tawatur.read.events.slots import body_values
from tawatur.record.types import Event


def by_agreement(context: Context) -> Iterator[Event]:
    """What each agreement of a report binds its parties to, where it says so."""
    for one in agreements(context):
        if one.hoped or to_meet(context, one.aim):
            continue
        event = event_of(context, one.aim, _parties(context, one), None, (one.reached or one.hit).start, "ongoing")
        if event is not None:
            yield event


def _parties(context: Context, one: Agreement) -> list[str]:
    """Who agreed: whoever reached it, those behind "between" or "with"."""
    found: list[str] = []
    verb = one.clause.verb
    if one.reached is not None and verb is not None and verb.first == one.reached.first:
        subject = doer(context, one.clause)
        found = body_values(context, subject) if subject is not None else []
    for index in range(one.hit.last + 1, one.aim):
        mark = context.particles.get(index)
        if mark is not None and mark.first == index and mark.data.get("party"):
            parties = listed(context, mark.last + 1, one.aim)
            return found + [v for phrase in parties for v in body_values(context, phrase) if v not in found]
    return found
