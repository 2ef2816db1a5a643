"""How far a visit has come: planned, going on, made, called off or denied."""

from __future__ import annotations

from tawatur.language.lexicon import Hit
from tawatur.read.events import visitors
from tawatur.read.events.clauses import Clause
from tawatur.read.events.context import Context
from tawatur.read.events.status import status_of
from tawatur.record.types import Time

_BEHIND = 2  # words from a visit's noun to the adjective that says it is awaited


def standing(context: Context, hit: Hit, clause: Clause, date: Time | None, off: bool) -> str:
    """The status of a visit that a word tells, on a day where one is told; `off`: it is said to be called off."""
    going = hit.data["frame"] == "of" and clause.tense == "present" and date is None
    going = going or hit.data.get("status") == "ongoing" or _is_there(hit, clause) or _today(context, hit, date)
    coming = hit.features.get("form") == "present" or (hit.data["frame"] != "object" and clause.tense == "present")
    status = status_of(
        context,
        clause,
        date.interval if date is not None else None,
        "ongoing" if going else "planned" if coming else "done",
        hit.first,
    )
    if status in ("done", "ongoing") and _planned(context, hit, clause):
        status = "planned"
    if status in ("done", "planned") and _begun(context, hit, clause):
        status = "ongoing"
    if off and status != "denied":
        return "cancelled"
    beside = _described(hit, clause) or visitors.adverbial(context, hit)
    return "done" if status == "denied" and beside else status


def _planned(context: Context, hit: Hit, clause: Clause) -> bool:
    """Whether a visit is what somebody is only said to intend (أعلن عزمه زيارة إيران), or it is awaited (زيارته
    المرتقبة)."""
    makers = context.document.hits("visit.maker", within=clause.sentence)
    near = range(hit.last + 1, hit.last + 1 + _BEHIND)
    if not hit.features.get("form") and any(h.first in near for h in context.document.hits("meeting.awaited")):
        return True
    return any(h.data.get("plans") and h.last == hit.first - 1 for h in makers)


def _begun(context: Context, hit: Hit, clause: Clause) -> bool:
    """Whether a visit is told to have begun (بدأ الرئيس زيارة)."""
    makers = [h for h in context.document.hits("visit.maker", within=clause.sentence) if clause.first <= h.first]
    last = next((h for h in reversed(makers) if h.first < hit.first), None)
    return last is not None and bool(last.data.get("opens")) and last.features.get("form") == "past"


def _is_there(hit: Hit, clause: Clause) -> bool:
    """Whether a relative clause says of somebody that he is on a visit (الأمير الذي يزور موسكو)."""
    relative = clause.opener == "relative" and clause.tense == "present"
    return bool(hit.data.get("lasts")) and relative and clause.verb is not None and clause.verb.first == hit.first


def _today(context: Context, hit: Hit, date: Time | None) -> bool:
    """Whether a verb of being on a visit is said in the present of the day of publication (يزور الوزير اليوم موسكو)."""
    day = context.document.report.published
    now = date is not None and day is not None and date.interval.first == date.interval.last == day
    return now and bool(hit.data.get("lasts")) and hit.features.get("form") == "present"


def _described(hit: Hit, clause: Clause) -> bool:
    """Whether a negated verb only describes an indefinite visit before it (زيارة لم يعلن عنها)."""
    noun = not hit.features.get("form") and not hit.analysis.article and hit.data["frame"] == "of"
    return noun and clause.negated and clause.verb is not None and clause.verb.first > hit.last
