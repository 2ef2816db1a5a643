"""Deeds that somebody only asks for, expects or refuses (طلبت أنقرة تسليمه، رفضهم إخلاء البلدة): they are not done; and
those that talks or an inquiry are about (لمناقشة الهجوم): when they were is told elsewhere."""

from __future__ import annotations

from tawatur.language.lexicon import Hit
from tawatur.read.events.arguments import noun_phrase
from tawatur.read.events.clauses import FINITE
from tawatur.read.events.context import Context
from tawatur.read.events.incidents.triggers import Nouns, Trigger
from tawatur.text.folding import fold
from tawatur.text.words import SIGN

_ABOUT = 5  # tokens from a word for talks or an inquiry to what they are about (مناقشة أحدث المعلومات عن محاولة ...)
_FAR = 10  # tokens from a word that asks for a deed, over who asks, to the deed


def asked(context: Context, nouns: Nouns, trigger: Trigger) -> Hit | None:
    """The word before a masdar that asks for what it tells, expects or refuses it (`refuses`), that or the asking, with
    nobody between them but who does."""
    noun = trigger.hit
    if trigger.finite or noun.analysis.article or noun.analysis.conjunction or trigger.frame != "of-target":
        return None
    cues = nouns.cues["asked"]
    words = [cues[i] for i in range(max(trigger.clause.first, noun.first - _FAR), noun.first) if i in cues]
    if not any(_governs(context, nouns, trigger, cue) for cue in words):
        return None
    return next((cue for cue in words if cue.data.get("refuses")), words[-1])


def discussed(context: Context, nouns: Nouns, trigger: Trigger) -> Hit | None:
    """The word for talks, an inquiry or a report before an incident noun that makes it what they are about (سيجتمعون
    لمناقشة تفاصيل الهجوم), where nothing says that it is to be done (لبحث شن هجوم)."""
    first = trigger.hit.first
    begin, cues = max(trigger.clause.first, first - _ABOUT), nouns.cues["topic"]
    cue = next((cues[i] for i in range(first - 1, begin - 1, -1) if i in cues), None) if not trigger.finite else None
    if cue is None:
        return None
    between = range(cue.last + 1, first)
    apart = (i in context.verbs or i in nouns.cues["carrier-noun"] for i in between)
    return None if any(apart) or any(context.document.tokens[i].kind == SIGN for i in between) else cue


def _governs(context: Context, nouns: Nouns, trigger: Trigger, cue: Hit) -> bool:
    """Whether a word that asks has a masdar for its object, right behind it or behind who asks."""
    verb, first = trigger.clause.verb, trigger.hit.first
    if cue.features.get("form") in FINITE and (verb is None or verb.first != cue.first):
        return False  # طالب بقتل زميله may be a student
    if _leads(context, trigger, cue, cue.last + 1):
        return True
    who = noun_phrase(context, cue.last + 1, first)
    if who is None or not (who.first in context.mention_tokens or who.first in nouns.at):
        return False  # رفض إدانة قتل المدنيين: that has been
    return _leads(context, trigger, cue, who.last)


def _leads(context: Context, trigger: Trigger, cue: Hit, index: int) -> bool:
    """Whether a masdar stands at a token, as the object of a word that asks or behind the preposition of that."""
    led = {fold(word) for word in cue.data.get("after", ())}
    letter = trigger.hit.analysis.preposition
    if index == trigger.hit.first:
        return letter in led or (not letter and not cue.data.get("strict"))
    return index + 1 == trigger.hit.first and not letter and context.document.tokens[index].form in led
