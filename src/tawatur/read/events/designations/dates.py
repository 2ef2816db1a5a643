"""When somebody was designated: the day in the words that say so, not that of what came before or is spoken of."""

from __future__ import annotations

from tawatur.language.lexicon import Hit
from tawatur.read.events.arguments import subject
from tawatur.read.events.clauses import Clause
from tawatur.read.events.context import Context
from tawatur.read.events.designations.cues import Cues
from tawatur.read.events.governed import behind
from tawatur.read.events.slots import nearest
from tawatur.record.types import Time

_BEHIND = 7  # tokens from sanctions on to who imposed them


def date(context: Context, cues: Cues, hit: Hit, clause: Clause) -> Time | None:
    """The time nearest to a word of designation in the words that tell it, the one after it before the one ahead of it;
    of sanctions spoken of that a relative clause says were imposed, that of the relative clause alone."""
    imposed = imposing(context, cues, hit, clause) if hit.data["frame"] != "lift" else None
    start = imposed.start if imposed is not None else _start(context, cues, hit, clause)
    near = start if imposed is not None else hit.start
    end = imposed.end if imposed is not None else clause.end
    dated = [t for t in context.within(context.times, start, end) if _is_when(context, hit, t)]
    return nearest(dated, near)


def imposing(context: Context, cues: Cues, hit: Hit, clause: Clause) -> Clause | None:
    """The relative clause that says that the sanctions were imposed (سترد على العقوبات التي فرضتها واشنطن)."""
    for imposer in cues.within("impose", hit.last + 1, min(clause.sentence.last, hit.last + _BEHIND)):
        own = context.clause_at(imposer.first)
        if own is not None and own is not clause and own.opener == "relative" and own.tense == "past":
            return own
    return None


def _start(context: Context, cues: Cues, hit: Hit, clause: Clause) -> int:
    """The offset from which a day is that of what the word of designation tells: behind the words that put it in the
    background (يجتمع المجلس الاثنين بعد فرض عقوبات), else the beginning of its clause, with the words without a verb
    that open the sentence (في يناير الماضي، مدد ...), that announce what is done (أعلنت الوزارة الخميس أنها أدرجت ...)
    or of whose doer it is told next (قطعت في يونيو علاقاتها مع ... وفرضت عليها عقوبات)."""
    apart = behind(context, clause.first, hit.first)
    if apart is not None and apart.data["sort"] in ("cause", "after"):
        return apart.start
    before = context.clauses[clause.index - 1] if clause.index else clause
    if before.sentence is not clause.sentence or clause.opener in ("relative", "subordinate"):
        return clause.start
    if before.verb is None:
        return before.start if before.first == clause.sentence.first else clause.start
    if clause.opener == "and":
        who = subject(context, clause)
        own = who is not None and who.last <= hit.first
        return before.start if clause.tense == before.tense == "past" and not own else clause.start
    announced = cues.at["impose"].get(before.verb.first)
    tells = announced is not None and bool(announced.data.get("announce")) and clause.tense in ("past", None)
    return before.start if tells else clause.start


def _is_when(context: Context, hit: Hit, time: Time) -> bool:
    """Whether a time is a date, and neither until when it holds nor of what the designation came after (بعد الانسحاب من
    الاتفاق المبرم عام 2015)."""
    if not (time.interval.first or time.interval.last):
        return False
    index = context.document.token_at(time.start)
    if any(h.first in (index - 1, index - 2) for h in context.document.hits("event.incident-until")):
        return False
    return not any(
        hit.last < b.first < index and b.data["sort"] == "after" and b.last + 1 not in context.time_tokens
        for b in context.document.hits("event.background")
        if b.last < index
    )
