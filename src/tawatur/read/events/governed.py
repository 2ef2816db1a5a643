"""Whether what a verb or a word of plan says is said of a noun behind it, or the noun is only what that is about."""

from __future__ import annotations

from tawatur.language.lexicon import Hit
from tawatur.read.events.clauses import Clause
from tawatur.read.events.context import Context
from tawatur.read.events.phrases import proclitic
from tawatur.text.words import SIGN, definite

_BETWEEN = 4  # words between one that puts a noun in the background and the noun (بعد أيام قليلة من تنفيذ هجوم)


def background(context: Context, begin: int, noun: int) -> str | None:
    """How the noun at a token stands in the background of what tokens from `begin` on tell: "cause" where that comes
    of it or speaks of it (ردا على الهجوم، قرار بشأن الضربة), "after" where it only comes later (بعد الانفجار), "memory"
    where it is remembered (في ذكرى الثورة), "of" where a preposition makes it what is spoken of (سترد على الهجوم); None
    where it is told itself (سيشن هجوما)."""
    hit = behind(context, begin, noun)
    return str(hit.data["sort"]) if hit is not None else None


def behind(context: Context, begin: int, noun: int) -> Hit | None:
    """The word that puts a noun in the background (see `background`)."""
    for hit in reversed(context.document.hits("event.background")):
        if not begin <= hit.first or hit.last >= noun:
            continue
        if hit.data["sort"] == "of":
            if _told_of(context, begin, hit, noun):
                return hit
        elif _leads_to(context, hit, noun):
            return hit
    return None


def negated(context: Context, index: int) -> bool:
    """Whether a negation stands right before a token (لم | يسفر)."""
    mark = context.particles.get(index - 1)
    return mark is not None and mark.data["class"] == "negation"


def says_tense(context: Context, clause: Clause, noun: int) -> bool:
    """Whether a clause's verb, by its tense and its negation, says how far the noun at a token has come: as its object,
    or its subject ahead of it."""
    verb = clause.verb
    if verb is None or verb.first == noun:
        return verb is not None
    if verb.first < noun:
        return background(context, verb.last + 1, noun) is None
    mark = context.particles.get(noun - 1)
    governed = mark is not None and mark.data["class"] in ("preposition", "partitive")
    return not governed and background(context, clause.first, noun) is None


def _leads_to(context: Context, hit: Hit, noun: int) -> bool:
    """Whether nothing between a word of the background and a noun ends the phrase that it begins."""
    tokens = context.document.tokens
    between = range(hit.last + 1, noun)
    if len(between) > _BETWEEN or any(tokens[i].kind == SIGN or i in context.verbs for i in between):
        return False
    if any(i in context.particles and context.particles[i].data["class"] == "subordinate" for i in between):
        return False  # نتيجة لذلك | خرجت ...
    if not between:
        return True
    accusative = tokens[noun].form.endswith(context.letters.accusative) and not definite(tokens[noun].form)
    return not accusative and not (definite(tokens[noun - 1].form) and not proclitic(context, noun)[1])


def _told_of(context: Context, begin: int, hit: Hit, noun: int) -> bool:
    """Whether a preposition makes a noun what is spoken of (سترد على الهجوم، ستحاسبه على استخدام ...), and is not the
    one that a verb's own object takes (ستعمل على تحرير ...)."""
    between = [i for i in range(hit.last + 1, noun) if context.document.tokens[i].kind != SIGN]
    mark = context.particles.get(hit.last + 1)
    if between and not (len(between) == 1 and mark is not None and mark.data["class"] == "demonstrative"):
        return False
    return definite(context.document.tokens[noun].form) or (bool(hit.data.get("far")) and hit.first > begin)
