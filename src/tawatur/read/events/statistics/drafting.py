"""The statistic of a measure and its value: where it is so, and of what time."""

from __future__ import annotations

from tawatur.language.lexicon import Hit
from tawatur.read.document import Document
from tawatur.read.entities import known
from tawatur.read.events.arguments import subject
from tawatur.read.events.clauses import Clause
from tawatur.read.events.context import Context
from tawatur.read.events.incidents.triggers import demonyms
from tawatur.read.events.phrases import Phrase
from tawatur.read.events.slots import Draft, places_in
from tawatur.read.events.statistics.values import period_of
from tawatur.read.events.status import cue_in, status_of
from tawatur.record.types import Event, Interval, Quantity

PEOPLE = frozenset(
    {"person", "refugee", "child", "migrant", "family", "citizen", "woman", "student", "voter", "worker"}
)


def statistic_of(
    document: Document, context: Context, clause: Clause, hit: Hit, measure: Phrase, value: Quantity, *more: Phrase
) -> Event:
    """The statistic that a word in its clause tells of a measure, which has `more` of its words behind the value: its
    value, where that is so and of what time."""
    start, end = min(measure.start, hit.start, value.start), max(clause.end, value.end)
    draft = Draft(context, "statistic", start, end)
    draft.spans("measure", [document.span(p.start, p.end) for p in (measure, *more)])
    draft.value("value", value.number)
    named = places_in(context, clause.first, clause.last)
    told = _whole(document, measure, value, more)
    inside = [m for m in context.within(context.mentions, told.start, told.end) if m.type == "place"]
    for mention in (named or inside)[:2]:
        known(document, mention.entity)
        draft.entities("place", [mention.entity], (mention.start, mention.end))
    who = subject(context, clause)
    of = context.mention_tokens.get(who.first) if who is not None else None
    if not named and not inside and of is not None and of.type == "place":  # سجلت اليابان عجزا
        draft.entities("place", [of.entity], (of.start, of.end))
    elif not named and not inside:
        lands = [land for index, land in demonyms(document).items() if told.first <= index < told.last]
        for land in lands[:1]:
            known(document, land)
            draft.entities("place", [land], (measure.start, measure.end))
    period = period_of(context, clause, hit, value)
    if period is not None:
        draft.value("period", period[0], (period[1].start, period[1].end))
    draft.event.status = _status(context, clause, hit, period[0] if period is not None else None)
    return draft.event


def _whole(document: Document, measure: Phrase, value: Quantity, more: tuple[Phrase, ...]) -> Phrase:
    """The words of a measure; of people in the mass, who they are too (2 مليون طفل سوري لا يحصلون ...)."""
    last = more[-1] if more else measure
    first = document.token_at(value.start)
    people = value.number.unit in PEOPLE and first < measure.first
    start, begin = (value.start, first) if people else (measure.start, measure.first)
    return Phrase(begin, last.last, start, last.end)


def _status(context: Context, clause: Clause, hit: Hit, period: Interval | None) -> str:
    """A figure is of what is now where a present or a word of lasting tells it without a time of its own (يبلغ عدد
    السكان، لا يزالون بلا مأوى), of what was measured elsewhere."""
    day = None if clause.tense == "past" else period  # what fell for delivery in August has fallen
    told = "done" if clause.negated else status_of(context, clause, day, before=hit.first)
    if told in ("planned", "denied"):
        return told
    present = clause.tense == "present" or (clause.verb is None and hit.features.get("form") == "present")
    lasts = cue_in(context, clause) == "ongoing" or any(
        clause.first <= h.first < clause.last for h in context.document.hits("lasting-state", within=clause.sentence)
    )
    open_ = period is None or period.last is None
    return "ongoing" if open_ and (present or lasts) else "done"
