"""Who did and who suffered what a noun tells (مقتل جندي، هجوم طالبان), by its frame and what stands behind it."""

from __future__ import annotations

from tawatur.read.events.adjoining import definite
from tawatur.read.events.arguments import subject
from tawatur.read.events.clauses import CLOSING, OPENING
from tawatur.read.events.context import Context
from tawatur.read.events.groups import clitic_group, group, groups, listed
from tawatur.read.events.incidents.calls import who_does
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

_SHOT = frozenset({"fire", "missile", "weapon"})  # what a noun of firing needs behind who fires it
_ADJECTIVES = 2  # of an incident noun, among which that of a nation may be the second
# What a nation does to another: the adjective of other incidents says where they happen (الحرب اليمنية).
_DONE_BY_NATIONS = frozenset({"attack", "airstrike", "raid", "siege", "military-campaign"})


def of_noun(context: Context, nouns: Nouns, trigger: Trigger, limit: int) -> Arguments:
    """The arguments of a noun; what belongs to it ends before token `limit`."""
    hit, frame = trigger.hit, trigger.frame
    first = hit.last + 1
    own = "suffix" in hit.features or "whose" in hit.data
    found = _behind(context, nouns, trigger, limit)
    if (trigger.type == "conflict" or hit.data.get("sides")) and not found.actor:
        found.actor = _sides(context, first, limit)
    if frame == "of-actor" and (own or (context.closed(hit.last) and not definite(context, hit.last))):
        found.actor = [g for g in _subject(context, trigger) if _named_or_force(context, nouns, g)]
    if _of_his(context, trigger):
        found.actor = [g for g in (*_beside(context, hit.first), *_subject(context, trigger)) if _names(context, g)][:1]
    accident = frame == "bare" and trigger.type == "other"  # حادث على طريق ...
    if (frame != "of-target" or trigger.type == "siege") and not found.target and not accident:
        found.target = against(context, nouns, first, limit)
    if not found.actor and trigger.type in _DONE_BY_NATIONS and frame != "of-target":
        _from_or_to(context, nouns, trigger, found, limit)
    if not found.actor and not own:
        found.actor = who_does(context, nouns, trigger)
    return found


def _of_his(context: Context, trigger: Trigger) -> bool:
    """Whether ties are the doer's own, by their pronoun (أعلن المغرب قطع ⟨علاقاته⟩ مع ...)."""
    at = trigger.hit.last + 1
    tied = trigger.frame == "of-actor" and trigger.matter in ("relations", "ties")
    return tied and context.document.tokens[at].form.endswith((context.letters.his, context.letters.hers))


def _beside(context: Context, end: int) -> list[Phrase]:
    """The name right before a token (إعلان ⟨المغرب⟩ قطع ...)."""
    named = (m for m in context.mentions if context.document.token_at(m.end) == end)
    return [p for m in named if (p := group(context, context.document.token_at(m.start), end)) is not None]


def _names(context: Context, who: Phrase) -> bool:
    mention = context.mention_tokens.get(who.first)
    return mention is not None and mention.type in ("place", "organisation")


def _from_or_to(context: Context, nouns: Nouns, trigger: Trigger, found: Arguments, limit: int) -> None:
    """Whose an attack is, right behind its noun; of a blow that is dealt, whom it strikes (ضربة للنظام)."""
    first = trigger.hit.last + 1
    whose = _whence(context, nouns, first + (first in nouns.cues["manner"]), limit)
    dealt = trigger.hit.first in nouns.cues["dealt"]
    if dealt and whose and proclitic(context, whose[0].first)[1]:
        found.target = found.target or whose
    else:
        found.actor = whose


def _behind(context: Context, nouns: Nouns, trigger: Trigger, limit: int) -> Arguments:
    """What the words right behind a noun name: adjectives of nations, its genitive, the object of a masdar."""
    hit, frame = trigger.hit, trigger.frame
    first = hit.last + 1
    found = Arguments()
    own = "suffix" in hit.features or "whose" in hit.data
    known = hit.analysis.article or definite(context, hit.first)
    known = known or (
        not own and context.document.tokens[hit.last].form.endswith(context.letters.accusative)
    )  # قصفا عنيفا
    after = [] if known or (own and frame != "of-target") else groups(context, first, limit)[0]
    if not own and (nations := _nations(context, nouns, trigger, limit)):
        found.actor = nations if frame != "of-target" else []
        after = after[1:]
    if after and _manner(context, nouns, after[0], own):
        after = after[1:]
    if own and frame == "of-target":
        meant = stands_for(context, nouns, trigger)
        object_ = _its_sufferer(context, nouns, trigger, limit) or with_listed(context, after[:1], limit)
        found.actor, found.target = (meant, object_) if object_ else ([], meant)
    elif "preposition" in hit.data:
        found.target = after_preposition(context, nouns, hit.data["preposition"], first, limit)
        found.actor = after[:1] if frame == "of-actor" else found.actor
    elif not after:
        return found
    elif frame == "bare" and trigger.needs in _SHOT and _named_or_force(context, nouns, after[0]):
        found.actor = after[:1]  # إطلاق الجنود النار على ...
    elif frame == "of-target":
        _object(context, nouns, found, after, limit)
    elif frame == "of-actor" and _names_doer(context, nouns, after[0]):
        found.actor = with_listed(context, after[:1], limit)
    elif frame == "of-either" and (to := _to(context, nouns, after[0], limit)) is not None:
        found.actor = after[:1]
        found.target = listed(context, to, limit) or clitic_group(context, to, limit)
    elif frame == "of-either":
        doer = nouns.classes(after[0].first, after[0].last) & {"force"}
        (found.actor if doer else found.target).extend(after[:1])
    return found


def _its_sufferer(context: Context, nouns: Nouns, trigger: Trigger, limit: int) -> list[Phrase]:
    """Whom a doer told by a pronoun did it to, after ل, behind an adjective or none (استهدافها المتعمد للمدنيين)."""
    at = trigger.hit.last + 1
    if at < limit and definite(context, at) and not proclitic(context, at)[1]:
        at += at not in context.mention_tokens and at not in nouns.at
    if at >= limit or proclitic(context, at)[1] != context.letters.for_ or at in context.particles:
        return []
    mention = context.mention_tokens.get(at)
    if mention is not None and mention.type == "place" and trigger.harm in ("held", "moved"):
        return []  # ترحيله لتركيا
    party = mention is not None or at in context.quantity_tokens or at in nouns.demonyms
    party = party or bool(nouns.at.get(at, set()) & {"person", "force", "killed"})
    return clitic_group(context, at, limit) if party else []


def _object(context: Context, nouns: Nouns, found: Arguments, after: list[Phrase], limit: int) -> None:
    """The genitive of a masdar: its object, or its doer with the object behind it or after ل."""
    if (to := _to(context, nouns, after[0], limit)) is not None:
        found.actor = after[:1]
        found.target = listed(context, to, limit) or clitic_group(context, to, limit)
    elif len(after) > 1 and _power(context, nouns, after[0]):
        found.actor, found.target = after[:1], with_listed(context, after[1:2], limit)
    else:
        found.target = with_listed(context, after[:1], limit)


def _manner(context: Context, nouns: Nouns, group: Phrase, own: bool = False) -> bool:
    """Whether a group is an adjective that only says how an incident was (قصف كثيف، قصف جنوني)."""
    if group.last - group.first > 1 or definite(context, group.first) or group.first in context.mention_tokens:
        return False
    known = group.first in nouns.at or group.first in nouns.demonyms or group.first in context.words.nouns
    known = known and not (own and group.first in context.words.meeting_adjectives)
    form = context.document.tokens[group.first].form
    related = not known and form.endswith(context.letters.relation) and not form.endswith(context.letters.people)
    return related or group.first in nouns.cues["manner"]


def _whence(context: Context, nouns: Nouns, first: int, limit: int) -> list[Phrase]:
    """The people or the body whose an attack was, right after its noun behind "from" (هجمات من حركة متطرفة) or ل (غارة
    لطائرات التحالف)."""
    mark = context.particles.get(first) if first < limit else None
    if mark is None and first < limit and proclitic(context, first)[1] == "ل":
        whose = clitic_group(context, first, limit)
        inside = context.within(context.mentions, whose[0].start, whose[0].end) if whose else []
        forces = bool(whose) and "force" in nouns.at.get(whose[0].first, ())
        return whose if forces or any(m.type == "organisation" for m in inside) else []
    if mark is None or mark.data["class"] != "partitive":
        return []
    found = group(context, mark.last + 1, limit)
    if found is None or found.first in nouns.cues["against"]:
        return []
    named = context.mention_tokens.get(found.first)
    body = context.within(context.mentions, found.start, found.end)
    bodies = any(m.type == "organisation" for m in body) and (named is None or named.type == "organisation")
    return [found] if bodies or nouns.at.get(found.first, set()) & {"person", "force"} else []


def _sides(context: Context, first: int, limit: int) -> list[Phrase]:
    """Who fights whom: the parties after "between" or "with"."""
    for index in range(first, min(limit, first + 10)):
        mark = context.particles.get(index)
        if index in context.verbs:
            break
        if mark is not None and mark.data.get("party") and (index < first + 3 or mark.data.get("between")):
            return listed(context, mark.last + 1, limit)
    return []


def _to(context: Context, nouns: Nouns, group: Phrase, limit: int) -> int | None:
    """The token of the sufferer after ل where the genitive of a masdar is its doer, behind where he did it (قتل الجيش
    لنحو 60 شخصا، اعتقال قوات كردية شمال سوريا لقيادي)."""
    named = context.mention_tokens.get(group.first)
    forces = "force" in nouns.classes(group.first, group.last) or (named is not None and named.type != "person")
    at, mark = group.last, context.particles.get(group.last)
    if named is not None and named.type == "person":
        forces = "officer" in nouns.at.get(at, ())  # إقالة الرئيس فلان لوزير الدفاع
    if mark is not None and mark.data.get("place") and (place := context.mention_tokens.get(mark.last + 1)) is not None:
        at = context.document.token_at(place.end - 1) + 1
    return at if forces and at < limit and proclitic(context, at)[1] == "ل" else None


def _power(context: Context, nouns: Nouns, group: Phrase) -> bool:
    """Whether a group in the genitive before another one is a doer (عرقلة الحوثيين وصول المساعدات، مداهمة عناصر من
    الجيش منزلا)."""
    named = context.mention_tokens.get(group.first)
    if named is not None:
        return named.type == "organisation"
    inside = {m.type for m in context.within(context.mentions, group.start, group.end)}
    known = nouns.at.get(group.first, set())
    acts = "force" in known or ("person" in known and "organisation" in inside)
    return acts and group.first not in context.quantity_tokens and "person" not in inside  # اللواء فلان


def _named_or_force(context: Context, nouns: Nouns, group: Phrase) -> bool:
    """Whether a pronoun can stand for a group as a doer: what begins with a name, a force or people."""
    return group.first in context.mention_tokens or bool(nouns.at.get(group.first, set()) & {"force", "person"})


def _names_doer(context: Context, nouns: Nouns, group: Phrase) -> bool:
    """Whether the genitive of an indefinite noun names somebody, and is no adjective of it (هجوم كبير)."""
    if nouns.classes(group.first, group.last) & {"force", "person"} and group.first not in nouns.singular:
        return True
    return definite(context, group.first) or bool(context.within(context.mentions, group.start, group.end))


def _nations(context: Context, nouns: Nouns, trigger: Trigger, limit: int) -> list[Phrase]:
    """The adjectives that say whose doing an incident is (غارات جوية روسية وسورية)."""
    first = _nation(context, nouns, trigger, limit)
    found = [first] if first is not None else []
    while found and found[-1].last < limit:
        index = found[-1].last
        token = context.document.tokens[index]
        alike = definite(context, index) == definite(context, found[0].first)
        if not (index in nouns.demonyms and proclitic(context, index)[0] and alike):
            break
        found.append(Phrase(index, index + 1, token.start, token.end))
    return found


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
            if _somebody(context, trigger, index):
                return None
            return Phrase(index, index + 1, tokens[index].start, tokens[index].end)
        if not tokens[index].form.endswith(context.letters.relation) or index in nouns.at:
            return None
    return None


def _somebody(context: Context, trigger: Trigger, index: int) -> bool:
    """Whether a feminine adjective of a nation stands for a woman, as it cannot qualify the masculine noun right before
    it (توقيف تونسية)."""
    hit, feminine = trigger.hit, context.letters.feminine
    form = context.document.tokens[hit.last].form
    masculine = hit.features.get("number") != "plural" and not form.endswith((feminine, context.letters.plural_noun))
    own = trigger.frame == "of-target" and index == hit.last + 1 and hit.first == hit.last
    return own and masculine and context.document.tokens[index].form.endswith(feminine)


def _subject(context: Context, trigger: Trigger) -> list[Phrase]:
    clause = trigger.clause
    found = subject(context, clause)
    if (
        found is None and clause.verb is None and clause.opener == "that"
    ):  # أن الجيش استكمل سيطرته: no list has the verb
        found = group(context, clause.first + 1, trigger.hit.first)
    return [found] if found is not None and found.last <= trigger.hit.first else []
