"""Words and sentences that tell one incident brought together: within a sentence, then over the report."""

from __future__ import annotations

from tawatur.read.events.context import Context
from tawatur.read.events.incidents.alike import compatible, dates_agree, equal, holds, share_words, vague
from tawatur.read.events.incidents.claims import disputed
from tawatur.read.events.incidents.order import agree, takes_up
from tawatur.read.events.incidents.reach import occasions, reach, since
from tawatur.read.events.incidents.record import Incident
from tawatur.read.events.incidents.scenes import agree as places_agree
from tawatur.read.events.incidents.scenes import take_place
from tawatur.read.events.incidents.triggers import Nouns

# What an incident is called by where several words tell it, the most telling first.
_RANK = ("airstrike", "bombing", "raid", "attack", "other", "killing", "conflict")
_FAMILY = frozenset({"attack", "bombing", "airstrike", "raid", "killing", "conflict"})
_SCENE = frozenset({"attack", "bombing", "raid"})
_COUNTED = frozenset({"protest", "arrest", "kidnapping"})  # told again by the number of those who did or suffered it
_ONCE = frozenset({"takeover", "kidnapping", "siege"})  # taken up by a definite noun alone (منذ الانقلاب الفاشل)
_OF_PLACES = frozenset({"takeover", "siege"})
_LINK = 4  # characters between two results of one incident
_STEM = 5  # letters that forms of one word for people share


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
    return before.type in _FAMILY or after.type in _FAMILY


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
    return joined_to and near and before.killed is not None and before.type in _FAMILY - {"killing"}


def _tells_harm(one: Incident) -> bool:
    """Violence, or a disaster that people die in; never an arrest, a protest or an expulsion."""
    return one.type in _FAMILY or (one.type == "other" and one.trigger.harm != "moved" and not one.trigger.bloodless)


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
    numbers = () if other.since and not one.since else ("killed", "count")  # those of a time, not of a deed
    for slot in ("actor", "target", "place", "date", *numbers):
        narrower = slot == "date" and one.date and other.date and one.date != other.date and holds(one.date, other.date)
        if (narrower or not getattr(one, slot)) and getattr(other, slot):
            one.take(slot, other)


def brought_together(context: Context, told: list[Incident]) -> list[Incident]:
    """Incidents of a report, each once: what is told again adds what it says."""
    found: list[Incident] = []
    for one in told:
        alike = [f for f in found if (f.another or not one.another) and _same(context, f, one)]
        same = max(alike, key=lambda f: (equal(f.killed, one.killed), f.several == one.several), default=None)
        if same is None:
            found.append(one)
        else:
            _fill(same, one)
            take_place(context, same, one)
            if vague(same.killed) and one.killed is not None:
                same.killed = one.killed
                same.evidence["killed"] = list(one.evidence.get("killed", ()))
    return found


def _same(context: Context, known: Incident, one: Incident) -> bool:
    """Whether two incidents of a report are one: nothing says otherwise, and something they share says so."""
    alike = known.type == one.type or (known.type in _FAMILY and one.type in _FAMILY)
    if not (alike or (one.recalls and known.trigger.tells_harm)) or disputed(context, known, one):
        return False
    if one.type == "conflict" and one.trigger.lasting and not known.trigger.lasting:
        return False  # a war is none of the deeds that are told beside it
    if not takes_up(known, one) or one.trigger.among or _other_sort(known, one) or _one_of_many(known, one):
        return False
    if one.trigger.pronoun:
        return known.type in _FAMILY and known.status == one.status
    if any((known.status == s) != (one.status == s) for s in ("planned", "denied")) or not dates_agree(
        known.date, one.date
    ):
        return False
    if not compatible(known.killed, one.killed) or not compatible(known.count, one.count):
        return False
    if one.recalls and known.trigger.tells_harm and places_agree(context, known.place, one.place):
        return True
    if _told_by_others(context, known, one) or _named_alike(context, known, one):
        return True
    if not _apart(context, known, one) and _shared(known, one):
        return True
    return places_agree(context, known.place, one.place) and _same_scene(context, known, one)


def _named_alike(context: Context, known: Incident, one: Incident) -> bool:
    """Whether two of a type are one by who suffered them, who is to leave, or the word that names them."""
    if known.type != one.type:
        return False
    named = bool(set(known.target) & set(one.target) & set(context.types))
    leaves = _withdrawal(known) and _withdrawal(one) and share_words(known.actor, one.actor)
    return named or leaves or _one_word(known, one) or _one_matter(context, known, one)


def _told_by_others(context: Context, known: Incident, one: Incident) -> bool:
    """Whether somebody tells of the disaster that the outlet has told of, by the same word and with no other day
    (قال المتحدث إن الفرق باشرت حريقا ...)."""
    hit, alike = one.trigger.hit, known.trigger.hit.entry is one.trigger.hit.entry
    disaster = known.type == "other" and known.trigger.tells_harm and not one.trigger.matter
    if not (alike and disaster) or one.another or one.several != known.several or one.date is not None:
        return False
    first = known.trigger.hit
    return context.statement_at(hit.start, hit.end) is not None and context.statement_at(first.start, first.end) is None


def _withdrawal(one: Incident) -> bool:
    """Whether somebody is to leave, of whom a report tells it by one word and another (سحب مقاتليه، انسحاب ...)."""
    return one.status == "planned" and bool(one.trigger.hit.data.get("moves"))


def _one_of_many(known: Incident, one: Incident) -> bool:
    """Whether a series of attacks in a country is told, and one in a town of it."""
    return known.several != one.several and bool(known.place and one.place) and not set(known.place) & set(one.place)


def _other_sort(known: Incident, one: Incident) -> bool:
    """Whether the words of two incidents name different things (طرد دبلوماسيين, إغلاق قنصلية; attacks on networks;
    who kills himself and whom he killed)."""
    sorts = one.type == "other" and known.trigger.sort != one.trigger.sort
    return sorts or known.trigger.network != one.trigger.network or known.itself != one.itself


def _same_scene(context: Context, known: Incident, one: Incident) -> bool:
    """Whether a verb without day, number or named sufferer goes on telling an attack (فجر نفسه ... اقتحموا المبنى)."""
    if known.type not in _SCENE or one.type not in _SCENE or not one.trigger.finite or known.status != one.status:
        return False
    if one.date or one.killed or one.count or {*one.target} & {*context.types}:
        return False
    doers = [{*i.actor} & {*context.types} for i in (known, one)]
    return not (doers[0] and doers[1] and not doers[0] & doers[1]) and one.status == "done"


def _one_word(known: Incident, one: Incident) -> bool:
    """The same word for something of the same day that nobody suffered by name (نكبة 1948)."""
    alike = known.date is not None and known.date == one.date and known.type == "other"
    return alike and known.trigger.hit.entry is one.trigger.hit.entry and not (known.target or one.target)


def _one_matter(context: Context, known: Incident, one: Incident) -> bool:
    """What is of public life taken up again by the same word, without another doer, sufferer or place."""
    if not one.trigger.matter or known.trigger.hit.entry is not one.trigger.hit.entry or _apart(context, known, one):
        return False
    return not (known.actor and one.actor and not share_words(known.actor, one.actor))


def _apart(context: Context, known: Incident, one: Incident) -> bool:
    """Whether other places or other sufferers tell two incidents apart."""
    if not places_agree(context, known.place, one.place):
        return True
    targets = bool(known.target and one.target) and not share_words(known.target, one.target)
    if known.type == one.type and one.type in _OF_PLACES and set(known.place) & set(one.place):
        return False
    return targets and not equal(known.killed, one.killed) and not _some_of(known, one)


def _shared(known: Incident, one: Incident) -> bool:
    """Whether the dead are as many, or a definite or bare noun takes up an incident without another doer."""
    if known.killed is not None and one.killed is not None and known.killed.value == one.killed.value:
        return True
    if known.type == one.type and known.type in _COUNTED and equal(known.count, one.count):
        return True
    if one.trigger.harm == "hurt" and equal(known.count, one.count) and not vague(one.count):
        return True  # إن ثلاثة آخرين أصيبوا
    if known.actor and one.actor and not share_words(known.actor, one.actor):
        return False
    targets = bool(set(known.target) & set(one.target)) or _some_of(known, one)
    if known.type not in _FAMILY | {"protest"}:
        targets = targets or bool(known.target and one.target and share_words(known.target, one.target))
        again = one.trigger.tells_harm and known.trigger.tells_harm and not (one.target or one.date)
        again = again and (one.killed is None or (known.killed is None and one.definite))
        taken_up = one.definite and known.type == one.type and one.type in _ONCE
        taken_up = taken_up and not (one.trigger.finite or one.target or one.date or one.count)
        return again or targets or taken_up or (known.date == one.date and bool(set(known.place) & set(one.place)))
    if one.definite or known.definite or not one.trigger.finite:
        return bool(known.type == one.type or known.killed or one.killed)
    return targets and known.type == one.type


def _some_of(known: Incident, one: Incident) -> bool:
    """Whether dozens of a people are told of, of whom a number is told too (عشرات الفلسطينيين، 52 فلسطينيا)."""
    if not (vague(known.killed) or vague(one.killed)):
        return False
    words = [{w[:_STEM] for v in i.target for w in v.split() if len(w) >= _STEM} for i in (known, one)]
    return bool(words[0] & words[1])
