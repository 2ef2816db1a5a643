"""Who did and who suffered what a noun tells (مقتل جندي، هجوم طالبان), by its frame and what stands behind it."""

from __future__ import annotations

from tawatur.read.events.arguments import subject
from tawatur.read.events.clauses import CLOSING, OPENING
from tawatur.read.events.context import Context
from tawatur.read.events.groups import clitic_group, definite, groups, listed
from tawatur.read.events.incidents.complements import (
    after_preposition,
    against,
    with_listed,
)
from tawatur.read.events.incidents.pronouns import stands_for
from tawatur.read.events.incidents.record import Arguments
from tawatur.read.events.incidents.triggers import Nouns, Trigger
from tawatur.read.events.phrases import Phrase, proclitic
from tawatur.text.words import SIGN

_ADJECTIVES = 2  # of an incident noun, among which that of a nation may be the second
# What a nation does to another: the adjective of other incidents says where they happen (الحرب اليمنية).
_DONE_BY_NATIONS = frozenset({"attack", "airstrike", "raid", "siege", "military-campaign"})


def of_noun(context: Context, nouns: Nouns, trigger: Trigger, limit: int) -> Arguments:
    """The arguments of a noun; what belongs to it ends before token `limit`."""
    hit, frame = trigger.hit, trigger.frame
    first = hit.last + 1
    found = Arguments()
    own = "suffix" in hit.features or "whose" in hit.data
    known = hit.analysis.article or definite(context, hit.first)
    after = [] if known or (own and frame != "of-target") else groups(context, first, limit)[0]
    if not own and (nation := _nation(context, nouns, trigger, limit)) is not None:
        found.actor = [nation] if frame != "of-target" else []
        after = after[1:]
    if own and frame == "of-target":
        meant = stands_for(context, nouns, trigger)
        found.actor, found.target = (meant, with_listed(context, after[:1], limit)) if after else ([], meant)
    elif "preposition" in hit.data:
        found.target = after_preposition(context, hit.data["preposition"], first, limit)
        found.actor = after[:1] if frame == "of-actor" else found.actor
    elif after and frame == "of-target" and _does_to(context, nouns, after[0], limit):
        found.actor = after[:1]
        found.target = listed(context, after[0].last, limit) or clitic_group(context, after[0].last, limit)
    elif len(after) > 1 and frame == "of-target" and _power(context, nouns, after[0]):
        found.actor, found.target = after[:1], with_listed(context, after[1:2], limit)
    elif after and frame == "of-target":
        found.target = with_listed(context, after[:1], limit)
    elif after and frame == "of-actor" and _names_doer(context, nouns, after[0]):
        found.actor = with_listed(context, after[:1], limit)
    elif after and frame == "of-either":
        doer = nouns.classes(after[0].first, after[0].last) & {"force"}
        (found.actor if doer else found.target).extend(after[:1])
    if (trigger.type == "conflict" or hit.data.get("sides")) and not found.actor:
        found.actor = _sides(context, first, limit)
    if own and frame == "of-actor":
        found.actor = [g for g in _subject(context, trigger) if _named_or_force(context, nouns, g)]
    accident = frame == "bare" and trigger.type == "other"  # حادث على طريق ...
    if (frame != "of-target" or trigger.type == "siege") and not found.target and not accident:
        found.target = against(context, nouns, first, limit)
    return found


def _sides(context: Context, first: int, limit: int) -> list[Phrase]:
    """Who fights whom: the parties after "between" or "with"."""
    for index in range(first, min(limit, first + 10)):
        mark = context.particles.get(index)
        if index in context.verbs:
            break
        if mark is not None and mark.data.get("party") and (index < first + 3 or mark.data.get("between")):
            return listed(context, mark.last + 1, limit)
    return []


def _does_to(context: Context, nouns: Nouns, group: Phrase, limit: int) -> bool:
    """Whether the genitive of a masdar is its doer, the sufferer standing after ل (قتل الجيش لنحو 60 شخصا)."""
    named = context.mention_tokens.get(group.first)
    forces = "force" in nouns.classes(group.first, group.last) or (named is not None and named.type != "person")
    return forces and group.last < limit and proclitic(context, group.last)[1] == "ل"


def _power(context: Context, nouns: Nouns, group: Phrase) -> bool:
    """Whether a group in the genitive before another one is a doer (عرقلة الحوثيين وصول المساعدات)."""
    named = context.mention_tokens.get(group.first)
    if named is not None:
        return named.type == "organisation"
    return "force" in nouns.at.get(group.first, ()) and group.first not in context.quantity_tokens


def _named_or_force(context: Context, nouns: Nouns, group: Phrase) -> bool:
    """Whether a pronoun can stand for a group as a doer: what begins with a name, a force or people."""
    return group.first in context.mention_tokens or bool(nouns.at.get(group.first, set()) & {"force", "person"})


def _names_doer(context: Context, nouns: Nouns, group: Phrase) -> bool:
    """Whether the genitive of an indefinite noun names somebody, and is no adjective of it (هجوم كبير)."""
    if nouns.classes(group.first, group.last) & {"force", "person"} and group.first not in nouns.singular:
        return True
    return definite(context, group.first) or bool(context.within(context.mentions, group.start, group.end))


def _nation(context: Context, nouns: Nouns, trigger: Trigger, limit: int) -> Phrase | None:
    """The adjective that says whose doing an incident is (غارة أميركية، الغارات الجوية الإسرائيلية)."""
    tokens, known = context.document.tokens, definite(context, trigger.hit.first)
    if (known and trigger.type not in _DONE_BY_NATIONS) or (trigger.frame == "of-target" and trigger.harm):
        return None  # مقتل فرنسي
    for index in range(trigger.hit.last + 1, min(trigger.hit.last + 1 + _ADJECTIVES, limit)):
        if tokens[index].kind == SIGN and tokens[index].form in OPENING | CLOSING:
            continue
        if proclitic(context, index)[1] or definite(context, index) != known or index in context.particles:
            return None
        if index in nouns.demonyms:
            return Phrase(index, index + 1, tokens[index].start, tokens[index].end)
        if not tokens[index].form.endswith(context.relation) or index in nouns.at:
            return None
    return None


def _subject(context: Context, trigger: Trigger) -> list[Phrase]:
    found = subject(context, trigger.clause)
    return [found] if found is not None and found.last <= trigger.hit.first else []
