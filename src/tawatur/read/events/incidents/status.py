"""How far an incident has come, as of the report's own day."""

from __future__ import annotations

from tawatur.read.events.context import Context
from tawatur.read.events.incidents.calls import called
from tawatur.read.events.incidents.record import LASTING, Incident
from tawatur.read.events.incidents.triggers import Nouns, Trigger
from tawatur.read.events.status import status_of


def status(context: Context, nouns: Nouns, one: Incident) -> str:
    """Planned, ongoing, done, cancelled or denied, of what an incident says and its date."""
    clause, trigger = one.trigger.clause, one.trigger
    if is_denied(context, one):
        return "denied"
    if nouns.cue("memory", trigger.hit.first - 4, trigger.hit.first) is not None:
        return "done"
    first = trigger.hit.first
    kept_up = nouns.cue("carrier-noun", first - 3, first)
    if not trigger.finite and kept_up is not None and kept_up.data.get("goes_on") and one.date is None:
        return "ongoing"
    if (
        not trigger.finite
        and one.type not in LASTING | {"other"}
        and nouns.cue("past", trigger.hit.first - 3, trigger.hit.first)
    ):
        return "done"
    found = status_of(context, clause, one.date)
    if found == "done" and one.date is None and trigger.lasting and clause.tense != "past":
        return "ongoing"
    if found == "done" and one.date is None and _goes_on(nouns, one):
        return "ongoing"
    if found == "cancelled" and not _cancelled(context, trigger):
        found = "done"
    call = called(context, nouns, trigger)
    if found == "done" and call is not None and (one.type in ("protest", "other") or call.data.get("threat")):
        return "planned"
    if found == "done" and trigger.finite and clause.tense == "present" and _lasts(context, one):
        return "ongoing"
    return found


def _lasts(context: Context, one: Incident) -> bool:
    """Whether a present tells what goes on, and not what an incident told before did (هجوم يستهدف ...)."""
    if one.type in LASTING:
        return True
    clause = one.trigger.clause
    before = context.clauses[clause.index - 1] if clause.index else None
    after_past = before is not None and before.sentence is clause.sentence and before.tense == "past"
    told = clause.opener == "that" or not after_past
    return told and clause.opener not in ("relative", "subordinate") and one.killed is None and bool(one.actor)


def is_denied(context: Context, one: Incident) -> bool:
    """Whether the incident is what somebody says is not so, and not only spoken of while he does."""
    index = context.statement_at(one.start, one.end)
    statement = context.reading.statements[index] if index is not None else None
    if statement is None or not statement.denies:
        return False
    return one.trigger.clause.start <= statement.start < one.trigger.clause.end and one.date is None


def _goes_on(nouns: Nouns, one: Incident) -> bool:
    """Whether the verb that carries an incident noun stands in the present (يواصل هجماته, الحملة التي ينفذها)."""
    if one.trigger.finite or one.killed is not None:
        return False
    last = one.trigger.hit.last
    agent = nouns.cue("agent", last + 1, last + 6)
    return "present" in one.anchors or (agent is not None and agent.data.get("tense") == "present")


def _cancelled(context: Context, trigger: Trigger) -> bool:
    """Whether a word of cancelling stands right before the incident (إلغاء الإضراب)."""
    first = trigger.hit.first
    if first - 1 in context.particles:
        return False
    return any(h.data["status"] == "cancelled" and first - 2 <= h.first < first for h in context.status_hits)
