"""The subject of a verb that stands before it: what its relative clause speaks of, or who the clause before was about.

A verb behind its subject agrees with it in number and gender: what does not agree is another's (أراضيهم التي | طردوا
منها، قالت الوزيرة ... | وأطلق النار).
"""

from __future__ import annotations

from tawatur.language.lexicon import Hit
from tawatur.read.events.arguments import antecedent, carried_subject
from tawatur.read.events.clauses import Clause
from tawatur.read.events.context import Context
from tawatur.read.events.incidents.triggers import Nouns, Trigger
from tawatur.read.events.phrases import Phrase, conjuncts

_JOINED = frozenset({"and", "that", "relative", "subordinate"})  # how a clause that may leave out its subject begins
_SEVERAL = 3  # tokens of a phrase that may name several


def spoken_of(context: Context, trigger: Trigger) -> list[Phrase]:
    """What the relative clause of a verb speaks of, whether it is the subject or another."""
    found = antecedent(context, trigger.clause)
    return [found] if found is not None else []


def relative_subject(context: Context, nouns: Nouns, trigger: Trigger) -> list[Phrase]:
    """What the relative clause of a verb speaks of, where it can be its subject."""
    return [found for found in spoken_of(context, trigger) if _agrees(context, nouns, trigger.hit, found)]


def carried_on(context: Context, nouns: Nouns, trigger: Trigger) -> list[Phrase]:
    """The subject of the clause before, where it can be that of a verb; not who is shot at (فأطلق عليه النار)."""
    found = carried_subject(context, trigger.clause)
    if found is None or _at_him(context, trigger) or not _agrees(context, nouns, trigger.hit, found):
        return []
    return [found]


def left_out(context: Context, nouns: Nouns, clause: Clause) -> Phrase | None:
    """The subject of a clause whose verb names none and governs no pronoun: what the clause speaks of, or whom the one
    before it was about (القوات التي شنت هجوما، وتمكنت من السيطرة على ...)."""
    verb = clause.verb
    if verb is None or "object" in verb.features or clause.opener not in _JOINED:
        return None
    found = antecedent(context, clause) if clause.opener == "relative" else carried_subject(context, clause)
    mention = context.mention_tokens.get(found.first) if found is not None else None
    medium = mention is not None and mention.type == "work"
    acts = (
        found is not None
        and not medium
        and (mention is not None or nouns.at.get(found.first, set()) & {"force", "person", "officer"})
    )
    return found if acts and found is not None and _agrees(context, nouns, verb, found) else None


def _at_him(context: Context, trigger: Trigger) -> bool:
    """Whether a preposition with a pronoun stands right behind a verb of shooting, for one who was named before."""
    after = trigger.hit.last + 1
    mark = context.particles.get(after)
    governs = mark is not None and mark.data["class"] == "preposition"
    return trigger.needs == "fire" and governs and context.document.tokens[after].form.endswith(context.pronouns)


def _agrees(context: Context, nouns: Nouns, verb: Hit, found: Phrase) -> bool:
    """Whether nothing in number or gender speaks against a noun phrase being the subject of a verb behind it."""
    number, gender = verb.features.get("number"), verb.features.get("gender")
    if number == "p":
        return _plural(context, found)
    if number == "d":
        return _two(context, found)
    if found.first in context.quantity_tokens or len(conjuncts(context, found)) > 1:
        return True
    if gender == "m":
        return not _feminine(context, found.first)
    return not (gender == "f" and _one_man(context, nouns, found.first))


def _feminine(context: Context, index: int) -> bool:
    """Whether the noun at a token takes a feminine verb: by its letters, its plural, or as a country."""
    form, mention = context.document.tokens[index].form, context.mention_tokens.get(index)
    if mention is not None and mention.type == "person":
        return False
    if mention is not None and mention.type == "place":
        return index not in context.firsts("masculine-place")
    return form.endswith((context.letters.feminine, context.letters.plural_noun))


def _one_man(context: Context, nouns: Nouns, index: int) -> bool:
    """Whether a token is a word for one man (الوزير، المسلح)."""
    hit = context.words.nouns.get(index)
    if index in context.mention_tokens or (hit is not None and hit.features.get("number") in ("plural", "dual")):
        return False
    form, man = context.document.tokens[index].form, nouns.at.get(index, set()) & {"officer", "person"}
    single = index in nouns.singular or "officer" in man
    return bool(man) and single and not form.endswith(context.letters.feminine)


def _two(context: Context, found: Phrase) -> bool:
    """Whether a subject can be "both": a dual, the number two, two coordinated."""
    quantity = context.quantity_tokens.get(found.first)
    if quantity is not None and not quantity.ordinal:
        return quantity.number.value == 2
    form = context.document.tokens[found.first].form
    return form.endswith((context.letters.dual_noun, *context.letters.people)) or len(conjuncts(context, found)) == 2


def _plural(context: Context, found: Phrase) -> bool:
    """Whether a subject can be "they": a plural of people, a number, several coordinated."""
    hit = context.words.nouns.get(found.first)
    form = context.document.tokens[found.first].form
    if hit is not None and hit.features.get("number") == "plural":
        return True
    people = form.endswith((*context.letters.people, context.letters.plural_noun))
    return people or found.first in context.quantity_tokens or found.last - found.first > _SEVERAL
