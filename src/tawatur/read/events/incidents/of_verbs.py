"""Who did and who suffered what a verb tells, by its frame and the order of the noun groups around it."""

from __future__ import annotations

from tawatur.read.events.adjoining import definite
from tawatur.read.events.arguments import subject
from tawatur.read.events.context import Context
from tawatur.read.events.groups import after_aside, clitic_group, groups, listed
from tawatur.read.events.incidents.complements import (
    accused,
    after_preposition,
    against,
    governed,
    with_listed,
)
from tawatur.read.events.incidents.further import (
    after_several,
    behind_aside,
    behind_place,
    behind_place_by_case,
    behind_relative,
    counted_further,
)
from tawatur.read.events.incidents.pronouns import stands_for
from tawatur.read.events.incidents.record import Arguments
from tawatur.read.events.incidents.triggers import Nouns, Trigger
from tawatur.read.events.incidents.understood import carried_on, relative_subject, spoken_of
from tawatur.read.events.phrases import Phrase
from tawatur.text.words import SIGN

_OF_PLACES = frozenset({"takeover", "raid", "siege"})  # what people are the doers of, seldom the sufferers
_DOING = frozenset({"force", "person", "killed", "hurt", "weapon", "missile"})
_BUILT = frozenset({"place", "building"})
_SITES = _BUILT | {"wrecked", "vehicle"}
_DESCRIBED = 4  # tokens before a verb in which those begin whom it speaks of


def of_verb(context: Context, nouns: Nouns, trigger: Trigger, limit: int) -> Arguments:
    """The arguments of a verb; what belongs to it ends before token `limit`."""
    first = trigger.hit.last + 1
    if first < limit:
        first = after_aside(context, first, limit)  # تحررت الخميس مدينة ...
    before, (after, stop) = _before(context, nouns, trigger), groups(context, first, limit)
    after = _without_predicate(context, nouns, trigger, after)
    if trigger.frame == "happen":
        return Arguments()
    if len(after) == 1 and not before:
        after = after + (
            behind_aside(context, stop, limit)
            or after_several(context, nouns, after[0], limit)
            or behind_relative(context, nouns, trigger, after[0], stop)
            or counted_further(context, nouns, trigger, after[0], stop)
        )
    if not before and not after and trigger.frame in ("suffer", "either"):
        after = behind_place(context, nouns, stop, min(limit, trigger.clause.last))
    if trigger.frame == "suffer":
        return Arguments(target=with_listed(context, before or after[:1], limit, after_verb=not before))
    if "preposition" in trigger.hit.data:
        target = after_preposition(context, nouns, trigger.hit.data["preposition"], trigger.hit.last + 1, limit)
        named = before or with_listed(context, after[:1], limit) or relative_subject(context, nouns, trigger)
        return Arguments(named or _doer_before(context, nouns, trigger), target)
    if "object" in trigger.hit.features:
        of_clause = trigger.clause.verb is not None and trigger.clause.verb.first == trigger.hit.first
        relative = spoken_of(context, trigger) if of_clause else []
        goes_on = of_clause and not relative and trigger.clause.opener in ("and", "that")
        doer = after[:1] or (carried_on(context, nouns, trigger) if goes_on and trigger.frame != "suffer" else [])
        return Arguments(actor=doer, target=relative or stands_for(context, nouns, trigger))
    shot = None if trigger.arms_hit else _shot_at(context, nouns, trigger, before, after, limit)
    return shot if shot is not None else _by_order(context, nouns, trigger, before, after, limit)


def _without_predicate(context: Context, nouns: Nouns, trigger: Trigger, after: list[Phrase]) -> list[Phrase]:
    """The groups after a verb of appointing without what somebody named becomes (انتخب فلان رئيسا)."""
    if not trigger.hit.data.get("predicate"):
        return after
    kept: list[Phrase] = []
    for group in (part for one in after for part in _body_and_person(context, nouns, one)):
        becomes = "office" in nouns.company.at.get(group.first, ()) and kept and _person(context, kept[-1])
        if not (becomes and context.document.tokens[group.first].form.endswith(context.letters.accusative)):
            kept.append(group)
    return kept


def _body_and_person(context: Context, nouns: Nouns, group: Phrase) -> list[Phrase]:
    """A body and the person named right behind it, whom it appoints (انتخب البرلمان العراقي فلانا), told apart."""
    tokens, named = context.document.tokens, context.mention_tokens
    cut = next((i for i in range(group.first + 1, group.last) if i in named and named[i].type == "person"), None)
    body = group.first in named and named[group.first].type != "person"
    if cut is None or not (body or nouns.company.at.get(group.first, set()) & {"chamber", "cabinet"}):
        return [group]
    before = Phrase(group.first, cut, group.start, tokens[cut - 1].end)
    return [before, Phrase(cut, group.last, tokens[cut].start, group.end)]


def _person(context: Context, group: Phrase) -> bool:
    """Whether a group names a person."""
    return any(m.type == "person" for m in context.within(context.mentions, group.start, group.end))


def _shot_at(
    context: Context, nouns: Nouns, trigger: Trigger, before: list[Phrase], after: list[Phrase], limit: int
) -> Arguments | None:
    """Where a weapon is the object (أطلق مسلحون النار على ...), those it was fired at are the target."""
    for place, doer in ((0, before or carried_on(context, nouns, trigger)), (1, before or after[:1])):
        if place < len(after) and "weapon" in nouns.classes(after[place].first, after[place].last):
            return Arguments(doer, against(context, nouns, after[place].last, limit))
    return None


def _by_order(
    context: Context, nouns: Nouns, trigger: Trigger, before: list[Phrase], after: list[Phrase], limit: int
) -> Arguments:
    """Subject and object by the order of the noun groups around a verb."""
    if before:
        if after or (trigger.frame == "act" and not _suffers(context, nouns, trigger, before)):
            return Arguments(before, with_listed(context, after[:1], limit))
        if all("force" in nouns.at.get(group.first, ()) for group in before):
            return Arguments(before, behind_place_by_case(context, nouns, trigger, limit))
        if trigger.form == "present" and all(_power(context, trigger, group) for group in before):
            return Arguments(before)  # إسرائيل تعتقل ...
        return Arguments(target=before)
    if len(after) >= 2:
        return Arguments(with_listed(context, after[:1], after[1].first), with_listed(context, after[1:2], limit))
    if not after:
        relative = relative_subject(context, nouns, trigger)
        if not relative and trigger.frame == "act" and trigger.clause.opener in ("and", "that"):
            relative = carried_on(context, nouns, trigger)
        suffers = trigger.frame == "either" or _suffers(context, nouns, trigger, relative)
        return Arguments(target=relative) if suffers else Arguments(actor=relative)
    return _one_after(context, nouns, trigger, after, limit)


def _suffers(context: Context, nouns: Nouns, trigger: Trigger, who: list[Phrase]) -> bool:
    """Whether people are those to whom a verb without an object was done (الجاسوس الذي اعتقل، الشاب اعتقل أمس)."""
    held = trigger.harm in ("held", "killed", "hurt", "moved") and trigger.form == "past"
    return held and bool(who) and all(_could_suffer(context, nouns, group) for group in who)


def _could_suffer(context: Context, nouns: Nouns, group: Phrase) -> bool:
    known = nouns.at.get(group.first, set())
    return (_person(context, group) or "person" in known) and not known & {"force", "army", "officer"}


def _doer_before(context: Context, nouns: Nouns, trigger: Trigger) -> list[Phrase]:
    """The subject carried on, unless the verb is or can be a passive (قبض على شخصين)."""
    if trigger.hit.data.get("passive") or (
        trigger.frame == "either"
        and trigger.hit.features.get("gender") == "m"
        and trigger.hit.features.get("number") == "s"
    ):
        return []
    return carried_on(context, nouns, trigger)


def _accused(context: Context, nouns: Nouns, trigger: Trigger) -> list[Phrase]:
    """Those of whom an accusation says "that they" (متهما الجماعة وإيران بأنهما ...)."""
    clause = trigger.clause
    before = context.clauses[clause.index - 1] if clause.index else None
    if not _has_pronoun(context, trigger) or before is None or before.sentence is not clause.sentence:
        return []
    cue = nouns.cue("accuse", before.first, clause.first)
    return accused(context, nouns, before, cue, clause.first) if cue is not None else []


def _has_pronoun(context: Context, trigger: Trigger) -> bool:
    """Whether the clause begins with "that he, that they", so that its verb has its subject before it."""
    first = trigger.clause.first
    return (
        trigger.clause.opener == "that"
        and first + 1 == trigger.hit.first
        and (context.document.tokens[first].form.endswith(_pronouns(context)))
    )


def _pronouns(context: Context) -> tuple[str, ...]:
    """The pronouns written onto "that" (أنه، أنها، أنهم)."""
    known: tuple[str, ...] = tuple(context.document.language.data("paradigms")["possessive_pronouns"])
    return known


def _one_after(context: Context, nouns: Nouns, trigger: Trigger, after: list[Phrase], limit: int) -> Arguments:
    """A verb with one noun group after it and none before: its subject or its object."""
    relative = relative_subject(context, nouns, trigger)
    if relative:
        return Arguments(relative, with_listed(context, after, limit))
    if trigger.type == "protest" and trigger.frame == "act":
        return Arguments(actor=with_listed(context, after, limit))
    number, gender = trigger.hit.features.get("number"), trigger.hit.features.get("gender")
    counted = after[0].first in context.quantity_tokens
    forces = nouns.classes(after[0].first, after[0].last) & {"force"} and not _person(context, after[0])
    power = _power(context, trigger, after[0])
    suffers = trigger.frame == "either" and (counted or not (forces or power))
    hit_thing = trigger.frame == "act" and _hit_thing(context, nouns, after[0]) and not power
    dropped = number == "p" or (gender == "f" and counted) or hit_thing
    dropped = dropped or _has_pronoun(context, trigger)
    if trigger.frame == "act" and trigger.type in _OF_PLACES and _people_only(nouns, after[0], counted):
        return Arguments(actor=with_listed(context, after, limit))  # احتل مئات الطلاب الذين ... المبنى
    joined = trigger.clause.opener in ("and", "subordinate")  # حيث دكت مواقع المتمردين
    goes_on = joined and trigger.frame == "act" and _inert(context, nouns, after[0])
    dropped = dropped or (goes_on and bool(carried_on(context, nouns, trigger)))
    if dropped and trigger.clause.opener in ("and", "that", "subordinate"):
        doer = _accused(context, nouns, trigger) or carried_on(context, nouns, trigger)
        return Arguments(doer, with_listed(context, after, limit))
    if dropped or suffers:
        return Arguments(target=with_listed(context, after, limit))
    return Arguments(actor=with_listed(context, after, limit))


def _power(context: Context, trigger: Trigger, group: Phrase) -> bool:
    """Whether a country or a body is told of beside a verb of what is done to people (تعتقل أنقرة ...)."""
    mention = context.mention_tokens.get(group.first)
    harmed = trigger.type in ("killing", "arrest", "kidnapping") or trigger.harm in ("killed", "hurt", "held")
    of_people = harmed or trigger.needs == "envoy"
    return of_people and mention is not None and mention.type in ("place", "organisation")


def _people_only(nouns: Nouns, group: Phrase, counted: bool) -> bool:
    """Whether a group is of people, and not what is theirs (مقر الوزير)."""
    return "person" in (nouns.classes(group.first, group.last) if counted else nouns.at.get(group.first, ()))


def _inert(context: Context, nouns: Nouns, group: Phrase) -> bool:
    """Whether a group names a thing, by a word of the lists that is of no people (أغرقت الطائرات سفينة وهاجمت أخرى)."""
    known, head = nouns.classes(group.first, group.last), nouns.at.get(group.first, set())
    if head & _SITES and not head & _DOING:
        return True  # مواقع المتمردين
    return bool(known) and not known & _DOING and not context.within(context.mentions, group.start, group.end)


def _hit_thing(context: Context, nouns: Nouns, group: Phrase) -> bool:
    """A number, a place or a thing where a doer is looked for: what was hit."""
    mention, head = context.mention_tokens.get(group.first), nouns.at.get(group.first, set())
    if head & _BUILT and not head & _DOING and mention is None:
        return True  # اقتحمت منزله
    stirred = nouns.classes(group.first, group.last) & {"strife", "aid", "meddled"}
    place = mention is not None and mention.type == "place"
    return group.first in context.quantity_tokens or place or bool(stirred)


def _before(context: Context, nouns: Nouns, trigger: Trigger) -> list[Phrase]:
    """The subject before a verb, or what a relative clause speaks of."""
    clause = trigger.clause
    if clause.verb is not None and clause.verb.first == trigger.hit.first:
        found = subject(context, clause)
        if found is not None and found.last <= trigger.hit.first:
            counted = found.first in context.quantity_tokens
            return listed(context, found.first, found.last) if counted else [found]
    return _described(context, nouns, trigger)


def _described(context: Context, nouns: Nouns, trigger: Trigger) -> list[Phrase]:
    """The indefinite people right before a verb, of whom it speaks (حكم على سوري | قتل ناشطة، جثماني شابين | قتلا)."""
    first = trigger.hit.first
    if trigger.hit.analysis.conjunction:
        return []
    for index in range(first - 1, max(trigger.clause.sentence.first, first - _DESCRIBED) - 1, -1):
        if index in context.particles or index in context.verbs or context.document.tokens[index].kind == SIGN:
            return []
        person = index in nouns.demonyms and (governed(context, index) or _plural_of_people(context, index))
        people = person or bool(nouns.at.get(index, set()) & {"person", "force"})
        if not people or definite(context, index) or index in context.mention_tokens:
            continue
        if index in nouns.demonyms and "person" in nouns.at.get(index - 1, ()):
            continue  # جنديين يونانيين اعتقلا
        found = clitic_group(context, index, first)
        if found and found[0].last == first and not definite(context, index + 1):
            return found
    return []


def _plural_of_people(context: Context, index: int) -> bool:
    """Whether an adjective of nationality stands for people, by its ending (فلسطينيين قتلا)."""
    form = context.document.tokens[index].form
    return form.endswith((*context.letters.people, context.letters.dual_noun)) and not form.endswith(
        context.letters.feminine_dual
    )
