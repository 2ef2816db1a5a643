"""Money given without a sum of its own: aid, who finances whom, the same sum as before."""

from __future__ import annotations

from tawatur.language.lexicon import Hit
from tawatur.read.events.arguments import antecedent, subject
from tawatur.read.events.context import Context
from tawatur.read.events.funding.cues import Cues
from tawatur.read.events.funding.donors import donors
from tawatur.read.events.funding.parties import fill, fill_places, take_over
from tawatur.read.events.funding.purposes import purposes
from tawatur.read.events.funding.status import status
from tawatur.read.events.funding.takers import recipients
from tawatur.read.events.groups import group, listed
from tawatur.read.events.slots import Draft, money_in, values
from tawatur.read.events.status import status_of
from tawatur.read.events.told import sure
from tawatur.record.types import Event, Number

_FAR = 8  # tokens from a verb of giving to the aid


def find(context: Context, cues: Cues, hits: list[Hit], summed: list[Event]) -> list[Event]:
    """The fundings that are told without a number; `summed` those that were told with one."""
    found = [e for h in hits if h.data["frame"] == "back" and (e := _backing(context, h)) is not None]
    found += [e for h in hits if h.data["frame"] == "money" and (e := _aid(context, cues, hits, h)) is not None]
    for h in cues.at["same"].values():
        if (event := _same(context, cues, hits, h, summed)) is not None:
            found.append(event)
    return found


def _backing(context: Context, hit: Hit) -> Event | None:
    """Who finances whom, without a sum: both must be names."""
    clause = context.clause_at(hit.first)
    if clause is None or clause.negated:
        return None
    whom = listed(context, hit.last + 1, clause.last)
    who = subject(context, clause) or antecedent(context, clause) or group(context, clause.first, hit.first)
    if not whom or who is None or who.last > hit.first:
        return None
    donor = [v for v in values(context, who) if v in context.types]
    recipient = [v for part in whom for v in values(context, part) if v in context.types]
    if not donor or not recipient:
        return None
    draft = Draft(context, "funding", clause.start, clause.end)
    fill(draft, "donor", (donor[:1], (who.start, who.end)))
    fill(draft, "recipient", (recipient, (whom[0].start, whom[-1].end)))
    draft.event.status = status_of(context, clause, None, "ongoing")
    return draft.event


def _aid(context: Context, cues: Cues, hits: list[Hit], money: Hit) -> Event | None:
    """Aid that is given without a sum (قدمت السعودية مساعدات لليمن): donor and recipient must be named."""
    clause = context.clause_at(money.first)
    if (
        clause is None
        or clause.negated
        or clause.verb is None
        or (money.analysis.article and not sure(context.document, money, "funding"))
        or money.first in context.mention_tokens
    ):
        return None
    giving = next((h for h in hits if h.first == clause.verb.first and _gives_things(h)), None)
    near = money.first - clause.verb.last <= _FAR and money.first > clause.verb.first
    if giving is None or not near or money.data.get("weak") or "suffix" in money.features:
        return None
    if money_in(context, clause.start, clause.end):
        return None
    who = donors(context, cues, clause, context.document.span(money.start, money.end))
    whom = recipients(context, cues, money.last + 1, clause.last)
    if who is None or whom is None or not any(v in context.types for v in who[0]):
        return None
    draft = Draft(context, "funding", clause.start, clause.end)
    fill(draft, "donor", who)
    fill(draft, "recipient", whom)
    draft.spans("purpose", purposes(context, cues, money.last + 1, clause.last))
    fill_places(draft, money.last + 1, clause.last)
    draft.event.status = status(context, cues, clause, [giving], giving)
    return draft.event


def _gives_things(hit: Hit) -> bool:
    """Whether what a verb is said of may be aid without a sum."""
    return hit.data["frame"] == "give" and bool(not hit.data.get("weak") or hit.data.get("aid"))


def _same(context: Context, cues: Cues, hits: list[Hit], hit: Hit, summed: list[Event]) -> Event | None:
    """What one gives as another did before (وتقدمت الإمارات بنفس المبلغ): the sum, and whom it goes to."""
    clause = context.clause_at(hit.first)
    before = next((e for e in reversed(summed) if e.start < hit.start), None)
    if clause is None or clause.negated or clause.verb is None or before is None:
        return None
    giving = next(
        (h for h in hits if clause.first <= h.first < hit.first and h.data["frame"] in ("give", "giving")), None
    )
    if giving is None:
        return None
    draft = Draft(context, "funding", clause.start, clause.end)
    fill(draft, "donor", donors(context, cues, clause, context.document.span(hit.start, hit.end)))
    amount = before.slots.get("amount")
    if isinstance(amount, Number) and hit.data.get("whole"):
        draft.value("amount", amount, (before.start, before.end))
    fill(draft, "recipient", recipients(context, cues, hit.last + 1, clause.last))
    draft.spans("purpose", purposes(context, cues, hit.last + 1, clause.last))
    if "donor" not in draft.event.slots or draft.event.slots["donor"] == before.slots.get("donor"):
        return None
    if not draft.event.slots.keys() & {"recipient", "purpose"}:
        for slot in ("recipient", "purpose"):
            if slot in before.slots:
                take_over(draft.event, slot, before)
    draft.event.status = status(context, cues, clause, [giving], giving)
    return draft.event
