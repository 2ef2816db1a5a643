"""What an incident word needs beside it to be one (incident.yml), and whether those that stand there are such."""

from __future__ import annotations

from tawatur.read.events.adjoining import definite
from tawatur.read.events.context import Context
from tawatur.read.events.groups import group as group_at
from tawatur.read.events.incidents.complements import governed
from tawatur.read.events.incidents.counts import not_counted
from tawatur.read.events.incidents.record import Arguments
from tawatur.read.events.incidents.triggers import HARMS, Nouns, Trigger, reach_of
from tawatur.read.events.phrases import Phrase


def complete(context: Context, nouns: Nouns, trigger: Trigger, who: Arguments, last: int) -> bool:
    """Whether what the trigger needs beside it stands there."""
    needs = trigger.needs
    if not needs:
        return trigger.frame != "of-target" or "suffix" not in trigger.hit.features or bool(who.target)
    if needs in ("anchor", "carrier"):
        return False
    if needs in ("struck", "actor", "victim", "crowd", "entered", "place", "beaten", "shelled", "uncovered", "judged"):
        return _parties_fit(context, nouns, trigger, who)
    first = trigger.hit.last + 1
    if needs == "perished":
        counted = any(g.first in context.quantity_tokens for g in who.target)
        in_what = "cause" in nouns.classes(first, min(trigger.clause.sentence.last, first + 8))
        return (counted or in_what) and _people(context, nouns, who.target)
    if needs == "wrecked" and trigger.finite and who.target and forceful(context, nouns, who.actor):
        return not _own(context, who.target[0])  # دمرت الطائرات ثلاثة أهداف
    goes_on = trigger.clause.opener == "and" and not who.actor  # ... ويغذي العنف
    if needs == "strife" and trigger.finite and not goes_on and not forceful(context, nouns, who.actor):
        return False
    if needs == "casualty":
        return bool(nouns.classes(first, min(last, first + 7)) & HARMS)
    if needs == "prison":  # far from its verb: حكم على فلان ... بالسجن
        return needs in nouns.classes(first, min(trigger.clause.sentence.last, first + 23))
    before = trigger.hit.first - 6 if trigger.finite and trigger.frame == "happen" else first
    if trigger.finite and who.target:  # الأغذية التي ضبطها المفتشون، شبكة فُككت
        before = min(before, who.target[0].first)
    before = max(before, trigger.clause.sentence.first)
    return needs in nouns.classes(before, min(last, first + reach_of(trigger.hit)))


def harmless(context: Context, nouns: Nouns, trigger: Trigger, who: Arguments) -> bool:
    """Whether the object of a verb of throwing is something else than a weapon (ألقت الطائرات منشورات)."""
    if trigger.needs != "weapon" or not (trigger.finite and who.target) or governed(context, who.target[0].first):
        return False
    return "weapon" not in nouns.classes(who.target[0].first, who.target[0].last)


def _own(context: Context, group: Phrase) -> bool:
    """Whether a noun carries a pronoun: what somebody does to his own (دمرت سوريا مخزونها)."""
    named = group.first in context.mention_tokens or definite(context, group.first)
    return context.closed(group.first) and not named


def _parties_fit(context: Context, nouns: Nouns, trigger: Trigger, who: Arguments) -> bool:
    """Whether doers and sufferers are such as the trigger needs."""
    needs = trigger.needs
    if needs == "crowd":
        return any(_many(context, g) for g in who.actor + who.target)
    if needs == "actor":
        return forceful(context, nouns, who.actor)
    if needs == "beaten":
        return forceful(context, nouns, who.actor) and _people(context, nouns, who.target)
    if needs == "shelled":
        arms = any(nouns.classes(g.first, g.last) & {"arm", "force"} for g in who.actor)
        return arms and bool(who.target) and not _people(context, nouns, who.target)
    if needs == "uncovered":
        cell = any("cell" in nouns.classes(g.first, g.last) for g in who.target)
        return cell and forceful(context, nouns, who.actor)
    if needs == "judged":
        return any("tribunal" in nouns.classes(g.first, g.last) for g in who.actor) and bool(who.target)
    if needs == "struck":
        hit = nouns.classes(who.target[0].first, who.target[0].last) if who.target else set()
        return forceful(context, nouns, who.actor) and bool(hit or forceful(context, nouns, who.target))
    if needs == "victim":
        if not who.target and trigger.finite and trigger.frame == "either":
            return False
        return _people(context, nouns, who.target or (who.actor if trigger.type == "protest" else []))
    if needs == "entered":
        forces = any(nouns.classes(g.first, g.last) & {"force", "army"} for g in who.actor)
        return forces and any(_place_named(context, nouns, g) for g in who.target)
    return any(_place_named(context, nouns, g) for g in who.target)


def _many(context: Context, group: Phrase) -> bool:
    """Whether a group is a number of something, and no share or length of it (90% من الأمراض)."""
    quantity = context.quantity_tokens.get(group.first)
    return quantity is not None and (quantity.number.unit is None or not not_counted(quantity))


def _place_named(context: Context, nouns: Nouns, group: Phrase) -> bool:
    mark = context.particles.get(group.last)
    of = group_at(context, group.last + 1, group.last + 6) if mark and mark.data["class"] == "partitive" else None
    end = of.end if of is not None else group.end  # القسم الأكبر من مدينة تعز
    named = context.within(context.mentions, group.start, end)
    return any(m.type == "place" for m in named) or "place" in nouns.classes(group.first, group.last)


def forceful(context: Context, nouns: Nouns, groups: list[Phrase]) -> bool:
    return any(
        nouns.classes(g.first, g.last) & {"force", "person"}
        or any(m.type in ("person", "organisation", "place") for m in context.within(context.mentions, g.start, g.end))
        for g in groups
    )


def _people(context: Context, nouns: Nouns, groups: list[Phrase]) -> bool:
    """Whether a group names people: a person, a person word, a nationality, a number of persons."""
    for group in groups:
        if nouns.classes(group.first, group.last) & (HARMS | {"person", "other-people"}):
            return True
        if "officer" in nouns.at.get(group.first, ()):
            return True
        if any(m.type == "person" for m in context.within(context.mentions, group.start, group.end)):
            return True
        quantity = context.quantity_tokens.get(group.first)
        if quantity is not None and not nouns.classes(group.first, group.last) and not not_counted(quantity):
            return True
        if group.first in nouns.demonyms:
            return True
    return False
