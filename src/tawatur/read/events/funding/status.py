"""How far money has come: pledged, given, held back, denied."""

from __future__ import annotations

from tawatur.language.lexicon import Hit
from tawatur.read.events.clauses import FINITE, Clause
from tawatur.read.events.context import Context
from tawatur.read.events.funding.cues import Cues
from tawatur.read.events.governed import background
from tawatur.read.events.status import cue_in, status_of

_AFTER = 8  # tokens from a sum on to the noun that says what it is
_HANDED = 14  # tokens from a word of giving to the one that says that it was handed over


def status(context: Context, cues: Cues, clause: Clause, words: list[Hit], giving: Hit) -> str:
    """Pledged, asked for or announced is planned, a habit in the present ongoing, money held back cancelled."""
    first = max(clause.sentence.first, min(h.first for h in words) - (_AFTER if giving.data.get("of_sum") else 4))
    knew = _knew(context, clause, giving)
    if cue_in(context, clause, giving.first) == "denied" and not knew:
        return "denied"
    if cues.within("stop", first, giving.first) is not None:
        return "cancelled"
    found = "done" if clause.negated else status_of(context, clause, None, "ongoing")
    found = "done" if found == "denied" and knew else found
    tense = clause.tense
    if found == "ongoing" and _is_past(context, clause, giving):
        found, tense = "done", "past"
    if found == "ongoing" and (giving.features.get("form") not in FINITE or _expected(context, clause)):
        return "planned"  # works on, means to, is expected to give
    if (
        cues.within("handed", giving.first, min(giving.first + _HANDED, clause.sentence.last)) is not None
        and clause.tense != "future"
    ):
        return "done"
    announced = cues.within("announce", max(clause.sentence.first, giving.first - 12), giving.first) is not None
    announced = announced or (clause.verb is not None and clause.verb.first in cues.at["announce"])
    if found == "ongoing" and any(h.data.get("pledge") for h in words):
        return "planned"  # a headline's present (المانحون يتعهدون ب ...)
    pledged = (
        _of_pledges(context, clause)
        or any(h.data.get("pledge") for h in words)
        or (announced and giving.features.get("form") not in FINITE)
    )
    if found == "done" and tense != "present" and pledged and not clause.negated:
        return "planned"
    return found


def _is_past(context: Context, clause: Clause, giving: Hit) -> bool:
    """Whether the verb of giving is a past that is spelt like another verb's present (تلقى، which may be of لقي)."""
    verb = clause.verb
    own = verb is not None and verb.first == giving.first and verb.entry is not giving.entry
    return own and giving.features.get("form") == "past" and cue_in(context, clause) is None


def _knew(context: Context, clause: Clause, giving: Hit) -> bool:
    """Whether it is that he knew of money of which somebody speaks (نفى علمه بدفع المبلغ، نفى علمه بأنها دفعت)."""
    if background(context, clause.first, giving.first) == "cause":
        return True
    before = clause.first - 1
    return clause.opener == "that" and any(
        h.last == before and h.data["sort"] == "cause" for h in context.document.hits("event.background")
    )


def _of_pledges(context: Context, clause: Clause) -> bool:
    """Whether a clause tells parts of what the clause before it says is pledged (بلغت التعهدات ...، ساهمت فيها ...)."""
    within = any(
        clause.first <= i < clause.last and context.particles[i].data.get("inside")
        for i in range(clause.first, min(clause.last, clause.first + 3))
        if i in context.particles
    )
    if not within or not clause.index:
        return False
    before = context.clauses[clause.index - 1]
    return before.sentence is clause.sentence and any(
        before.first <= h.first < before.last and h.data.get("pledge")
        for h in context.document.hits("event.funding", within=clause.sentence)
    )


def _expected(context: Context, clause: Clause) -> bool:
    """Whether the clause says what is expected (يتوقع أن تعلن ...)."""
    if clause.opener != "that" or clause.index == 0:
        return False
    before = context.clauses[clause.index - 1]
    pledges = (h for h in context.document.hits("event.funding", within=before.sentence) if h.data.get("pledge"))
    if before.verb is not None and any(h.first == before.verb.first for h in pledges):
        return True  # تعهد الوزير بأن تقدم بلاده ...
    return cue_in(context, before) == "planned"
