"""What words behind a noun say of when it was to be, and that it was called off."""

from __future__ import annotations

from tawatur.language.lexicon import Hit
from tawatur.read.events.clauses import HARD, Clause
from tawatur.read.events.context import Context
from tawatur.record.types import Time

_PLANNED = 10  # tokens from a noun to the word that says that it was to be (الزيارة إلى تونس التي كانت مقررة ...)
_DAY = 6  # tokens from that word to the day (كان من المقرر أن تبدأ يوم الخميس)
_OFF = 16  # tokens from a noun to the verb that says that it was called off


def scheduled(context: Context, hit: Hit) -> Time | None:
    """The day behind a word that says that what a noun tells was to be on it (الزيارة التي كانت مقررة غدا)."""
    if hit.features.get("form"):
        return None
    tokens, sentence = context.document.tokens, context.document.tokens[hit.first].sentence
    plans = {h.first: h for h in context.status_hits if h.data["status"] == "planned" and not h.data.get("ahead")}
    for index in range(hit.last + 1, min(hit.last + 1 + _PLANNED, len(tokens))):
        if tokens[index].sentence != sentence or tokens[index].form in HARD or _other_verb(context, index):
            return None
        if (plan := plans.get(index)) is not None:
            return _day_behind(context, plan)
    return None


def _day_behind(context: Context, plan: Hit) -> Time | None:
    tokens, sentence = context.document.tokens, context.document.tokens[plan.first].sentence
    for index in range(plan.last + 1, min(plan.last + 1 + _DAY, len(tokens))):
        if tokens[index].sentence != sentence:
            return None
        time = context.time_tokens.get(index)
        if time is not None and (time.interval.first or time.interval.last):
            return time
    return None


def _other_verb(context: Context, index: int) -> bool:
    """Whether a verb that is no plan's own stands at a token: what is said behind it may be of another thing."""
    own = any(h.first <= index <= h.last for h in context.status_hits)
    return index in context.verbs and not own and index not in context.particles


def called_off(context: Context, hit: Hit, clause: Clause) -> bool:
    """Whether it is said of a noun that begins its clause that it was called off (الزيارة المقررة غدا ألغيت)."""
    if hit.features.get("form") or not _begins(context, hit, clause):
        return False
    tokens, sentence = context.document.tokens, context.document.tokens[hit.first].sentence
    ends = {h.first for h in context.status_hits if h.data.get("said_of")}
    relative = False
    for index in range(hit.last + 1, min(hit.last + 1 + _OFF, len(tokens))):
        if tokens[index].sentence != sentence or tokens[index].form in HARD:
            return False
        if index in ends:
            mark = context.particles.get(index - 1)
            return mark is None or mark.data["class"] not in ("negation", "preposition", "that")
        mark = context.particles.get(index)
        relative = relative or (mark is not None and mark.data["class"] == "relative")
        if not relative and _other_verb(context, index):
            return False
    return False


def _begins(context: Context, hit: Hit, clause: Clause) -> bool:
    """Whether a noun begins its clause, or stands right behind its "that"."""
    mark = context.particles.get(clause.first)
    return hit.first == clause.first or (mark is not None and hit.first == mark.last + 1)
