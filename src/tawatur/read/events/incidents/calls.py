"""Who asks for an incident, threatens with it or plans it, and whose doing an act is that a verb of his governs."""

from __future__ import annotations

from tawatur.language.lexicon import Hit
from tawatur.read.events.context import Context
from tawatur.read.events.groups import group
from tawatur.read.events.incidents.triggers import Nouns, Trigger
from tawatur.read.events.phrases import Phrase

_WHO = 8  # tokens from a masdar of doing to what is done, over who does it
_CALLED, _NEAR, _FAR = 6, 8, 16  # tokens from a word that asks for an incident, a threat, the verb of its clause to it
_POWERS = frozenset({"victim", "gate", "troops", "envoy"})  # needs of what is done by those who have a say


def called(context: Context, nouns: Nouns, trigger: Trigger) -> Hit | None:
    """The word in the clause that asks for an incident or threatens with it (دعا إلى إضراب، هددت ... بشن ضربات)."""
    clause, first = trigger.clause, trigger.hit.first
    near = nouns.cue("call", max(clause.first, first - _NEAR), first)
    if near is not None and (near.data.get("threat") or first - near.first <= _CALLED):
        return near
    if clause.verb is None or not first - _FAR <= clause.verb.first < first:
        return None
    verb = nouns.cues["call"].get(clause.verb.first)
    with_what = context.letters.at in (trigger.hit.analysis.preposition, _carrying(context, nouns, trigger))
    alone = not any(i in context.verbs or i in nouns.cues["accuse"] for i in range(clause.verb.first + 1, first))
    return verb if verb is not None and verb.data.get("threat") and with_what and alone else None


def _carrying(context: Context, nouns: Nouns, trigger: Trigger) -> str:
    """The preposition on the masdar right before an incident noun (بشن ضربات)."""
    cue = nouns.cue("carrier-noun", trigger.hit.first - 1, trigger.hit.first)
    return cue.analysis.preposition if cue is not None else ""


def does(nouns: Nouns, trigger: Trigger) -> bool:
    """Whether the verb of the clause says that its subject does what a masdar after it tells (ردت موسكو بطرد ...)."""
    verb = trigger.clause.verb
    cue = nouns.cues["does"].get(verb.first) if verb is not None and verb.first < trigger.hit.first else None
    if cue is None or trigger.frame != "of-target" or trigger.hit.data.get("of_itself"):
        return False
    power = trigger.needs in _POWERS or bool(trigger.matter)
    return not cue.data.get("says") or (power and not trigger.bodily)


def who_does(context: Context, nouns: Nouns, trigger: Trigger) -> list[Phrase]:
    """Who stands between a masdar of doing and the noun of an incident (شن الجيش هجوما، قيام القوات بقصف القرى)."""
    noun, letter = trigger.hit, trigger.hit.analysis.preposition
    cue = nouns.cue("doing", max(trigger.clause.sentence.first, noun.first - _WHO), noun.first - 1)
    if cue is None or noun.analysis.conjunction or letter != cue.data.get("with", ""):
        return []
    who = group(context, cue.last + 1, noun.first)
    if who is None or who.last != noun.first:
        return []
    acts = who.first in context.mention_tokens or nouns.at.get(who.first, set()) & {"force", "person", "officer"}
    return [who] if acts else []
