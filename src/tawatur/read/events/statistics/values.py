"""The value of a measure and the time it is of: of one that changes from a value to another, the new one."""

from __future__ import annotations

from tawatur.language.lexicon import Hit
from tawatur.read.events.clauses import Clause
from tawatur.read.events.context import Context
from tawatur.read.events.phrases import Phrase
from tawatur.read.events.slots import nearest
from tawatur.record.types import Interval, Quantity, Time

_NOT = frozenset({"year", "day", "hour", "month", "week", "time", "minute"})
_NEAR = 20  # tokens from the measure to its value
_COMPARED = 8  # tokens from words that compare to the time of what they do (مقابل 124 ألف سائح خلال الشهر نفسه من 2014)
_SINCE = 2  # tokens from "since" to the time that it governs (منذ بداية عام 2017)


def value_of(context: Context, clause: Clause, hit: Hit, measure: Phrase | None) -> Quantity | None:
    """The first quantity after the verb and the measure that is no length of time, the new one where it changes from
    one to another; ages are measured in years."""
    begin = max(hit.end, measure.end if measure is not None else 0)
    ages = hit.data["frame"] == "level"
    for quantity in context.within(context.quantities, begin, _end(context, clause)):
        if not quantity.ordinal and (quantity.number.unit not in _NOT or (ages and quantity.number.unit == "year")):
            near = context.document.token_at(quantity.start) - context.document.token_at(begin)
            return (_reached(context, clause, quantity) or quantity) if near <= _NEAR else None
    return None


def _end(context: Context, clause: Clause) -> int:
    """The offset where the words on a measure end: with those set apart behind it (ارتفعت، بدورها، بنسبة ...)."""
    after = context.clauses[clause.index + 1 : clause.index + 2]
    told_on = bool(after) and after[0].sentence is clause.sentence and after[0].verb is None
    return after[0].end if told_on and after[0].opener == "subordinate" else clause.end


def _reached(context: Context, clause: Clause, value: Quantity) -> Quantity | None:
    """The value behind "to" that a measure comes to from one behind "from" (من 61 في عام 2016 إلى 365)."""
    mark = context.particles.get(context.document.token_at(value.start) - 1)
    if mark is None or mark.data["class"] != "partitive":
        return None
    for other in context.within(context.quantities, value.end, _end(context, clause)):
        if other.number.unit in _NOT or other.ordinal:
            continue
        alike = other.number.unit == value.number.unit or None in (other.number.unit, value.number.unit)
        return other if alike and _behind_to(context, other) else None
    return None


def _behind_to(context: Context, value: Quantity) -> bool:
    first = context.document.token_at(value.start)
    return any(h.last in (first - 1, first - 2) for h in context.document.hits("event.statistic-to"))


def period_of(context: Context, clause: Clause, hit: Hit, value: Quantity) -> tuple[Interval, Time] | None:
    """The time that a value is of, with where it stands: the nearest to the word that gives it, behind the value alone
    where that is reached from another; since a time, until the day of publication. The month in which goods are to be
    delivered is none (العقود تسليم يونيو), nor is the time of what it is compared with (مقابل 12 في المئة عام 2016)."""
    spoken = {h.last + 1 for h in context.document.hits("event.statistic-due", within=clause.sentence)}
    beside = context.document.hits("event.statistic-beside", within=clause.sentence)
    reached = _behind_to(context, value)
    near = value.start if reached else hit.start
    dated = [
        t
        for t in context.within(context.times, clause.start, clause.end)
        if (t.interval.first or t.interval.last)
        and context.document.token_at(t.start) not in spoken
        and not (reached and hit.end <= t.start < value.start)
        and not any(_is_compared(context, h, value, t) for h in beside)
    ]
    time = nearest(dated, near)
    return (_since(context, clause, time), time) if time is not None else None


def _is_compared(context: Context, cue: Hit, value: Quantity, time: Time) -> bool:
    """Whether a time is of what a value is compared with: right behind the words that compare, or anywhere behind them
    where they stand behind the value."""
    index = context.document.token_at(time.start)
    return cue.start < time.start and (cue.start >= value.end or index - cue.last <= _COMPARED)


def _since(context: Context, clause: Clause, time: Time) -> Interval:
    """The interval of a time: from its first day on where it is that since which a value is told, up to now unless it
    still is so."""
    index, first = context.document.token_at(time.start), time.interval.first
    since = (
        h for h in context.document.hits("event.incident-since", within=clause.sentence) if not h.data.get("ahead")
    )
    if first is None or not any(index - _SINCE <= h.last <= index for h in since):
        return time.interval
    published = context.document.report.published
    return Interval(first, None if clause.tense == "present" else published)
