"""The status of an event as of the report's own day: planned, ongoing, done, cancelled or denied."""

from __future__ import annotations

from tawatur.read.events.clauses import Clause
from tawatur.read.events.context import Context
from tawatur.record.types import Interval


def status_of(
    context: Context, clause: Clause, date: Interval | None = None, default: str = "done", before: int | None = None
) -> str:
    """The status of what a clause tells, from its negation, its cues (نفى, إلغاء, من المقرر, يعتزم, لا يزال), the date
    against the day of publication, and its verb's tense, in that order; `default` where nothing says. Where `before` (a
    token) is given, only cues ahead of it count."""
    cue = cue_in(context, clause, before)
    if cue in ("denied", "cancelled"):
        return cue
    if clause.negated and clause.verb is not None:
        return "denied"
    if (by_date := status_by_date(context, date)) is not None:
        return by_date
    return cue or {"past": "done", "future": "planned", "present": default}.get(clause.tense or "", default)


def cue_in(context: Context, clause: Clause, before: int | None = None) -> str | None:
    """The status that a cue in the clause, ahead of token `before` where it is given, states; the strongest first."""
    last = clause.last if before is None else before
    first = told_from(context, clause)
    found = {
        h.data["status"]
        for h in context.status_hits
        if first <= h.first < last and (not h.data.get("ahead") or (before is not None and before - h.last <= 2))
    }
    return next((s for s in ("denied", "cancelled", "planned", "ongoing") if s in found), None)


def told_from(context: Context, clause: Clause) -> int:
    """The token from which words say how a clause is meant: the first of the one before its "that" in the sentence, or
    its own."""
    before = context.clauses[clause.index - 1] if clause.opener == "that" and clause.index else clause
    return before.first if before.sentence is clause.sentence else clause.first


def status_by_date(context: Context, date: Interval | None) -> str | None:
    """Planned for a date that begins after publication, done for one that ended before it, None otherwise."""
    published = context.document.report.published
    if date is None or published is None:
        return None
    if date.first is not None and date.first > published:
        return "planned"
    if date.last is not None and date.last < published:
        return "done"
    return None
