"""The status of an event as of the report's own day: planned, ongoing, done, cancelled or denied."""

from __future__ import annotations

from tawatur.language.lexicon import Hit
from tawatur.read.events.clauses import Clause
from tawatur.read.events.context import Context
from tawatur.read.events.governed import background, says_tense
from tawatur.record.types import Interval

_STRONGEST_FIRST = ("denied", "cancelled", "planned", "ongoing")
_PRINTED = 2  # days from when a report is written to when it is published
_AHEAD = 2  # tokens from "on the eve of" to what it is the eve of
_BEHIND = (
    6  # tokens from an event to the word behind it that says how far it has come (الحملة العسكرية الواسعة المستمرة)
)
_THAT = (
    3  # tokens from a word of plan to the "that" behind it, beside the verb of its clause (المتوقع اليوم الأربعاء أن)
)


def status_of(
    context: Context, clause: Clause, date: Interval | None = None, default: str = "done", before: int | None = None
) -> str:
    """The status of what a clause tells, from its negation, its cues (نفى, إلغاء, من المقرر, يعتزم, لا يزال), the date
    against the day of publication, and its verb's tense, in that order; `default` where nothing says. `before` is the
    token of the word that tells it: cues behind that and what is only said about it do not count."""
    behind = background(context, clause.first, before) if before is not None else None
    if behind == "memory":
        return "done"
    cue = cue_in(context, clause, before)
    if cue in ("denied", "cancelled"):
        return cue
    tensed = before is None or says_tense(context, clause, before)
    if clause.negated and clause.verb is not None and tensed:
        return "planned" if not_before(context, clause) else "denied"
    tense = clause.tense if tensed else None
    if (by_date := status_by_date(context, date)) is not None:
        return "planned" if tense == "future" and _just_past(context, date) else by_date
    if behind in ("after", "cause") and clause.tense != "future":
        default = "done"
    return cue or {"past": "done", "future": "planned", "present": default}.get(tense or "", default)


def cue_in(context: Context, clause: Clause, before: int | None = None) -> str | None:
    """The status that a cue in the clause states, of the word at token `before` where it is given; the strongest
    first."""
    found = {h.data["status"] for h in context.status_hits if _says(context, clause, h, before)}
    return next((s for s in _STRONGEST_FIRST if s in found), None)


def _says(context: Context, clause: Clause, cue: Hit, before: int | None) -> bool:
    """Whether a cue speaks of a clause, and of its word at token `before`."""
    if not told_from(context, clause) <= cue.first < clause.last:
        return False
    if cue.first < clause.first and not _over_that(context, clause, cue):
        return False
    if before is None:
        return not cue.data.get("ahead") and cue.data.get("behind") != "only"
    if cue.first >= before:
        near = cue.first - before <= _BEHIND and not any(i in context.verbs for i in range(before + 1, cue.first))
        return bool(cue.data.get("behind")) and near
    if cue.data.get("ahead"):
        return before - cue.last <= _AHEAD
    if cue.data.get("behind") == "only":
        return False
    if cue.data["status"] == "denied" and before in context.verbs and cue.first >= clause.first:
        return False  # no denial governs a bare verb, which tells of the denier (نفى شاب أصيب في القصف أن يكون)
    behind = background(context, cue.last + (2 if cue.data.get("with_on") else 1), before)
    return behind is None or (behind == "of" and cue.data["status"] == "denied")  # نفى مسؤوليته عن الهجوم


def _over_that(context: Context, clause: Clause, cue: Hit) -> bool:
    """Whether a cue in the clause before "that" governs it: its verb, a word right before "that", or a denial (نفى
    المتحدث أن، من المتوقع اليوم أن, but not أعلن إلغاء القمة مضيفا أن)."""
    if cue.data["status"] == "denied":  # but not نفى الخبر مضيفا أن ...
        return not any(
            i in context.firsts("say") or i in context.words.attributions for i in range(cue.last + 1, clause.first)
        )
    verb = context.clauses[clause.index - 1].verb
    at_once = clause.first - cue.last - 1 <= _THAT
    return cue.data["status"] != "cancelled" and (at_once or (verb is not None and verb.first == cue.first))


def told_from(context: Context, clause: Clause) -> int:
    """The token from which words say how a clause is meant: the first of the one before its "that" in the sentence, or
    its own."""
    before = context.clauses[clause.index - 1] if clause.opener == "that" and clause.index else clause
    return before.first if before.sentence is clause.sentence else clause.first


def not_before(context: Context, clause: Clause) -> bool:
    """Whether a negated clause only says when something will be (لن يجتمع المجلس قبل الثلاثاء)."""
    verb = clause.verb
    if verb is None or clause.tense == "past":
        return False
    return any(
        verb.last < h.first < clause.last and h.last + 1 in context.time_tokens
        for h in context.document.hits("event.not-before", within=clause.sentence)
    )


def _just_past(context: Context, date: Interval | None) -> bool:
    """Whether a day is so little before the day of publication that what is to be on it was written before (سينعقد غدا
    الاثنين, printed on Tuesday)."""
    published = context.document.report.published
    last = date.last if date is not None else None
    return published is not None and last is not None and 0 < (published - last).days <= _PRINTED


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
