"""Words and sentences that tell one incident brought together: within a sentence, then over the report."""

from __future__ import annotations

from tawatur.read.events.context import Context
from tawatur.read.events.incidents.again import only_spoken_of, told_again
from tawatur.read.events.incidents.alike import compatible, equal, holds, vague
from tawatur.read.events.incidents.claims import disputed
from tawatur.read.events.incidents.order import agree
from tawatur.read.events.incidents.reach import occasions, reach, since
from tawatur.read.events.incidents.record import FAMILY, Incident
from tawatur.read.events.incidents.scenes import take_place
from tawatur.read.events.incidents.triggers import Nouns

# What an incident is called by where several words tell it, the most telling first.
_RANK = ("airstrike", "bombing", "raid", "attack", "other", "killing", "conflict")
_LINK = 4  # characters between two results of one incident


def named_rightly(nouns: Nouns, told: list[Incident]) -> list[Incident]:
    """Incidents by their right names: an explosion is a bombing where its words, or where no accident stands beside it
    those of the report, tell of a bomb, an attack or who did it."""
    attacked = any(one.armed for one in told)
    for one in told:
        sentence = one.trigger.clause.sentence
        accident = nouns.cue("accident", sentence.first, sentence.last) is not None
        if one.type == "bombing" and not (one.armed or one.actor) and (accident or not attacked):
            one.type = "other"
    return told


def joined(context: Context, nouns: Nouns, parts: list[Incident]) -> list[Incident]:
    """Parts of one sentence that tell one incident, joined."""
    told: list[Incident] = []
    for one in parts:
        if told and _one_event(context, nouns, told[-1], one):
            if one.trigger.finite and not told[-1].trigger.finite and one.trigger.clause is told[-1].trigger.clause:
                one.actor = []  # the incident itself is the subject: غارات استهدفت مواقع
            _absorb(told[-1], one)
        else:
            told.append(one)
    return told


def _one_event(context: Context, nouns: Nouns, before: Incident, after: Incident) -> bool:
    if before.trigger.clause.sentence is not after.trigger.clause.sentence:
        return False
    if _said_together(before, after) or _driven_out(before, after):
        return True
    if disputed(context, before, after) or not agree(before, after) or after.trigger.among:
        return False
    if not (_tells_harm(before) and _tells_harm(after)) or before.trigger.network != after.trigger.network:
        return False
    if not compatible(before.killed, after.killed) or (before.date and after.date and before.date != after.date):
        return False
    if before.trigger.finite and after.trigger.finite and not after.trigger.weak and not before.trigger.weak:
        return False
    if before.type == "killing" and after.trigger.needs == "wrecked":
        return False
    first = after.trigger.hit.first
    if before.type != "killing" and not before.trigger.weak and nouns.cue("other-time", first - 3, first) is not None:
        return False
    if not after.trigger.harm and reach(context, nouns, before.trigger, first + 1) <= first:
        return False  # قتل ...، فيما تجددت الاشتباكات
    if since(context, nouns, after.trigger) or (before.type != "killing" and after.another):
        return False
    if first in occasions(context, nouns, before.trigger, first + 1):
        return False
    return before.type in FAMILY or after.type in FAMILY


def _said_together(before: Incident, after: Incident) -> bool:
    """Whether two words of a sentence tell one thing together: a court's sentence, the strife that is stirred up."""
    if before.trigger.needs == "prison" and after.type == "other" and after.trigger.frame == "bare":
        return True  # حكم على فلان ... بالسجن
    return before.trigger.needs == after.trigger.needs == "strife"  # يطيل المعاناة في سوريا ويغذي العنف في العراق


def _driven_out(before: Incident, after: Incident) -> bool:
    """Whether those driven from their homes are told right behind the dead of an attack (أسفر عن مقتل مئات وتشريد
    آلاف)."""
    trigger = after.trigger
    joined_to = trigger.harm == "moved" and not trigger.finite and bool(trigger.hit.analysis.conjunction)
    near = 0 <= trigger.hit.start - before.end <= _LINK
    return joined_to and near and before.killed is not None and before.type in FAMILY - {"killing"}


def _tells_harm(one: Incident) -> bool:
    """Violence, or a disaster that people die in; never an arrest, a protest or an expulsion."""
    return one.type in FAMILY or (one.type == "other" and one.trigger.harm != "moved" and not one.trigger.bloodless)


def rank(kind: str) -> int:
    """The place of a type among those that an incident is called by; an arrest, a protest and what else has no rank
    says more than any."""
    return _RANK.index(kind) if kind in _RANK else -1


def _absorb(before: Incident, after: Incident) -> None:
    """Let `before` tell what `after` tells too."""
    words = [(i.type, i.trigger.weak) for i in (before, after)]
    strong = [t for t, weak in words if not weak] or [t for t, _ in words]
    before.type = min(strong, key=rank)
    before.start, before.end = min(before.start, after.start), max(before.end, after.end)
    if before.trigger.needs == "strife":
        before.place.extend(place for place in after.place if place not in before.place)
    _fill(before, after)
    before.certain = before.certain or after.certain
    before.anchors |= after.anchors
    before.definite = before.definite or after.definite
    if after.likely > before.likely:
        before.likely, before.likely_type = after.likely, after.likely_type
    before.nth, before.several = before.nth or after.nth, before.several or after.several
    if before.trigger.weak:
        before.word = after.word
    if before.trigger.weak or (after.trigger.finite and not before.trigger.finite):
        before.trigger = after.trigger


def _fill(one: Incident, other: Incident) -> None:
    one.armed = one.armed or other.armed
    one.flown, one.shelled = one.flown or other.flown, one.shelled or other.shelled
    numbers = () if other.since and not one.since else ("killed", "count")  # those of a time, not of a deed
    for slot in ("actor", "target", "place", "date", *numbers):
        narrower = slot == "date" and one.date and other.date and one.date != other.date and holds(one.date, other.date)
        if (narrower or not getattr(one, slot)) and getattr(other, slot):
            one.take(slot, other)
            if slot == "date":
                one.doubted = other.doubted


def brought_together(context: Context, told: list[Incident]) -> list[Incident]:
    """Incidents of a report, each once: what is told again adds what it says."""
    found: list[Incident] = []
    for one in told:
        alike = [f for f in found if (f.another or not one.another) and told_again(context, f, one)]
        same = max(alike, key=lambda f: _likeness(f, one), default=None)
        if same is None:
            if not any(only_spoken_of(context, f, one) for f in found):
                found.append(one)
        else:
            _fill(same, one)
            same.last = one.last
            take_place(context, same, one)
            if vague(same.killed) and one.killed is not None:
                same.killed = one.killed
                same.evidence["killed"] = list(one.evidence.get("killed", ()))
    return found


def _likeness(known: Incident, one: Incident) -> tuple[bool, bool, bool]:
    """By what the likeliest of several known incidents is found that a telling may be of, the first told where nothing
    tells them apart: its dead, whether it is one or several, its type."""
    return equal(known.killed, one.killed), known.several == one.several, known.type == one.type
