"""Who did an incident and who suffered it, by the frame of the word that tells it (incident.yml)."""

from __future__ import annotations

from tawatur.language.lexicon import Hit
from tawatur.read.events.arguments import subject
from tawatur.read.events.context import Context
from tawatur.read.events.groups import listed
from tawatur.read.events.incidents.complements import (
    against,
    by_whom,
    struck,
)
from tawatur.read.events.incidents.of_nouns import of_noun
from tawatur.read.events.incidents.of_verbs import of_verb
from tawatur.read.events.incidents.record import Arguments
from tawatur.read.events.incidents.triggers import Nouns, Trigger
from tawatur.read.events.phrases import Phrase
from tawatur.text.words import SIGN


def arguments(context: Context, nouns: Nouns, trigger: Trigger, limit: int) -> Arguments:
    """The arguments of a trigger; what belongs to it ends before token `limit`."""
    if trigger.among:
        return Arguments(target=_those_before(context, trigger))
    by = by_whom(context, nouns, trigger, limit)
    claim = nouns.cue("claim", trigger.hit.last + 1, limit)
    accuse = nouns.cue("accuse", trigger.hit.last + 1, limit)  # ... واتهامها بتسميم
    if accuse is not None and (trigger.finite or not accuse.analysis.conjunction):
        accuse = None
    stop = min([limit, *(cue.first for cue in (by, claim, accuse) if cue is not None)])
    found = of_verb(context, nouns, trigger, stop) if trigger.finite else of_noun(context, nouns, trigger, stop)
    if trigger.hit.data.get("finds"):
        found.actor = []
    doer = listed(context, by.last + 1, limit) or _understood(context, trigger, by) if by is not None else []
    if doer:
        if not found.target and found.actor and trigger.frame in ("either", "of-either"):
            found.target = found.actor
        found.actor = doer
        if not (trigger.finite or found.target) and trigger.frame != "of-target":
            found.target = _struck_by(context, nouns, by, doer, limit)
    return found


def _struck_by(context: Context, nouns: Nouns, by: Hit | None, doer: list[Phrase], limit: int) -> list[Phrase]:
    """Whom an attack struck, behind its doer (الهجوم الذي شنه مسلحون على قرية)."""
    if by is None or not by.data.get("of_noun"):
        return struck(context, nouns, doer[-1].last, limit)
    return against(context, nouns, max(by.last + 1, doer[-1].last), limit)


def _understood(context: Context, trigger: Trigger, by: Hit) -> list[Phrase]:
    """The subject of the clause before a noun, where the verb of its doer names none (سيطرت القوات على القرية بعد هجوم
    شنته من الشمال)."""
    clause = trigger.clause
    if not by.data.get("of_noun") or clause.verb is None or clause.verb.first > trigger.hit.first:
        return []
    found = subject(context, clause)
    return [found] if found is not None and found.last <= trigger.hit.first else []


def _those_before(context: Context, trigger: Trigger) -> list[Phrase]:
    """Of whom a clause without a verb speaks (أن ثلاثة من رجال الشرطة بين القتلى)."""
    clause, tokens = trigger.clause, context.document.tokens
    if clause.verb is not None and clause.verb.first < trigger.hit.first:
        found = subject(context, clause)
        return [found] if found is not None and found.last <= trigger.hit.first else []
    first = clause.first
    while first < trigger.hit.first and (first in context.particles or tokens[first].kind == SIGN):
        first += 1
    return listed(context, first, trigger.hit.first) if first < trigger.hit.first else []
