"""How far the words on an incident reach: where its sentence goes over to something else, and what is its occasion."""

from __future__ import annotations

from tawatur.language.lexicon import Hit
from tawatur.read.events.clauses import HARD, SOFT, Clause
from tawatur.read.events.context import Context
from tawatur.read.events.incidents.triggers import Nouns, Trigger

_GREATEST = 8  # tokens from a superlative to the "since" behind it
_EVENTS = "event.incident"


def reach(context: Context, nouns: Nouns, trigger: Trigger, limit: int) -> int:
    """The token, up to `limit`, before which day and place of a trigger stand.

    The sentence goes over to something else where a particle turns (لكن، إلا أن، فيما), and where a clause of its own
    begins whose verb tells no incident and carries none (... وأعلنت، قائلا إن ...).
    """
    for clause in context.clauses[trigger.clause.index + 1 :]:
        if clause.sentence is not trigger.clause.sentence or clause.first >= limit:
            break
        if clause.first > trigger.hit.last and _goes_over(context, nouns, clause):
            return clause.first
    return limit


def _goes_over(context: Context, nouns: Nouns, clause: Clause) -> bool:
    mark = context.particles.get(clause.first)
    if mark is not None and mark.data.get("turns"):
        return True
    if clause.opener not in ("and", "that") or clause.verb is None:
        return False
    return not _of_incidents(nouns, clause.verb)


def _of_incidents(nouns: Nouns, verb: Hit) -> bool:
    told = verb.entry.kind == _EVENTS and nouns.company.kept(verb)
    return told or verb.first in nouns.cues["carrier"]


def occasions(context: Context, nouns: Nouns, trigger: Trigger, limit: int) -> set[int]:
    """The tokens after a trigger, up to `limit`, that tell its cause or occasion (ردا على ...، بعد ...), each up to the
    next mark."""
    found: set[int] = set()
    tokens = context.document.tokens
    index = trigger.hit.last + 1
    while index < limit:
        cue = nouns.cues["occasion"].get(index)
        if cue is None or index in context.time_tokens or (cue.data.get("result") and trigger.bodily):
            index += 1
            continue
        while index < limit and tokens[index].form not in HARD | SOFT:
            found.add(index)
            index += 1
    return found


def by_the_way(context: Context, nouns: Nouns, trigger: Trigger, limit: int) -> set[int]:
    """The tokens after a trigger, up to `limit`, of relative clauses that tell of something else (حزب تأسس عام
    ...، ميليشيا تسيطر منذ ...): not right after the noun of the incident, and of the past those of no incident."""
    found: set[int] = set()
    for clause in context.clauses[trigger.clause.index + 1 :]:
        if clause.sentence is not trigger.clause.sentence or clause.first >= limit:
            break
        if clause.opener != "relative" or clause.verb is None:
            continue
        between = range(trigger.hit.last + 1, clause.first)
        apart = trigger.finite or any(i in context.particles or i in nouns.cues["agent"] for i in between)
        if apart and (clause.tense != "past" or not _of_incidents(nouns, clause.verb)):
            found |= set(range(clause.first, clause.last))
    return found


def since(context: Context, nouns: Nouns, trigger: Trigger) -> bool:
    """Whether a trigger is that since which something goes on (منذ اندلاع الحرب), and not what goes on since a day (منذ
    الأحد حملة)."""
    first = trigger.hit.first
    cue = nouns.cue("since", first - 3, first)
    if cue is None or any(i in context.time_tokens for i in range(cue.first, first)):
        return False
    begin = max(trigger.clause.sentence.first, cue.first - _GREATEST)
    return nouns.cue("superlative", begin, cue.first) is None  # الأعنف منذ الحرب
