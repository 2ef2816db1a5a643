"""Who tells of an incident is not who did it, unless his words say that he did (أدان الوزير الهجوم الذي ...)."""

from __future__ import annotations

from tawatur.language.lexicon import Hit
from tawatur.read.events.arguments import pronoun_ahead
from tawatur.read.events.context import Context
from tawatur.read.events.governed import background
from tawatur.read.events.incidents.record import Incident
from tawatur.read.events.incidents.status import is_denied
from tawatur.read.events.incidents.triggers import VIOLENT, Nouns
from tawatur.read.events.people import offices_of
from tawatur.record.types import Statement
from tawatur.text.words import SIGN

_BEHIND = 2  # tokens from what opens somebody's words to the deed that they tell as his (شن ضربات)
_CARRIED = 9  # tokens behind a noun to the verb that says who did it
_BLOODY = VIOLENT - {"raid"} | {"abuse"}
_OF_FORCES = frozenset({"takeover", "siege", "military-campaign"})
_WEAPONS = frozenset({"weapon", "arms", "blow", "firearm"})
_OF_ARMS = frozenset({"attack", "airstrike", "bombing", "killing", "raid", "kidnapping"})


def without_tellers(context: Context, nouns: Nouns, parts: list[Incident]) -> None:
    """Take from the doers of violence the one in whose words it is told, where only what leads to his words names him
    and they do not speak of a deed of his own. Claims and denials are of who makes them."""
    for one in parts:
        if not one.actor or one.type not in _BLOODY | _OF_FORCES or one.claimed or is_denied(context, one):
            continue
        at = context.statement_at(one.trigger.hit.start, one.trigger.hit.end)
        said = context.reading.statements[at] if at is not None else None
        if said is None or said.denies or said.speaker not in one.actor or _named_within(one, said):
            continue
        if one.type in _OF_FORCES and context.types.get(str(said.speaker)) != "person":
            continue
        if not _of_his_own(context, nouns, one, said):
            one.keep("actor", [v for v in one.actor if v != said.speaker])


def without_words(context: Context, nouns: Nouns, parts: list[Incident]) -> list[Incident]:
    """Without attacks in words: by a person who speaks in the report, on somebody, with no toll and no weapon (هاجم
    الرئيس الصحيفة). Nor is who holds an office and speaks the doer of violence that a noun tells, unless he is accused
    of it, disowns it, threatens with it, or a verb says that he does it."""
    speakers = {s.speaker for s in context.reading.statements}
    kept: list[Incident] = []
    for one in parts:
        speaking = {v for v in one.actor if v in speakers and context.types.get(v) == "person"}
        if speaking and _in_words(nouns, one):
            continue
        if speaking and one.type in _OF_ARMS and not _of_doer(context, nouns, one):
            one.keep("actor", [v for v in one.actor if v not in speaking or not offices_of(context, v)])
        kept.append(one)
    return kept


def _in_words(nouns: Nouns, one: Incident) -> bool:
    """Whether an attack of somebody who speaks is one in words: told by a verb, or by a noun that a verb of his carries
    or that is called his, and on somebody; not where there is a toll or a weapon, or it is only threatened."""
    hit, clause = one.trigger.hit, one.trigger.clause
    bloody = one.killed is not None or one.count is not None or nouns.classes(clause.first, clause.last) & _WEAPONS
    if not hit.data.get("words") or bloody:
        return False
    if one.trigger.finite:
        return True
    own = "suffix" in hit.features or any(0 <= start - hit.end <= 1 for start, _ in one.evidence.get("actor", ()))
    his = "carrier" in one.anchors and nouns.cue("does", clause.first, hit.first) is None
    his = his and not (hit.analysis.article or hit.features.get("number") == "plural")
    return bool(one.target) and not one.claimed and (own or his)


def _of_doer(context: Context, nouns: Nouns, one: Incident) -> bool:
    """Whether violence is of who is named as its doer: by a verb, or where he is accused, disowns or threatens."""
    carried = one.told and "carrier" in one.anchors
    said = one.claimed or carried or one.status != "done" or is_denied(context, one)
    does = nouns.cue("does", one.trigger.clause.first, one.trigger.hit.first)
    threatens = does is not None and background(context, does.last + 1, one.trigger.hit.first) is None
    return one.trigger.finite or said or threatens or _accused(nouns, one)


def _accused(nouns: Nouns, one: Incident) -> bool:
    """Whether somebody is accused before an incident's word, in its clause."""
    return nouns.cue("accuse", one.trigger.clause.first, one.trigger.hit.first) is not None


def _named_within(one: Incident, said: Statement) -> bool:
    """Whether a doer stands within the words, or it is not known where one stands."""
    where = one.evidence.get("actor", [])
    return not where or any(said.start <= start < said.end for start, _ in where)


def _of_his_own(context: Context, nouns: Nouns, one: Incident, said: Statement) -> bool:
    """Whether words tell a deed of who says them: in the first person, of "that he", of what is a body's or a country's
    (هجومها), of what it did (الهجوم الذي شنته), or where they begin with what he announces or threatens with."""
    hit, trigger = one.trigger.hit, one.trigger
    first = context.document.token_at(said.start)
    if hit.features.get("person") == "1" or hit.features.get("suffix") == "1" or _that_he(context, first):
        return True
    if trigger.finite or _accused(nouns, one):
        return False
    if context.types.get(str(said.speaker)) != "person":
        behind = nouns.cue("carrier", hit.last + 1, hit.last + _CARRIED)
        if ("suffix" in hit.features and trigger.frame != "of-target") or (behind and "object" in behind.features):
            return True
    while first < hit.first and context.document.tokens[first].kind == SIGN:
        first += 1
    leads = nouns.cue("carrier-noun", first, first + 1) or _threat(nouns, one, first)
    return hit.first <= first + (_BEHIND if leads is not None else 0)


def _threat(nouns: Nouns, one: Incident, first: int) -> Hit | None:
    """The verb of what is to be done, before the words that tell it (هدد الرئيس بـ | نقل العمليات)."""
    cue = nouns.cue("does", one.trigger.clause.first, first)
    return cue if cue is not None and not cue.data.get("says") and not one.trigger.hit.analysis.preposition else None


def _that_he(context: Context, first: int) -> bool:
    """Whether a "that" with a pronoun leads to the words that begin at a token (قال إنه | قصف ...)."""
    clause = context.clause_at(first)
    return clause is not None and pronoun_ahead(context, clause)
