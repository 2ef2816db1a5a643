"""Objects of a verb that stand further on: behind an aside, a relative clause, a place, several doers."""

from __future__ import annotations

from itertools import pairwise

from tawatur.read.events.adjoining import definite, further_kind
from tawatur.read.events.clauses import SOFT
from tawatur.read.events.context import Context
from tawatur.read.events.groups import clitic_group, groups, listed
from tawatur.read.events.incidents.complements import governed
from tawatur.read.events.incidents.triggers import Nouns, Trigger
from tawatur.read.events.phrases import Phrase, proclitic

_ASIDE = 12  # tokens of a relative clause on a doer


def after_several(context: Context, nouns: Nouns, first: Phrase, limit: int) -> list[Phrase]:
    """The object after several doers (دمرت أميركا وفرنسا ثلاثة أهداف، قصفت القوات العراقية والكردية مواقع)."""
    doers = listed(context, first.first, limit)
    acting = (_acts(context, nouns, b) or further_kind(context, a, b) for a, b in pairwise(doers))
    if len(doers) < 2 or not (_acts(context, nouns, doers[0]) and all(acting)):
        return []
    return groups(context, doers[-1].last, limit)[0][:1]


def _acts(context: Context, nouns: Nouns, group: Phrase) -> bool:
    """Whether a group is a force, or names a country or a body, which do things and are seldom killed."""
    named = context.mention_tokens.get(group.first)
    powers = named is not None and named.type in ("place", "organisation")
    return powers or ("force" in nouns.classes(group.first, group.last) and group.first not in context.quantity_tokens)


def behind_aside(context: Context, stop: int, limit: int) -> list[Phrase]:
    """The object after an aside between commas (قتلت القوات، في وقت سابق، زعيم ...)."""
    tokens = context.document.tokens
    if stop + 2 >= limit or tokens[stop].form != "،":
        return []
    counted = context.quantity_tokens.get(stop + 1)
    if counted is not None and counted.number.unit != "year" and not proclitic(context, stop + 1)[0]:
        return groups(context, stop + 1, limit)[0][:1]  # قتل فلان، المغربي الأصل، أربعة أشخاص
    if stop + 1 not in context.particles:
        return []
    close = next((i for i in range(stop + 2, min(stop + 7, limit)) if tokens[i].form == "،"), None)
    return groups(context, close + 1, limit)[0][:1] if close is not None else []


def behind_relative(context: Context, nouns: Nouns, trigger: Trigger, doer: Phrase, stop: int) -> list[Phrase]:
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


def counted_further(context: Context, nouns: Nouns, trigger: Trigger, doer: Phrase, stop: int) -> list[Phrase]:
    """The counted people after a doer and where he did it (ضبطت الشرطة في المنطقة 34 شخصا)."""
    forceful = nouns.classes(doer.first, doer.last) & {"force", "person"} and doer.first not in context.quantity_tokens
    if trigger.frame != "act" and not forceful and not _acts(context, nouns, doer):
        return []
    last = trigger.clause.last
    if stop < last and (context.document.tokens[stop].form in SOFT or proclitic(context, stop)[0]):
        return []  # قتل القيادي فلان، قائد الكتيبة; قتلت امرأة | وثلاثة أطفال
    return _behind_prepositions(context, nouns, stop, last) or behind_place(context, nouns, stop, last)


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
    accusative = context.document.tokens[found[0].first].form.endswith(context.letters.accusative)
    return found if known or (accusative and not definite(context, found[0].first)) else []


def _object_inside(context: Context, nouns: Nouns, behind: Phrase) -> int | None:
    """The definite noun of people that no indefinite adjective goes before in one phrase (بملابس مدنية | الصحفي)."""
    for index in range(behind.first + 2, behind.last):
        adjective = context.document.tokens[index - 1].form.endswith(context.letters.relation)
        if adjective and definite(context, index) and not definite(context, index - 1):
            return index if "person" in nouns.at.get(index, ()) else None
        feminine = context.document.tokens[index - 1].form.endswith(context.letters.feminine)
        if (
            feminine
            and not definite(context, index)
            and context.document.tokens[index].form.endswith(context.letters.accusative)
        ):
            return index  # بسيارة ملغومة | موكبا
    return None


def behind_place(context: Context, nouns: Nouns, stop: int, limit: int) -> list[Phrase]:
    """The people named after where it happened (قتل في محافظة ... شرطي)."""
    for index in range(stop + 1, min(stop + 9, limit)):
        if index in context.verbs:
            break
        counted = index in context.quantity_tokens or index in nouns.singular
        if counted and not governed(context, index) and nouns.at.get(index, {"person"}) & {"person", "killed"}:
            return groups(context, index, limit)[0][:1]
    return []


def behind_place_by_case(context: Context, nouns: Nouns, trigger: Trigger, limit: int) -> list[Phrase]:
    """The object behind where it happened, known by its case (الطيران يقصف قرب دمشق موقعا عسكريا)."""
    for index in range(trigger.hit.last + 2, min(trigger.hit.last + 7, limit)):
        accusative = context.document.tokens[index].form.endswith(context.letters.accusative)
        if accusative and index in nouns.at and not governed(context, index):
            return groups(context, index, limit)[0][:1]
    return []
