"""Who did and who suffered what a verb tells, by its frame and the order of the noun groups around it."""

from __future__ import annotations

from tawatur.read.events.arguments import antecedent, carried_subject, subject
from tawatur.read.events.clauses import SOFT
from tawatur.read.events.context import Context
from tawatur.read.events.groups import after_aside, clitic_group, definite, groups, listed
from tawatur.read.events.incidents.complements import (
    accused,
    after_preposition,
    against,
    governed,
    with_listed,
)
from tawatur.read.events.incidents.pronouns import stands_for
from tawatur.read.events.incidents.record import Arguments
from tawatur.read.events.incidents.triggers import Nouns, Trigger
from tawatur.read.events.phrases import Phrase, proclitic
from tawatur.text.words import SIGN

_OF_PLACES = frozenset({"takeover", "raid", "siege"})  # what people are the doers of, seldom the sufferers
_ASIDE = 12  # tokens of a relative clause on a doer
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
            _after_aside(context, stop, limit)
            or _after_several(context, nouns, after[0], limit)
            or _after_relative(context, nouns, trigger, after[0], stop)
            or _counted_further(context, nouns, trigger, after[0], stop)
        )
    if not before and not after and trigger.frame in ("suffer", "either"):
        after = _after_place(context, nouns, stop, min(limit, trigger.clause.last))
    if trigger.frame == "suffer":
        return Arguments(target=with_listed(context, before or after[:1], limit, after_verb=not before))
    if "preposition" in trigger.hit.data:
        target = after_preposition(context, nouns, trigger.hit.data["preposition"], trigger.hit.last + 1, limit)
        named = before or with_listed(context, after[:1], limit) or _antecedent(context, trigger)
        return Arguments(named or _doer_before(context, trigger), target)
    if "object" in trigger.hit.features:
        of_clause = trigger.clause.verb is not None and trigger.clause.verb.first == trigger.hit.first
        relative = _antecedent(context, trigger) if of_clause else []
        goes_on = of_clause and not relative and trigger.clause.opener in ("and", "that")
        doer = after[:1] or (_carried(context, trigger) if goes_on and trigger.frame != "suffer" else [])
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
        if not (becomes and context.document.tokens[group.first].form.endswith(context.accusative)):
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
    for place, doer in ((0, before or _carried(context, trigger)), (1, before or after[:1])):
        if place < len(after) and "weapon" in nouns.classes(after[place].first, after[place].last):
            return Arguments(doer, against(context, nouns, after[place].last, limit))
    return None


def _by_order(
    context: Context, nouns: Nouns, trigger: Trigger, before: list[Phrase], after: list[Phrase], limit: int
) -> Arguments:
    """Subject and object by the order of the noun groups around a verb."""
    if before:
        if after or trigger.frame == "act":
            return Arguments(before, with_listed(context, after[:1], limit))
        if all("force" in nouns.at.get(group.first, ()) for group in before):
            return Arguments(before, _behind_place(context, nouns, trigger, limit))
        return Arguments(target=before)
    if len(after) >= 2:
        return Arguments(with_listed(context, after[:1], after[1].first), with_listed(context, after[1:2], limit))
    if not after:
        relative = _antecedent(context, trigger)
        if not relative and trigger.frame == "act" and trigger.clause.opener in ("and", "that"):
            relative = _carried(context, trigger)
        return Arguments(target=relative) if trigger.frame == "either" else Arguments(actor=relative)
    return _one_after(context, nouns, trigger, after, limit)


def _after_several(context: Context, nouns: Nouns, first: Phrase, limit: int) -> list[Phrase]:
    """The object after several doers (دمرت أميركا وفرنسا ثلاثة أهداف)."""
    doers = listed(context, first.first, limit)
    if len(doers) < 2 or not all(_acts(context, nouns, doer) for doer in doers):
        return []
    return groups(context, doers[-1].last, limit)[0][:1]


def _acts(context: Context, nouns: Nouns, group: Phrase) -> bool:
    """Whether a group is a force, or names a country or a body, which do things and are seldom killed."""
    named = context.mention_tokens.get(group.first)
    powers = named is not None and named.type in ("place", "organisation")
    return powers or ("force" in nouns.classes(group.first, group.last) and group.first not in context.quantity_tokens)


def _after_aside(context: Context, stop: int, limit: int) -> list[Phrase]:
    """The object after an aside between commas (قتلت القوات، في وقت سابق، زعيم ...)."""
    tokens = context.document.tokens
    if stop + 2 >= limit or tokens[stop].form != "،":
        return []
    if stop + 1 in context.quantity_tokens and not proclitic(context, stop + 1)[0]:
        return groups(context, stop + 1, limit)[0][:1]  # قتل فلان، المغربي الأصل، أربعة أشخاص
    if stop + 1 not in context.particles:
        return []
    close = next((i for i in range(stop + 2, min(stop + 7, limit)) if tokens[i].form == "،"), None)
    return groups(context, close + 1, limit)[0][:1] if close is not None else []


def _after_relative(context: Context, nouns: Nouns, trigger: Trigger, doer: Phrase, stop: int) -> list[Phrase]:
    """The object after a relative clause on the doer that a comma ends (قصفت طائرات التحالف الذي تقوده الرياض، مخازن
    أسلحة)."""
    mark, tokens, last = context.particles.get(stop), context.document.tokens, trigger.clause.sentence.last
    if mark is None or mark.data["class"] != "relative" or not _acts(context, nouns, doer):
        return []
    comma = next((i for i in range(stop + 1, min(stop + _ASIDE, last)) if tokens[i].form == "،"), None)
    at = comma + 1 if comma is not None else last
    if at >= last or at in context.verbs or proclitic(context, at)[0] or definite(context, at):
        return []
    known = at in context.quantity_tokens or bool(nouns.at.get(at, set()) - {"other-people"})
    return groups(context, at, last)[0][:1] if known else []


def _counted_further(context: Context, nouns: Nouns, trigger: Trigger, doer: Phrase, stop: int) -> list[Phrase]:
    """The counted people after a doer and where he did it (ضبطت الشرطة في المنطقة 34 شخصا)."""
    forceful = nouns.classes(doer.first, doer.last) & {"force", "person"} and doer.first not in context.quantity_tokens
    if trigger.frame != "act" and not forceful and not _acts(context, nouns, doer):
        return []
    last = trigger.clause.last
    if stop < last and context.document.tokens[stop].form in SOFT:
        return []  # قتل القيادي فلان، قائد الكتيبة
    return _behind_prepositions(context, nouns, stop, last) or _after_place(context, nouns, stop, last)


def _behind_prepositions(context: Context, nouns: Nouns, stop: int, limit: int) -> list[Phrase]:
    """The object behind the prepositional phrases after a doer (ضبط خفر السواحل قرب وهران زورقا)."""
    index = stop
    while index < limit:
        mark = context.particles.get(index)
        if mark is not None and mark.data["class"] in ("preposition", "partitive"):
            inner = mark.last + 1
        elif index not in context.verbs and proclitic(context, index)[1]:
            inner = index
        else:
            break
        if index < inner < limit and inner in context.particles:
            index = inner
            continue
        behind = listed(context, inner, limit) if inner != index else clitic_group(context, index, limit)
        if not behind or behind[-1].last <= index:
            break
        index = _object_inside(context, nouns, behind[-1]) or behind[-1].last
    if index <= stop or index >= limit or proclitic(context, index)[0]:
        return []
    found = groups(context, index, limit)[0][:1]
    if not found:
        return []
    mention = context.mention_tokens.get(found[0].first)
    if mention is not None:
        return found if mention.type == "person" else []  # العاصمة الليبية | طرابلس
    known = nouns.classes(found[0].first, found[0].last) or found[0].first in context.quantity_tokens
    accusative = context.document.tokens[found[0].first].form.endswith(context.accusative)
    return found if known or (accusative and not definite(context, found[0].first)) else []


def _object_inside(context: Context, nouns: Nouns, behind: Phrase) -> int | None:
    """The definite noun of people that no indefinite adjective goes before in one phrase (بملابس مدنية | الصحفي)."""
    for index in range(behind.first + 2, behind.last):
        adjective = context.document.tokens[index - 1].form.endswith(context.relation)
        if adjective and definite(context, index) and not definite(context, index - 1):
            return index if "person" in nouns.at.get(index, ()) else None
        feminine = context.document.tokens[index - 1].form.endswith(context.feminine)
        if (
            feminine
            and not definite(context, index)
            and context.document.tokens[index].form.endswith(context.accusative)
        ):
            return index  # بسيارة ملغومة | موكبا
    return None


def _after_place(context: Context, nouns: Nouns, stop: int, limit: int) -> list[Phrase]:
    """The people named after where it happened (قتل في محافظة ... شرطي)."""
    for index in range(stop + 1, min(stop + 9, limit)):
        if index in context.verbs:
            break
        counted = index in context.quantity_tokens or index in nouns.singular
        if counted and not governed(context, index) and nouns.at.get(index, {"person"}) & {"person", "killed"}:
            return groups(context, index, limit)[0][:1]
    return []


def _behind_place(context: Context, nouns: Nouns, trigger: Trigger, limit: int) -> list[Phrase]:
    """The object behind where it happened, known by its case (الطيران يقصف قرب دمشق موقعا عسكريا)."""
    for index in range(trigger.hit.last + 2, min(trigger.hit.last + 7, limit)):
        accusative = context.document.tokens[index].form.endswith(context.accusative)
        if accusative and index in nouns.at and not governed(context, index):
            return groups(context, index, limit)[0][:1]
    return []


def _doer_before(context: Context, trigger: Trigger) -> list[Phrase]:
    """The subject carried on, unless the verb is or can be a passive (قبض على شخصين)."""
    if trigger.hit.data.get("passive") or (
        trigger.frame == "either"
        and trigger.hit.features.get("gender") == "m"
        and trigger.hit.features.get("number") == "s"
    ):
        return []
    return _carried(context, trigger)


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
    relative = _antecedent(context, trigger)
    if relative:
        return Arguments(relative, with_listed(context, after, limit))
    if trigger.type == "protest" and trigger.frame == "act":
        return Arguments(actor=with_listed(context, after, limit))
    number, gender = trigger.hit.features.get("number"), trigger.hit.features.get("gender")
    counted = after[0].first in context.quantity_tokens
    forces = nouns.classes(after[0].first, after[0].last) & {"force"} and not _person(context, after[0])
    suffers = trigger.frame == "either" and (counted or not forces)
    hit_thing = trigger.frame == "act" and _hit_thing(context, nouns, after[0])
    dropped = number == "p" or (gender == "f" and counted) or hit_thing
    dropped = dropped or _has_pronoun(context, trigger)
    if trigger.frame == "act" and trigger.type in _OF_PLACES and _people_only(nouns, after[0], counted):
        return Arguments(actor=with_listed(context, after, limit))  # احتل مئات الطلاب الذين ... المبنى
    goes_on = trigger.clause.opener == "and" and trigger.frame == "act" and _inert(context, nouns, after[0])
    dropped = dropped or (goes_on and bool(_carried(context, trigger)))
    if dropped and trigger.clause.opener in ("and", "that"):
        doer = _accused(context, nouns, trigger) or _carried(context, trigger)
        return Arguments(doer, with_listed(context, after, limit))
    if dropped or suffers:
        return Arguments(target=with_listed(context, after, limit))
    return Arguments(actor=with_listed(context, after, limit))


def _people_only(nouns: Nouns, group: Phrase, counted: bool) -> bool:
    """Whether a group is of people, and not what is theirs (مقر الوزير)."""
    return "person" in (nouns.classes(group.first, group.last) if counted else nouns.at.get(group.first, ()))


def _inert(context: Context, nouns: Nouns, group: Phrase) -> bool:
    """Whether a group names a thing, by a word of the lists that is of no people (أغرقت الطائرات سفينة وهاجمت أخرى)."""
    known = nouns.classes(group.first, group.last)
    return (
        bool(known)
        and not known & {"force", "person", "killed", "hurt", "weapon", "missile"}
        and not context.within(context.mentions, group.start, group.end)
    )


def _hit_thing(context: Context, nouns: Nouns, group: Phrase) -> bool:
    """A number, a place or a thing where a doer is looked for: what was hit."""
    mention = context.mention_tokens.get(group.first)
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
    return form.endswith((*context.people_endings, context.dual_noun)) and not form.endswith(context.feminine_dual)


def _antecedent(context: Context, trigger: Trigger) -> list[Phrase]:
    found = antecedent(context, trigger.clause)
    return [found] if found is not None else []


def _carried(context: Context, trigger: Trigger) -> list[Phrase]:
    found = carried_subject(context, trigger.clause)
    if found is None or (trigger.hit.features.get("number") == "p" and not _plural(context, found)):
        return []
    return [found]


def _plural(context: Context, found: Phrase) -> bool:
    """Whether a subject can be "they": a plural, a number, several coordinated."""
    hit = context.word_hits.get(found.first)
    form = context.document.tokens[found.first].form
    if hit is not None and hit.features.get("number") == "plural":
        return True
    return form.endswith(("ون", "ين", "ات")) or found.first in context.quantity_tokens or found.last - found.first > 3
