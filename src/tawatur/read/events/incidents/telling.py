"""The day on which somebody tells of an incident, and whether it is that of his words alone."""

from __future__ import annotations

from enum import Enum

from tawatur.language.lexicon import Hit
from tawatur.read.events.clauses import FINITE, Clause
from tawatur.read.events.context import Context
from tawatur.read.events.incidents.record import Incident
from tawatur.read.events.incidents.triggers import Nouns
from tawatur.record.types import Time


class DayOf(Enum):
    """Whose the day is on which somebody tells of a deed."""

    deed = "deed"
    words = "words"
    doubted = "doubted"


def day_told(context: Context, nouns: Nouns, found: Incident) -> Time | None:
    """The day on which somebody told of it (أعلن المتحدث، الخميس، مقتل ...): the day in the words before it."""
    clause = found.trigger.clause
    if nouns.cue("rising", clause.first, found.trigger.hit.first) is not None:
        return None  # the toll rose that day (ارتفعت حصيلة الهجوم)
    days = [
        t
        for t in context.within(context.times, _told_from(context, found).start, found.trigger.hit.start)
        if t.precision == "day" and t.interval.first
    ]
    return days[-1] if days else None


def whose_day(context: Context, nouns: Nouns, found: Incident) -> DayOf:
    """Whose the day is on which somebody tells of an incident: that of his words alone where he judges it, says what is
    or will be, or how many were killed since then; doubted where he condemns it."""
    clause, begin = found.trigger.clause, _told_from(context, found)
    tolls = found.killed is not None or found.count is not None
    if (found.since and tolls) or (begin is not clause and clause.tense != "past"):
        return DayOf.words  # قال الخميس إنه سينسحب
    cues = _judging(context, nouns, begin.first, found.trigger.hit.first)
    if not cues:
        return DayOf.deed
    return DayOf.doubted if all(cue.data.get("soon") for cue in cues) else DayOf.words


def without_doubted_days(told: list[Incident]) -> list[Incident]:
    """Incidents without the day on which somebody condemned them, but where their dead are told with it."""
    for one in told:
        if one.doubted and one.killed is None:
            one.date = None
            one.evidence.pop("date", None)
    return told


def _told_from(context: Context, found: Incident) -> Clause:
    """The clause in which somebody tells of an incident: its own, or that before "that"."""
    clause = found.trigger.clause
    if not found.trigger.finite or clause.opener != "that" or not clause.index:
        return clause
    earlier = context.clauses[clause.index - 1]
    return earlier if earlier.sentence is clause.sentence else clause


def _judging(context: Context, nouns: Nouns, first: int, last: int) -> list[Hit]:
    """The words among tokens [first, last) that judge what is told behind them, warn of it or ask for it."""
    cues = nouns.cues["judged"]
    said = (cues[i] for i in range(first, last) if i in cues)
    return [cue for cue in said if cue.first in context.verbs or cue.features.get("form") not in FINITE]
